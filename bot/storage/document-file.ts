/** A document as it lies in its file: a plain head for the start check, and sealed fields. */
import { Low } from "lowdb";
import type { Disk } from "./disk.ts";
import type { Document, Key, Kind, Write } from "./documents.ts";
import { durableDocument } from "./durable-document.ts";
import type { SealedFields, Vault } from "./vault.ts";

export const currentSchema = 1;

export interface DocumentFile {
  readonly schema: number;
  readonly kind: Kind;
  readonly name: string;
  readonly revision: number;
  readonly owner?: string;
  readonly waiting?: number;
  readonly fields: SealedFields;
}

/** The plain id and person travel inside, sealed like the rest. */
export const idField = "$id";

/** Bring a document of an older schema one step up; a new schema adds its step here. */
const migrations: ReadonlyMap<number, (older: DocumentFile) => DocumentFile> = new Map();

export function migrated(file: DocumentFile, steps = migrations): DocumentFile {
  const step = steps.get(file.schema);
  return step ? migrated(step(file), steps) : file;
}

const about = ({ kind, name, revision }: Pick<DocumentFile, "kind" | "name" | "revision">): string =>
  `${kind}/${name}@${revision}`;

export async function sealedFile(
  vault: Vault,
  write: Write & { readonly body: object },
  before: Pick<Document, "revision" | "person"> | undefined,
): Promise<DocumentFile> {
  const { key, waiting = 0 } = write;
  const head = { kind: key.kind, name: vault.nameOf(key), revision: (before?.revision ?? 0) + 1 };
  const person = write.person ?? before?.person;
  const owner = person === undefined ? undefined : vault.ownerOf(person);
  const fields = await vault.seal(owner, about(head), { ...write.body, [idField]: [key.id, person ?? null] });
  return {
    schema: currentSchema,
    ...head,
    ...(owner !== undefined && { owner }),
    ...(waiting > 0 && { waiting }),
    fields,
  };
}

/** Undefined when the person's key was destroyed. */
export async function openedFile(vault: Vault, raw: DocumentFile): Promise<Document | undefined> {
  const file = migrated(raw);
  const plain = await vault.open(file.owner, about(file), file.fields);
  if (!plain) return undefined;
  const { [idField]: own, ...body } = plain;
  const [id, person] = own as [string, string | null];
  return { id, revision: file.revision, body, ...(person !== null && { person }) };
}

export async function readFile(disk: Disk, path: string): Promise<DocumentFile | undefined> {
  const low = new Low<DocumentFile | null>(durableDocument(disk, path), null);
  await low.read();
  return low.data ?? undefined;
}

export async function writeFile(disk: Disk, path: string, file: DocumentFile): Promise<void> {
  await new Low<DocumentFile>(durableDocument(disk, path), file).write();
}

export const nameOfKey = (vault: Vault, key: Key): string => `${key.kind}/${vault.nameOf(key)}`;
