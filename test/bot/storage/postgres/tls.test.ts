import { expect, test } from "vitest";
import { withTls } from "../../../../bot/storage/postgres/tls.ts";
import { StoreRefused } from "../../../../bot/storage/store.ts";

test.each([
  "postgres://u:p@localhost/db",
  "postgres://u:p@127.0.0.1:5432/db",
  "postgres://u:p@[::1]/db",
  "postgres://u:p@%2Fvar%2Frun%2Fpostgresql/db",
  "postgres:///db?host=/var/run/postgresql",
])("leaves %s, on this machine, as it is", (url) => {
  expect(withTls(url, {})).toBe(url);
});

test.each([
  ["postgres://u:p@db.example/q", "postgres://u:p@db.example/q?sslmode=verify-full"],
  ["postgres://u:p@10.0.0.5/q?sslrootcert=ca.pem", "postgres://u:p@10.0.0.5/q?sslrootcert=ca.pem&sslmode=verify-full"],
  ["postgres://u:p@db.example/q?sslmode=verify-full", "postgres://u:p@db.example/q?sslmode=verify-full"],
  ["postgres://u:p@127.0.0.1.example/q", "postgres://u:p@127.0.0.1.example/q?sslmode=verify-full"],
])("checks the certificate of %s", (url, checked) => {
  expect(withTls(url, {})).toBe(checked);
});

test.each([
  ["sslmode=disable", {}],
  ["sslmode=no-verify", {}],
  ["sslmode=prefer", {}],
  ["sslmode=require&uselibpqcompat=true", {}],
  ["sslmode=verify-full&ssl=0", {}],
  ["", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }],
])("refuses a database elsewhere with %j %j", (query, environment) => {
  expect(() => withTls(`postgres://u:p@db.example/q?${query}`, environment)).toThrow(StoreRefused);
});

test("refuses what is no address", () => {
  expect(() => withTls("postgres://[half", {})).toThrow(/应当像/);
});

test("the message names the host and the way out, never the password", () => {
  const refused = () => withTls("postgres://u:secret@db.example/q?sslmode=disable", {});
  expect(refused).toThrow(/db\.example.*去掉 sslmode=disable/);
  expect(refused).not.toThrow(/secret/);
});
