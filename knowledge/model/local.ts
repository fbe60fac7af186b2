/** Runs a sentence model that lies in a folder, in a process of its own. */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Embedder, EmbedderOff, type EmbedderStatus } from "./embedder.ts";

/** What a model folder must hold; the library asks for no other file. */
export const modelFiles = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "onnx/model_quantized.onnx",
] as const;

/** The model that comes with the assistant. */
export const embeddedModel = fileURLToPath(new URL("./qingpu-e5-zh", import.meta.url));

export type LocalModel = {
  readonly folder?: string;
  /** Threads for one run. Two are a third faster than one; more gain nothing on sentences. */
  readonly threads?: number;
  /** Starts the process; a test may want to hold it. */
  readonly launch?: Launch;
};

type Launch = (folder: string, threads: number) => ChildProcess;

const program = fileURLToPath(new URL("./child.js", import.meta.url));
const twoOrFewer = Math.min(2, availableParallelism());
// A model that was ready and died (killed for its memory, say) is started again, but not for ever.
const restarts = 3;

const messageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready"), sha256: z.string() }),
  z.object({ kind: z.literal("off"), reason: z.string() }),
  z.object({ kind: z.literal("vectors"), id: z.number(), vectors: z.array(z.instanceof(Float32Array)) }),
  z.object({ kind: z.literal("failed"), id: z.number(), reason: z.string() }),
]);

type Waiting = { readonly resolve: (vectors: Float32Array[]) => void; readonly reject: (error: Error) => void };

/** Starts loading at once and returns at once. A missing or damaged model makes it `off`, never throws. */
export function localEmbedder(model: LocalModel = {}): Embedder {
  const { folder = embeddedModel, threads = twoOrFewer, launch = launched } = model;
  const place = resolve(folder);
  const missing = modelFiles.find((file) => !existsSync(join(place, file)));
  const embedder = new LocalEmbedder(place, () => launch(place, threads));
  if (missing === undefined) embedder.start();
  else embedder.stop(`${basename(place)}/${missing} is missing`);
  return embedder;
}

function launched(folder: string, threads: number): ChildProcess {
  return fork(program, [folder, String(threads)], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

class LocalEmbedder implements Embedder {
  status: EmbedderStatus;
  private readonly folder: string;
  private readonly launch: () => ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listening = new Set<() => void>();
  private child: ChildProcess | undefined;
  private lastId = 0;
  private startsLeft = restarts + 1;

  constructor(folder: string, launch: () => ChildProcess) {
    this.folder = folder;
    this.launch = launch;
    this.status = { state: "loading", model: basename(folder) };
  }

  start(): void {
    this.startsLeft -= 1;
    this.become({ state: "loading", model: basename(this.folder) });
    const child = this.launch();
    this.child = child;
    child.on("message", (message) => this.receive(message));
    child.on("error", (error) => this.stop(error.message));
    child.on("exit", (code, signal) => this.ended(`the model process ended (${signal ?? code})`));
    this.hold();
  }

  async ready(): Promise<EmbedderStatus> {
    if (this.status.state !== "loading") return this.status;
    return new Promise((resolve) => {
      this.listening.add(() => resolve(this.status));
      this.hold();
    });
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const status = await this.ready();
    if (status.state !== "ready") throw this.off();
    if (texts.length === 0) return [];
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.hold();
      // A process that died a moment ago is noticed by its exit.
      this.child?.send({ id, texts }, () => {});
    });
  }

  async close(): Promise<void> {
    this.stop("closed");
  }

  /** The first reason is the cause; what follows (the process ends) is its consequence. */
  stop(reason: string): void {
    if (this.status.state !== "off") this.become({ state: "off", reason });
    this.child?.kill("SIGKILL");
    this.rejectAll();
  }

  private ended(reason: string): void {
    const again = this.status.state === "ready" && this.startsLeft > 0;
    this.rejectAll();
    if (again) this.start();
    else this.stop(reason);
  }

  private receive(raw: unknown): void {
    const message = messageSchema.parse(raw);
    switch (message.kind) {
      case "ready":
        this.become({ state: "ready", model: basename(this.folder), sha256: message.sha256 });
        return;
      case "off":
        this.stop(message.reason);
        return;
      case "vectors":
        this.settle(message.id, (waiting) => waiting.resolve(message.vectors));
        return;
      case "failed":
        this.settle(message.id, (waiting) => waiting.reject(new Error(`The model failed: ${message.reason}`)));
    }
  }

  private become(status: EmbedderStatus): void {
    this.status = status;
    if (status.state === "loading") return;
    for (const tell of this.listening) tell();
    this.listening.clear();
    this.hold();
  }

  private rejectAll(): void {
    for (const id of [...this.waiting.keys()]) this.settle(id, (waiting) => waiting.reject(this.off()));
  }

  private settle(id: number, end: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    this.hold();
    if (waiting) end(waiting);
  }

  /** Keeps this process alive only while somebody waits: a command must not linger because a model is loaded. */
  private hold(): void {
    const awaited = this.waiting.size > 0 || this.listening.size > 0;
    for (const handle of [this.child, this.child?.channel]) {
      if (awaited) handle?.ref();
      else handle?.unref();
    }
  }

  private off(): EmbedderOff {
    return new EmbedderOff(this.status.state === "off" ? this.status.reason : "the model process ended");
  }
}
