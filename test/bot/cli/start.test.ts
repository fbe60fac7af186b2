/** The service from outside: started, talked to, told to stop. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { inTime } from "../../../bot/cli/start.ts";
import { openStore } from "../../../bot/storage/open.ts";
import { all } from "../../contracts/store.ts";
import { newFolder } from "../storage/folders.ts";

async function service(data: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "bot/cli.ts", "start", "--port", "0", "--data", data], {
    env: { ...process.env, LOG_LEVEL: "error", GONGHUI_MODEL: "off" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  for await (const bytes of child.stderr ?? []) {
    said += String(bytes);
    const url = /http:\S+\//.exec(said)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`The service did not start: ${said}`);
}

test("told to stop while thirty persons write, it ends by itself; what it acknowledged is there, once", async () => {
  const data = await newFolder();
  const { child, url } = await service(data);
  const acknowledged: string[] = [];
  let enough: () => void = () => undefined;
  const busy = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const person = async (name: number): Promise<void> => {
    let cookie = "";
    for (let number = 1; ; number += 1) {
      const text = `取消 ${name}-${number}`;
      const response = await fetch(`${url}chat/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(cookie !== "" && { cookie }) },
        body: JSON.stringify({ id: `${name}-${number}`, text }),
      });
      cookie ||= response.headers.get("set-cookie")?.split(";")[0] ?? "";
      expect(response.status).toBe(202);
      if (acknowledged.push(text) > 200) enough();
    }
  };
  // Each ends when its connection is closed.
  const persons = Promise.allSettled(Array.from({ length: 30 }, (_, name) => person(name)));
  await busy;
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  const ends = (await persons).map((one) => one.status === "rejected" && one.reason instanceof TypeError);
  expect(new Set(ends), "closed connections, no refusals").toEqual(new Set([true]));

  const store = await openStore(data);
  expect(store.notices).toEqual([]);
  const said = (await all(store.log({}))).filter(({ from }) => from === "person").map(({ text }) => text);
  expect(new Set(said).size).toBe(said.length);
  expect(acknowledged.filter((text) => !said.includes(text))).toEqual([]);
  await store.close();
});

test("what hangs while it stops is given up in time, and what ends is not", async () => {
  vi.useFakeTimers();
  const giveUp = vi.fn();
  await inTime(async () => undefined, 1000, giveUp);
  void inTime(() => new Promise(() => undefined), 1000, giveUp);
  await vi.advanceTimersByTimeAsync(999);
  expect(giveUp).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(giveUp).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
