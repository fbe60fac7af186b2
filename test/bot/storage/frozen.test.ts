/** Data folders of every schema that was ever in use, with their keys: this version opens each and goes on with it. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newConversation } from "../../../bot/dialogue/conversation.ts";
import { currentSchema } from "../../../bot/storage/document-file.ts";
import { openFolder } from "../../../bot/storage/open.ts";
import { storeOver } from "../../../bot/storage/store-over.ts";
import { all, turnOf } from "../../contracts/store.ts";
import { crashDisk } from "./crash-disk.ts";
import { soundState } from "./script.ts";

const folder = new URL("./frozen/", import.meta.url);
const frozen = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

const imageOf = (name: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        const { path, text } = JSON.parse(line) as { path: string; text: string };
        return [path, text];
      }),
  );

test("the present schema is kept; if not, run frozen/freeze.ts", () => {
  expect(frozen).toContain(`schema-${currentSchema}.jsonl`);
});

test.each(frozen)("%s opens whole and goes on", async (name) => {
  const disk = crashDisk({ start: imageOf(name) });
  const open = async () => {
    const { documents, marks } = await openFolder("/data", disk, { keyFile: "/data.key" });
    expect(documents.notices).toEqual([]);
    return storeOver(documents, marks);
  };
  const store = await open();
  const state = {
    turns: { a: 35, b: 2, c: 2 },
    applications: { app3: "handedIn", app4: "handedIn" },
    audit: 5,
  };
  expect(await soundState(store)).toEqual(state);
  expect((await all(store.undelivered())).map(({ reply }) => reply.id)).not.toContain("m35/1");
  await store.commit(turnOf(newConversation("web:a"), 36));
  await store.close();
  expect((await soundState(await open())).turns).toEqual({ ...state.turns, a: 36 });
});
