import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EmbedderOff, noEmbedder } from "../../../knowledge/model/embedder.ts";
import { embeddedModel, localEmbedder, modelFiles } from "../../../knowledge/model/local.ts";
import { embedderContract, fakeEmbedder } from "../../contracts/embedder.ts";

const program = join(embeddedModel, "../child.js");
const sha256 = "aae0f0f591aa1569b12f9504f57dcef08dff2ae57c0d5530d96b21faecec26bc";

describe("the local model", () => {
  embedderContract(() => localEmbedder());

  it("is the model that the README names", async () => {
    const bytes = readFileSync(join(embeddedModel, "onnx/model_quantized.onnx"));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(readFileSync(join(embeddedModel, "../README.md"), "utf8")).toContain(sha256);
    const embedder = localEmbedder();
    expect(await embedder.ready()).toEqual({ state: "ready", model: "qingpu-e5-zh", sha256 });
    await embedder.close();
  });

  it("puts a question nearer to its paraphrase than to another question", async () => {
    const embedder = localEmbedder();
    const [asked, same, other] = await embedder.embed([
      "query: 对联在哪里抢",
      "query: 春联怎么领",
      "query: 体检补多少",
    ]);
    const product = (vector: Float32Array | undefined) =>
      vector?.reduce((sum, value, at) => sum + value * (asked?.[at] ?? 0), 0) ?? 0;
    expect(product(same)).toBeGreaterThan(product(other));
    await embedder.close();
  });

  it("does not hold the event loop, loading or running", async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const embedder = localEmbedder();
    await embedder.ready();
    for (let run = 0; run < 20; run += 1) await embedder.embed([`query: 体检多少钱${run}`]);
    // The median is what one run costs the loop; a single late tick may be the machine's.
    expect(delay.percentile(90) / 1e6).toBeLessThan(20);
    await embedder.close();
  });

  it("starts again when its process was killed", async () => {
    const started: ChildProcess[] = [];
    const launch = (folder: string, threads: number): ChildProcess => {
      const child = fork(program, [folder, String(threads)], { execArgv: [], serialization: "advanced" });
      started.push(child);
      return child;
    };
    const embedder = localEmbedder({ launch });
    await embedder.ready();
    started[0]?.kill("SIGKILL");
    await expect.poll(() => embedder.status.state).toBe("loading");
    expect(await embedder.embed(["query: 体检"])).toHaveLength(1);
    expect(started).toHaveLength(2);
    await embedder.close();
  });

  it("is off after it was closed, and rejects", async () => {
    const embedder = localEmbedder();
    const asked = embedder.embed(["query: 体检"]);
    await embedder.close();
    await expect(asked).rejects.toBeInstanceOf(EmbedderOff);
    expect(embedder.status).toEqual({ state: "off", reason: "closed" });
  });
});

describe("a model that is not whole", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "model-"));
    cpSync(embeddedModel, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each(modelFiles)("is off and names the missing %s", async (file) => {
    rmSync(join(folder, file));
    const embedder = localEmbedder({ folder });
    const status = await embedder.ready();
    expect(status.state).toBe("off");
    expect(JSON.stringify(status)).toContain(file);
    await expect(embedder.embed(["query: 体检"])).rejects.toBeInstanceOf(EmbedderOff);
    await embedder.close();
  });

  it("is off when the weights are cut short", async () => {
    truncateSync(join(folder, "onnx/model_quantized.onnx"), 1_000_000);
    const embedder = localEmbedder({ folder });
    expect((await embedder.ready()).state).toBe("off");
    await embedder.close();
  });

  it("is off when the tokenizer is a pointer to a large file elsewhere", async () => {
    writeFileSync(join(folder, "tokenizer.json"), "version https://git-lfs.github.com/spec/v1\n");
    const embedder = localEmbedder({ folder });
    expect((await embedder.ready()).state).toBe("off");
    await embedder.close();
  });
});

describe("the fake", () => {
  embedderContract(() => fakeEmbedder());
});

describe("no model", () => {
  it("says so and rejects", async () => {
    const embedder = noEmbedder();
    expect(await embedder.ready()).toEqual({ state: "off", reason: "switched off" });
    await expect(embedder.embed(["query: 体检"])).rejects.toBeInstanceOf(EmbedderOff);
  });
});
