/** Opens an archive in memory, entry by entry, and gives up as soon as it swells, overlaps or lies about its sizes. */
import { inflateRawSync } from "node:zlib";

const limits = { entries: 500, inflatedBytes: 60 * 1024 * 1024 } as const;

export interface Entry {
  readonly name: string;
  readonly data: Buffer;
}
export type Archive =
  | { readonly kind: "open"; readonly entries: readonly Entry[] }
  | { readonly kind: "damaged" | "swells" | "encrypted" };

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;
const method = { stored: 0, deflated: 8 } as const;

const starts = (file: Buffer, at: number, signature: number): boolean =>
  at >= 0 && at + 4 <= file.length && file.readUInt32LE(at) === signature;

/** The end record stands at the very end but for a comment, which our senders' programs do not write. */
function directory(file: Buffer): { readonly at: number; readonly count: number } | undefined {
  const at = file.length - 22;
  if (!starts(file, at, signatures.end)) return undefined;
  return { at: file.readUInt32LE(at + 16), count: file.readUInt16LE(at + 10) };
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  readonly next: number;
}

function headerAt(file: Buffer, at: number): Header | undefined {
  if (at + 46 > file.length || !starts(file, at, signatures.central)) return undefined;
  const length = file.readUInt16LE(at + 28);
  return {
    name: file.toString("utf8", at + 46, at + 46 + length),
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    packed: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    local: file.readUInt32LE(at + 42),
    next: at + 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  };
}

/** Undefined when it is not what its header says. */
function content(file: Buffer, header: Header, most: number): Buffer | "swells" | undefined {
  const { local, packed, size } = header;
  if (local + 30 > file.length || !starts(file, local, signatures.local)) return undefined;
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const raw = file.subarray(from, from + packed);
  if (raw.length !== packed) return undefined;
  if (size > most) return "swells";
  if (header.method === method.stored) return packed === size ? raw : undefined;
  if (header.method !== method.deflated) return undefined;
  try {
    const data = inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
    return data.length === size ? data : undefined;
  } catch {
    return undefined;
  }
}

export function archive(file: Buffer): Archive {
  const top = directory(file);
  if (!top) return { kind: "damaged" };
  if (top.count > limits.entries) return { kind: "swells" };
  const entries: Entry[] = [];
  let inflated = 0;
  let packed = 0;
  for (let at = top.at, left = top.count; left > 0; left -= 1) {
    const header = headerAt(file, at);
    if (!header) return { kind: "damaged" };
    if (header.flags & 1) return { kind: "encrypted" };
    packed += header.packed;
    // Entries that overlap hold more than the file does.
    if (packed > file.length) return { kind: "swells" };
    const data = content(file, header, limits.inflatedBytes - inflated);
    if (data === undefined) return { kind: "damaged" };
    if (data === "swells") return { kind: "swells" };
    inflated += data.length;
    entries.push({ name: header.name, data });
    at = header.next;
  }
  return { kind: "open", entries };
}
