/** `gonghui form`: the official forms for programs, answers as JSON on standard input, the filled file in a folder. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Form, fieldsOf } from "../../flows/engine/form.ts";
import { completed } from "../../flows/engine/interview.ts";
import { print as printed } from "../../flows/engine/print.ts";
import { validate } from "../../flows/engine/validate.ts";
import { formById, forms } from "../../flows/index.ts";
import type { Answers } from "../../rules/engine/fact.ts";
import { systemClock } from "../clock.ts";
import { inputLines, jsonLine, print, UsageError, usage } from "./usage.ts";

function describe(form: Form) {
  const fields = fieldsOf(form);
  const shape = Object.fromEntries(fields.map(({ fact }) => [fact.id, fact.schema.optional().describe(fact.label)]));
  return {
    id: form.id,
    name: form.name,
    title: form.title,
    kind: form.kind,
    fields: fields.map(({ fact }) => fact.id),
    required: fields.filter(({ required }) => required !== "optional").map(({ fact }) => fact.id),
    schema: z.toJSONSchema(z.object(shape), { unrepresentable: "any", io: "output" }),
  };
}

/** A name that any file system takes: number, title, extension. */
const fileName = (form: Form, extension: string): string =>
  `${form.id} ${form.title}.${extension}`.replace(/[\\/:*?"<>|]/g, "_");

async function given(): Promise<Readonly<Record<string, unknown>>> {
  const lines: string[] = [];
  for await (const line of inputLines()) lines.push(line);
  return jsonLine(lines.join("\n") || "{}", 1, z.record(z.string(), z.unknown()));
}

async function asPdf(form: Form, answers: Answers): Promise<{ extension: string; bytes: Buffer }> {
  if (form.layout.kind === "roster") throw new UsageError("名册要交 Excel，没有 PDF；请去掉 --pdf");
  const [{ pdf }, { GlyphsMissing }] = await Promise.all([
    import("../../flows/pdf/pdf.ts"),
    import("../../flows/pdf/font.ts"),
  ]);
  try {
    return { extension: "pdf", bytes: await pdf(form, answers) };
  } catch (cause) {
    if (cause instanceof GlyphsMissing)
      throw new UsageError(`「${cause.characters.join("")}」这个字 PDF 的字体里没有；请去掉 --pdf，用 Word 打印`);
    throw cause;
  }
}

export async function form(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["list", "out", "pdf"]);
  if (used.flags.has("list")) {
    for (const each of forms) print(describe(each));
    return;
  }
  const id = used.words[0];
  if (id === undefined) {
    throw new UsageError(
      '要填哪张表？例如 echo \'{"unitName":"…"}\' | gonghui form 2-1-1 --out 目录；gonghui form --list 看全部',
    );
  }
  const wanted = formById(id);
  if (!wanted) throw new UsageError(`没有「${id}」这张表，gonghui form --list 看全部`);
  const out = used.value("out");
  if (out === undefined) throw new UsageError("要用 --out 给出存放表格的目录");
  const answers = completed(wanted, await given());
  const { extension, bytes } = used.flags.has("pdf") ? await asPdf(wanted, answers) : await printed(wanted, answers);
  const file = join(out, fileName(wanted, extension));
  try {
    await mkdir(out, { recursive: true });
    await writeFile(file, bytes);
  } catch (cause) {
    throw new UsageError(`写不进「${out}」，请检查目录：${cause instanceof Error ? cause.message : String(cause)}`);
  }
  print({ form: wanted.id, file, ...validate(wanted, answers, systemClock(used.asOf).today()) });
}
