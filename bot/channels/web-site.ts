/** What every page and every answer of the site has in common: headers, static pages, one Chinese line for an error. */
import { fileURLToPath } from "node:url";
import express, { type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import type { Log } from "../log.ts";
import { isSecure, type Site } from "./web-session.ts";

const pages = fileURLToPath(new URL("./web/", import.meta.url));
const own = ["'self'"];
const nothing = ["'none'"];
const year = 365 * 24 * 3600;

export function siteWith(site: Site): express.Express {
  const app = express();
  app.disable("x-powered-by");
  // A proxy on this machine names the address of the person; any other could make one up.
  app.set("trust proxy", "loopback");
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": nothing,
          "script-src": own,
          "style-src": own,
          "img-src": own,
          "connect-src": own,
          "form-action": own,
          "base-uri": nothing,
          "frame-ancestors": nothing,
        },
      },
      strictTransportSecurity: isSecure(site) ? { maxAge: year } : false,
      xFrameOptions: { action: "deny" },
    }),
  );
  // Nothing of a conversation or a form stays in a cache.
  app.use((_request, response, next) => {
    response.set("cache-control", "no-store");
    next();
  });
  app.get("/healthz", (_request, response) => void response.type("text").send("ok"));
  app.use(express.static(pages, { index: "index.html" }));
  return app;
}

/** For whatever no route took and whatever went wrong. */
export function refusals(log: Log) {
  return [
    (_request: Request, response: Response) => void response.status(404).json({ problem: "没有这个页面。" }),
    (error: unknown, request: Request, response: Response, _next: NextFunction) => {
      const status = statusOf(error);
      // What cannot be read as JSON is quoted by its error: the cause is logged for our own faults only.
      log.warn({ status, ...(status >= 500 && { cause: error }) }, "web request refused");
      if (response.headersSent) return;
      response.status(status).json({ problem: problemOf(status, request) });
    },
  ] as const;
}

const statusOf = (error: unknown): number =>
  typeof error === "object" && error !== null && "status" in error && typeof error.status === "number"
    ? error.status
    : 500;

function problemOf(status: number, { path }: Request): string {
  if (path.endsWith("/files"))
    return status === 413
      ? "文件超过20MB，没有收。请压缩后再发；照片可以不选“原图”，扫描件可以分几个文件。"
      : "文件没有收到，请检查网络后再发。";
  return path.startsWith("/form") ? "没有存上，请检查网络后再试。" : "这条消息没有收到，请检查网络或缩短内容后再发。";
}
