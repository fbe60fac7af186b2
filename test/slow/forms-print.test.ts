/** LibreOffice prints every form, the longest answers included, on one A4 page. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Form, fieldsOf } from "../../flows/engine/form.ts";
import { print } from "../../flows/engine/print.ts";
import { forms } from "../../flows/index.ts";
import { longest, sampled } from "../flows/fill.ts";

let folder: string;
/** No everyday face has them; marks of templates and of XML beside them. */
const rare = "𠮷䶮㐀<&{{x}}";
const rareNames = (form: Form) =>
  Object.fromEntries(fieldsOf(form).flatMap(({ fact, input }) => (input === "text" ? [[fact.id, rare]] : [])));
const kinds = { empty: () => ({}), sampled, longest, rareNames } as const;
const wanted = forms.flatMap((form) =>
  Object.entries(kinds).map(([kind, answers]) => ({ name: `${form.id}-${kind}`, form, answers })),
);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "print-"));
  for (const { name, form, answers } of wanted) {
    const { extension, bytes } = await print(form, answers(form));
    await writeFile(join(folder, `${name}.${extension}`), bytes);
  }
  const files = (await readdir(folder)).map((file) => join(folder, file));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  await promisify(execFile)("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files]);
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(wanted.map(({ name }) => name))("%s is one A4 page", async (name) => {
  const loading = getDocument({ data: new Uint8Array(await readFile(join(folder, `${name}.pdf`))), verbosity: 0 });
  const document = await loading.promise;
  expect(document.numPages).toBe(1);
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  expect([width, height].map(Math.round).sort()).toEqual([595, 842]);
  await loading.destroy();
});

const sheets = forms.filter(({ layout }) => layout.kind === "sheet");
it.each(sheets.map((form) => [form.id, form] as const))(
  "%s shows rare names character by character",
  async (id, form) => {
    const data = new Uint8Array(await readFile(join(folder, `${id}-rareNames.pdf`)));
    const loading = getDocument({ data, verbosity: 0 });
    const { items } = await (await (await loading.promise).getPage(1)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    expect(text.replace(/\s/g, "").split(rare).length - 1).toBe(Object.keys(rareNames(form)).length);
    await loading.destroy();
  },
);
