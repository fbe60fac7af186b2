/** Runs the real command in a process of its own. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output, a JSON value a line. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Given {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function gonghui(args: readonly string[], { input = "", env = {} }: Given = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "bot/cli.ts", ...args], {
      cwd: root,
      env: { ...process.env, LOG_LEVEL: "error", ...env },
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    // A command that refuses its arguments may close its input before it is written.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err, lines: jsonLines(out) }));
  });
}

const jsonLines = (out: string): readonly Readonly<Record<string, unknown>>[] =>
  out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

export const jsonl = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");
