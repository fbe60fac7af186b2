/** WeChat through Wechaty: private chats, and rooms in which the bot is mentioned. */
import { FileBox } from "file-box";
import { type Message, types, type Wechaty } from "wechaty";
import type { Log } from "../log.ts";
import { botkitHost, type Host } from "./botkit.ts";
import type { Channel, Handle, Incoming, Outgoing } from "./channel.ts";
import type { FileOf } from "./files.ts";

export interface WechatyParts {
  /** Built by the caller with the puppet that the operator named; not started yet. */
  readonly wechaty: Wechaty;
  readonly log: Log;
  /** The files that the assistant hands out. */
  readonly fileOf: FileOf;
}

/** Messages older than this arrive in a heap after a login and are not answered, seconds. */
const oldest = 120;

export function wechatyChannel({ wechaty, log, fileOf }: WechatyParts): Channel {
  let host: Host | undefined;
  let sequence: Promise<unknown> = Promise.resolve();
  const running = new Set<Promise<unknown>>();
  const failed = (where: string) => (cause: unknown) => log.error({ where, cause }, "wechaty");

  /** Wechaty loads messages side by side; taking them in the order of the puppet's events keeps a person's order. */
  function inOrder(messageId: string): void {
    const loading = wechaty.Message.find({ id: messageId });
    loading.catch(() => undefined);
    sequence = sequence
      .then(async () => {
        const message = await loading;
        const incoming = message && (await incomingOf(message));
        if (!incoming || !host) return;
        const turn = host.receive(incoming).catch(failed("turn"));
        running.add(turn);
        void turn.finally(() => running.delete(turn));
      })
      .catch(failed("load"));
  }

  async function send(outgoing: Outgoing): Promise<void> {
    const target =
      outgoing.room === undefined
        ? await wechaty.Contact.find({ id: outgoing.to })
        : await wechaty.Room.find({ id: outgoing.room });
    if (!target) throw new Error("The person or room is not known to this account.");
    const person = outgoing.room === undefined ? undefined : await wechaty.Contact.find({ id: outgoing.to });
    if (person && "topic" in target) await target.say(outgoing.text, person);
    else await target.say(outgoing.text);
    // A room never gets a file: what the assistant hands out is one person's.
    if (outgoing.room !== undefined) return;
    for (const { id } of outgoing.files ?? []) {
      const file = await fileOf(id, `wechaty:${outgoing.to}`);
      if (file) await target.say(FileBox.fromBase64(Buffer.from(file.bytes).toString("base64"), file.name));
    }
  }

  return {
    name: "wechaty",
    async start(handle: Handle) {
      host = botkitHost("wechaty", handle, send);
      wechaty.on("error", failed("puppet"));
      wechaty.on("puppet", (puppet) => puppet.on("message", ({ messageId }) => inOrder(messageId)));
      wechaty.on("scan", (qrcode) => log.info({ qrcode }, "scan to log in"));
      await wechaty.start();
      return ["微信：已启动，等待登录"];
    },
    send,
    async stop() {
      await sequence;
      await Promise.all(running);
      await wechaty.stop();
    },
  };
}

/** They carry no file; asking for one would fail. */
const withoutFile: readonly number[] = [
  types.Message.Contact,
  types.Message.GroupNote,
  types.Message.Location,
  types.Message.MiniProgram,
  types.Message.Recalled,
  types.Message.RedEnvelope,
  types.Message.Transfer,
  types.Message.Url,
];

/** Undefined for what is not for the assistant: its own words, old messages, room talk without a mention. */
async function incomingOf(message: Message): Promise<Incoming | undefined> {
  if (message.self() || message.age() > oldest) return undefined;
  const room = message.room();
  const isText = message.type() === types.Message.Text;
  if (withoutFile.includes(message.type())) return undefined;
  const mention = room !== undefined && isText && (await message.mentionSelf());
  if (room !== undefined && !mention) return undefined;
  const base = {
    id: message.id,
    channel: "wechaty",
    user: message.talker().id,
    ...(room !== undefined && { room: room.id, mention: true }),
  };
  if (isText) return { ...base, text: mention ? await message.mentionText() : message.text() };
  const box = await message.toFileBox();
  return { ...base, text: "", file: { name: box.name, bytes: await box.toBuffer() } };
}
