/** What tests of applications say to the assistant and look up in its store. */
import type { Outgoing } from "../../bot/channels/channel.ts";
import type { Application, Stored } from "../../bot/storage/records.ts";
import type { LogEntry, Store } from "../../bot/storage/store.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import { type Office, office } from "./office.ts";
import type { Line } from "./officer.ts";

export const text = async (line: Line, said: string, file?: Parameters<Line["say"]>[1]): Promise<string> =>
  (await line.say(said, file)).map((reply) => reply.text).join("\n");

export async function all(store: Store): Promise<readonly Stored<"application">[]> {
  const found: Stored<"application">[] = [];
  for await (const one of store.records("application")) found.push(one);
  return found;
}
export async function logOf(store: Store): Promise<readonly LogEntry[]> {
  const lines: LogEntry[] = [];
  for await (const entry of store.log({})) lines.push(entry);
  return lines;
}
export const values = async (store: Store): Promise<readonly Application[]> =>
  (await all(store)).map(({ value }) => value);

/** A trip of some people, all in one message after the consent. */
export async function handInTrip(
  line: Line,
  people: number,
  unit = "上海青浦示例科技有限公司",
): Promise<readonly Outgoing[]> {
  await line.say("我要申请看上海补贴");
  await line.say("同意");
  const facts = [
    `单位名称：${unit}`,
    "单位地址：公园东路100号",
    "领队姓名：王小明",
    "领队电话：13812345678",
    "起止时间：6月20日到21日",
    `参加人数：${people}人`,
    "看上海线路：朱家角一日线",
    "承接旅行社：青浦示例旅行社",
    "填表人：李四",
    "联系电话：59729571",
  ];
  await line.say(facts.join("\n"));
  return line.say("交");
}

export async function desk(knowledge: Knowledge, today = "2023-06-15"): Promise<Office & { readonly officer: Line }> {
  const opened = await office({ knowledge, today });
  return { ...opened, officer: opened.line("officer") };
}
