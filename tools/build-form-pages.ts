/** Writes docs/forms: the page and a picture of every form; with --check only says whether the page has drifted. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { forms } from "../flows/index.ts";
import { draw } from "./form-pages/draw.ts";
import { formsPage } from "./form-pages/page.ts";
import { png } from "./form-pages/picture.ts";
import { sample } from "./form-pages/samples.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const folder = fileURLToPath(new URL("../docs/forms/", import.meta.url));
const page = formsPage(forms);

if (values.check) {
  if (readFileSync(`${folder}README.md`, "utf8") !== page) {
    console.log("drifted: docs/forms/README.md");
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}README.md`, page);
  for (const { id, picture } of await draw(forms.map((form) => ({ form, answers: sample(form) })))) {
    writeFileSync(`${folder}${id}.png`, png(picture));
  }
  console.log(`${forms.length} forms drawn`);
}
