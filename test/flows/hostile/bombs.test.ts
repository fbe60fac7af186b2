/** Archives made to swell are refused before a parser sees them, by a process that hardly grows. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAttachment } from "../../../flows/attachments/index.ts";
import { refused } from "../../../flows/roster/guard.ts";
import { archiveOf, bookOf, type Part, skeleton } from "./archives.ts";

const megabytes = 1024 * 1024;
const zeros = (size: number): Buffer => Buffer.alloc(size * megabytes);
const sheet = (data: Buffer, claims?: Part["claims"]): Part => ({
  name: "xl/worksheets/sheet1.xml",
  data,
  ...(claims && { claims }),
});

const nested = (): Buffer => {
  const inner = archiveOf(Array.from({ length: 16 }, (_, at) => ({ name: `${at}.bin`, data: zeros(4) })));
  return archiveOf([...skeleton, ...Array.from({ length: 16 }, (_, at) => ({ name: `xl/${at}.zip`, data: inner }))]);
};
/** Where the first part after the skeleton stands. */
const overlapsFrom = (): number => archiveOf(skeleton).readUInt32LE(archiveOf(skeleton).length - 6);

/** Many names for one packed part: small on disk, and hundreds of times as large unpacked. */
const overlapping = (): Buffer => {
  const data = zeros(4);
  const before = overlapsFrom();
  const kernel: Part = { name: "xl/000.xml", data };
  return archiveOf([
    ...skeleton,
    kernel,
    ...Array.from({ length: 300 }, (_, at) => ({
      ...kernel,
      name: `xl/${String(at + 1).padStart(3, "0")}.xml`,
      at: before,
    })),
  ]);
};
const bombs: Readonly<Record<string, () => Buffer>> = {
  "384 MB 的一个部件": () => archiveOf([...skeleton, sheet(zeros(384))]),
  一万个部件: () =>
    archiveOf([
      ...skeleton,
      ...Array.from({ length: 10_000 }, (_, at) => ({ name: `xl/${at}.xml`, data: Buffer.from("x") })),
    ]),
  少报大小: () => archiveOf([...skeleton, sheet(zeros(100), { size: 1000 })]),
  多报大小: () => archiveOf([...skeleton, sheet(zeros(1), { size: 0x7fffffff })]),
  互相重叠的部件: overlapping,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bombs-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** How many kilobytes a process of its own grows by while it refuses; counted by the system, so that buffers count. */
const program = `
const { readFileSync } = await import("node:fs");
const { refused } = await import("./flows/roster/guard.ts");
const { checkAttachment } = await import("./flows/attachments/index.ts");
const small = readFileSync(process.argv[1]);
await refused(small); checkAttachment(small, "x");
const file = readFileSync(process.argv[2]);
const before = process.resourceUsage().maxRSS;
const because = await refused(file);
const grown = process.resourceUsage().maxRSS - before;
console.log(JSON.stringify({ because, grown, attachment: checkAttachment(file, "x").because, both: process.resourceUsage().maxRSS - before }));
`;
async function judged(name: string): Promise<{ because: string; grown: number; attachment: string; both: number }> {
  const paths = [join(folder, "small.xlsx"), join(folder, "bomb.xlsx")] as const;
  await writeFile(paths[0], bookOf("<worksheet/>"));
  await writeFile(paths[1], (bombs[name] ?? expect.fail())());
  const args = ["--import", "tsx", "--input-type=module", "-e", program, ...paths];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: new URL("../../..", import.meta.url) });
  return JSON.parse(stdout);
}

describe("an archive made to swell", () => {
  it.each(Object.keys(bombs))("is refused, and the process grows by less than 50 MB: %s", async (name) => {
    const { because, grown, attachment, both } = await judged(name);
    expect(["swells", "damaged"]).toContain(because);
    expect(["swells", "damaged"]).toContain(attachment);
    expect(grown).toBeLessThan(50 * 1024);
    expect(both).toBeLessThan(110 * 1024);
  });

  it("is refused as an attachment when its parts share their bytes, however small it is", () => {
    const shared: Part = { name: "xl/media/000.bin", data: randomBytes(50_000) };
    const at = overlapsFrom();
    const twins = [1, 2, 3].map((number) => ({ ...shared, name: `xl/media/00${number}.bin`, at }));
    expect(checkAttachment(archiveOf([...skeleton, shared]), "x").kind).toBe("accepted");
    expect(checkAttachment(archiveOf([...skeleton, shared, ...twins]), "x")).toMatchObject({ because: "swells" });
  });

  it("is not opened a second time inside itself", async () => {
    const file = nested();
    expect(await refused(file)).toBeUndefined();
    expect(checkAttachment(file, "x")).toMatchObject({ type: "xlsx" });
  });
});
