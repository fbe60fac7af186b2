import { defineConfig } from "vitest/config";

/** Slow suites have a command of their own (`npm run test:slow`); the everyday run leaves them out. */
const slow = process.env["SLOW"] !== undefined;

export default defineConfig({
  test: {
    include: slow ? ["test/slow/**/*.test.ts"] : ["test/**/*.test.ts"],
    exclude: slow ? [] : ["test/slow/**"],
    // A loaded machine starts commands and browsers slowly; nothing here waits for a clock.
    testTimeout: slow ? 300_000 : 60_000,
    hookTimeout: 90_000,
    pool: "threads",
    reporters: ["default", "./test/support/count-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["rules/**/*.ts", "knowledge/**/*.ts", "bot/**/*.ts", "flows/**/*.ts"],
      reporter: ["text-summary"],
      thresholds: { "rules/**": { branches: 95 } },
    },
  },
});
