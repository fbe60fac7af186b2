import { expect, test } from "vitest";
import { readConfig } from "../../bot/config.ts";

test.each([
  ["https://policy.example.cn", "https://policy.example.cn/"],
  ["https://example.cn/union/", "https://example.cn/union/"],
  ["http://127.0.0.1:8023", "http://127.0.0.1:8023/"],
])("takes %s as the address of the pages", (given, kept) => {
  expect(readConfig({ GONGHUI_URL: given }).GONGHUI_URL).toBe(kept);
});

test.each([
  ["policy.example.cn", "https://"],
  ["http://policy.example.cn", "https://"],
  ["http://localhost.example.cn", "https://"],
  ["ftp://policy.example.cn", "https://"],
])("refuses %s and says what to write", (given, said) => {
  expect(() => readConfig({ GONGHUI_URL: given })).toThrow(said);
});
