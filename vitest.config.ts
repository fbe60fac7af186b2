import { defineConfig } from "vitest/config";

/** Slow suites have commands of their own; the everyday run leaves them out. */
const slow = ["test/slow/**"];

export default defineConfig({
  test: {
    include: process.env["SLOW"] ? ["test/slow/**/*.test.ts"] : ["test/**/*.test.ts"],
    exclude: process.env["SLOW"] ? [] : slow,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: "threads",
    reporters: ["default", "./test/support/count-reporter.ts"],
    coverage: { provider: "v8", include: ["rules/**", "knowledge/**/*.ts", "bot/**/*.ts", "flows/**"], reporter: ["text-summary"] },
  },
});
