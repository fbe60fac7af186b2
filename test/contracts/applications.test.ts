/** Applications at the command line: filled in over `talk`, listed without what was filled in, moved by staff, bound by a code. */
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gonghui, jsonl } from "./gonghui.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "applications-"));
});
afterAll(() => rm(folder, { recursive: true }));

const env = { GONGHUI_MODEL: "off" };
const where = () => ["--data", join(folder, "data"), "--as-of", "2023-06-15"];
const talk = (user: string, texts: readonly string[]) =>
  gonghui(["talk", "--jsonl", ...where()], { input: jsonl(texts.map((text) => ({ user, text }))), env });
const number = "QP-2-1-1-2023-000001";

test("an officer is bound, fills in a sheet and gets it back as a Word file of their own", async () => {
  const made = await gonghui(["bind", "上海示例电子有限公司", "--by", "张干事", ...where()], { env });
  const code = String(made.lines[0]?.["code"]);
  const { lines } = await talk("officer", [
    `绑定 ${code}`,
    "我要申请看上海补贴",
    "同意",
    "单位地址：公园东路100号\n领队姓名：王小明\n领队电话：13812345678\n起止时间：6月20日到21日\n参加人数：40\n看上海线路：朱家角\n承接旅行社：示例旅行社\n填表人：李四\n联系电话：59000000",
    "交",
  ]);
  const receipt = lines.find((line) => String(line["text"]).includes("受理编号"));
  expect(receipt?.["text"]).toContain(number);
  const path = String(receipt?.["file"]);
  expect((await stat(path)).mode & 0o077).toBe(0);
  const { value } = await mammoth.extractRawText({ buffer: await readFile(path) });
  for (const said of ["上海示例电子有限公司", "王小明", "13812345678", "40", "朱家角", "李四"])
    expect(value).toContain(said);
});

test("staff see it without what was filled in, and its owner hears what they do", async () => {
  const listed = await gonghui(["applications", "--jsonl", ...where()], { env });
  expect(listed.lines).toMatchObject([{ number, form: "2-1-1", status: "handedIn", unitProven: true }]);
  expect(listed.out).not.toContain("王小明");
  const shown = await gonghui(["applications", "show", number, ...where()], { env });
  expect(shown.out).not.toContain("王小明");
  const revealed = await gonghui(["applications", "show", number, "--reveal", "--by", "张干事", ...where()], { env });
  expect(revealed.out).toContain("王小明");
  const audit = await gonghui(["audit", "list", "--data", join(folder, "data")], { env });
  expect(audit.out).toContain(`application/${number}`);
  const sealed = await gonghui(["applications", "move", number, "unitSealed", "--by", "张干事", ...where()], { env });
  expect(sealed.lines).toMatchObject([{ number, status: "unitSealed" }]);
});

test("a step that may not follow, or without a reason, is one Chinese line", async () => {
  const again = await gonghui(["applications", "move", number, "delivered", "--by", "张干事", ...where()], { env });
  expect(again.code).toBe(2);
  expect(again.err).toMatch(/不能改成/);
  const unknown = await gonghui(["applications", "show", "QP-2-1-1-2023-000009", ...where()], { env });
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("没有编号为");
  const usage = await gonghui(["bind", ...where()], { env });
  expect(usage.code).toBe(2);
  expect(usage.err).toContain("用法");
});

test("quotas are counted, and one form alone is printed as a PDF", async () => {
  const { lines } = await gonghui(["applications", "quota", ...where()], { env });
  expect(lines).toEqual([{ quota: "2023-city-trip", used: 40, limit: 6000 }]);
  const printed = await gonghui(["form", "2-1-1", "--pdf", "--out", folder], { input: '{"unitName":"甲厂"}', env });
  const bytes = await readFile(String(printed.lines[0]?.["file"]));
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const rare = await gonghui(["form", "2-1-1", "--pdf", "--out", folder], { input: '{"unitName":"𠮷厂"}', env });
  expect(rare.code).toBe(2);
  expect(rare.err).toContain("𠮷");
});
