/** Simulated officers over the real command, with a process of its own for every message. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import mammoth from "mammoth";
import { afterAll, expect, test } from "vitest";
import type { Outgoing } from "../../bot/channels/channel.ts";
import type { Form } from "../../flows/engine/form.ts";
import { print } from "../../flows/engine/print.ts";
import { formById } from "../../flows/index.ts";
import { gonghui, jsonl } from "../contracts/gonghui.ts";
import { fillIn, fittingFacts, type Line, seeded } from "../support/officer.ts";

const today = "2023-06-15";
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Each message is a process of its own: whatever is not on the disk is lost. */
async function restarting(): Promise<Line> {
  const folder = await mkdtemp(join(tmpdir(), "talk-forms-"));
  folders.push(folder);
  let count = 0;
  return {
    async say(text) {
      count += 1;
      const input = jsonl([{ user: "officer", text, id: `m${count}` }]);
      const { lines } = await gonghui(["talk", "--jsonl", "--data", join(folder, "data"), "--as-of", today], {
        input,
        env: { GONGHUI_MODEL: "off" },
      });
      return lines.flatMap((line) => {
        if ("end" in line) return [];
        const path = line["file"] as string | undefined;
        return [
          {
            ...line,
            ...(path !== undefined && { files: [{ id: path, name: basename(path) }] }),
          } as unknown as Outgoing,
        ];
      });
    },
  };
}

test.each(["2-1-1", "2-3-3", "serious-illness-dossier"])("%s, a process for every message", async (id) => {
  const random = seeded(17);
  const form = formById(id) as Form;
  const table = fittingFacts(form, random, today);
  const filled = await fillIn(await restarting(), form, table, { restless: 0.6, random });
  const text = async (bytes: Buffer) => (await mammoth.extractRawText({ buffer: bytes })).value;
  expect(await text(await readFile(filled.sheet.id))).toBe(await text((await print(form, table)).bytes));
});
