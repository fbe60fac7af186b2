/** Arguments of the command line, checked once; wrong usage is one Chinese line that says what to do. */
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";

export class UsageError extends Error {
  override readonly name = "UsageError";
}

const common = {
  "as-of": { type: "string" },
  data: { type: "string" },
  jsonl: { type: "boolean" },
  reveal: { type: "boolean" },
  list: { type: "boolean" },
  pdf: { type: "boolean" },
  user: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
  out: { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
  model: { type: "string" },
  from: { type: "string" },
  by: { type: "string" },
  reason: { type: "string" },
  role: { type: "string" },
} as const;

export interface Usage {
  readonly asOf?: string;
  readonly data: string;
  readonly flags: ReadonlySet<string>;
  readonly value: (name: string) => string | undefined;
  readonly words: readonly string[];
}

const realDay = z.iso.date();

/** Reads the arguments of a command; `allowed` are its own options beside --as-of and --data. */
export function usage(argv: readonly string[], allowed: readonly (keyof typeof common)[] = []): Usage {
  const options = Object.fromEntries(
    Object.entries(common).filter(([name]) => ["as-of", "data"].includes(name) || allowed.includes(name as never)),
  );
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      options: options as typeof common,
      allowPositionals: true,
      strict: true,
    }) as never;
  } catch (cause) {
    throw new UsageError(
      `参数不对：${cause instanceof Error ? cause.message.split("\n")[0] : String(cause)}。用 gonghui help 看用法`,
    );
  }
  const { values, positionals } = parsed;
  const asOf = values["as-of"];
  if (asOf !== undefined && !realDay.safeParse(asOf).success)
    throw new UsageError(`--as-of 要写成 2023-06-15 这样的日期，收到的是「${String(asOf)}」`);
  return {
    ...(typeof asOf === "string" && { asOf }),
    data: typeof values["data"] === "string" ? values["data"] : (process.env["GONGHUI_DATA"] ?? "data"),
    flags: new Set(
      Object.entries(values)
        .filter(([, value]) => value === true)
        .map(([name]) => name),
    ),
    value: (name) => (typeof values[name] === "string" ? (values[name] as string) : undefined),
    words: positionals,
  };
}

/** The lines of standard input, blank ones left out. */
export async function* inputLines(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") yield line.replace(/^\uFEFF/, "");
  }
}

/** A JSON line checked against its shape; says which line is wrong. */
export function jsonLine<T>(line: string, number: number, shape: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`第${number}行不是 JSON，请检查这一行的引号和逗号`);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UsageError(`第${number}行的格式不对：${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
}

export function existingFile(path: string | undefined, what: string): string {
  if (path === undefined) throw new UsageError(`要给出${what}的文件名`);
  if (!existsSync(path)) throw new UsageError(`找不到文件「${path}」，请检查路径`);
  return path;
}

export const print = (value: unknown): void => {
  process.stdout.write(`${typeof value === "string" ? value : JSON.stringify(value)}\n`);
};
