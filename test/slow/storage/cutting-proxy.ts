/** Stands between the store and the database and cuts connections exactly when a commit passes. */
import { connect, createServer, type Server } from "node:net";

export interface CuttingProxy {
  readonly url: string;
  begin(): void;
  readonly cuts: () => { readonly before: number; readonly after: number };
  stop(): Promise<void>;
}

/** Of three commits one is cut before it is passed on, one after it, one not at all. */
export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const cuts = { before: 0, after: 0 };
  let commits = 0;
  let cutting = false;
  const server: Server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
    upstream.pipe(client);
    client.on("data", (bytes) => {
      const isCommit = cutting && /commit\0/i.test(bytes.toString("latin1"));
      if (isCommit) commits += 1;
      if (isCommit && commits % 3 === 1) {
        cuts.before += 1;
        return end();
      }
      if (isCommit && commits % 3 === 2) {
        cuts.after += 1;
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
  return {
    url: url.href,
    begin() {
      cutting = true;
    },
    cuts: () => cuts,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
