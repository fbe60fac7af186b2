/** The web chat: a page of our own, a session that the server issues, live replies, history after a reload. */
import type { Server } from "node:http";
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import type { OutgoingFile } from "../answer.ts";
import type { Log } from "../log.ts";
import type { Host } from "./botkit.ts";
import type { Channel, Handle, IncomingFile } from "./channel.ts";
import type { FileOf } from "./files.ts";
import type { FormDesk } from "./form-desk.ts";
import { fileBody, fileOfRequest, handOver } from "./web-files.ts";
import { formRoutes } from "./web-form.ts";
import { atMost } from "./web-limits.ts";
import { liveLines } from "./web-live.ts";
import { type Site, sameOrigin, sessionOf } from "./web-session.ts";
import { refusals, siteWith } from "./web-site.ts";

/** One line of the history that the page shows again after a reload. */
export interface Shown {
  readonly from: "person" | "bot" | "staff";
  readonly text: string;
  readonly quick?: readonly string[];
  readonly files?: readonly OutgoingFile[];
}

export interface WebParts extends Site {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly history: (user: string) => Promise<readonly Shown[]>;
  readonly fileOf: FileOf;
  /** The pages of one-time links; without it there are none. */
  readonly forms?: FormDesk;
}

export class PortTaken extends Error {
  override readonly name = "PortTaken";
}

/** What was posted, by whomever: nothing of it is known to fit. A file that cannot be read is null. */
interface Said {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly file?: IncomingFile | null;
}

const longestId = 64;

export function webChannel(parts: WebParts): Channel & { readonly url: () => string } {
  const { listen, deliver } = liveLines();
  let host: Promise<Host> | undefined;
  let server: Server | undefined;

  const address = (): string =>
    `http://${parts.host === "0.0.0.0" ? "localhost" : parts.host}:${portOf(server) ?? parts.port}/`;

  function app(): Express {
    const site = siteWith(parts);
    site.get("/chat/history", async (request, response) => {
      response.json(await parts.history(sessionOf(request, response, parts)));
    });
    site.get("/chat/events", (request, response) => listen(sessionOf(request, response, parts), request, response));
    site.post(
      "/chat/messages",
      ours,
      express.json({ limit: "512kb", type: "application/json" }),
      (request, response) => {
        const { id, text } = (request.body ?? {}) as Said;
        return receive(request, response, { id, text });
      },
    );
    site.post("/chat/files", ours, atMost(60, 60), fileBody, (request, response) =>
      receive(request, response, { id: request.query["id"], text: "", file: fileOfRequest(request) ?? null }),
    );
    site.get("/chat/files/:id", async (request, response) => {
      const person = `web:${sessionOf(request, response, parts)}`;
      handOver(response, await parts.fileOf(request.params.id, person));
    });
    if (parts.forms) site.use("/form", formRoutes(parts, parts.forms));
    site.use(...refusals(parts.log));
    return site;
  }

  const ours: RequestHandler = (request, response, next) => {
    if (sameOrigin(request, parts)) next();
    else response.status(403).json({ problem: "请从聊天页面里发消息。" });
  };

  async function receive(request: Request, response: Response, { id, text, file }: Said): Promise<void> {
    if (typeof text !== "string" || typeof id !== "string" || id.length > longestId || file === null) {
      return void response.status(400).json({ problem: "消息格式不对，请刷新页面再试。" });
    }
    const user = sessionOf(request, response, parts);
    await (await host)?.receive({ id, channel: "web", user, text, ...(file && { file }) });
    response.status(202).json({ received: id });
  }

  return {
    name: "web",
    url: address,
    async start(handle: Handle) {
      server = await listening(app(), parts);
      // Botkit takes most of a second to load; the page is served meanwhile and its first message waits.
      host = import("./botkit.ts").then(({ botkitHost }) => botkitHost("web", handle, deliver));
      return [`网页聊天：${address()}`];
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

function listening(site: Express, { host, port }: WebParts): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = site.listen(port, host, (error?: Error) => {
      if (error === undefined || error === null) resolve(server);
      else if ("code" in error && error.code === "EADDRINUSE") reject(new PortTaken(String(port)));
      else reject(error);
    });
  });
}
