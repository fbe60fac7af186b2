/** The commands as programs and people call them: what goes in, what comes out, and how wrong usage is told. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../bot/cli/commands.ts";
import { UsageError } from "../../bot/cli/usage.ts";
import { gonghui, jsonl, type Ran } from "./gonghui.ts";

const day = ["--as-of", "2023-06-15"];
let data: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gonghui-cli-"));
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** One Chinese line that says what to do; no stack, no English error, nothing on standard output. */
function expectRefusal({ code, out, err }: Ran, saying: RegExp, wanted = 2): void {
  expect(err).toMatch(saying);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toMatch(/[\u4e00-\u9fff]/);
  expect(err).not.toMatch(/ {4}at |node:internal|\.ts:\d/);
  expect(out).toBe("");
  expect(code).toBe(wanted);
}

test("ask answers one question as a WeChat user would read it", async () => {
  const { code, out, err } = await gonghui(["ask", "看上海两天一晚最多花多少", ...day]);
  expect(out).toContain("800元");
  expect(out).toContain("依据：附件2-1");
  expect(out).not.toMatch(/\*\*|```/);
  expect(err).toBe("");
  expect(code).toBe(0);
});

test("ask --jsonl answers a line per line in order, whatever is typed", async () => {
  const odd: readonly string[] = [
    "看上海两天一晚最多花多少",
    "",
    "长".repeat(100_000),
    "\u0000\u0007\u001b[31m体检\u0008",
    "😀😀😀",
    "How much is the medical check subsidy?",
    "tijian butie duoshao",
    "浦东新区体检补多少",
    "2025年看上海补多少",
    "我们30个男的20个女的都做C计划，公司一共要付多少",
  ];
  const given = odd.map((question, index) => ({ id: `q${index}`, question }));
  const { code, lines, err } = await gonghui(["ask", "--jsonl", ...day], { input: jsonl(given) });
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(lines.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
  for (const line of lines) {
    expect(Object.keys(line).sort()).toEqual(["answer", "cites", "id", "ms", "outcome"]);
    expect(line["answer"]).toMatch(/[\u4e00-\u9fff]/);
    expect(String(line["answer"]).length).toBeLessThan(400);
    expect(line["outcome"]).not.toBe("failed");
    expect(Array.isArray(line["cites"])).toBe(true);
  }
  expect(lines.at(-1)?.["answer"]).toContain("21610");
});

test("ask --jsonl names the bad line and keeps the answers before it", async () => {
  const { code, lines, err } = await gonghui(["ask", "--jsonl", ...day], {
    input: `{"id":1,"question":"你好"}\n{"id":2,"question":\n{"id":3,"question":"谢谢"}\n`,
  });
  expect(lines.map(({ id }) => id)).toEqual(["1"]);
  expect(err).toMatch(/第2行不是 JSON/);
  expect(code).toBe(2);
});

test("talk --jsonl answers each line and ends it; log shows it again, masked unless revealed", async () => {
  const given = [
    { user: "alice", text: "微心愿最多多少钱", id: "m1" },
    { user: "bob", text: "大家好", room: "r1" },
    { user: "bob", text: "微心愿最多多少钱", room: "r1", mention: true },
    { user: "alice", text: "我的电话13812345678，体检怎么申请" },
    { user: "alice", text: "微心愿最多多少钱", id: "m1" },
  ];
  const talked = await gonghui(["talk", "--jsonl", "--data", data, ...day], { input: jsonl(given) });
  expect(talked.code).toBe(0);
  const ends = talked.lines.flatMap((line) => (typeof line["end"] === "number" ? [line["end"]] : []));
  expect(ends).toEqual([1, 2, 3, 4, 5]);
  const repliesTo = (number: number) =>
    talked.lines.slice(
      talked.lines.findIndex((line) => line["end"] === number - 1) + 1,
      talked.lines.findIndex((line) => line["end"] === number),
    );
  expect(repliesTo(1)[0]).toMatchObject({ to: "alice", outcome: "answered" });
  expect(repliesTo(2)).toEqual([]);
  expect(repliesTo(3)[0]).toMatchObject({ to: "bob", room: "r1" });
  expect(repliesTo(5), "the same message again is not answered twice").toEqual([]);

  const [masked, revealed] = await Promise.all([
    gonghui(["log", "--jsonl", "--data", data, "--user", "alice"]),
    gonghui(["log", "--jsonl", "--data", data, "--user", "alice", "--reveal"]),
  ]);
  expect(masked.out).not.toContain("13812345678");
  const people = masked.lines.filter(({ from }) => from === "person");
  expect(people).toHaveLength(2);
  expect(masked.lines[0]).toMatchObject({ user: "alice", channel: "talk", from: "person", text: "微心愿最多多少钱" });
  expect(masked.lines[1]).toMatchObject({ from: "bot", outcome: "answered" });
  expect(revealed.code).toBe(0);
});

test("search says which clause, kind and calculator, best first", async () => {
  const { code, lines } = await gonghui(["search", "--jsonl"], {
    input: jsonl([{ id: "a", question: "看上海两天一晚最多花多少" }]),
  });
  const [found] = lines as readonly { clauses: { clause: string; score: number }[]; kind: string; ms: number }[];
  expect(found?.clauses[0]?.clause).toMatch(/^2-1#/);
  expect(found?.clauses.length).toBeLessThanOrEqual(10);
  const scores = found?.clauses.map(({ score }) => score) ?? [];
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(found).toMatchObject({ id: "a", kind: expect.any(String), ms: expect.any(Number) });
  expect(code).toBe(0);
});

test("calc lists every calculator with the schema of its facts", async () => {
  const { code, lines } = await gonghui(["calc", "--list"]);
  const numbers = lines.map(({ id }) => id);
  for (let number = 1; number <= 35; number += 1) expect(numbers).toContain(`K${String(number).padStart(2, "0")}`);
  for (const line of lines) expect(line).toMatchObject({ title: expect.any(String), facts: { type: "object" } });
  expect(code).toBe(0);
});

test("calc takes a number or a name, and says what is missing", async () => {
  const given = { plan: "C", male: 30, female: 20 };
  const [byNumber, empty, wrong] = await Promise.all([
    gonghui(["calc", "K13", ...day], { input: JSON.stringify(given) }),
    gonghui(["calc", "K01", ...day], { input: "{}" }),
    gonghui(["calc", "kanshanghai", ...day], { input: "{}" }),
  ]);
  expectRefusal(wrong, /值不对：type/);
  expect(byNumber.code).toBe(0);
  expect(byNumber.out).toContain("21610");
  expect(byNumber.lines[0]).toMatchObject({ grounds: expect.any(Array), yuan: expect.any(Object) });
  expect(empty.lines[0]).toMatchObject({ outcome: "asking" });
  expect(empty.lines[0]?.["missing"]).toContain("trip");
});

test("eval prints passes per kind and the failures", async () => {
  const file = join(data, "few.jsonl");
  const common = { kind: "fact", question: "看上海两天一晚最多花多少", cites: ["2-1#1.4.1"] };
  await writeFile(
    file,
    jsonl([
      { id: "good", ...common, must: [["800"]] },
      { id: "bad", ...common, must: [["901元"]] },
    ]),
  );
  const { code, out } = await gonghui(["eval", file, ...day]);
  expect(out).toMatch(/fact +通过 1\/2 +引用 2\/2/);
  expect(out).toMatch(/bad \[fact\][\s\S]*缺 901元/);
  expect(code).toBe(0);
});

test("a missing model leaves word search, said in the status", async () => {
  const env = { GONGHUI_MODEL: join(data, "no-such-model") };
  const [status, answer] = await Promise.all([
    gonghui(["model"], { env }),
    gonghui(["ask", "微心愿最多多少钱", ...day], { env }),
  ]);
  expect(status.lines[0]).toMatchObject({ state: "off", reason: expect.stringContaining("no-such-model") });
  expect(status.code).toBe(0);
  expect(answer.out).toContain("500元");
  expect(answer.err).not.toMatch(/ {4}at /);
  expect(answer.code).toBe(0);
});

test("wrong usage is one Chinese line and exit code 2", async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["ask"], /要问什么/],
    [["ask", "你好", "--as-of", "2023-02-30"], /--as-of 要写成 2023-06-15 这样的日期/],
    [["ask", "你好", "--colour"], /参数不对/],
    [["eval", join(data, "none.jsonl")], /找不到文件/],
    [["start", "--port", "abc"], /GONGHUI_PORT/],
  ];
  for (const [[name = "", ...rest], saying] of cases) {
    await expect(commands.get(name)?.(rest)).rejects.toSatisfy(
      (cause) => cause instanceof UsageError && saying.test(cause.message) && !cause.message.includes("\n"),
    );
  }
  expectRefusal(await gonghui(["asks"]), /没有「asks」这个命令/);
});

test("start says which port is taken and which folder cannot be written", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const file = join(data, "a-file");
  await writeFile(file, "");
  const [portTaken, noFolder] = await Promise.all([
    gonghui(["start", "--port", String(port), "--data", join(data, "p")]),
    gonghui(["start", "--port", "0", "--data", join(file, "below")]),
  ]);
  taken.close();
  expectRefusal(portTaken, new RegExp(`端口 ${port} 已被占用`));
  expectRefusal(noFolder, /数据目录「.*」不能写/);
});
