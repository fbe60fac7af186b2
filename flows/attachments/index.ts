/** Attachments as people send them: judged by content alone, and kept without what a photo says about its place. */
import type { Checked } from "./checked.ts";
import { jpeg } from "./jpeg.ts";
import { type Kind, kindOf } from "./kind.ts";
import { shownName } from "./name.ts";
import { office } from "./office.ts";
import { pdf } from "./pdf.ts";
import { png } from "./png.ts";
import { type Refusal, refusal } from "./refusal.ts";

export type { Refusal } from "./refusal.ts";

export interface Attachment {
  readonly kind: "accepted";
  readonly type: "jpeg" | "png" | "pdf" | "docx" | "xlsx";
  readonly mime: string;
  /** Safe to show and to offer for download: no folders, no hidden characters, the ending that fits the content. */
  readonly name: string;
  /** What is to be stored; of a photo, without place, time and camera. */
  readonly bytes: Uint8Array;
}

const most = { bytes: 20 * 1024 * 1024, pixels: 25_000_000 } as const;

const officeMime = "application/vnd.openxmlformats-officedocument";
const mimes: Readonly<Record<Attachment["type"], string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  pdf: "application/pdf",
  docx: `${officeMime}.wordprocessingml.document`,
  xlsx: `${officeMime}.spreadsheetml.sheet`,
};
const extensionOf = (type: Attachment["type"]): string => (type === "jpeg" ? "jpg" : type);

type Found = Checked | { readonly bytes: Uint8Array; readonly type: Attachment["type"] };

function looked(kind: Kind, bytes: Uint8Array): Found {
  switch (kind) {
    case "jpeg":
      return jpeg(bytes, most.pixels);
    case "png":
      return png(bytes, most.pixels);
    case "pdf":
      return pdf(bytes);
    case "zip":
      return office(bytes);
  }
}

/**
 * Whether a file may be attached, and in which form it is kept. Pure, never throws; the name serves for showing only.
 * Store `bytes` of what is accepted, not what came in. A refusal says in Chinese what to do next.
 */
export function checkAttachment(bytes: Uint8Array, name: string): Attachment | Refusal {
  if (bytes.length === 0) return refusal("empty");
  if (bytes.length > most.bytes) return refusal("tooLarge");
  const kind = kindOf(bytes);
  if (typeof kind === "object") return refusal(kind.refused);
  const found = looked(kind, bytes);
  if ("refused" in found) return refusal(found.refused);
  const type = "type" in found ? found.type : kind;
  if (type === "zip") return refusal("unknown");
  return { kind: "accepted", type, mime: mimes[type], name: shownName(name, extensionOf(type)), bytes: found.bytes };
}
