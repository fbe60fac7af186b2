/** Forty ways to find the data at a start: what is whole opens, what is not is refused or named, nothing starts empty. */
import { describe, expect, test } from "vitest";
import { openFolder } from "../../../bot/storage/open.ts";
import { StoreRefused } from "../../../bot/storage/store.ts";
import { storeOver } from "../../../bot/storage/store-over.ts";
import { crashDisk, type Image } from "./crash-disk.ts";
import { script, soundState } from "./script.ts";

const openOn = async (image: Image) => {
  const disk = crashDisk({ start: image });
  const { documents, marks } = await openFolder("/data", disk, { keyFile: "/data.key" });
  return { store: storeOver(documents, marks), documents, disk };
};

let usual: Promise<Image> | undefined;
const goodImage = (): Promise<Image> => {
  usual ??= imageAfter(40);
  return usual;
};

async function imageAfter(operations: number): Promise<Image> {
  const { store, disk } = await openOn(new Map());
  for (const operation of script.slice(0, operations)) await operation.run(store);
  await store.close();
  return disk.image("everything");
}

const flipped = (text: string, at: number): string => {
  const bytes = Buffer.from(text);
  const index = Math.floor((bytes.length - 1) * at);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes.toString("latin1");
};

const ways: readonly (readonly [string, (text: string) => string | undefined])[] = [
  ["missing", () => undefined],
  ["empty", () => ""],
  ["null", () => "null"],
  ["an empty object", () => "{}"],
  ["a list", () => "[]"],
  ["with a byte order mark", (text) => `\uFEFF${text}`],
  ["with __proto__", () => '{"__proto__":{"schema":1}}'],
  ["NUL bytes", (text) => "\0".repeat(text.length)],
  ["a block of NUL bytes inside", (text) => `${text.slice(0, 40)}${"\0".repeat(20)}${text.slice(60)}`],
  ["twice in a row", (text) => text + text],
  ...[1, 10, 50, 90, 99].map(
    (part) => [`cut at ${part} %`, (text: string) => text.slice(0, (text.length * part) / 100)] as const,
  ),
  ...Array.from(
    { length: 20 },
    (_, bit) => [`bit ${bit + 1} flipped`, (text: string) => flipped(text, (bit + 0.5) / 20)] as const,
  ),
];

describe.each(["conversation", "application", "audit", "quota", "series"])("a %s document", (kind) => {
  test.each(ways)("%s", async (_, damage) => {
    const good = await goodImage();
    const [path = "", text = ""] = [...good].find(([name]) => name.startsWith(`/data/${kind}/`)) ?? [];
    const image = new Map(good);
    const damaged = damage(text);
    if (damaged === undefined) image.delete(path);
    else image.set(path, damaged);
    if (kind !== "conversation") {
      await expect(openOn(image)).rejects.toBeInstanceOf(StoreRefused);
      return;
    }
    const { documents, disk } = await openOn(image);
    expect(documents.notices).toHaveLength(1);
    expect(documents.notices[0]).toContain(path.slice("/data/".length));
    if (damaged !== undefined)
      expect(disk.image("everything").get(path.replace("/data/conversation/", "/data/quarantine/conversation-"))).toBe(
        damaged,
      );
  });
});

describe("the files beside the documents", () => {
  const without = async (name: string, text?: string) => {
    const image = new Map(await goodImage());
    if (text === undefined) image.delete(name);
    else image.set(name, text);
    return openOn(image);
  };

  test("a missing or damaged key file, or key ring, is refused", async () => {
    for (const name of ["/data.key", "/data.keyring"]) {
      await expect(without(name), name).rejects.toBeInstanceOf(StoreRefused);
      await expect(without(name, "{}\n"), name).rejects.toBeInstanceOf(StoreRefused);
    }
  });

  test("a damaged inventory is rebuilt, and said so", async () => {
    const { documents, store } = await without("/data/inventory.log", "+ nonsense 00000000\n");
    expect(documents.notices).toEqual([expect.stringContaining("inventory.log")]);
    expect((await soundState(store)).turns).toMatchObject({ a: 34 });
  });

  test("an inventory that lost its end is completed from what is there", async () => {
    const image = new Map(await imageAfter(2));
    image.set("/data/inventory.log", (image.get("/data/inventory.log") ?? "").slice(0, -30));
    const { documents, store } = await openOn(image);
    expect(documents.notices).toEqual([]);
    expect((await soundState(store)).turns).toEqual({ a: 1, b: 1, c: 0 });
  });

  test("a document of a newer schema is refused and left as it is", async () => {
    const { writeFile } = await import("../../../bot/storage/document-file.ts");
    const disk = crashDisk({ start: await goodImage() });
    const name = "a".repeat(40);
    await writeFile(disk, `/data/ruling/${name}.json`, { schema: 99, kind: "ruling", name, revision: 1, fields: {} });
    await expect(openOn(disk.image("everything"))).rejects.toThrow(/更新的版本/);
  });

  test("two documents that changed places are noticed", async () => {
    const image = new Map(await goodImage());
    const [one = "", other = ""] = [...image.keys()].filter((name) => name.startsWith("/data/conversation/"));
    const [a = "", b = ""] = [image.get(one), image.get(other)];
    image.set(one, b).set(other, a);
    expect((await openOn(image)).documents.notices).toHaveLength(2);
  });
});
