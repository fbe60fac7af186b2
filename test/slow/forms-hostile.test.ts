/** Hostile workbooks are read for their plain values or refused; nothing is run, fetched or left behind. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Roster, readRoster } from "../../flows/roster/read.ts";
import { archiveOf, bookOf, headingRow, type Part, personRow, sheetXml, skeleton } from "../flows/hostile/archives.ts";
import { zhang } from "../flows/roster/make.ts";

let server: Server;
let calls = 0;
let home = "";
beforeAll(async () => {
  server = createServer((_, response) => {
    calls += 1;
    response.end("<!ENTITY told 'FETCHED'>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const read = (file: Buffer): Promise<Roster> => readRoster(file, "2023-06-15", 60_000);
const plain = headingRow + personRow(2, "张三", zhang);
const part = (name: string, data: string | Buffer): Part => ({ name, data: Buffer.from(data as string) });
const cell = (at: string, inside: string, rest = ""): string => `<c r="${at}"${rest}>${inside}</c>`;
const formula = (text: string, result = "张三"): string =>
  `${headingRow}<row r="2"><c r="A2" t="str"><f>${text}</f><v>${result}</v></c>${cell("B2", "<is><t>男</t></is>", ' t="inlineStr"')}${cell("C2", `<is><t>${zhang}</t></is>`, ' t="inlineStr"')}</row>`;
const relations = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

describe("a workbook that reaches out", () => {
  const files: Readonly<Record<string, () => Buffer>> = {
    外部实体: () =>
      bookOf(sheetXml(headingRow + personRow(2, "&told;", zhang), `<!DOCTYPE a [<!ENTITY told SYSTEM "${home}/x">]>`)),
    外部参数实体: () => bookOf(sheetXml(plain, `<!DOCTYPE a [<!ENTITY % t SYSTEM "${home}/x"> %t;]>`)),
    外部类型: () => bookOf(sheetXml(plain, `<!DOCTYPE a SYSTEM "${home}/x.dtd">`)),
    本机文件: () =>
      bookOf(
        sheetXml(
          headingRow + personRow(2, "&told;", zhang),
          '<!DOCTYPE a [<!ENTITY told SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    外部链接: () =>
      bookOf(sheetXml(plain), [
        part("xl/externalLinks/externalLink1.xml", '<externalLink><externalBook r:id="rId1"/></externalLink>'),
        part("xl/externalLinks/_rels/externalLink1.xml.rels", relations("externalLinkPath", `${home}/x.xlsx`)),
      ]),
    DDE: () =>
      bookOf(sheetXml(plain), [
        part(
          "xl/externalLinks/externalLink1.xml",
          '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
        ),
      ]),
    外部图片: () =>
      bookOf(sheetXml(plain, "", '<drawing r:id="rId1"/>'), [
        part("xl/worksheets/_rels/sheet1.xml.rels", relations("image", `${home}/x.png`)),
      ]),
    外部数据: () =>
      bookOf(sheetXml(plain), [
        part("xl/connections.xml", `<connections><connection id="1"><webPr url="${home}"/></connection></connections>`),
      ]),
    网页公式: () => bookOf(sheetXml(formula(`WEBSERVICE("${home}/x")`))),
    命令公式: () => bookOf(sheetXml(formula("cmd|'/c calc'!A0"))),
  };

  it.each(Object.keys(files))("is read for what stands in its cells, and nobody is called: %s", async (name) => {
    const roster = await read((files[name] ?? expect.fail())());
    const told = roster.kind === "read" ? roster.rows : [];
    expect(told.every(({ name: person }) => person === "张三")).toBe(true);
    expect(JSON.stringify(roster)).not.toMatch(/FETCHED|root:/);
    expect(calls).toBe(0);
  });
});

describe("a workbook made to exhaust", () => {
  const laughs = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "&a${at};&a${at};">`).join("")}]>`;
  const columns = Array.from({ length: 16_384 }, (_, at) => cell(`${columnName(at)}3`, "<v>1</v>")).join("");
  const blank = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join("");
  const merges = Array.from({ length: 20_000 }, (_, at) => `<mergeCell ref="A${at * 2 + 3}:XFD${at * 2 + 4}"/>`).join(
    "",
  );
  const files: Readonly<Record<string, readonly [() => Buffer, readonly string[]]>> = {
    实体炸弹: [
      () => bookOf(sheetXml(headingRow + personRow(2, "&a30;", zhang), laughs)),
      ["read", "damaged", "tooSlow"],
    ],
    一万六千列: [() => bookOf(sheetXml(`${plain}<row r="3">${columns}</row>`)), ["read"]],
    一百万空行: [() => bookOf(sheetXml(plain + blank)), ["read", "tooSlow"]],
    两万个大合并: [
      () => bookOf(sheetXml(plain, "", `<mergeCells>${merges}</mergeCells>`)),
      ["tooSlow", "damaged", "swells"],
    ],
    最远的单元格: [
      () => bookOf(sheetXml(`${plain}<row r="1048576">${cell("XFD1048576", "<v>1</v>")}</row>`)),
      ["read"],
    ],
    嵌套一万层: [() => bookOf(sheetXml(plain + "<a>".repeat(10_000))), ["read", "damaged"]],
    三十兆的一个格: [
      () => bookOf(sheetXml(headingRow + personRow(2, "长".repeat(10_000_000), zhang))),
      ["read", "tooSlow", "swells"],
    ],
    一百张表: [() => manySheets(100), ["read"]],
  };

  it.each(Object.keys(files))("ends in the thread, not the program: %s", async (name) => {
    const [make, expected] = files[name] ?? expect.fail();
    const roster = await readRoster(make(), "2023-06-15", 15_000);
    expect(expected).toContain(roster.kind === "read" ? "read" : roster.because);
    // The next one is read as ever.
    expect(await read(bookOf(sheetXml(plain)))).toMatchObject({ lines: 1, problems: [] });
  });
});

describe("a workbook that is not what it seems", () => {
  const type = (content: string): Part =>
    part("[Content_Types].xml", skeleton[0]?.data.toString().replace("</Types>", `${content}</Types>`) ?? "");
  const files: Readonly<Record<string, readonly [() => Buffer, string]>> = {
    宏: [() => bookOf(sheetXml(plain), [part("xl/vbaProject.bin", "x")]), "macros"],
    改了名的宏: [
      () =>
        bookOf(sheetXml(plain), [
          type('<Override PartName="/xl/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
          part("xl/a.bin", "x"),
        ]),
      "macros",
    ],
    启用宏的类型: [
      () =>
        bookOf(sheetXml(plain), [
          type('<Default Extension="q" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'),
        ]),
      "macros",
    ],
    宏表: [() => bookOf(sheetXml(plain), [part("xl/macrosheets/sheet1.xml", "<x/>")]), "macros"],
    嵌入对象: [() => bookOf(sheetXml(plain), [part("xl/embeddings/oleObject1.bin", "MZ")]), "read"],
    加密的部件: [
      () => archiveOf([...skeleton, { name: "xl/worksheets/sheet1.xml", data: Buffer.from("x"), encrypted: true }]),
      "oldExcel",
    ],
    加密的文件: [() => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(5000)]), "oldExcel"],
    路径跑到外面: [() => bookOf(sheetXml(plain), [part("../../etc/cron.d/x", "x")]), "damaged"],
    绝对路径: [() => bookOf(sheetXml(plain), [part("/etc/cron.d/x", "x")]), "damaged"],
    只有目录: [() => archiveOf([]), "notExcel"],
    没有工作表: [() => archiveOf(skeleton), "noHeader"],
    二进制工作簿: [() => archiveOf([part("xl/workbook.bin", "x")]), "notExcel"],
    文档改名: [() => archiveOf([part("word/document.xml", "<x/>")]), "notExcel"],
  };
  it.each(Object.keys(files))("is told by its content: %s", async (name) => {
    const [make, expected] = files[name] ?? expect.fail();
    const roster = await read(make());
    expect(roster.kind === "read" ? "read" : roster.because).toBe(expected);
  });

  const names = ["__proto__", "constructor", "toString", "prototype"];
  it.each(names)("leaves nothing behind under the name %s", async (name) => {
    const sheet = sheetXml(
      `${plain}<row r="3"><c r="${name}" t="str"><v>x</v></c><c r="${name}1"><v>1</v></c></row>`,
      "",
      `<dataValidations><dataValidation sqref="${name}"/></dataValidations><mergeCells><mergeCell ref="${name}:${name}"/></mergeCells>`,
    );
    const book = part(
      "xl/workbook.xml",
      skeleton[2]?.data
        .toString()
        .replace(
          "</sheets>",
          `</sheets><definedNames><definedName name="${name}">${name}!$A$1</definedName></definedNames>`,
        ) ?? "",
    );
    const roster = await read(bookOf(sheet, [book]));
    expect(["read", "damaged"]).toContain(roster.kind === "read" ? "read" : roster.because);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
  });
});

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

/** The roster stands on the first; the others are empty. */
function manySheets(count: number): Buffer {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const sheets = numbers.map((at) => `<sheet name="S${at}" sheetId="${at}" r:id="rId${at}"/>`).join("");
  const links = numbers
    .map(
      (at) =>
        `<Relationship Id="rId${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at}.xml"/>`,
    )
    .join("");
  return bookOf(sheetXml(plain), [
    part(
      "xl/workbook.xml",
      skeleton[2]?.data.toString().replace(/<sheets>.*<\/sheets>/, `<sheets>${sheets}</sheets>`) ?? "",
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
    ),
    ...numbers.slice(1).map((at) => part(`xl/worksheets/sheet${at}.xml`, sheetXml(""))),
  ]);
}
