/** A JPEG taken apart: its segments in order, each scan with its coded data. */

export const markers = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee } as const;

export interface Segment {
  readonly marker: number;
  /** Without marker and length. */
  readonly data: Buffer;
  /** As it stands in the file, coded data of a scan included. */
  readonly whole: Buffer;
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Where the coded data of a scan ends: at the next marker that is no escape and no restart. */
function scanEnd(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return file.length;
}

/** The segment that begins at a place, and where the next one does; undefined when there is none. */
function segmentAt(file: Buffer, from: number): { readonly segment: Segment; readonly next: number } | undefined {
  if (file[from] !== 0xff) return undefined;
  let at = from + 1;
  while (file[at] === 0xff) at += 1;
  const marker = file[at] ?? 0;
  if (marker < 0xc0 || isRestart(marker) || marker === markers.soi || at + 3 > file.length) return undefined;
  const end = at + 1 + file.readUInt16BE(at + 1);
  if (end < at + 3 || end > file.length) return undefined;
  const next = marker === markers.sos ? scanEnd(file, end) : end;
  return { segment: { marker, data: file.subarray(at + 3, end), whole: file.subarray(at - 1, next) }, next };
}

/** `end` is where the picture ends; undefined when it does not come to its end. */
export function segments(file: Buffer): { readonly list: readonly Segment[]; readonly end: number } | undefined {
  const list: Segment[] = [];
  let at = 2;
  while (file[at] !== 0xff || file[at + 1] !== markers.eoi) {
    const found = segmentAt(file, at);
    if (!found) return undefined;
    list.push(found.segment);
    at = found.next;
  }
  return { list, end: at + 2 };
}
