/** The shape of the files cut from the document; they are checked once, when they are read. */
import { z } from "zod";

const lineRange = z.tuple([z.int().positive(), z.int().positive()]).readonly();

/**
 * S: numbered in print; A: its heading is lost in print, the number is ours; P: an unnumbered paragraph, numbered by us;
 * T: a whole form or table.
 */
export const originSchema = z.enum(["S", "A", "P", "T"]);

export const outlineEntrySchema = z.strictObject({
  id: z.string().regex(/^(0|1|2-\d+(-\d+)?)(#\d+(\.\d+)*)?$/),
  origin: originSchema,
  title: z.string().min(1),
  /** Lines of the source, inclusive. */
  lines: z.array(lineRange).readonly(),
  /** Where it starts inside its first line, when it shares that line with the clause before. */
  begins: z.string().optional(),
  /** Lines that start a paragraph although the line before them is full. */
  paragraphs: z.array(z.int().positive()).readonly().optional(),
  /** What is lost or doubtful in print. Never filled in. */
  damaged: z.string().optional(),
});
export type OutlineEntry = Readonly<z.infer<typeof outlineEntrySchema>>;

export const clauseSchema = z.strictObject({
  id: z.string(),
  origin: originSchema,
  title: z.string(),
  /** Titles of what stands above it, outermost first. */
  path: z.array(z.string()).readonly(),
  parent: z.string().optional(),
  lines: z.array(lineRange).readonly(),
  /** Its own words, one paragraph a line; without those of the clauses below it. */
  text: z.string(),
  damaged: z.string().optional(),
});
export type Clause = Readonly<z.infer<typeof clauseSchema>>;

const cellSchema = z.strictObject({
  row: z.string(),
  column: z.string(),
  /** As printed, blanks aside; `both`, `one` (which column is lost in print) or `none` in tables of ticks. */
  value: z.string(),
  /** Where this column prints the row under another heading than the other columns do. */
  group: z.string().optional(),
  /** Lines of the source the row stands on. */
  lines: z.array(z.int().positive()).readonly(),
});
export const tableSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.strictObject({ key: z.string(), label: z.string() })).readonly(),
  rows: z.array(z.strictObject({ key: z.string(), label: z.string(), group: z.string().optional() })).readonly(),
  cells: z.array(cellSchema).readonly(),
});
export type Table = Readonly<z.infer<typeof tableSchema>>;
export type Cell = Table["cells"][number];

const fieldTypes = [
  "text",
  "longText",
  "phone",
  "idCard",
  "integer",
  "date",
  "dateRange",
  "choice",
  "choices",
] as const;
const formFieldSchema = z.strictObject({
  key: z.string(),
  /** As printed. */
  label: z.string(),
  type: z.enum([...fieldTypes, "seal", "opinion"]),
  /** As printed, box included. */
  options: z.array(z.string()).readonly().optional(),
  /** document: the form or a clause demands it; advised: by us; optional; offline: sealed or written by hand. */
  required: z.enum(["document", "advised", "optional", "offline"]),
  /** A seal field with a printed date beside it. */
  dated: z.boolean().optional(),
  /** Asked for by a clause, but there is no such field in the printed form. */
  outside: z.boolean().optional(),
  check: z.string().optional(),
  note: z.string().optional(),
});
export const formSchema = z.strictObject({
  id: z.string().regex(/^2-\d+-\d+$/),
  name: z.string(),
  title: z.string(),
  fields: z.array(formFieldSchema).readonly(),
  /** Who seals or gives an opinion, first to last. */
  seals: z.array(z.string()).readonly(),
  sealsNote: z.string().optional(),
  copies: z.string(),
  deadline: z.string(),
  /** The notes under the form, verbatim. */
  notes: z.array(z.string()).readonly(),
  filledBy: z.string(),
  submit: z.string(),
});
export type FormSheet = Readonly<z.infer<typeof formSchema>>;

export const contactSchema = z.strictObject({
  project: z.string(),
  department: z.string().optional(),
  name: z.string(),
  phone: z.string(),
  /** A personal number that stands in print; given only when it is asked for. */
  mobile: z.string().optional(),
  clause: z.string(),
});
export type Contact = Readonly<z.infer<typeof contactSchema>>;

export const centreSchema = z.strictObject({
  /** The slot value of slots.ts. */
  key: z.string(),
  name: z.string(),
  address: z.string(),
  clause: z.string(),
  /** Named by the clause on where the company form is handed in. */
  takesCompanyForm: z.boolean(),
});
export type Centre = Readonly<z.infer<typeof centreSchema>>;

const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export const windowSchema = z.strictObject({
  id: z.string().regex(/^T\d\d$/),
  title: z.string(),
  /** Absent where the document names no day. */
  from: isoDay.optional(),
  until: isoDay.optional(),
  /** What the document says in place of a day, or how the day was read. */
  fromNote: z.string().optional(),
  untilNote: z.string().optional(),
  quote: z.string(),
  clause: z.string(),
});
export type Window = Readonly<z.infer<typeof windowSchema>>;

export const ambiguitySchema = z.strictObject({
  id: z.string().regex(/^A\d\d$/),
  level: z.enum(["high", "middle", "low"]),
  clauses: z.array(z.string()).readonly(),
  quotes: z.array(z.string()).readonly(),
  problem: z.string(),
  honest: z.string(),
});
export type Ambiguity = Readonly<z.infer<typeof ambiguitySchema>>;

export const gapSchema = z.strictObject({
  id: z.string().regex(/^S\d\d$/),
  question: z.string(),
  answer: z.string(),
  clause: z.string(),
  /** True where the document does say it, against expectation. */
  written: z.boolean().optional(),
});
export type Gap = Readonly<z.infer<typeof gapSchema>>;
