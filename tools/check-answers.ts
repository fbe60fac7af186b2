/** Checks the topics and the labels of the example questions: `node --import tsx tools/check-answers.ts [project…]`. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { operands, wrongSum } from "../knowledge/build/derived.ts";
import { unsupported } from "../knowledge/build/figures.ts";
import { loadDocument, type PolicyDocument } from "../knowledge/document.ts";
import { type Topic, topicSchema, type Variant } from "../knowledge/topic.ts";

export interface Finding {
  readonly level: "error" | "warning";
  /** File and line, or topic. */
  readonly where: string;
  readonly what: string;
}

export interface Line {
  readonly file: string;
  readonly number: number;
  readonly text: string;
}

const exampleSchema = z.looseObject({ q: z.string().min(1), topic: z.string().optional(), cites: z.array(z.string()) });
const limits = { say: 120, examples: 4 };
const lastRule = 36;

/** All findings on these answers and questions; `projects` narrows what is reported, not what may be referred to. */
export function checkAnswers(
  document: PolicyDocument,
  answers: readonly Line[],
  questions: readonly Line[],
  projects: readonly string[] = [],
): Finding[] {
  const asked = (file: string) => projects.length === 0 || projects.includes(file);
  const findings: Finding[] = [];
  const topics = new Map<string, Topic>();
  for (const line of answers) {
    const topic = parse(line, topicSchema, asked(line.file) ? findings : []);
    if (!topic) continue;
    if (topics.has(topic.id) && asked(line.file)) findings.push(error(place(line), `the id ${topic.id} is taken`));
    topics.set(topic.id, topic);
    if (asked(line.file)) findings.push(...checkTopic(document, topic));
  }
  const files = new Set(answers.map(({ file }) => file));
  for (const topic of topics.values()) {
    if (asked(fileOf(topic.id))) findings.push(...checkOptions(topic, topics, files));
  }
  findings.push(...checkLabels(document, questions, topics, files, asked));
  return findings;
}

function checkTopic(document: PolicyDocument, topic: Topic): Finding[] {
  const findings = topic.answers.flatMap((variant) => checkVariant(document, topic, variant));
  const whens = topic.answers.map(({ when }) => JSON.stringify(Object.entries(when ?? {}).sort()));
  if (new Set(whens).size < whens.length) findings.push(error(topic.id, "two answers hold for the same slots"));
  if (!whens.includes("[]")) findings.push(warning(topic.id, "no general answer (without `when`)"));
  const number = Number(topic.rule?.slice(1) ?? 1);
  if (number < 1 || number > lastRule) findings.push(error(topic.id, `no calculator ${topic.rule}`));
  if (topic.form && !document.form(topic.form)) findings.push(error(topic.id, `no form ${topic.form}`));
  if (topic.contact && !document.contact(topic.contact))
    findings.push(error(topic.id, `the document names no contact for ${topic.contact}`));
  if (topic.window && !document.windows.some(({ id }) => id === topic.window))
    findings.push(error(topic.id, `no window ${topic.window}`));
  const known = new Set([...document.ambiguities, ...document.gaps].map(({ id }) => id));
  for (const note of topic.notes ?? []) if (!known.has(note)) findings.push(error(topic.id, `no note ${note}`));
  return findings;
}

function checkVariant(document: PolicyDocument, topic: Topic, variant: Variant): Finding[] {
  const where = variant.when ? `${topic.id} ${JSON.stringify(variant.when)}` : topic.id;
  const unknown = variant.cites.filter((id) => !document.clause(id));
  const figures = figuresWithoutOrigin(document, topic, variant);
  return [
    ...unknown.map((id) => error(where, `no clause ${id}`)),
    ...figures.map((figure) => error(where, `${figure} stands in no cited clause (${variant.cites.join(", ")})`)),
    ...checkKind(where, variant.kind ?? topic.kind, variant),
    ...checkWording(where, variant.say),
  ];
}

const unsettledWords = /没有写|没写|不一致|残缺|缺失|丢失|看不出|不能确定|无法|不同|写作|两种/;

function checkKind(where: string, kind: Topic["kind"], { say, cites }: Variant): Finding[] {
  const found: Finding[] = [];
  if (cites.length === 0 && kind !== "outside" && kind !== "smallTalk")
    found.push(error(where, `a topic of kind ${kind} must cite a clause`));
  if (kind === "notInDocument" && !say.includes("文件没有写"))
    found.push(error(where, "notInDocument must say 文件没有写"));
  if (kind === "unsettled" && !unsettledWords.test(say)) found.push(warning(where, "should say what is not settled"));
  if (kind === "answered" && say.startsWith("文件没有写"))
    found.push(warning(where, "says 文件没有写 but is of kind answered"));
  return found;
}

function checkWording(where: string, say: string): Finding[] {
  const found: Finding[] = [];
  if (/依据：|附件2-\d+ [一二三四五]、/.test(say)) found.push(error(where, "the citation is appended by itself"));
  if (/\*\*|^#|`|\n/.test(say)) found.push(error(where, "plain text on one line, please"));
  if (say.length > limits.say) found.push(warning(where, `${say.length} characters`));
  return found;
}

/** The same sources as the guard before sending: the cited clauses and the contact that is named after the answer. */
function figuresWithoutOrigin(document: PolicyDocument, topic: Topic, variant: Variant): string[] {
  const { say, more = "", cites, derived = [] } = variant;
  const contact = document.contact(topic.contact ?? "");
  const sources = cites.map((id) => document.fullText(id));
  if (contact) sources.push(`${contact.phone} ${contact.mobile ?? ""}`);
  const wrong = derived.filter((sum) => wrongSum(sum) !== undefined);
  const unfounded = unsupported(derived.flatMap(operands).join("，"), sources);
  return [...wrong, ...unfounded, ...unsupported(`${say}\n${more}`, [...sources, ...derived])];
}

function checkOptions(
  { id, kind, options }: Topic,
  topics: ReadonlyMap<string, Topic>,
  files: ReadonlySet<string>,
): Finding[] {
  const findings = (options ?? []).flatMap(({ topic }) => missingTopic(id, topic, topics, files));
  if (kind === "choose" && !options?.length) findings.push(warning(id, "nothing to choose from (options)"));
  return findings;
}

function checkLabels(
  document: PolicyDocument,
  questions: readonly Line[],
  topics: ReadonlyMap<string, Topic>,
  files: ReadonlySet<string>,
  asked: (file: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  const examples = new Tally();
  const unlabelled = new Tally();
  for (const line of questions) {
    const reported = asked(line.file) ? findings : [];
    const example = parse(line, exampleSchema, reported);
    if (!example) continue;
    const unknown = example.cites.filter((id) => !document.clause(id));
    reported.push(...unknown.map((id) => error(place(line), `no clause ${id}`)));
    if (!example.topic) unlabelled.add(line.file);
    else {
      examples.add(example.topic);
      reported.push(...missingTopic(place(line), example.topic, topics, files));
    }
  }
  const bare = [...unlabelled.counts].filter(([file]) => asked(file));
  findings.push(...bare.map(([file, count]) => warning(`questions/${file}`, `${count} questions without a topic`)));
  return [...findings, ...checkExamples(topics, examples, asked)];
}

function checkExamples(
  topics: ReadonlyMap<string, Topic>,
  examples: Tally,
  asked: (file: string) => boolean,
): Finding[] {
  const few = [...topics.keys()].filter((id) => asked(fileOf(id)) && examples.of(id) < limits.examples);
  return few.map((id) => warning(id, `${examples.of(id)} example questions`));
}

class Tally {
  readonly counts = new Map<string, number>();
  add(key: string): void {
    this.counts.set(key, this.of(key) + 1);
  }
  of(key: string): number {
    return this.counts.get(key) ?? 0;
  }
}

/** A topic of a file that is not written yet may still come. */
function missingTopic(
  where: string,
  id: string,
  topics: ReadonlyMap<string, Topic>,
  files: ReadonlySet<string>,
): Finding[] {
  if (topics.has(id)) return [];
  return [files.has(fileOf(id)) ? error(where, `no topic ${id}`) : warning(where, `no topic ${id} yet`)];
}

/** Topics `0.…` are those of the document as a whole. */
function fileOf(topic: string): string {
  const project = topic.slice(0, topic.indexOf("."));
  return project === "0" ? "document" : project;
}

function parse<Item>(line: Line, schema: z.ZodType<Item>, findings: Finding[]): Item | undefined {
  try {
    return schema.parse(JSON.parse(line.text));
  } catch (cause) {
    findings.push(error(place(line), cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)));
    return undefined;
  }
}

const place = ({ file, number }: Line) => `${file}:${number}`;
const error = (where: string, what: string): Finding => ({ level: "error", where, what });
const warning = (where: string, what: string): Finding => ({ level: "warning", where, what });

export function readLines(folder: string): Line[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
  return files.sort().flatMap((file) =>
    readFileSync(`${folder}/${file}`, "utf8")
      .split("\n")
      .map((text, at) => ({ file: file.replace(".jsonl", ""), number: at + 1, text }))
      .filter(({ text }) => text.trim() !== ""),
  );
}

function main(projects: readonly string[]): number {
  const folder = fileURLToPath(new URL("../knowledge/documents/2023", import.meta.url));
  const answers = readLines(`${folder}/answers`);
  const findings = checkAnswers(loadDocument(), answers, readLines(`${folder}/questions`), projects);
  for (const { level, where, what } of findings) console.log(`${level}\t${where}\t${what}`);
  const errors = findings.filter(({ level }) => level === "error").length;
  console.log(`${answers.length} topics, ${errors} errors, ${findings.length - errors} warnings`);
  return errors > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
