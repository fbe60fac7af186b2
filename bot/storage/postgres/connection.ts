/** The pool, and what its errors mean: gone for a moment, somebody else first, or broken. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { Conflict, StoreUnavailable } from "../store.ts";
import type { Tables } from "./schema.ts";
import { withTls } from "./tls.ts";

export interface PoolOptions {
  readonly url: string;
  readonly connections?: number;
}

/** Milliseconds that a statement, or a wait for a lock or a connection, may take. */
const patience = 5000;
const usualConnections = 10;

export function connect({ url, connections = usualConnections }: PoolOptions): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: withTls(url),
    max: connections,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
    lock_timeout: patience,
    idle_in_transaction_session_timeout: patience,
    keepAlive: true,
  });
  // Without a listener on the pool and on every client, a restart of the database would end this process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";

/** The connection is lost, or the server goes down or comes up: worth another try. */
export function isLost(cause: unknown): boolean {
  const code = codeOf(cause);
  if (/^(08|25P0|57P0|53300|ECONN|EPIPE|ETIMEDOUT|ENOENT)/.test(code)) return true;
  return cause instanceof Error && code === "" && /terminat|closed|timeout|not queryable|ended/i.test(cause.message);
}

const deadlock = /^(40P01|40001|55P03)$/;
export const isContention = (cause: unknown): boolean => deadlock.test(codeOf(cause));

/** A lock or a free connection was waited for as long as there is patience. */
export const isWait = (cause: unknown): boolean =>
  codeOf(cause) === "55P03" || (cause instanceof Error && /timeout exceeded/.test(cause.message));

/** What the rest of the program understands. */
export function translated(cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === "23505" || code === "23514") return new Conflict("The database refused it.", { cause });
  if (isLost(cause) || isContention(cause) || /^(5|57014)/.test(code))
    return new StoreUnavailable("The database cannot take the write.", { cause });
  return cause;
}
