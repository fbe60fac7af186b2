/** One edition of the document, read once: its clauses, tables, forms, and what it leaves open. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { above } from "./build/cut.ts";
import { citationLabel } from "./build/labels.ts";
import { squeeze } from "./build/mend.ts";
import {
  type Ambiguity,
  ambiguitySchema,
  type Cell,
  type Centre,
  type Clause,
  type Contact,
  centreSchema,
  clauseSchema,
  contactSchema,
  type FormSheet,
  formSchema,
  type Gap,
  gapSchema,
  type Table,
  tableSchema,
  type Window,
  windowSchema,
} from "./build/records.ts";

export type { Ambiguity, Cell, Centre, Clause, Contact, FormSheet, Gap, Table, Window };

export interface PolicyDocument {
  readonly edition: string;
  readonly clauses: readonly Clause[];
  readonly tables: readonly Table[];
  readonly forms: readonly FormSheet[];
  readonly contacts: readonly Contact[];
  readonly centres: readonly Centre[];
  readonly windows: readonly Window[];
  readonly ambiguities: readonly Ambiguity[];
  readonly gaps: readonly Gap[];
  readonly clause: (id: string) => Clause | undefined;
  /** Its own words and those of all clauses below it, in reading order; empty for an unknown id. */
  readonly fullText: (id: string) => string;
  /** The clauses one level below. */
  readonly children: (id: string) => readonly Clause[];
  /** The sections, forms and tables of an annex; a bare annex number stands for its head and foot only. */
  readonly sections: (annex: string) => readonly Clause[];
  readonly table: (id: string) => Table | undefined;
  readonly cell: (table: string, row: string, column: string) => Cell | undefined;
  readonly form: (id: string) => FormSheet | undefined;
  readonly contact: (project: string) => Contact | undefined;
  readonly citationLabel: (id: string) => string;
  /** True if the words stand in the clause exactly as printed, blanks and page numbers aside. */
  readonly isExactQuote: (id: string, quote: string) => boolean;
}

export function loadDocument(edition = "2023"): PolicyDocument {
  const folder = fileURLToPath(new URL(`./documents/${edition}/`, import.meta.url));
  const read = <Item>(file: string, schema: z.ZodType<Item>): readonly Item[] =>
    z.array(schema).parse(JSON.parse(readFileSync(`${folder}${file}.json`, "utf8")));
  const tables = read("tables", tableSchema);
  const forms = read("forms", formSchema);
  const contacts = read("contacts", contactSchema);
  return {
    edition,
    tables,
    forms,
    contacts,
    centres: read("centres", centreSchema),
    windows: read("windows", windowSchema),
    ambiguities: read("ambiguities", ambiguitySchema),
    gaps: read("gaps", gapSchema),
    ...clauseAccess(read("clauses", clauseSchema)),
    table: (id) => tables.find((table) => table.id === id),
    cell: (id, row, column) =>
      tables.find((table) => table.id === id)?.cells.find((cell) => cell.row === row && cell.column === column),
    form: (id) => forms.find((form) => form.id === id),
    contact: (project) => contacts.find((contact) => contact.project === project),
  };
}

function clauseAccess(clauses: readonly Clause[]) {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const below = new Map<string, Clause[]>();
  for (const one of clauses) if (one.parent) below.set(one.parent, [...(below.get(one.parent) ?? []), one]);
  const fullTexts = new Map<string, string>();
  const squeezed = new Map<string, string>();

  const clause = (id: string) => byId.get(id);
  const children = (id: string) => below.get(id) ?? [];
  const fullText = (id: string): string => {
    const known = fullTexts.get(id);
    if (known !== undefined) return known;
    const parts = [clause(id)?.text ?? "", ...children(id).map((child) => fullText(child.id))];
    const text = parts.filter((part) => part !== "").join("\n");
    // Unknown ids are not kept: they could be without number.
    if (byId.has(id)) fullTexts.set(id, text);
    return text;
  };
  const squeezedText = (id: string): string => {
    const text = squeezed.get(id) ?? squeeze(fullText(id));
    if (byId.has(id)) squeezed.set(id, text);
    return text;
  };
  return {
    clauses,
    clause,
    children,
    fullText,
    sections: (annex: string) => clauses.filter(({ id, parent }) => parent === undefined && above(id) === annex),
    citationLabel: (id: string) => citationLabel(id, clause),
    isExactQuote: (id: string, quote: string) => squeeze(quote) !== "" && squeezedText(id).includes(squeeze(quote)),
  };
}
