/**
 * One process at a time on a data folder. Each process listens on a socket of its own in the folder; a socket whose
 * process is gone, even by kill -9, refuses the connection, so a stale lock needs no pid and no clock to be seen.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join, relative, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StoreRefused } from "./store.ts";

/** Answers a request of another process of ours, such as a backup that wants a snapshot. */
export type Answer = (request: string) => Promise<string>;

export interface FolderLock {
  release(): Promise<void>;
}

const prefix = "lock-";
const held = "held";
const starting = "starting";
/** A process that is stopped accepts and does not answer: it still holds the folder. */
const patience = 400;
const longestPath = 100;
/** What connecting to the socket of a process that is no more says. */
const gone: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOENT", "ECONNRESET"]);

/** Unix sockets have short paths; one below the working directory may be named from there. */
function socketPath(folder: string, name: string): string {
  const whole = resolve(folder, name);
  const near = relative(process.cwd(), whole);
  const shortest = near.length < whole.length ? near : whole;
  if (Buffer.byteLength(shortest) > longestPath)
    throw new StoreRefused(`数据目录「${folder}」的路径太长，请换一个短一些的目录，或在它的上一级目录里启动`);
  return shortest;
}

export async function lockFolder(folder: string, answer: Answer): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${prefix}${randomBytes(6).toString("hex")}`;
  const state = { word: starting };
  const server = await listening(socketPath(folder, name), state, answer);
  const release = () => closed(server, join(folder, name));
  for (;;) {
    const others = await livingOthers(folder, name);
    if (others.some(({ word, other }) => word !== starting || other < name)) {
      await release();
      throw new StoreRefused(`数据目录「${folder}」正由另一个 gonghui 使用，请先停掉它，或用 --data 换一个目录`);
    }
    if (others.length === 0) break;
    await pause(20);
  }
  state.word = held;
  return { release };
}

/** Asks whoever holds the folder; undefined when nobody does. */
export async function askHolder(folder: string, request: string, wait: number): Promise<string | undefined> {
  for (const name of socketsIn(folder)) {
    const answer = await ask(socketPath(folder, name), request, wait);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function socketsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

async function livingOthers(folder: string, own: string) {
  const living: { other: string; word: string }[] = [];
  for (const other of socketsIn(folder).filter((name) => name !== own)) {
    const word = await ask(socketPath(folder, other), "state", patience);
    if (word === undefined) rmSync(join(folder, other), { force: true });
    else living.push({ other, word });
  }
  return living;
}

function listening(path: string, state: { readonly word: string }, answer: Answer): Promise<Server> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => serve(socket, state, answer));
    server.once("error", failed);
    server.listen(path, () => done(server.unref()));
  });
}

function serve(socket: Socket, state: { readonly word: string }, answer: Answer): void {
  socket.unref().on("error", () => socket.destroy());
  socket.once("data", (bytes) => {
    const request = bytes.toString("utf8").trim();
    const said = request === "state" ? Promise.resolve(state.word) : answer(request);
    said.then(
      (text) => socket.end(`${text}\n`),
      (cause: unknown) => socket.end(`failed ${cause instanceof Error ? cause.message : String(cause)}\n`),
    );
  });
}

/** Undefined when nobody listens; an empty word when somebody does and does not answer in time. */
function ask(path: string, request: string, wait: number): Promise<string | undefined> {
  return new Promise((done) => {
    let heard = "";
    const socket = connect(path);
    const end = (word: string | undefined) => {
      socket.destroy();
      done(word);
    };
    socket.setTimeout(wait, () => end(""));
    socket.on("connect", () => socket.write(`${request}\n`));
    socket.on("data", (bytes) => {
      heard += bytes.toString("utf8");
    });
    socket.on("end", () => end(heard.trim()));
    socket.on("error", (cause) => end("code" in cause && gone.has(String(cause.code)) ? undefined : ""));
  });
}

function closed(server: Server, path: string): Promise<void> {
  return new Promise((done) => {
    server.close(() => {
      rmSync(path, { force: true });
      done();
    });
  });
}
