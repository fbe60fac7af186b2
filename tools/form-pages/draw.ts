/** Forms as pictures of their pages: the finished file through LibreOffice to PDF, and that through poppler. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Form } from "../../flows/engine/form.ts";
import { print } from "../../flows/engine/print.ts";
import type { Answers } from "../../rules/engine/fact.ts";
import { grey, type Picture } from "./picture.ts";

const run = promisify(execFile);
const dotsPerInch = "100";
const fonts = fileURLToPath(new URL("fonts.conf", import.meta.url));

export interface Drawing {
  readonly id: string;
  readonly pages: number;
  /** The first page. */
  readonly picture: Picture;
}

export interface Wanted {
  readonly form: Form;
  readonly answers: Answers;
}

/** All in one call: LibreOffice takes longer to start than to print. */
export async function draw(wanted: readonly Wanted[]): Promise<readonly Drawing[]> {
  const folder = await mkdtemp(join(tmpdir(), "form-pages-"));
  try {
    const files: string[] = [];
    for (const { form, answers } of wanted) {
      const { extension, bytes } = await print(form, answers);
      const file = join(folder, `${form.id}.${extension}`);
      await writeFile(file, bytes);
      files.push(file);
    }
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const office = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files];
    await run("soffice", office, { env: { ...process.env, FONTCONFIG_FILE: fonts } });
    return await Promise.all(wanted.map(({ form }) => drawn(folder, form.id)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function drawn(folder: string, id: string): Promise<Drawing> {
  const paper = join(folder, `${id}.pdf`);
  const { stdout } = await run("pdfinfo", [paper]);
  await run("pdftoppm", ["-r", dotsPerInch, "-gray", "-singlefile", paper, join(folder, id)]);
  const pages = Number(/^Pages:\s*(\d+)/m.exec(stdout)?.[1]);
  return { id, pages, picture: grey(await readFile(join(folder, `${id}.pgm`))) };
}
