/** Fetches another sentence model from a hub or mirror that the operator names, and tries it before it counts. */
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { EmbedderStatus } from "./embedder.ts";
import { localEmbedder, modelFiles } from "./local.ts";

export type Pull = {
  /** Address of the hub, such as the one of a mirror; its files lie at `<model>/resolve/<revision>/<file>`. */
  readonly host: string;
  readonly model: string;
  readonly revision?: string;
  /** Folder of the model. It must not exist yet: a model in use is never overwritten. */
  readonly folder: string;
  /** A host that sends nothing for so long is given up, in milliseconds. */
  readonly silence?: number;
  readonly onFile?: (file: string) => void;
};

class PullFailed extends Error {
  readonly code = "MODEL_PULL_FAILED";
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "PullFailed";
  }
}

/** Leaves either a whole, loadable model in the folder or nothing. */
export async function pullModel(pull: Pull): Promise<Extract<EmbedderStatus, { state: "ready" }>> {
  const target = resolve(pull.folder);
  if (existsSync(target)) throw new PullFailed(`${target} exists already; choose another folder`);
  const part = `${target}.part`;
  await rm(part, { recursive: true, force: true });
  try {
    for (const file of modelFiles) {
      pull.onFile?.(file);
      await fetchFile(address(pull, file), join(part, file), pull.silence ?? 5000);
    }
    const status = await tried(part);
    await rename(part, target);
    return status;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error instanceof PullFailed ? error : new PullFailed(`Cannot keep the model in ${target}`, error);
  }
}

function address({ host, model, revision = "main" }: Pull, file: string): URL {
  return new URL(`${model}/resolve/${revision}/${file}`, host.endsWith("/") ? host : `${host}/`);
}

async function fetchFile(url: URL, path: string, silence: number): Promise<void> {
  const given = new AbortController();
  let timer = setTimeout(() => given.abort(), silence);
  const heard = new Transform({
    transform(chunk, _encoding, done) {
      clearTimeout(timer);
      timer = setTimeout(() => given.abort(), silence);
      done(null, chunk);
    },
  });
  try {
    const response = await fetch(url, { signal: given.signal });
    if (!response.ok || !response.body) throw new PullFailed(`${url} answers ${response.status}`);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(Readable.fromWeb(response.body), heard, createWriteStream(path), { signal: given.signal });
  } catch (error) {
    if (error instanceof PullFailed) throw error;
    throw new PullFailed(given.signal.aborted ? `${url} was silent for ${silence} ms` : `${url} failed`, error);
  } finally {
    clearTimeout(timer);
  }
}

async function tried(folder: string): Promise<Extract<EmbedderStatus, { state: "ready" }>> {
  const embedder = localEmbedder({ folder });
  try {
    const status = await embedder.ready();
    if (status.state === "ready") return status;
    throw new PullFailed(`The files do not make a model: ${status.state === "off" ? status.reason : status.state}`);
  } finally {
    await embedder.close();
  }
}
