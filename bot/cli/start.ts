/** `gonghui start`: web chat and every configured channel, until it is told to stop. */
import { accessSync, constants, mkdirSync } from "node:fs";
import { PortTaken } from "../channels/web.ts";
import { BadSetting, readConfig } from "../config.ts";
import { startAssistant } from "../main.ts";
import { UsageError, usage } from "./usage.ts";

export async function start(argv: readonly string[]): Promise<void> {
  const used = usage(argv, ["port", "host"]);
  const config = settings({
    ...process.env,
    ...given("GONGHUI_PORT", used.value("port")),
    ...given("GONGHUI_HOST", used.value("host")),
  });
  writable(used.data);
  const running = await startAssistant({
    config,
    data: used.data,
    ...(used.asOf !== undefined && { asOf: used.asOf }),
  }).catch((cause: unknown) => {
    if (cause instanceof PortTaken)
      throw new UsageError(`端口 ${cause.message} 已被占用。换一个：gonghui start --port 8024，或先停掉占用它的程序`);
    throw cause;
  });
  for (const notice of running.notices) process.stderr.write(`${notice}\n`);
  await stopSignal();
  await inTime(
    () => running.stop(),
    longestStop,
    () => process.exit(1),
  );
}

/** Milliseconds; what hangs longer has not been acknowledged, or waits in the outbox for the next start. */
const longestStop = 4500;

/** Service managers kill what does not end in time. */
export async function inTime(stop: () => Promise<void>, milliseconds: number, giveUp: () => void): Promise<void> {
  const timer = setTimeout(giveUp, milliseconds);
  await stop();
  clearTimeout(timer);
}

const given = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });

function settings(environment: NodeJS.ProcessEnv) {
  try {
    return readConfig(environment);
  } catch (cause) {
    if (cause instanceof BadSetting) throw new UsageError(cause.message);
    throw cause;
  }
}

function writable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new UsageError(`数据目录「${folder}」不能写。请换一个目录（--data 目录），或检查权限和磁盘`);
  }
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
