/** Every crash point and every failing call of the script, one by one: nothing lost, doubled or half applied. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openFolder } from "../../../bot/storage/open.ts";
import { type Store, StoreUnavailable } from "../../../bot/storage/store.ts";
import { storeOver } from "../../../bot/storage/store-over.ts";
import { type CrashDisk, crashDisk, type Image, type Model, models } from "./crash-disk.ts";
import { type State, script, soundState } from "./script.ts";

const folder = "/data";

async function openOn(disk: CrashDisk): Promise<{ store: Store; notices: readonly string[] }> {
  const { documents, marks } = await openFolder(folder, disk, { keyFile: "/data.key" });
  return { store: storeOver(documents, marks), notices: documents.notices };
}

interface Point {
  readonly image: Image;
  readonly model: Model;
  /** Operations acknowledged before the crash; the next one was under way. */
  readonly acknowledged: number;
  readonly step: number;
}

let taken: ReturnType<typeof photographed> | undefined;
const points = () => {
  taken ??= photographed();
  return taken;
};

/** One run of the script, photographed before each step in each model; equal pictures are taken once. */
async function photographed(): Promise<{ points: readonly Point[]; states: readonly State[]; steps: number }> {
  const pictures = new Map<string, Point>();
  let acknowledged = -1;
  const photograph = (step: number) => {
    for (const model of models) {
      const image = disk.image(model);
      const digest = createHash("sha256");
      for (const [path, data] of [...image].sort()) digest.update(`${path}\0${data}\0`);
      const key = `${acknowledged}/${digest.digest("base64")}`;
      if (!pictures.has(key)) pictures.set(key, { image, model, acknowledged, step });
    }
  };
  const disk = crashDisk({ before: photograph });
  const { store } = await openOn(disk);
  const states = [await soundState(store)];
  acknowledged = 0;
  for (const operation of script) {
    await operation.run(store);
    states.push(await soundState(store));
    acknowledged += 1;
  }
  return { points: [...pictures.values()], states, steps: disk.steps() };
}

test("at every crash point, in four models, what was acknowledged is there, whole and once", async () => {
  const { points: crashes, states, steps } = await points();
  for (const { image, model, acknowledged, step } of crashes) {
    const where = `step ${step}, ${model}, after ${script[acknowledged - 1]?.name ?? "the start"}`;
    const { store, notices } = await openOn(crashDisk({ start: image }));
    expect(notices, where).toEqual([]);
    const state = await soundState(store).catch((cause: unknown) => {
      throw new Error(`${where}: ${String(cause)}`, { cause });
    });
    const done = Math.max(acknowledged, 0);
    expect([states[done], states[done + 1]], where).toContainEqual(state);
    // The operation that was under way comes again, as a redelivered message does, and happens once.
    await script[done]?.run(store);
    expect(await soundState(store), `${where}, again`).toEqual(states[done + 1] ?? states[done]);
  }
  expect(steps).toBeGreaterThan(300);
  expect(crashes.length).toBeGreaterThan(350);
}, 120_000);

test("a crash while a crash is being repaired loses nothing either", async () => {
  const { points: crashes, states } = await points();
  const unfinished = crashes.filter(({ image }) => [...image.keys()].some((path) => path.startsWith("/data/commits/")));
  for (const { image, model, acknowledged, step } of unfinished) {
    for (let stop = 1; ; stop += 1) {
      const disk = crashDisk({
        start: image,
        before: (at) => {
          if (at >= stop) throw new Error("crashed");
        },
      });
      const whole = await openOn(disk).then(
        () => true,
        () => false,
      );
      if (whole) break;
      const { store, notices } = await openOn(crashDisk({ start: disk.image(stop % 2 ? "everything" : "onlySynced") }));
      expect(notices).toEqual([]);
      const state = await soundState(store);
      expect([states[acknowledged], states[acknowledged + 1]], `step ${step}, ${model}, repair ${stop}`).toContainEqual(
        state,
      );
    }
  }
  expect(unfinished.length).toBeGreaterThan(50);
}, 120_000);

async function callsOfScript() {
  const counting = crashDisk();
  const { store } = await openOn(counting);
  const afterOpen = counting.steps();
  for (const operation of script) await operation.run(store);
  return { afterOpen, total: counting.steps() };
}

/** Every so many calls of the script; no kind of call comes at this interval only. */
const stride = 5;

test("after an input/output error at any kind of call nothing more is written or acknowledged, and a restart finds all that was", async () => {
  const { states } = await points();
  const { afterOpen, total } = await callsOfScript();
  for (let failing = afterOpen + 1; failing <= total; failing += stride) {
    const disk = crashDisk({
      before: (step) => {
        if (step === failing) throw Object.assign(new Error("i/o error"), { code: "EIO" });
      },
    });
    const { store } = await openOn(disk);
    let acknowledged = 0;
    for (const operation of script) {
      const failed = disk.steps() >= failing;
      const done = await operation.run(store).then(
        () => true,
        () => false,
      );
      if (!failed && done) acknowledged += 1;
    }
    const possible = [states[acknowledged], states[acknowledged + 1]];
    expect(possible, `step ${failing}, in memory`).toContainEqual(await soundState(store));
    await store.close();
    expect(disk.steps(), `step ${failing}, tried again`).toBe(failing);
    const restarted = await openOn(crashDisk({ start: disk.image("everything") }));
    expect(restarted.notices).toEqual([]);
    expect(possible, `step ${failing}, restarted`).toContainEqual(await soundState(restarted.store));
  }
}, 120_000);

test("whichever call fails, the person is told, memory equals disk, and the next turn works", async () => {
  const { afterOpen, total } = await callsOfScript();
  for (let failing = afterOpen + 1; failing <= total; failing += 1) {
    const disk = crashDisk({
      before: (step) => {
        if (step === failing) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
      },
    });
    const { store } = await openOn(disk);
    for (const operation of script) {
      const refused = await operation.run(store).then(
        () => false,
        (cause: unknown) => {
          expect(cause, `step ${failing}, ${operation.name}`).toBeInstanceOf(StoreUnavailable);
          return true;
        },
      );
      if (!refused) continue;
      const inMemory = await soundState(store);
      const onDisk = await soundState((await openOn(crashDisk({ start: disk.image("everything") }))).store);
      expect(inMemory, `step ${failing}, ${operation.name}`).toEqual(onDisk);
      await operation.run(store);
    }
    const final = await soundState(store);
    expect(final.turns, `step ${failing}`).toEqual({ a: 35, b: 2, c: 2 });
    expect(final.applications).toEqual({ app3: "handedIn", app4: "handedIn" });
  }
}, 120_000);
