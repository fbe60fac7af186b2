import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyAudit } from "../../../bot/storage/audit-chain.ts";
import { memoryStore } from "../../../bot/storage/memory.ts";
import type { AuditEntry } from "../../../bot/storage/records.ts";
import { all } from "../../contracts/store.ts";

async function trail(length: number): Promise<AuditEntry[]> {
  const store = memoryStore();
  for (let number = 1; number <= length; number += 1) {
    const note = { at: "2023-06-15", actor: `staff:${number % 3}`, action: "view", object: `application/${number}` };
    await store.apply([{ kind: "audit", note }]);
  }
  return all(store.audit());
}

test("a trail of many pages is sound", async () => {
  expect(await verifyAudit(await trail(300))).toMatchObject({ sound: true, count: 300 });
});

test("a changed character, a removed, added or moved entry is found; a cut end against a head noted earlier", async () => {
  const entries = await trail(200);
  const { head, count } = await verifyAudit(entries);
  const fields = ["at", "actor", "action", "object", "hash"] as const;
  await fc.assert(
    fc.asyncProperty(fc.nat(199), fc.constantFrom(...fields), fc.nat(20), async (index, field, at) => {
      const changed = entries.map((entry, number) => {
        if (number !== index) return entry;
        const text = entry[field];
        const place = at % text.length;
        return {
          ...entry,
          [field]: `${text.slice(0, place)}${text[place] === "a" ? "b" : "a"}${text.slice(place + 1)}`,
        };
      });
      expect((await verifyAudit(changed)).brokenAt).toBe(index + 1);
    }),
    { numRuns: 300 },
  );
  const [first, second] = entries;
  if (!first || !second) throw new Error("The trail is empty.");
  for (const wrong of [
    entries.slice(1),
    entries.toSpliced(50, 1),
    entries.toSpliced(0, 2, second, first),
    [...entries, first],
  ])
    expect((await verifyAudit(wrong)).sound).toBe(false);
  expect((await verifyAudit(entries.slice(0, 150))).sound).toBe(true);
  expect((await verifyAudit(entries.slice(0, 150), `${count}:${head}`)).sound).toBe(false);
  expect((await verifyAudit(entries, `${count}:${head}`)).sound).toBe(true);
});
