import { expect, test } from "vitest";
import { type DocumentFile, migrated, openedFile, sealedFile } from "../../../bot/storage/document-file.ts";
import { newKey } from "../../../bot/storage/key-file.ts";
import type { KeyRing } from "../../../bot/storage/key-ring.ts";
import { NotGenuine, vaultOver } from "../../../bot/storage/vault.ts";

function ringInMemory(): KeyRing {
  const keys = new Map<string, Buffer>();
  const keyFor = async (owner: string) => {
    const key = keys.get(owner) ?? newKey();
    keys.set(owner, key);
    return key;
  };
  return { keyFor, key: async (owner) => keys.get(owner), destroy: async (owner) => void keys.delete(owner) };
}

const key = (id: string) => ({ kind: "application" as const, id });
const body = { value: { name: "张三" }, other: ["x"] };

test("a document opens as it was sealed; without the person's key it is not there", async () => {
  const vault = await vaultOver(ringInMemory());
  const file = await sealedFile(vault, { key: key("a"), body, person: "web:u1" }, undefined);
  expect(await openedFile(vault, file)).toEqual({ id: "a", revision: 1, person: "web:u1", body });
  await vault.destroy(vault.ownerOf("web:u1"));
  expect(await openedFile(vault, file)).toBeUndefined();
});

test("ciphertext that changed field, document or revision, or a single bit, is not accepted", async () => {
  const vault = await vaultOver(ringInMemory());
  const seal = (id: string, revision: number) =>
    sealedFile(vault, { key: key(id), body, person: "web:u1" }, { revision: revision - 1 });
  const [one, other, later] = [await seal("a", 1), await seal("b", 1), await seal("a", 2)];
  const withField = (field: string, value: string | undefined): DocumentFile => ({
    ...one,
    fields: { ...one.fields, [field]: value ?? "" },
  });
  const wrong = [
    withField("value", one.fields["other"]),
    withField("value", other.fields["value"]),
    withField("value", later.fields["value"]),
    { ...one, revision: 2 },
    { ...one, name: other.name },
  ];
  for (const file of wrong) await expect(openedFile(vault, file)).rejects.toBeInstanceOf(NotGenuine);
  const sealed = Buffer.from(one.fields["value"] ?? "", "base64");
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Buffer.from(sealed);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await expect(openedFile(vault, withField("value", flipped.toString("base64")))).rejects.toBeInstanceOf(NotGenuine);
  }
});

test("no nonce is used twice", async () => {
  const vault = await vaultOver(ringInMemory());
  const nonces = new Set<string>();
  const count = 20_000;
  for (let number = 0; number < count; number += 1) {
    const { value = "" } = await vault.seal("owner", "x", { value: 1 });
    nonces.add(value.slice(0, 16));
  }
  expect(nonces.size).toBe(count);
});

test("an older document is brought up step by step", () => {
  const steps = new Map([
    [-1, (older: DocumentFile): DocumentFile => ({ ...older, schema: 0, revision: older.revision + 10 })],
    [0, (older: DocumentFile): DocumentFile => ({ ...older, schema: 1, revision: older.revision + 100 })],
  ]);
  const old: DocumentFile = { schema: -1, kind: "ruling", name: "n", revision: 1, fields: {} };
  expect(migrated(old, steps)).toMatchObject({ schema: 1, revision: 111 });
});
