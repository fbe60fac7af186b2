/** Nothing leaves the house but through the files of the register. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { processors, withinTheHouse } from "../../../bot/privacy/processors.ts";

const sources = ["bot", "knowledge", "rules", "flows"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|js|html|css)$/.test(name))
    .map((name) => join(folder, name)),
);
const text = (path: string): string => readFileSync(path, "utf8");

const opens =
  /\bfetch\(|EventSource\(|WebSocket\(|sendBeacon|XMLHttpRequest|from "(?:node:)?(?:https?|http2|net|tls|dgram|dns)"|(?:from|import\() ?"(?:pg|wechaty|undici|axios|got|node-fetch|express)"/;

test("only the files of the register open connections", () => {
  const opening = sources.filter((path) => opens.test(text(path).replaceAll(/^import type .*$/gm, "")));
  const known = [...processors.flatMap(({ files }) => files), ...withinTheHouse];
  expect(opening.toSorted()).toEqual(known.toSorted());
  expect(known.filter((path) => !existsSync(path))).toEqual([]);
});

test("no address of another host stands in the code", () => {
  // A name of a format, never asked for.
  const nameOfFormat = "http://www.w3.org/2000/svg";
  const hosts = sources.flatMap((path) =>
    [
      ...text(path)
        .replaceAll(nameOfFormat, "")
        .matchAll(/\b(?:https?|wss?):\/\/[a-z0-9][\w.-]*/gi),
    ].map(([host]) => `${path}: ${host}`),
  );
  expect(hosts.filter((host) => !/:\/\/(localhost|127\.0\.0\.1)$/.test(host))).toEqual([]);
});

test("nothing turns the check of certificates off", () => {
  const off = /rejectUnauthorized|checkServerIdentity|no-verify|strictSSL/;
  expect(sources.filter((path) => off.test(text(path)))).toEqual([]);
});

const watched = (...words: readonly string[]): string =>
  spawnSync(process.execPath, ["--import", "tsx", "--import", "./test/support/watch-connections.js", ...words], {
    encoding: "utf8",
  }).stderr;

test("a question that is answered with the model connects to nobody", () => {
  expect(watched("-e", 'fetch("http://127.0.0.1:49151").catch(() => undefined)'), "the watch works").toContain(
    "CONNECT",
  );
  expect(watched("bot/cli.ts", "ask", "我妈妈体检能报销多少", "--as-of", "2023-06-15")).not.toContain("CONNECT");
});
