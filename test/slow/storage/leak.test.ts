/** A thousand canary persons tell everything; then everything that was written is searched for them in many encodings. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { operatorLog } from "../../../bot/log.ts";
import { backup } from "../../../bot/storage/backup.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { newFolder } from "../../bot/storage/folders.ts";
import { applicationOf, turnOf } from "../../contracts/store.ts";

const persons = 1000;
/** Region 999999 does not exist. */
const idOf = (person: number): string => `9999991980010${String(1000 + person)}X`;

const wide = (text: string): string => [...text].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join("");
const utf16 = (text: string): string => Buffer.from(text, "utf16le").toString("latin1");
const utf8 = (text: string): string => Buffer.from(text).toString("latin1");

const encodings: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => Buffer.from(id).toString("base64"),
  (id) => Buffer.from(` ${id}`).toString("base64").slice(4),
  (id) => Buffer.from(`  ${id}`).toString("base64").slice(4),
  (id) => Buffer.from(id).toString("hex"),
  (id) => [...id].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(""),
  (id) => [...id].map((one) => `%${one.charCodeAt(0).toString(16)}`).join(""),
  utf16,
  (id) => utf8(wide(id)),
  (id) => [...id].join(" "),
  (id) => [...id].join("-"),
  (id) => [...id].reverse().join(""),
  (id) => createHash("sha256").update(id).digest("hex"),
  (id) => createHash("sha256").update(id).digest("base64"),
];

/** Long enough to be no accident in megabytes of ciphertext. */
const window = 14;

function hits(text: string, patterns: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at + window <= text.length; at += 1) {
    const piece = text.slice(at, at + window);
    if (patterns.has(piece)) found.push(piece);
  }
  return found;
}

test("none of 1,000 canaries is found in data, keys, hints, backup or log, in fourteen encodings", async () => {
  const folder = await newFolder();
  const parent = dirname(folder);
  const store = await openStore(folder);
  const lines: string[] = [];
  const log = operatorLog("debug", { write: (line) => void lines.push(line) });
  const patterns = new Set<string>();
  for (let person = 0; person < persons; person += 1) {
    const id = idOf(person);
    for (const encode of encodings) patterns.add(encode(id).slice(0, window));
    const conversation = { ...newConversation(`web:${id}`), form: { id } };
    const value = applicationOf(`app-${id}`, { owner: `web:${id}`, fields: { id } });
    await store.commit({
      ...turnOf(conversation, 1, `我身份证${id}`),
      changes: [
        { kind: "application", id: `app-${id}`, person: `web:${id}`, value },
        {
          kind: "file",
          id: `file-${id}`,
          person: `web:${id}`,
          value: {
            id: `file-${id}`,
            name: `${id}.docx`,
            type: "docx",
            base64: Buffer.from(id).toString("base64"),
            at: "2023",
          },
        },
      ],
    });
    await store.delivered(`web:${id}`, ["m1/1"]);
    log.error({ cause: new Error(`cannot read ${id}`), text: id }, `failed for ${id}`);
  }
  await backup(folder, join(parent, "backup"), "2023-06-15");
  await store.close();
  expect(hits(`xx${idOf(7)}yy`, patterns), "the scanner works").not.toEqual([]);
  for (const entry of readdirSync(parent, { recursive: true, withFileTypes: true })) {
    expect(hits(entry.name, patterns), entry.name).toEqual([]);
    if (entry.isFile())
      expect(hits(readFileSync(join(entry.parentPath, entry.name), "latin1"), patterns), entry.name).toEqual([]);
  }
  expect(hits(Buffer.from(lines.join("")).toString("latin1"), patterns), "log").toEqual([]);
}, 300_000);
