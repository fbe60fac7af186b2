/** The printed sheet of an application as a file of the store; a newer one takes the place of the one before. */

import type { Form } from "../../../flows/engine/form.ts";
import { print } from "../../../flows/engine/print.ts";
import type { Answers } from "../../../rules/engine/fact.ts";
import { withoutFiles } from "../../applications/changes.ts";
import { digest } from "../../applications/digest.ts";
import type { Change, FileReference } from "../../storage/records.ts";
import { type Draft, withFiles } from "./draft.ts";

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A name that any file system takes. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|]/g, "_");

export interface StoredPrint {
  readonly reference: FileReference;
  readonly change: Change;
}

export function storedFile(
  { id, name, type, purpose }: { id: string; name: string; type: string; purpose: FileReference["purpose"] },
  bytes: Uint8Array,
  { person, at }: { person: string; at: string },
): StoredPrint {
  const sha256 = digest(bytes);
  return {
    reference: { id, name: safe(name), purpose, sha256, size: bytes.length },
    change: {
      kind: "file",
      id,
      person,
      value: { id, name: safe(name), type, base64: Buffer.from(bytes).toString("base64"), at },
    },
  };
}

/** Without the English name of a cover that has no number of its own. */
export const sheetName = ({ kind, id, short }: Form): string => (kind === "official" ? `${id} ${short}` : short);

/** The sheet filled with these answers. The id follows from what it is printed for, so that a replay writes the same file. */
export async function printedFile(
  form: Form,
  answers: Answers,
  about: { readonly id: string; readonly label: string; readonly person: string; readonly at: string },
): Promise<StoredPrint> {
  const { extension, bytes } = await print(form, answers);
  const name = `${sheetName(form)}${about.label}.${extension}`;
  return storedFile({ id: about.id, name, type: types[extension], purpose: "printed" }, bytes, about);
}

/** The draft with this sheet in the place of an earlier one, and what that changes in the store. */
export function withPrint(
  draft: Draft,
  { reference, change }: StoredPrint,
  at: string,
): { draft: Draft; changes: readonly Change[] } {
  const old = draft.application.files.filter(({ purpose, id }) => purpose === "printed" && id !== reference.id);
  const others = draft.application.files.filter(({ purpose }) => purpose !== "printed");
  return {
    draft: withFiles(draft, [...others, reference], at),
    changes: [change, ...withoutFiles({ files: old })],
  };
}
