import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedModel } from "../../../knowledge/model/local.ts";
import { pullModel } from "../../../knowledge/model/pull.ts";

describe("pulling a model", () => {
  let folder = "";
  let server: Server | undefined;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "pull-")), "other-model");
  });
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    rmSync(join(folder, ".."), { recursive: true, force: true });
  });

  async function hub(answer: RequestListener): Promise<string> {
    const started = createServer(answer);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
  }

  const prefix = "/union/model/resolve/main/";
  const whole: RequestListener = (request, response) => {
    const file = join(embeddedModel, (request.url ?? "").slice(prefix.length));
    if (!request.url?.startsWith(prefix) || !existsSync(file)) return response.writeHead(404).end();
    return response.end(readFileSync(file));
  };

  it("asks the named host for the four files and keeps a model that loads", async () => {
    const asked: string[] = [];
    const host = await hub(whole);
    const status = await pullModel({ host, model: "union/model", folder, onFile: (file) => asked.push(file) });
    expect(status.state).toBe("ready");
    expect(asked).toHaveLength(4);
    expect(existsSync(join(folder, "onnx/model_quantized.onnx"))).toBe(true);
  });

  it("never overwrites a model", async () => {
    const host = await hub(whole);
    await pullModel({ host, model: "union/model", folder });
    await expect(pullModel({ host, model: "union/model", folder })).rejects.toThrow("exists already");
  });

  it.each<[string, RequestListener, string]>([
    ["a model that the host does not have", (_, response) => response.writeHead(404).end(), "answers 404"],
    ["a host that never answers", () => {}, "was silent for 200 ms"],
    [
      "a host that stops in the middle",
      (_, response) => void response.writeHead(200).write("{"),
      "was silent for 200 ms",
    ],
    ["a host that hangs up", (request) => request.socket.destroy(), "failed"],
    ["files that are no model", (_, response) => response.end("{}"), "do not make a model"],
  ])("leaves nothing behind for %s", async (_title, answer, reason) => {
    const host = await hub(answer);
    await expect(pullModel({ host, model: "union/model", folder, silence: 200 })).rejects.toThrow(reason);
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(`${folder}.part`)).toBe(false);
  });
});
