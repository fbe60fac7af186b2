/** Stands between the store and the database and cuts connections exactly when a commit passes. */
import { connect, createServer, type Server } from "node:net";

/** What becomes of a commit: passed on, cut off before it is, or passed on without its answer. */
type Fate = "passed" | "cutBefore" | "cutAfter";

export interface CommitProxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** Asks at each commit what is to become of it. */
export async function commitProxy(target: string, atCommit: () => Fate): Promise<CommitProxy> {
  const { hostname, port } = new URL(target);
  const server: Server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
    upstream.pipe(client);
    client.on("data", (bytes) => {
      const fate = /commit\0/i.test(bytes.toString("latin1")) ? atCommit() : "passed";
      if (fate === "cutBefore") return end();
      if (fate === "cutAfter") {
        // The database gets the commit; nobody hears the answer.
        upstream.unpipe(client);
        upstream.write(bytes);
        client.destroy();
        setTimeout(end, 5);
        return;
      }
      upstream.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(target);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return { url: url.href, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

export interface CuttingProxy extends CommitProxy {
  begin(): void;
  readonly cuts: () => { readonly before: number; readonly after: number };
}

/** Of three commits one is cut before it is passed on, one after it, one not at all. */
export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  const cuts = { before: 0, after: 0 };
  let commits = 0;
  let cutting = false;
  const proxy = await commitProxy(target, () => {
    if (!cutting) return "passed";
    commits += 1;
    if (commits % 3 === 0) return "passed";
    const before = commits % 3 === 1;
    cuts[before ? "before" : "after"] += 1;
    return before ? "cutBefore" : "cutAfter";
  });
  return {
    ...proxy,
    begin() {
      cutting = true;
    },
    cuts: () => cuts,
  };
}
