/** Papers are taken when they only show pages; whatever runs, fetches or swells is sent back with what to do next. */
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { checkAttachment } from "../../../flows/attachments/index.ts";
import { docx } from "../../../flows/engine/docx.ts";
import { xlsx } from "../../../flows/engine/xlsx.ts";
import { formById } from "../../../flows/index.ts";
import { pdf } from "../../../flows/pdf/pdf.ts";
import { paper, reworked, zipped } from "./make.ts";

const because = (bytes: Uint8Array, name = "材料.pdf"): string => {
  const found = checkAttachment(bytes, name);
  return found.kind === "refused" ? found.because : found.type;
};
const form = formById("2-1-1") ?? expect.fail();
const roster = formById("2-3-6") ?? expect.fail();
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("a PDF", () => {
  it("is taken as it is when it only shows pages", async () => {
    const made = await pdf(form, { unitName: "甲公司" });
    const found = checkAttachment(made, "申请表.PDF");
    expect(found).toMatchObject({ kind: "accepted", type: "pdf", mime: "application/pdf", name: "申请表.pdf" });
    expect(found.kind === "accepted" && Buffer.from(found.bytes).equals(made)).toBe(true);
    expect(because(paper({ packed: "<< /Type /Metadata >>" }))).toBe("pdf");
    expect(because(paper({ objects: ["<< /S /URI /URI (https://example.com) >>"] }))).toBe("pdf");
  });

  it.each([
    ["脚本", paper({ objects: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"] })],
    ["脚本，名字改写", paper({ objects: ["<< /S /J#61vaScr#69pt /JS (x) >>"] })],
    ["脚本，压缩在对象流里", paper({ packed: "<< /S /JavaScript /JS (x) >>" })],
    ["脚本，压缩且名字改写", paper({ packed: "<< /S /Java#53cript /JS (x) >>" })],
    ["脚本，对象流不写类型", paper({ packed: "<< /S /JavaScript >>", packedAs: "/Filter /FlateDecode" })],
    [
      "脚本，对象流字典里夹字",
      paper({ packed: "<< /S /JavaScript >>", packedAs: "/A (1 0 obj) /Filter /FlateDecode" }),
    ],
    ["打开程序", paper({ objects: ["<< /S /Launch /F (cmd.exe) >>"] })],
    ["提交表单", paper({ objects: ["<< /S /SubmitForm /F (http://x) >>"] })],
    ["富媒体", paper({ objects: ["<< /Subtype /RichMedia >>"] })],
    ["动态表单", paper({ objects: ["<< /XFA [(a) 5 0 R] >>"] })],
    ["少见的压缩", paper({ packed: "x", packedAs: "/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]" })],
    ["展开过大的对象流", paper({ packed: "0 ".repeat(11 * 1024 * 1024) })],
  ])("is refused when it can act: %s", (_, file) => {
    expect(because(file)).toBe("activePdf");
  });

  it("is refused with a password, with what to do", () => {
    const found = checkAttachment(paper({ trailer: "/Encrypt 9 0 R" }), "a.pdf");
    expect(found).toMatchObject({ because: "encryptedPdf", say: expect.stringContaining("去掉") });
  });

  it("is refused when it is cut off or hides a page of the web", () => {
    expect(because(paper().subarray(0, -20))).toBe("damaged");
    expect(because(Buffer.concat([latin("%PDF-1.4\n<html><script>x</script>"), paper()]))).toBe("polyglot");
  });
});

describe("a Word or Excel file", () => {
  it("is taken by its content, whatever its name", async () => {
    expect(checkAttachment(await docx(form, {}), "表.xlsx")).toMatchObject({ type: "docx", name: "表.docx" });
    expect(checkAttachment(await xlsx(roster, {}), "名册")).toMatchObject({ type: "xlsx", name: "名册.xlsx" });
  });

  const rels = (type: string, mode = 'TargetMode="External"'): string =>
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.com/x" ${mode}/></Relationships>`;

  it.each([
    ["宏", { "word/vbaProject.bin": "x" }, "macros"],
    [
      "宏（只在类型里）",
      { "[Content_Types].xml": '<Types x="application/vnd.ms-word.document.macroEnabled"/>' },
      "macros",
    ],
    ["嵌入对象", { "word/embeddings/oleObject1.bin": "x" }, "activeOffice"],
    ["控件", { "word/activeX/activeX1.xml": "<x/>" }, "activeOffice"],
    ["外部模板", { "word/_rels/settings.xml.rels": rels("attachedTemplate") }, "activeOffice"],
    ["外部图片", { "word/_rels/document.xml.rels": rels("image") }, "activeOffice"],
    ["网页链接", { "word/_rels/document.xml.rels": rels("hyperlink") }, "docx"],
    ["DDE", { "word/footer9.xml": "<w:instrText>DDEAUTO c:\\\\x</w:instrText>" }, "activeOffice"],
    [
      "DDE（拆开写）",
      { "word/footer9.xml": "<w:instrText>DD</w:instrText><w:instrText>EAUTO x</w:instrText>" },
      "activeOffice",
    ],
    ["DDE（简写）", { "word/footer9.xml": '<w:fldSimple w:instr=" DDE x y ">' }, "activeOffice"],
    ["外部实体", { "word/x.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>' }, "activeOffice"],
    ["另一种编码", { "word/x.xml": Buffer.from("<!DOCTYPE a>", "utf16le") }, "activeOffice"],
    ["又是表格又是文档", { "xl/workbook.xml": "<x/>" }, "polyglot"],
  ] as const)("is judged by every part: %s", async (_, parts, expected) => {
    expect(because(await reworked(await docx(form, {}), parts))).toBe(expected);
  });

  it.each([
    ["外部链接", { "xl/externalLinks/externalLink1.xml": "<x/>" }, "activeOffice"],
    ["DDE", { "xl/x.xml": '<ddeLink ddeService="cmd"/>' }, "activeOffice"],
    ["宏表", { "xl/macrosheets/sheet1.xml": "<x/>" }, "macros"],
  ] as const)("is judged by every part of a workbook: %s", async (_, parts, expected) => {
    expect(because(await reworked(await xlsx(roster, {}), parts))).toBe(expected);
  });

  it("is refused when it swells, lies about its sizes or is broken", async () => {
    const made = await docx(form, {});
    expect(because(await reworked(made, { "word/media/a.xml": Buffer.alloc(61 * 1024 * 1024) }))).toBe("swells");
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`word/${at}.xml`, "x"]));
    expect(because(await reworked(made, many))).toBe("swells");
    const lying = Buffer.from(await reworked(made, { "word/media/a.bin": Buffer.alloc(100_000) }));
    const at = lying.lastIndexOf("word/media/a.bin") - 46;
    lying.writeUInt32LE(10, at + 24);
    expect(because(lying)).toBe("damaged");
    expect(because(made.subarray(0, -30))).toBe("damaged");
  });

  it("is no archive of other things, no slides, nothing with a password", async () => {
    expect(because(await zipped({ "a.jpg": "x" }))).toBe("archive");
    expect(because(await zipped({ "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>" }))).toBe(
      "otherOffice",
    );
    const locked = Buffer.from(await docx(form, {}));
    const directory = locked.readUInt32LE(locked.length - 6);
    locked.writeUInt16LE(locked.readUInt16LE(directory + 8) | 1, directory + 8);
    expect(because(locked)).toBe("oldOffice");
    const twice = await JSZip.loadAsync(await docx(form, {}));
    expect(because(await twice.generateAsync({ type: "nodebuffer" }))).toBe("docx");
  });
});

describe("anything else", () => {
  it.each([
    ["空文件", "", "empty"],
    ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0", "heic"],
    ["HEIF", "\0\0\0\x18ftypmif1\0\0\0\0", "heic"],
    ["AVIF", "\0\0\0\x18ftypavif\0\0\0\0", "otherPicture"],
    ["WEBP", "RIFF\x10\0\0\0WEBPVP8 ", "otherPicture"],
    ["GIF", "GIF89a", "otherPicture"],
    ["TIFF", "II*\0", "otherPicture"],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "markup"],
    ["SVG，先有声明", '\xef\xbb\xbf  <?xml version="1.0"?><svg/>', "markup"],
    ["SVG，双字节", "\xff\xfe<\0s\0v\0g\0>\0", "markup"],
    ["网页", "\n\n<!doctype html><script>", "markup"],
    ["程序", "MZ\x90\0", "program"],
    ["Linux 程序", "\x7fELF\x02", "program"],
    ["脚本", "#!/bin/sh\n", "program"],
    ["RAR", "Rar!\x1a\x07", "archive"],
    ["老版 Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oldOffice"],
    ["RTF", "{\\rtf1", "otherOffice"],
    ["视频", "\0\0\0\x18ftypmp42", "media"],
    ["微信语音", "#!SILK_V3", "media"],
    ["文字", "你好", "unknown"],
  ])("is refused for what it is: %s", (_, text, expected) => {
    expect(because(latin(text), "照片.jpg")).toBe(expected);
  });

  it("is refused above 20 MB", () => {
    expect(because(Buffer.alloc(20 * 1024 * 1024 + 1, 0xff))).toBe("tooLarge");
  });

  it("is answered with what to do next", () => {
    expect(checkAttachment(latin("\0\0\0\x18ftypheic"), "IMG_1.HEIC")).toEqual({
      kind: "refused",
      because: "heic",
      say: "这是 HEIC 格式的照片，请在手机相册里转成 JPG 再发。",
    });
  });
});

it.each([
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\用户\\发票.jpg", "发票.pdf"],
  ["发票.pdf.exe", "发票.pdf"],
  ["发票\u202Efdp.exe", "发票fdp.pdf"],
  [".htaccess", "htaccess.pdf"],
  ["", "附件.pdf"],
  ['a"b<c>\r\n: d.pdf', "abc d.pdf"],
  ["长".repeat(300), `${"长".repeat(60)}.pdf`],
  ["2023.06.15 诊断.pdf", "2023.06.15 诊断.pdf"],
])("a name is made safe: %j", (given, shown) => {
  expect(checkAttachment(paper(), given)).toMatchObject({ name: shown });
});
