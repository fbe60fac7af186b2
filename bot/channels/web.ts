/** The web chat: a page of our own, a session that the server issues, live replies, history after a reload. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import express, { type Request, type Response } from "express";
import helmet from "helmet";
import type { Log } from "../log.ts";
import type { Host } from "./botkit.ts";
import type { Channel, Handle, Outgoing } from "./channel.ts";

/** One line of the history that the page shows again after a reload. */
export interface Shown {
  readonly from: "person" | "bot" | "staff";
  readonly text: string;
  readonly quick?: readonly string[];
}

export interface WebParts {
  readonly host: string;
  readonly port: number;
  /** Signs the session cookie; kept in the data folder so that a restart keeps sessions. */
  readonly secret: string;
  readonly log: Log;
  readonly history: (user: string) => Promise<readonly Shown[]>;
}

export class PortTaken extends Error {
  override readonly name = "PortTaken";
}

const cookieName = "gonghui";
const page = fileURLToPath(new URL("./web/", import.meta.url));
const keepAlive = 25_000;

export function webChannel(parts: WebParts): Channel & { readonly url: () => string } {
  const listeners = new Map<string, Set<Response>>();
  let host: Promise<Host> | undefined;
  let server: Server | undefined;

  const deliver = async (outgoing: Outgoing): Promise<void> => {
    const event = `id: ${outgoing.id}\ndata: ${JSON.stringify({ id: outgoing.id, text: outgoing.text, quick: outgoing.quick ?? [] })}\n\n`;
    for (const response of listeners.get(outgoing.to) ?? []) response.write(event);
  };

  function app(): express.Express {
    const site = express();
    site.disable("x-powered-by");
    site.use(helmet({ contentSecurityPolicy: { directives: { "upgrade-insecure-requests": null } }, hsts: false }));
    site.get("/healthz", (_request, response) => void response.type("text").send("ok"));
    site.use(express.static(page, { index: "index.html", maxAge: 0 }));
    site.get("/chat/history", async (request, response) => {
      const user = sessionOf(request, response, parts.secret);
      response.json(await parts.history(user));
    });
    site.get("/chat/events", (request, response) => listen(request, response));
    site.post("/chat/messages", express.json({ limit: "512kb", type: "application/json" }), (request, response) =>
      receive(request, response),
    );
    site.use((error: unknown, _request: Request, response: Response, _next: unknown) => {
      parts.log.warn({ cause: error }, "web request refused");
      if (!response.headersSent)
        response.status(statusOf(error)).json({ problem: "这条消息没有收到，请检查网络或缩短内容后再发。" });
    });
    return site;
  }

  function listen(request: Request, response: Response): void {
    const user = sessionOf(request, response, parts.secret);
    response.set({ "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform" });
    response.flushHeaders();
    response.write("retry: 2000\n\n");
    const mine = listeners.get(user) ?? new Set<Response>();
    listeners.set(user, mine.add(response));
    const beat = setInterval(() => response.write(": \n\n"), keepAlive);
    request.on("close", () => {
      clearInterval(beat);
      mine.delete(response);
      if (mine.size === 0) listeners.delete(user);
    });
  }

  async function receive(request: Request, response: Response): Promise<void> {
    if (!sameOrigin(request)) return void response.status(403).json({ problem: "请从聊天页面里发消息。" });
    const body = request.body as { id?: unknown; text?: unknown } | undefined;
    if (typeof body?.text !== "string" || typeof body.id !== "string" || body.id.length > 64) {
      return void response.status(400).json({ problem: "消息格式不对，请刷新页面再试。" });
    }
    const user = sessionOf(request, response, parts.secret);
    await (await host)?.receive({ id: body.id, channel: "web", user, text: body.text });
    response.status(202).json({ received: body.id });
  }

  return {
    name: "web",
    url: () => `http://${parts.host}:${portOf(server) ?? parts.port}/`,
    async start(handle: Handle) {
      server = await listening(app(), parts);
      // Botkit takes most of a second to load; the page is served meanwhile and its first message waits.
      host = import("./botkit.ts").then(({ botkitHost }) => botkitHost("web", handle, deliver));
      return [
        `网页聊天：http://${parts.host === "0.0.0.0" ? "localhost" : parts.host}:${portOf(server) ?? parts.port}/`,
      ];
    },
    send: deliver,
    async stop() {
      const closing = server;
      if (!closing) return;
      await new Promise<void>((resolve) => {
        closing.close(() => resolve());
        closing.closeAllConnections();
      });
    },
  };
}

function portOf(server: Server | undefined): number | undefined {
  const address = server?.address();
  return typeof address === "object" && address !== null ? address.port : undefined;
}

function listening(site: express.Express, { host, port }: WebParts): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = site.listen(port, host, (error?: Error) => {
      if (error === undefined || error === null) resolve(server);
      else if ("code" in error && error.code === "EADDRINUSE") reject(new PortTaken(String(port)));
      else reject(error);
    });
  });
}

const statusOf = (error: unknown): number =>
  typeof error === "object" && error !== null && "status" in error && typeof error.status === "number"
    ? error.status
    : 500;

/** A browser names the page a post comes from; another site may not speak for the person. */
function sameOrigin(request: Request): boolean {
  const origin = request.get("origin");
  if (origin === undefined)
    return request.get("sec-fetch-site") === undefined || request.get("sec-fetch-site") === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === request.get("host");
}

const signature = (id: string, secret: string): string => createHmac("sha256", secret).update(id).digest("base64url");

function verified(cookie: string | undefined, secret: string): string | undefined {
  const [id = "", given = ""] = (cookie ?? "").split(".");
  const expected = Buffer.from(signature(id, secret));
  const actual = Buffer.from(given);
  return id !== "" && expected.length === actual.length && timingSafeEqual(expected, actual) ? id : undefined;
}

/** The person behind a request: whoever holds a cookie that this server signed. */
function sessionOf(request: Request, response: Response, secret: string): string {
  const sent = /(?:^|;\s*)gonghui=([^;]+)/.exec(request.get("cookie") ?? "")?.[1];
  const known = verified(sent, secret);
  if (known !== undefined) return known;
  const id = randomBytes(16).toString("base64url");
  response.cookie(cookieName, `${id}.${signature(id, secret)}`, {
    httpOnly: true,
    sameSite: "strict",
    maxAge: 180 * 24 * 3600 * 1000,
    path: "/",
  });
  return id;
}
