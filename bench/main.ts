/**
 * What an answer costs, as ratios to the floor in the same process: tokens and one MiniSearch query on the same
 * clauses, and one run of the model on the same text where meaning takes part. `npm run bench`.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { assistant } from "../bot/assistant.ts";
import { fixedClock } from "../bot/clock.ts";
import { silentLog } from "../bot/log.ts";
import { memoryStore } from "../bot/storage/memory.ts";
import { type Knowledge, openKnowledge } from "../knowledge/index.ts";
import { noEmbedder } from "../knowledge/model/embedder.ts";
import { localEmbedder } from "../knowledge/model/local.ts";
import { evaluate } from "../rules/engine/evaluate.ts";
import { ruleById } from "../rules/index.ts";
import { searchAtSizes } from "./editions.ts";
import { indexOf, textsOf } from "./floor.ts";
import { megabytes, ms, row, timed, versus } from "./measure.ts";

const today = "2023-06-15";
let messages = 0;

function asking(knowledge: Knowledge) {
  const { handle } = assistant({ knowledge, store: memoryStore(), clock: fixedClock(today), log: silentLog });
  return (text: string, user = `person-${messages}`) => {
    messages += 1;
    return handle({ id: String(messages), channel: "bench", user, text });
  };
}

const loadBegan = performance.now();
const byWords = await openKnowledge({ embedder: noEmbedder() });
const loading = performance.now() - loadBegan;
const embedder = localEmbedder();
await embedder.ready();
const byMeaning = await openKnowledge({ embedder, patience: 30_000 });

// Example questions, each a little changed so that nothing has been asked before.
const questions = [...byWords.examples.values()]
  .flat()
  .filter((_, index) => index % 17 === 0)
  .slice(0, 150)
  .map((question) => `请问${question}`);

row("", "median", "p95", "");
const index = indexOf(textsOf(byWords.document));
const floor = await timed(questions, (question) => index.search(question));
row("floor: tokens and one MiniSearch query", ms(floor.median), ms(floor.p95));
const model = await timed(questions, (question) => embedder.embed([question]));
row("one run of the model", ms(model.median), ms(model.p95));
const both = { median: floor.median + model.median, p95: floor.p95 + model.p95 };

const askByWords = asking(byWords);
const plain = await timed(questions, (question) => askByWords(question));
row("answer by words", ms(plain.median), ms(plain.p95), versus(plain, floor));
const askByMeaning = asking(byMeaning);
const full = await timed(questions, (question) => askByMeaning(question));
row("answer by words and meaning (floor with one model run)", ms(full.median), ms(full.p95), versus(full, both));
const again = await timed(questions, (question) => askByMeaning(question));
row("the same questions again, other people", ms(again.median), ms(again.p95), versus(again, floor));

const sums = questions.map((_, people) => `${people + 10}个人看上海两天一晚，每人750，区里补多少`);
for (const sum of sums) await askByMeaning(sum);
const sum = await timed(sums, (text) => askByMeaning(text));
row("a calculating turn, asked before", ms(sum.median), ms(sum.p95), versus(sum, floor));

const people = questions.map((_, number) => `interviewed-${number}`);
for (const person of people) await askByMeaning("企业体检公司一共要付多少", person);
const interview = await timed(people, (person) => askByMeaning("C计划", person));
row("a turn of an interview", ms(interview.median), ms(interview.p95), versus(interview, floor));
const command = await timed(people, (person) => askByMeaning("取消", person));
row("a command", ms(command.median), ms(command.p95), versus(command, floor));
row("  turns a second without a model run", (1000 / Math.max(interview.median, 0.001)).toFixed(0));

const rule = ruleById("K01");
if (rule) {
  const answers = { trip: "twoDay", headcount: 20, costPerPerson: 750, startDate: "2023-06-20" };
  const thousands = await timed(Array.from({ length: 50 }), () => {
    for (let times = 0; times < 200; times += 1) evaluate(rule, answers, today);
  });
  row("evaluate a rule (K01)", ms(thousands.median / 200));
}

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const burstBegan = performance.now();
await Promise.all(questions.slice(0, 20).map((question) => askByMeaning(`您好，${question}`)));
await pause(5);
delay.disable();
const burst = performance.now() - burstBegan;
row("20 questions at once: all answered, loop held at most", ms(burst), ms(delay.max / 1e6));

row("memory of this process, the model not counted", megabytes(process.memoryUsage().rss));

console.log("");
await searchAtSizes(byWords.document, questions.slice(0, 60));

console.log("");
row("index load", ms(loading));
row("start to serving", ms(await startUp()));
await byMeaning.close();

/** From the call of the command to the printed address. */
async function startUp(): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), "gonghui-bench-"));
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "bot/cli.ts", "start", "--port", "0", "--data", data]);
  await new Promise((resolve) => child.stderr.once("data", resolve));
  const took = performance.now() - began;
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("close", resolve));
  await rm(data, { recursive: true, force: true });
  return took;
}
