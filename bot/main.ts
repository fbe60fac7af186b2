/** Wires knowledge, storage and channels and starts them: the only place where adapters are chosen. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openKnowledge } from "../knowledge/index.ts";
import { tellingService } from "./applications/housekeeping.ts";
import { formDeskOver } from "./applications/web-form.ts";
import { assistant } from "./assistant.ts";
import type { Channel } from "./channels/channel.ts";
import { type Shown, webChannel } from "./channels/web.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { operatorLog } from "./log.ts";
import { chosenEmbedder } from "./model.ts";
import { type OutboxParts, sendAtOnce, sendWaiting } from "./outbox.ts";
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
  const channels: Channel[] = [];
  const addressed = config.GONGHUI_URL === undefined ? {} : { address: config.GONGHUI_URL };
  const site = (channel: string) => config.GONGHUI_URL ?? channels.find(({ name }) => name === channel)?.url?.();
  const { handle, handIn, idle } = assistant({ knowledge, store, clock, log, site });
  const fileOf = (id: string, person: string) => fileOfPerson(store, id, person);
  const outbox = { store, channels, clock, log };
  channels.push(
    webChannel({
      host: config.GONGHUI_HOST,
      port: config.GONGHUI_PORT,
      ...addressed,
      secret: await sessionSecret(data),
      log,
      history: (user) => historyOf(store, user),
      fileOf,
      forms: formDeskOver({
        store,
        clock,
        handIn,
        deliver: (person, turn) => sendAtOnce(outbox, person, turn),
      }),
    }),
  );
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
  const waiting = await leftover(outbox, store.alone);
  const telling = tellingService(outbox);
  // A day that was set by hand must not make anything due.
  const housekeeping = asOf === undefined ? dailyRetention({ store, sweep, clock, log }) : undefined;
  return {
    notices,
    async stop() {
      housekeeping?.stop();
      clearTimeout(waiting);
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
