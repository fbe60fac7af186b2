/** The pictures in docs/forms show what the forms print today. */
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Form } from "../../flows/engine/form.ts";
import { formById, forms } from "../../flows/index.ts";
import { difference } from "../../tools/form-pages/compare.ts";
import { type Drawing, draw } from "../../tools/form-pages/draw.ts";
import { renewal } from "../../tools/form-pages/page.ts";
import { type Picture, png } from "../../tools/form-pages/picture.ts";
import { sample } from "../../tools/form-pages/samples.ts";

const docs = fileURLToPath(new URL("../../docs/forms/", import.meta.url));
/** Not in the repository; for whoever wants to see what differs. */
const reports = fileURLToPath(new URL("../../reports/forms/", import.meta.url));
/** A few pixels may fall otherwise with another build of LibreOffice. The words themselves are read back elsewhere. */
const allowed = 12;

async function stored(id: string): Promise<Picture> {
  const { width, height, data } = PNG.sync.read(await readFile(`${docs}${id}.png`));
  return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0) };
}

let drawings: ReadonlyMap<string, Drawing>;
beforeAll(async () => {
  const drawn = await draw(forms.map((form) => ({ form, answers: sample(form) })));
  drawings = new Map(drawn.map((drawing) => [drawing.id, drawing]));
  await mkdir(reports, { recursive: true });
}, 240_000);

describe("the pictures of the forms", () => {
  it.each(forms.map(({ id }) => id))("%s is as drawn today", async (id) => {
    const drawing = drawings.get(id) ?? expect.fail();
    expect(drawing.pages).toBe(1);
    const { count, shown } = difference(await stored(id), drawing.picture);
    if (count > allowed) await writeFile(`${reports}${id}.png`, png(shown));
    expect(count, `see reports/forms/${id}.png; if the change is meant, renew with: ${renewal}`).toBeLessThan(allowed);
  });

  it("are one a form, and small", async () => {
    const names = (await readdir(docs)).filter((name) => name.endsWith(".png"));
    expect(names.sort()).toEqual(forms.map(({ id }) => `${id}.png`).sort());
    for (const name of names) expect((await stat(docs + name)).size, name).toBeLessThan(60 * 1024);
  });
});

describe("the comparison", () => {
  const form = formById("2-3-2") ?? expect.fail();
  const { layout } = form;
  if (layout.kind !== "sheet") expect.fail();
  const rows = layout.rows.map((row, at) => (at === 0 ? { ...row, height: row.height + 2 } : row));
  const [first, second = 0, ...columns] = layout.columns;
  const changed: Readonly<Record<string, Form>> = {
    一行高了2毫米: { ...form, layout: { ...layout, rows } },
    一列宽了百分之二: { ...form, layout: { ...layout, columns: [(first ?? 0) + 2, second - 2, ...columns] } },
    少了注: { ...form, layout: { ...layout, notes: [] } },
  };

  it.each(Object.keys(changed))("sees that %s", async (name) => {
    const moved = changed[name] ?? expect.fail();
    const [drawn] = await draw([{ form: moved, answers: sample(form) }]);
    expect(difference(await stored(form.id), (drawn ?? expect.fail()).picture).count).toBeGreaterThan(10 * allowed);
  });

  it("sees another name, and another tick", async () => {
    for (const told of [{ contact: "王联系" }, { ownership: "其他企业" }]) {
      const [drawn] = await draw([{ form, answers: { ...sample(form), ...told } }]);
      expect(difference(await stored(form.id), (drawn ?? expect.fail()).picture).count).toBeGreaterThan(allowed);
    }
  });
});
