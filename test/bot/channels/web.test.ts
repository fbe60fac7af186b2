import { afterEach, beforeEach, expect, test } from "vitest";
import type { Incoming } from "../../../bot/channels/channel.ts";
import { PortTaken, webChannel } from "../../../bot/channels/web.ts";
import { silentLog } from "../../../bot/log.ts";

const secret = "test-secret";
let heard: Incoming[];
let web: ReturnType<typeof webChannel>;

const channel = (port = 0) =>
  webChannel({
    host: "127.0.0.1",
    port,
    secret,
    log: silentLog,
    history: async (user) => [{ from: "bot", text: `历史 ${user}` }],
  });

beforeEach(async () => {
  heard = [];
  web = channel();
  await web.start(async (incoming) => {
    heard.push(incoming);
    if (incoming.text === "坏了") throw new Error("secret detail 310118199003076132");
    return [
      { id: `${incoming.id}/1`, to: incoming.user, text: `答 ${incoming.text}`, outcome: "answered", quick: ["甲"] },
    ];
  });
});
afterEach(() => web.stop());

const url = (path: string) => `${web.url()}${path}`;

async function newSession(): Promise<string> {
  const response = await fetch(url("chat/history"));
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

const post = (cookie: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url("chat/messages"), {
    method: "POST",
    headers: { "content-type": "application/json", cookie, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** Opens the event stream and returns a reader of the next message. */
async function listen(cookie: string) {
  const stop = new AbortController();
  const response = await fetch(url("chat/events"), { headers: { cookie }, signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  const next = async (): Promise<{ id: string; text: string; quick: string[] }> => {
    for (;;) {
      const event = /data: (.*)\n\n/.exec(buffer);
      if (event) {
        buffer = buffer.slice(event.index + event[0].length);
        return JSON.parse(event[1] ?? "{}");
      }
      buffer += (await reader?.read())?.value ?? "";
    }
  };
  return { next, close: () => stop.abort() };
}

test("issues a session, answers over the live stream, and serves the history of that session only", async () => {
  const cookie = await newSession();
  const events = await listen(cookie);
  expect((await post(cookie, { id: "m1", text: "你好" })).status).toBe(202);
  expect(await events.next()).toEqual({ id: "m1/1", text: "答 你好", quick: ["甲"] });
  const history = await (await fetch(url("chat/history"), { headers: { cookie } })).json();
  expect(history).toEqual([{ from: "bot", text: `历史 ${heard[0]?.user}` }]);
  events.close();
});

test("takes no identity, type or channel from the client", async () => {
  const cookie = await newSession();
  await post(cookie, { id: "m1", text: "你好", user: "alice", type: "event", room: "r", channel: "wechaty" });
  expect(heard[0]).toEqual({ id: "m1", channel: "web", user: heard[0]?.user, text: "你好" });
  expect(heard[0]?.user).not.toBe("alice");
});

test("gives a forged or altered cookie a session of its own", async () => {
  const cookie = await newSession();
  await post(cookie, { id: "m1", text: "一" });
  await post(`${cookie.slice(0, -2)}xx`, { id: "m2", text: "二" });
  await post(`gonghui=${heard[0]?.user}.`, { id: "m3", text: "三" });
  expect(new Set(heard.map(({ user }) => user)).size).toBe(3);
});

test("refuses a post from another site", async () => {
  const cookie = await newSession();
  expect((await post(cookie, { id: "m1", text: "你好" }, { origin: "https://evil.example" })).status).toBe(403);
  expect((await post(cookie, { id: "m1", text: "你好" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect(heard).toEqual([]);
});

test.each([
  ["no JSON", "{", 400],
  ["no text", { id: "m1" }, 400],
  ["too large", { id: "m1", text: "长".repeat(400_000) }, 413],
])("answers %s with one Chinese line", async (_name, body, status) => {
  const response = await post(await newSession(), body);
  expect(response.status).toBe(status);
  expect(((await response.json()) as { problem: string }).problem).toMatch(/[\u4e00-\u9fff]/);
});

test("shows no cause of a failure to the person", async () => {
  const response = await post(await newSession(), { id: "m1", text: "坏了" });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/secret|310118|Error|at /);
});

test("serves the page with a strict content policy", async () => {
  const response = await fetch(url(""));
  expect(await response.text()).toContain("青浦工会政策助手");
  expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
});

test("says which port is taken", async () => {
  const port = Number(new URL(web.url()).port);
  await expect(channel(port).start(async () => [])).rejects.toBeInstanceOf(PortTaken);
});
