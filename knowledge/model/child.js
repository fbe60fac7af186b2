// Runs the sentence model in a process of its own. Loading would hold the event loop for 150 ms; and a thread that is
// ended in the middle of loading takes the whole assistant with it (the runtime aborts), which a process cannot.
// JavaScript, because a child does not inherit the TypeScript loader under every runner.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline as throughPipeline } from "node:stream/promises";
import { env, pipeline } from "@xenova/transformers";

// Ctrl-C reaches the whole group; the parent decides when to stop, and a parent that is gone has stopped.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

async function sha256(path) {
  const hash = createHash("sha256");
  await throughPipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function load(folder, threads) {
  // The library joins its own folder and the name, and must never ask the network by itself.
  env.localModelPath = `${dirname(folder)}/`;
  env.allowRemoteModels = false;
  const digest = await sha256(join(folder, "onnx", "model_quantized.onnx"));
  const run = await pipeline("feature-extraction", basename(folder), {
    dtype: "q8",
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  });
  // The first run is the slowest; nobody should wait for it.
  await run(["query: 您好"], { pooling: "mean", normalize: true });
  return { run, digest };
}

// One text after the other: padding them to a batch costs more than it saves on few cores.
async function embed(run, texts) {
  const vectors = [];
  for (const text of texts) {
    const output = await run([text], { pooling: "mean", normalize: true });
    vectors.push(Float32Array.from(output.data));
  }
  return vectors;
}

function said(error) {
  return error instanceof Error ? error.message : String(error);
}

try {
  const [folder, threads] = process.argv.slice(2);
  const { run, digest } = await load(folder, Number(threads));
  let last = Promise.resolve();
  process.on("message", ({ id, texts }) => {
    last = last
      .then(() => embed(run, texts))
      .then(
        (vectors) => process.send({ kind: "vectors", id, vectors }),
        (error) => process.send({ kind: "failed", id, reason: said(error) }),
      );
  });
  process.send({ kind: "ready", sha256: digest });
} catch (error) {
  process.send({ kind: "off", reason: said(error) });
}
