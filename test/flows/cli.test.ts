/** `gonghui form` as a program calls it: answers on standard input, the file in a folder, one line of JSON back. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
import { afterAll, beforeAll, expect, it } from "vitest";
import { people } from "./fill.ts";

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "form-"));
});
afterAll(() => rm(out, { recursive: true }));

const program =
  'import("./bot/cli/form.ts").then(({ form }) => form(process.argv.slice(1))).catch((wrong) => { console.error(wrong.message); process.exitCode = 2; })';

const run = (args: readonly string[], input: string): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "-e", program, "--", ...args],
      { cwd: new URL("../..", import.meta.url) },
      (failure, stdout, stderr) => resolve({ code: failure ? Number(failure.code) : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });

it("writes the filled form and says what is missing and wrong", async () => {
  const answers = { unitName: "甲公司", headcount: 40, period: { from: "2023-06-10", to: "2023-06-13" } };
  const { stdout } = await run(["2-1-1", "--out", out, "--as-of", "2023-06-15"], JSON.stringify(answers));
  const said = JSON.parse(stdout);
  expect(said).toMatchObject({
    form: "2-1-1",
    problems: [{ field: "period", problem: "一共4天，超过了2天1晚" }],
    warnings: [],
  });
  expect(said.missing).toContain("leaderName");
  expect(said.missing).not.toContain("unitName");
  const { value } = await mammoth.extractRawText({ buffer: await readFile(said.file) });
  expect(value).toContain("甲公司");
});

it("writes the roster as a workbook", async () => {
  const { stdout } = await run(["2-3-6", "--out", out], JSON.stringify({ rows: people }));
  expect(JSON.parse(stdout).file).toMatch(/\.xlsx$/);
  expect(await readdir(out)).toContain("2-3-6 2023年青浦工会各类职工健康体检名册.xlsx");
});

it("lists every form with its field keys and a schema", async () => {
  const { stdout } = await run(["--list"], "");
  const listed = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const company = listed.find(({ id }) => id === "2-3-2");
  expect(company.fields).toContain("ownership");
  expect(company.schema.properties.ownership.enum).toContain("私营企业");
  expect(listed.find(({ id }) => id === "2-1-1").schema.properties.period.required).toEqual(["from", "to"]);
});

it("says in one line what was wrong with the call", async () => {
  expect(await run(["9-9-9", "--out", out], "{}")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("没有「9-9-9」这张表"),
  });
  expect(await run(["2-1-1"], "{}")).toMatchObject({ code: 2, stderr: expect.stringContaining("--out") });
  expect(await run(["2-1-1", "--out", out], "not json")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("不是 JSON"),
  });
});
