import { expect, test } from "vitest";
import { operatorLog } from "../../../bot/log.ts";

test("a line of the log holds nothing personal, whatever field it came in", () => {
  const lines: string[] = [];
  const log = operatorLog("info", { write: (line) => void lines.push(line) });
  log.error({ cause: new Error("cannot read 「我身份证310118199003076132」") }, "turn failed");
  log.info({ deep: { note: ["138 0000 1234"] }, conversation: "web:abc" }, "我妈查出胃癌");
  log.warn({ error: new Error("一三八零零零零一二三四") }, "x");
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).not.toMatch(/310118199003076132|138 0000 1234|胃癌|一三八零/);
    expect(() => JSON.parse(line)).not.toThrow();
    expect(JSON.parse(line)).toHaveProperty("time", expect.any(Number));
  }
});
