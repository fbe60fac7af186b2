/** The tests that a mutant of the rules must survive: the ones beside the rules, without the long walks. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/rules/**/*.test.ts"],
    // These walk or draw thousands of inputs for every mutant; the case tables have to find the fault themselves.
    exclude: [
      "test/rules/oracle/**",
      "test/rules/trace.test.ts",
      "test/rules/properties.test.ts",
      "test/rules/figures.test.ts",
      "test/rules/docs.test.ts",
    ],
    testTimeout: 30_000,
    pool: "threads",
  },
});
