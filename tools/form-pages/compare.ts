/** Whether two pictures show the same page: ink must have ink near it in the other, so that edges may be drawn softer. */
import type { Picture } from "./picture.ts";

/** A pixel is a quarter of a millimetre. One is room for softer edges; with two, Chinese characters look alike. */
const near = 1;
const dark = 110;
/** Fainter than this is paper. */
const pale = 200;

export interface Difference {
  /** Pixels of ink that the other picture lacks, in either direction. */
  readonly count: number;
  /** Both in one: what is only in the stored picture, only in the new one, or in both. */
  readonly shown: Picture;
}

const hasInkNear = ({ width, height, pixels }: Picture, column: number, row: number): boolean => {
  for (let y = Math.max(0, row - near); y <= Math.min(height - 1, row + near); y += 1)
    for (let x = Math.max(0, column - near); x <= Math.min(width - 1, column + near); x += 1)
      if ((pixels[y * width + x] ?? 255) < pale) return true;
  return false;
};

const lacking = (from: Picture, other: Picture): readonly number[] => {
  const found: number[] = [];
  from.pixels.forEach((value, at) => {
    if (value < dark && !hasInkNear(other, at % from.width, Math.floor(at / from.width))) found.push(at);
  });
  return found;
};

/** Ink in both is pale, ink in one only is black. */
export function difference(stored: Picture, drawn: Picture): Difference {
  if (stored.width !== drawn.width || stored.height !== drawn.height)
    return { count: Number.POSITIVE_INFINITY, shown: drawn };
  const places = [...lacking(stored, drawn), ...lacking(drawn, stored)];
  const pixels = drawn.pixels.map((value) => 255 - Math.round((255 - value) / 4));
  for (const at of places) pixels[at] = 0;
  return { count: places.length, shown: { ...drawn, pixels } };
}
