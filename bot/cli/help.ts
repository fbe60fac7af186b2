/** What the command line can do, in one screen. */
import { print } from "./usage.ts";

const text = `青浦工会政策助手

  gonghui start                         网页聊天（本机），打印网址；--port --host
  gonghui chat                          在终端里聊
  gonghui ask "我能报销多少体检费"       问一句，答一句
  gonghui ask --jsonl                   逐行 {"id","question"} → {"id","answer","cites","outcome","ms"}
  gonghui talk --jsonl                  逐行 {"user","text"} 的整段对话
  gonghui calc --list                   所有计算器；gonghui calc K13 从标准输入读 JSON
  gonghui form --list                   所有表格；gonghui form 2-1-1 --out 目录 从标准输入读 JSON，填成 .docx
  gonghui applications list|show|move|quota   已交的申请、办理状态、名额
  gonghui bind 单位 --by 姓名           给单位经办人的一次性绑定码
  gonghui search "……"                   为什么这样答：条款、问题类型、计算器
  gonghui log --jsonl                   对话记录；--user --since --reveal
  gonghui eval 文件.jsonl               跑评测题、对话或计算，列出没过的
  gonghui model [status|pull]           语义模型的状态；另取模型
  gonghui backup|restore 文件           运行中备份；恢复到空的数据目录
  gonghui store check|accept|rotate|retain|move   检查、隔离坏文件、换密钥、清理、迁移
  gonghui person export|delete 渠道:用户  导出或删除一个人的全部数据
  gonghui audit verify|list|affected    审计记录有没有被改过；哪些人的数据被看过、导出过（--since --until）

  都可加 --as-of 2023-06-15（按那一天回答）、--data 目录（默认 ./data）`;

export const help = (): void => print(text);
