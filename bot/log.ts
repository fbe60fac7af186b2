/** The log for operators: facts by id, never what people typed; every line is scrubbed before it is written. */
import { pino } from "pino";
import { maskPersonal } from "./privacy/mask.ts";

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Where the lines go; standard error, because standard output carries data only. */
export interface LineSink {
  write(line: string): void;
}

const causeOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);

/** An error can quote a person's words: what is personal in a line is masked, whatever field it came in. */
export const operatorLog = (level = "info", sink: LineSink = pino.destination(2)): Log =>
  pino(
    {
      level,
      base: null,
      serializers: { cause: causeOf },
      hooks: { streamWrite: scrubbed },
    },
    sink,
  );

/** Time stamps are digits too, and stay. */
export const scrubbed = (line: string): string => {
  const cut = line.indexOf('"time":');
  const end = cut < 0 ? 0 : line.indexOf(",", cut) + 1;
  return line.slice(0, end) + maskPersonal(line.slice(end));
};

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
