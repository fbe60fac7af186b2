/** Clean text for paper: no control or invisible characters, which a document cannot hold or a clerk cannot see. */
import { z } from "zod";

/** Every invisible character but the line break. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((part) => part.replace(invisible, ""))
    .join("\n")
    .trim();

const cleaned = (given: unknown): unknown => (typeof given === "string" ? clean(given) : given);
const oneLine = (given: unknown): unknown =>
  typeof given === "string" ? clean(given).replace(/\s*\n\s*/g, " ") : given;

export const shortText = (most: number) =>
  z.preprocess(oneLine, z.string("要写成文字").min(1, "不能空着").max(most, `最多${most}个字`));

/** Lines are few, so that the sheet stays on one page. */
export const longText = (most: number) =>
  z.preprocess(
    cleaned,
    z
      .string("要写成文字")
      .min(1, "不能空着")
      .max(most, `最多${most}个字，写不下的请另附页`)
      .refine((text) => text.split("\n").length <= 10, "最多10行，写不下的请另附页"),
  );

/** Blanks and bracket shapes aside, so that 「非公 ( 民营、外资等)」 is found however it is typed. */
export const bare = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");
