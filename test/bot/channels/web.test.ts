import { afterEach, beforeEach, expect, test } from "vitest";
import type { Incoming } from "../../../bot/channels/channel.ts";
import { PortTaken, webChannel } from "../../../bot/channels/web.ts";
import { operatorLog } from "../../../bot/log.ts";

const secret = "test-secret";
const file = { name: "表\u202e\r\n../“甲”.docx", type: "application/pdf", bytes: Buffer.from("内容") };
let lines: string[];
let owner: string;
let heard: Incoming[];
let web: ReturnType<typeof webChannel>;

const channel = (port = 0) =>
  webChannel({
    host: "127.0.0.1",
    port,
    secret,
    log: operatorLog("info", { write: (line) => void lines.push(line) }),
    history: async (user) => [{ from: "bot", text: `历史 ${user}` }],
    fileOf: async (id, person) => (id === "a1" && person === owner ? file : undefined),
  });

beforeEach(async () => {
  heard = [];
  lines = [];
  owner = "";
  web = channel();
  await web.start(async (incoming) => {
    heard.push(incoming);
    if (incoming.text === "坏了") throw new Error("secret detail 310118199003076132");
    return [
      {
        id: `${incoming.id}/1`,
        to: incoming.user,
        text: `答 ${incoming.text}`,
        outcome: "answered",
        quick: ["甲"],
        ...(incoming.file && { files: [{ id: "a1", name: incoming.file.name }] }),
      },
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
  const next = async (): Promise<Record<string, unknown>> => {
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
  expect(await events.next()).toEqual({ id: "m1/1", text: "答 你好", quick: ["甲"], files: [] });
  const history = await (await fetch(url("chat/history"), { headers: { cookie } })).json();
  expect(history).toEqual([{ from: "bot", text: `历史 ${heard[0]?.user}` }]);
  events.close();
});

test("takes no identity, type or channel from the client", async () => {
  const cookie = await newSession();
  await post(cookie, {
    id: "m1",
    text: "你好",
    user: "alice",
    type: "event",
    room: "r",
    channel: "wechaty",
    file: { name: "a" },
  });
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

test("logs that a message was refused, and nothing of what it held", async () => {
  await post(await newSession(), "张三的病历");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"status":400');
  expect(lines[0]).not.toMatch(/张三|病历/);
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

const upload = (
  cookie: string,
  id: string,
  name: string | undefined,
  body: Uint8Array,
  headers: Record<string, string> = {},
) =>
  fetch(url(`chat/files?${id}`), {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      cookie,
      ...(name !== undefined && { "x-file-name": name }),
      ...headers,
    },
    body: Buffer.from(body),
  });

test("takes a file as bytes, whatever it is called, and names the files of a reply", async () => {
  const cookie = await newSession();
  const events = await listen(cookie);
  const name = "../../名册 一.xlsx";
  const bytes = Buffer.from([0, 255, 1]);
  expect((await upload(cookie, "id=f1", encodeURIComponent(name), bytes)).status).toBe(202);
  expect(heard[0]).toMatchObject({ id: "f1", channel: "web", text: "", file: { name, bytes } });
  expect(await events.next()).toMatchObject({ files: [{ id: "a1", name }] });
  events.close();
});

test.each([
  ["of 20 MB", 20, {}, "id=f1", "a.pdf", 202],
  ["of 21 MB", 21, {}, "id=f1", "a.pdf", 413],
  ["from another site", 0, { origin: "https://evil.example" }, "id=f1", "a.pdf", 403],
  ["of another kind of body", 0, { "content-type": "multipart/form-data; boundary=x" }, "id=f1", "a.pdf", 400],
  ["without a name", 0, {}, "id=f1", undefined, 400],
  ["with a name that cannot be read", 0, {}, "id=f1", "%E0%A4%A", 400],
  ["with a name that is too long", 0, {}, "id=f1", "a".repeat(256), 400],
  ["without an id", 0, {}, "", "a.pdf", 400],
  ["with two ids", 0, {}, "id=f1&id=f2", "a.pdf", 400],
])("answers a file %s with a status and one Chinese line", async (_name, megabytes, headers, id, name, status) => {
  const body = new Uint8Array(megabytes * 1024 * 1024 + 1 - Math.sign(megabytes));
  const response = await upload(await newSession(), id, name, body, headers);
  expect(response.status).toBe(status);
  expect(heard.length).toBe(status === 202 ? 1 : 0);
  if (status !== 202) expect(((await response.json()) as { problem: string }).problem).toMatch(/[\u4e00-\u9fff]/);
});

test("hands a file to its own person only, as a download with a harmless name", async () => {
  const cookie = await newSession();
  await post(cookie, { id: "m1", text: "一" });
  owner = `web:${heard[0]?.user}`;
  const mine = await fetch(url("chat/files/a1"), { headers: { cookie } });
  expect(Buffer.from(await mine.arrayBuffer())).toEqual(file.bytes);
  expect(Object.fromEntries(mine.headers)).toMatchObject({
    "content-type": "application/pdf",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-disposition": `attachment; filename="?___.._???.docx"; filename*=UTF-8''${encodeURIComponent("表___.._“甲”.docx")}`,
  });
  const others = await Promise.all([
    fetch(url("chat/files/a1")),
    fetch(url("chat/files/a2"), { headers: { cookie } }),
    fetch(url("chat/files/__proto__"), { headers: { cookie } }),
  ]);
  expect(others.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set(await Promise.all(others.map((response) => response.text()))).size).toBe(1);
});

test("sends every answer with strict headers and keeps none in a cache", async () => {
  for (const path of ["", "chat.js", "chat/history", "healthz", "nothing", "chat/files/x"]) {
    const { headers } = await fetch(url(path));
    expect(headers.get("cache-control"), path).toBe("no-store");
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
});

test("says which port is taken", async () => {
  const port = Number(new URL(web.url()).port);
  await expect(channel(port).start(async () => [])).rejects.toBeInstanceOf(PortTaken);
});
