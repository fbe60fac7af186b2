/** The web form as it is wired, over a store in memory: a chat of any channel, and browsers that open its links. */
import { formDeskOver } from "../../bot/applications/web-form.ts";
import { assistant } from "../../bot/assistant.ts";
import type { Outgoing } from "../../bot/channels/channel.ts";
import { webChannel } from "../../bot/channels/web.ts";
import { silentLog } from "../../bot/log.ts";
import { sendAtOnce } from "../../bot/outbox.ts";
import { memoryStore } from "../../bot/storage/memory.ts";
import type { Knowledge } from "../../knowledge/index.ts";

export interface Posted {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & { readonly problem?: string };
  readonly headers: Headers;
}

export async function webForm(knowledge: Knowledge, address?: string) {
  const store = memoryStore();
  let hour = 8;
  const clock = { today: () => "2023-06-15", now: () => new Date(Date.UTC(2023, 5, 15, hour)).toISOString() };
  const sent: Outgoing[] = [];
  const chats = { name: "chat", start: async () => [], stop: async () => undefined };
  const channels = [{ ...chats, send: async (one: Outgoing) => void sent.push(one) }];
  const site = (channel: string) => (channel === "chat" ? web.url() : address);
  const own = assistant({ knowledge, store, clock, log: silentLog, site });
  const deliver = (person: string, turn: Parameters<typeof sendAtOnce>[2]) =>
    sendAtOnce({ store, channels, clock, log: silentLog }, person, turn);
  const web = webChannel({
    host: "127.0.0.1",
    port: 0,
    ...(address !== undefined && { address }),
    secret: "test-secret",
    log: silentLog,
    history: async () => [],
    fileOf: async () => undefined,
    forms: formDeskOver({ store, clock, handIn: own.handIn, deliver }),
  });
  await web.start(own.handle);
  let number = 0;

  /** One message in the chat; what was said to it. */
  async function say(text: string, user = "u1", channel = "chat"): Promise<string> {
    number += 1;
    const replies = await own.handle({ id: `m${number}`, channel, user, text });
    return replies.map((one) => one.text).join("\n");
  }
  const link = async (user = "u1"): Promise<string> => /#(\w{32})/.exec(await say("网页填", user))?.[1] ?? "";
  const origin = () => new URL(web.url()).origin;

  async function request(method: string, path: string, options: RequestInit = {}): Promise<Posted> {
    const response = await fetch(`${web.url()}form/${path}`, { method, ...options });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : { text }, headers: response.headers };
  }

  /** A browser of its own; it keeps the cookie of the page it opened last. */
  function browser() {
    let cookie = "";
    const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Posted> => {
      const all = { "content-type": "application/json", origin: origin(), cookie, ...headers };
      const answer = await request("POST", path, {
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")),
        body: typeof body === "string" || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
      });
      cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
      return answer;
    };
    const page = async () => (await request("GET", "description", { headers: { cookie } })).body["page"] as Page;
    return {
      post,
      get: (path: string) => request("GET", path, { headers: { cookie } }),
      cookie: () => cookie,
      use(other: string) {
        cookie = other;
      },
      page,
      open: (secret: string) => post("open", { secret }),
      async order() {
        const { application, revision } = await page();
        return { application, revision };
      },
    };
  }
  return {
    store,
    sent,
    say,
    link,
    browser,
    request,
    url: () => web.url(),
    later: (hours: number) => {
      hour += hours;
    },
    stop: () => web.stop(),
  };
}

interface Field {
  readonly id: string;
  readonly input: string;
  readonly applies: boolean;
  readonly value: unknown;
}

export interface Page {
  readonly application: string;
  readonly revision: number;
  readonly consents: readonly { readonly purpose: string; readonly text: string }[];
  readonly sections: readonly { readonly fields: readonly Field[] }[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly purpose: string }[];
  readonly missing: readonly { readonly field: string }[];
  readonly handedIn?: { readonly number: string };
}
