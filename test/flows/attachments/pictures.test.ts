/** Photos are taken by what they are, kept without what they tell, and still show the same picture. */
import fc from "fast-check";
import jpegJs from "jpeg-js";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { checkAttachment } from "../../../flows/attachments/index.ts";
import { chunk, drawing, exif, paper, picture, segment, withChunks, withSegments, zipped } from "./make.ts";

const because = (bytes: Uint8Array, name = "照片.jpg"): string => {
  const found = checkAttachment(bytes, name);
  return found.kind === "refused" ? found.because : found.type;
};
function kept(bytes: Uint8Array, name = "照片.jpg"): Buffer {
  const found = checkAttachment(bytes, name);
  if (found.kind === "refused") throw new Error(found.say);
  return Buffer.from(found.bytes);
}
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("a JPEG", () => {
  const place = segment(0xe1, exif(1));
  const told = [
    place,
    segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0SECRET-XMP")),
    segment(0xe2, latin("MPF\0SECRET-SECOND")),
    segment(0xed, latin("Photoshop 3.0\0SECRET-CAPTION")),
    segment(0xfe, latin("SECRET-COMMENT")),
    segment(0xe0, latin("JFXX\0SECRET-THUMBNAIL")),
  ];

  it("loses place, camera, captions and thumbnails, and shows the same picture", () => {
    const clean = kept(withSegments(picture(), ...told));
    expect(clean.toString("latin1")).not.toMatch(/SECRET|Exif|MPF|xap|Photoshop/);
    expect(jpegJs.decode(clean).data.equals(jpegJs.decode(picture()).data)).toBe(true);
  });

  it("keeps its colours", () => {
    const profile = segment(0xe2, latin("ICC_PROFILE\0\x01\x01colours"));
    expect(kept(withSegments(picture(), profile)).includes(profile)).toBe(true);
  });

  it.each([
    [6, true],
    [8, false],
  ] as const)("keeps how the camera was held (%i) and nothing beside it", (turn, little) => {
    const clean = kept(withSegments(picture(), segment(0xe1, exif(turn, little))));
    expect(clean.toString("latin1")).not.toContain("SECRET");
    expect(kept(clean).equals(clean)).toBe(true);
    expect(clean.subarray(2, 38).toString("hex")).toBe(
      `ffe100224578696600004d4d002a0000000800010112000300000001000${turn}000000000000`,
    );
  });

  it("is cut off where the picture ends, as phones append films", () => {
    const film = Buffer.concat([latin("\0\0\0\x18ftypmp42"), Buffer.alloc(5000, 7)]);
    expect(kept(Buffer.concat([picture(), film])).equals(kept(picture()))).toBe(true);
  });

  it("is refused when it does not come to its end", () => {
    for (const cut of [3, 20, 200]) expect(because(picture().subarray(0, -cut))).toBe("damaged");
    expect(because(picture().subarray(0, 100))).toBe("damaged");
  });

  it("is refused above 25 million pixels by its header alone", () => {
    const sized = (width: number, height: number): Buffer => {
      const file = Buffer.from(picture());
      const at = file.indexOf(Buffer.from([0xff, 0xc0]));
      file.writeUInt16BE(height, at + 5);
      file.writeUInt16BE(width, at + 7);
      return file;
    };
    expect(because(sized(5000, 5000))).toBe("jpeg");
    expect(because(sized(5000, 5001))).toBe("tooManyPixels");
    expect(because(sized(0, 5001))).toBe("damaged");
  });
});

describe("a PNG", () => {
  const told = [
    chunk("tEXt", latin("Author\0SECRET")),
    chunk("zTXt", latin("Author\0\0SECRET")),
    chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0SECRET")),
    chunk("eXIf", exif(1).subarray(6)),
    chunk("tIME", latin("SECRET.")),
    chunk("acTL", Buffer.alloc(8)),
    chunk("zzZz", latin("SECRET")),
  ];

  it("loses texts, places, times and films, and shows the same picture", () => {
    const clean = kept(withChunks(drawing(), ...told), "截图.png");
    expect(clean.toString("latin1")).not.toMatch(/SECRET|eXIf|acTL/);
    expect(PNG.sync.read(clean).data.equals(PNG.sync.read(drawing()).data)).toBe(true);
  });

  it("is refused above 25 million pixels by its header alone", () => {
    const sized = (width: number, height: number): Buffer => {
      const header = Buffer.from(drawing().subarray(16, 29));
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      return Buffer.concat([drawing().subarray(0, 8), chunk("IHDR", header), drawing().subarray(33)]);
    };
    expect(because(sized(5000, 5000))).toBe("png");
    expect(because(sized(5000, 5001))).toBe("tooManyPixels");
    expect(because(sized(30_000, 30_000))).toBe("tooManyPixels");
    expect(because(sized(0, 10))).toBe("damaged");
  });

  it("is refused when a part is missing or changed", () => {
    expect(because(drawing().subarray(0, -12))).toBe("damaged");
    const changed = drawing();
    changed.writeUInt8(changed.readUInt8(60) ^ 1, 60);
    expect(because(changed)).toBe("damaged");
    expect(because(Buffer.concat([drawing().subarray(0, 33), drawing().subarray(-12)]))).toBe("damaged");
  });
});

describe("two files in one", () => {
  it("are refused, wherever the second one hides", async () => {
    const zip = await zipped({ "a.html": "<script>alert(1)</script>" });
    for (const first of [picture(), drawing()]) {
      for (const second of [zip, paper(), latin("MZ\x90\0"), latin("\n<html><script>"), latin("\x7fELF\x02")])
        expect(because(Buffer.concat([first, second]))).toBe("polyglot");
      expect(because(Buffer.concat([first, Buffer.alloc(300, 1), zip]))).toBe("polyglot");
    }
    expect(because(withSegments(picture(), segment(0xfe, latin("<script>alert(1)</script>"))))).toBe("polyglot");
    expect(because(withSegments(picture(), segment(0xfe, latin("%PDF-1.7"))))).toBe("polyglot");
    expect(because(Buffer.concat([paper(), zip]))).toBe("polyglot");
  });
});

it("never throws, whatever is cut, doubled or changed", () => {
  const whole = [withSegments(picture(), segment(0xe1, exif(6))), drawing(), paper({ packed: "<< /Type /Catalog >>" })];
  const change = fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 12 }));
  fc.assert(
    fc.property(change, ([file, from, length, added]) => {
      const at = from % file.length;
      const changed = Buffer.concat([file.subarray(0, at), added, file.subarray(at + (length % 40))]);
      expect(["accepted", "refused"]).toContain(checkAttachment(changed, "x").kind);
    }),
    { numRuns: 1000 },
  );
});
