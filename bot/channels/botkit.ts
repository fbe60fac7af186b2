/**
 * Botkit as host of the conversational channels, made safe.
 *
 * Stock Botkit 4.15 loses the error of a handler and never settles the turn, so one bad turn would block its person
 * for ever. Here every stage of a turn is awaited and its error reaches the caller.
 */
import { type Activity, BotAdapter, type ConversationReference, type Storage, TurnContext } from "botbuilder-core";
import { DialogTurnStatus } from "botbuilder-dialogs";
import { Botkit, type BotkitMessage, BotWorker } from "botkit";
import type { Handle, Incoming, Outgoing } from "./channel.ts";

interface Middleware {
  run(bot: unknown, message: unknown, done: (error: unknown) => void): void;
}

/** The stages of a turn that Botkit keeps to itself. */
interface Inside {
  readonly middleware: Readonly<Record<"ingest" | "receive" | "interpret" | "send", Middleware>>;
  listenForInterrupts(bot: BotWorker, message: BotkitMessage): Promise<unknown>;
  listenForTriggers(bot: BotWorker, message: BotkitMessage): Promise<unknown>;
}

// Botkit declares these members private; they are stable since 4.0 and the only way to await a turn.
const inside = (controller: unknown): Inside => controller as Inside;

const through = (ware: Middleware, bot: unknown, message: unknown): Promise<void> =>
  new Promise((resolve, reject) => ware.run(bot, message, (error) => (error ? reject(error) : resolve())));

class SafeWorker extends BotWorker {
  override async say(message: Partial<BotkitMessage> | string): Promise<unknown> {
    const activity = this.ensureMessageFormat(message as never);
    await through(inside(this.controller).middleware.send, this, activity);
    return this.getConfig("context").sendActivity(activity);
  }
}

class SafeBotkit extends Botkit {
  override async handleTurn(context: TurnContext): Promise<unknown> {
    const { activity } = context;
    const message = messageOf(context);
    context.turnState.set("botkitMessage", message);
    const dialogs = await this.dialogSet.createContext(context as never);
    const bot = await this.spawn(dialogs);
    const { middleware, listenForInterrupts, listenForTriggers } = bound(this);
    await through(middleware.ingest, bot, message);
    await through(middleware.receive, bot, message);
    if ((await listenForInterrupts(bot, message)) === false) {
      const running = await dialogs.continueDialog();
      if (running?.status === DialogTurnStatus.empty) {
        await through(middleware.interpret, bot, message);
        if ((await listenForTriggers(bot, message)) === false) await this.trigger(message.type, bot, message);
      }
    }
    await this.saveState(bot);
    return activity.id;
  }
}

function bound(controller: SafeBotkit): Inside {
  const own = inside(controller);
  return {
    middleware: own.middleware,
    listenForInterrupts: own.listenForInterrupts.bind(controller),
    listenForTriggers: own.listenForTriggers.bind(controller),
  };
}

function messageOf(context: TurnContext): BotkitMessage {
  const { activity } = context;
  return {
    type: "message",
    user: activity.from.id,
    channel: activity.conversation.id,
    text: activity.text,
    value: activity.value,
    reference: TurnContext.getConversationReference(activity) as ConversationReference,
    context,
    incoming_message: activity,
  } as BotkitMessage;
}

/** The assistant keeps its own state; Botkit's stays empty. */
const noState: Storage = { read: async () => ({}), write: async () => undefined, delete: async () => undefined };

/** Delivers a reply to where the message came from; set by each channel. */
export type Deliver = (outgoing: Outgoing) => Promise<void>;

class ChannelAdapter extends BotAdapter {
  readonly name: string;
  readonly botkit_worker = SafeWorker;
  readonly deliver: Deliver;

  constructor(name: string, deliver: Deliver) {
    super();
    this.name = name;
    this.deliver = deliver;
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]) {
    const sent: { id: string }[] = [];
    for (const activity of activities) {
      const outgoing = activity.channelData as Outgoing | undefined;
      if (outgoing?.id !== undefined) await this.deliver(outgoing);
      sent.push({ id: outgoing?.id ?? "" });
    }
    return sent;
  }

  override async updateActivity(): Promise<void> {
    throw new Error("A message that was sent cannot be changed.");
  }

  override async deleteActivity(): Promise<void> {
    throw new Error("A message that was sent cannot be taken back.");
  }

  override async continueConversation(): Promise<void> {
    throw new Error("Replies outside of a turn go through Channel.send.");
  }

  take(incoming: Incoming, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
    return this.runMiddleware(new TurnContext(this as never, activityOf(this.name, incoming)), async (context) => {
      await logic(context);
    });
  }
}

/** Only server-side fields: nothing that a client sent can set a type or an identity. */
function activityOf(channel: string, incoming: Incoming): Partial<Activity> {
  const conversation = incoming.room === undefined ? `dm:${incoming.user}` : `room:${incoming.room}`;
  return {
    type: "message",
    id: incoming.id,
    channelId: channel,
    serviceUrl: `${channel}:`,
    conversation: { id: conversation } as never,
    from: { id: incoming.user, name: incoming.user },
    recipient: { id: "assistant", name: "assistant" },
    text: incoming.text,
    value: incoming,
  };
}

export interface Host {
  /**
   * Runs a message through Botkit to the assistant and its replies to `deliver`; rejects when a stage fails. A message
   * that comes again while its turn is under way joins it: its replies are on their way already.
   */
  receive(incoming: Incoming): Promise<void>;
}

/** One Botkit controller for one channel; silent: no web server, no console. */
export function botkitHost(channel: string, handle: Handle, deliver: Deliver): Host {
  const adapter = new ChannelAdapter(channel, deliver);
  const controller = new SafeBotkit({
    disable_webserver: true,
    disable_console: true,
    storage: noState,
    adapter: adapter as never,
  });
  const failures = new WeakMap<Incoming, unknown>();
  const underWay = new Map<string, Promise<void>>();
  controller.on("message", async (bot, message) => {
    const incoming = message["value"] as unknown as Incoming;
    try {
      const replies = await handle(incoming);
      for (const outgoing of replies) {
        await bot.reply(message, { type: "message", text: outgoing.text, channelData: outgoing } as never);
      }
      handle.sent?.(incoming, replies);
    } catch (cause) {
      // Botkit would print the error, and with it what the person wrote.
      failures.set(incoming, cause);
    }
  });
  async function run(incoming: Incoming): Promise<void> {
    await adapter.take(incoming, (context) => controller.handleTurn(context));
    if (failures.has(incoming)) throw failures.get(incoming);
  }
  return {
    receive(incoming) {
      const name = JSON.stringify([incoming.user, incoming.room, incoming.id]);
      const running = underWay.get(name) ?? run(incoming).finally(() => underWay.delete(name));
      underWay.set(name, running);
      return running;
    },
  };
}
