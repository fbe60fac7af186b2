/** Who else gets data, and through which file: nothing but these files opens a connection to the outside. */

interface Processor {
  readonly who: string;
  readonly gets: string;
  readonly when: string;
  readonly files: readonly string[];
}

export const processors: readonly Processor[] = [
  {
    who: "腾讯（微信）和所选的 puppet 服务商",
    gets: "微信里的对话全文和文件，微信标识",
    when: "设了 WECHATY_PUPPET",
    files: ["bot/channels/wechaty.ts", "bot/channels/wechaty-puppet.ts"],
  },
  {
    who: "数据库所在的主机",
    gets: "全部数据的密文、包好的密钥；没有主密钥读不出内容",
    when: "设了 STORE",
    files: ["bot/storage/postgres/connection.ts"],
  },
  {
    who: "模型镜像站",
    gets: "模型的文件名",
    when: "运行 gonghui model pull",
    files: ["knowledge/model/pull.ts"],
  },
];

/** Files that talk within this machine, or between our own page and our own server. */
export const withinTheHouse: readonly string[] = [
  "bot/channels/web-files.ts",
  "bot/channels/web-form.ts",
  "bot/channels/web-site.ts",
  "bot/channels/web.ts",
  "bot/channels/web/chat.js",
  "bot/channels/web/form/server.js",
  "bot/storage/folder-lock.ts",
];
