/** Wires knowledge, storage and channels and starts them: the only place where adapters are chosen. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openKnowledge } from "../knowledge/index.ts";
import { tellingService } from "./applications/housekeeping.ts";
import { assistant } from "./assistant.ts";
import type { Channel } from "./channels/channel.ts";
import { type Shown, webChannel } from "./channels/web.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { operatorLog } from "./log.ts";
import { chosenEmbedder } from "./model.ts";
import { type OutboxParts, sendWaiting } from "./outbox.ts";
import { dailyRetention } from "./privacy/daily.ts";
import { openStore } from "./storage/open.ts";
import { sessionSecret } from "./storage/secret.ts";
import type { Store } from "./storage/store.ts";
import { fileOfPerson, sweepHandedOut } from "./storage/stored-files.ts";

export interface Running {
  /** Addresses and notices for the operator. */
  readonly notices: readonly string[];
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly data: string;
  readonly asOf?: string;
}

export async function startAssistant({ config, data, asOf }: StartOptions): Promise<Running> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const log = operatorLog(config.LOG_LEVEL);
  const store = await openStore(data);
  // Serving starts at once; a question that comes before the model has loaded waits this long for it, in ms.
  const knowledge = await openKnowledge({ embedder: chosenEmbedder(config.GONGHUI_MODEL), patience: 6000 });
  const clock = systemClock(asOf);
  const sweep = (now: number) => sweepHandedOut(data, now);
  const { handle, idle } = assistant({ knowledge, store, clock, log });
  const fileOf = (id: string, person: string) => fileOfPerson(store, id, person);
  const web = webChannel({
    host: config.GONGHUI_HOST,
    port: config.GONGHUI_PORT,
    secret: await sessionSecret(data),
    log,
    history: (user) => historyOf(store, user),
    fileOf,
  });
  const channels: Channel[] = [web];
  if (config.WECHATY_PUPPET !== undefined) {
    const { wechatyFor } = await import("./channels/wechaty-puppet.ts");
    channels.push(
      await wechatyFor({
        puppet: config.WECHATY_PUPPET,
        memory: join(data, "wechaty"),
        log,
        fileOf,
      }),
    );
  }
  const notices: string[] = [...store.notices];
  for (const channel of channels) notices.push(...(await channel.start(handle)));
  const outbox = await leftover({ store, channels, clock, log }, store.alone);
  const telling = tellingService({ store, channels, clock, log });
  // A day that was set by hand must not make anything due.
  const housekeeping = asOf === undefined ? dailyRetention({ store, sweep, clock, log }) : undefined;
  return {
    notices,
    async stop() {
      housekeeping?.stop();
      clearTimeout(outbox);
      await telling.stop();
      for (const channel of channels) await channel.stop();
      await idle();
      await store.close();
      await knowledge.close();
    },
  };
}

/** Another process on the same store may be alive and about to send what it has just committed. */
const oftenSent = 15_000;

async function leftover(parts: OutboxParts, alone: boolean): Promise<NodeJS.Timeout | undefined> {
  if (alone) return void (await sendWaiting(parts));
  const sending = () => sendWaiting({ ...parts, youngest: oftenSent });
  const failed = (cause: unknown) => parts.log.error({ cause }, "outbox failed");
  return setTimeout(() => void sending().catch(failed), oftenSent).unref();
}

/** What the page shows again after a reload: the last lines of this person's web conversation. */
const shownAgain = 100;

async function historyOf(store: Store, user: string): Promise<readonly Shown[]> {
  const lines: Shown[] = [];
  for await (const { from, text, files } of store.log({ conversation: `web:${user}` }))
    lines.push({ from, text, ...(files && { files }) });
  return lines.slice(-shownAgain);
}
