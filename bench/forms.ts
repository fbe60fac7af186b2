/**
 * How long each document takes, and how long a roster of ten thousand lines holds everybody else up while it is read,
 * marked and printed. `node --import tsx bench/forms.ts`.
 */
import { print } from "../flows/engine/print.ts";
import { xlsx } from "../flows/engine/xlsx.ts";
import { formById, forms } from "../flows/index.ts";
import { pdf } from "../flows/pdf/pdf.ts";
import { readRoster } from "../flows/roster/read.ts";
import { heading, idNumber, workbook } from "../test/flows/roster/make.ts";
import { sample } from "../tools/form-pages/samples.ts";
import { megabytes, ms, row, timed } from "./measure.ts";

const times = 10;

row("document", "median", "pdf");
for (const form of forms) {
  const answers = sample(form);
  const made = await timed(Array.from({ length: times }), () => print(form, answers));
  const paper =
    form.layout.kind === "sheet"
      ? ms((await timed(Array.from({ length: times }), () => pdf(form, answers))).median)
      : "";
  row(`${form.id} ${form.title.slice(0, 20)}`, ms(made.median), paper);
}

/** How long each turn of the event loop took while something was done. */
async function held(name: string, work: () => Promise<unknown>): Promise<void> {
  const turns: number[] = [];
  let last = performance.now();
  let on = true;
  const tick = (): void => {
    const now = performance.now();
    turns.push(now - last);
    last = now;
    if (on) setTimeout(tick, 1);
  };
  tick();
  const began = performance.now();
  await work();
  const all = performance.now() - began;
  on = false;
  turns.sort((a, b) => a - b);
  row(name, ms(all), ms(turns[Math.floor(turns.length * 0.99)] ?? 0), ms(turns.at(-1) ?? 0));
}

const lines = Array.from({ length: 10_000 }, (_, at) => {
  const day = `19${60 + (at % 40)}-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`;
  return {
    unit: "上海示例有限公司",
    name: `职工${at % 100}`,
    sex: at % 2 ? "男" : "女",
    idNumber: idNumber(day, at % 1000),
  };
});
const file = await workbook([
  heading,
  ...lines.map(({ unit, name, sex, idNumber: id }, at) => [at + 1, unit, name, sex, "", null, id]),
]);
const roster = formById("2-3-6");

row("\nroster of 10,000 lines", "all", "turn p99", "longest turn");
await held("read and checked", () => readRoster(file, "2023-06-15"));
const read = await readRoster(file, "2023-06-15");
if (read.kind === "read") await held("marked", read.markedCopy);
if (roster) await held("printed", () => xlsx(roster, { rows: lines }));
row("memory", megabytes(process.memoryUsage().rss));
