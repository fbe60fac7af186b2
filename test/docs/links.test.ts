import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? pages(join(folder, entry.name))
      : entry.name.endsWith(".md")
        ? [join(folder, entry.name)]
        : [],
  );
const all = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...pages("docs")];

test.each(all)("the links of %s lead somewhere", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)];
  const broken = links.map(([, to = ""]) => to).filter((to) => !existsSync(join(dirname(page), to)));
  expect(broken).toEqual([]);
});

test("the files and scripts that CONTRIBUTING and the how-to pages name exist", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const missing = all
    .filter((page) => page === "CONTRIBUTING.md" || page.includes("how-to"))
    .flatMap((page) => {
      const text = readFileSync(page, "utf8");
      const files = [...text.matchAll(/`((?:bot|knowledge|rules|flows|test|tools|bench|docs)\/[\w./-]*)`/g)];
      const runs = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)];
      return [
        ...files.map(([, path = ""]) => path).filter((path) => !path.includes("2024") && !existsSync(path)),
        ...runs.map(([, script = ""]) => script).filter((script) => scripts[script] === undefined),
      ].map((name) => `${page}: ${name}`);
    });
  expect(missing).toEqual([]);
});
