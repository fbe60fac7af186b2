import { defineConfig } from "vitest/config";

/** Slow suites have a command of their own (`npm run test:slow`); the everyday run leaves them out. */
const slow = process.env["SLOW"] !== undefined;

/** Pure code, whose tests leave nothing behind: their modules are loaded once for all of them, not once a file. */
const pure = ["rules", "flows", "bot/dialogue", "bot/applications", "bot/privacy"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

const everyday = [
  { extends: true as const, test: { name: "pure", include: pure, isolate: false } },
  {
    extends: true as const,
    test: { name: "with the world", include: ["test/**/*.test.ts"], exclude: ["test/slow/**", ...pure] },
  },
];
const slowly = [{ extends: true as const, test: { name: "slow", include: ["test/slow/**/*.test.ts"] } }];

export default defineConfig({
  test: {
    projects: slow ? slowly : everyday,
    // A loaded machine starts commands and browsers slowly; nothing here waits for a clock.
    testTimeout: slow ? 300_000 : 60_000,
    hookTimeout: 90_000,
    pool: "threads",
    // Much of the time goes into waiting for processes, browsers and disks.
    maxWorkers: "100%",
    reporters: ["default", "./test/support/count-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["rules/**/*.ts", "knowledge/**/*.ts", "bot/**/*.ts", "flows/**/*.ts"],
      reporter: ["text-summary"],
      thresholds: { "rules/**": { branches: 95 } },
    },
  },
});
