/** The Chinese type face of PDF files: it must be a whole TrueType or OpenType file, and may be absent from an installation. */
import { createRequire } from "node:module";
import { openSync } from "fontkit";
import { boxes } from "../common/wording.ts";

export interface Face {
  readonly path: string;
  readonly has: (character: string) => boolean;
}

export class FontMissing extends Error {
  override readonly name = "FontMissing";
  readonly code = "FONT_MISSING";
  constructor(cause?: unknown) {
    super(
      'No Chinese font for PDF. Install the package "@embedpdf/fonts-sc", or give the path of a .ttf or .otf file.',
      {
        cause,
      },
    );
  }
}

/** Characters that the face cannot draw: printing would show a box, which reads as a box that was ticked. */
export class GlyphsMissing extends Error {
  override readonly name = "GlyphsMissing";
  readonly code = "GLYPHS_MISSING";
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(`The font has no glyph for: ${characters.join(" ")}`);
    this.characters = characters;
  }
}

const opened = new Map<string, Face>();

/** Opened once per path. */
export function face(path: string): Face {
  const known = opened.get(path);
  if (known) return known;
  let font: ReturnType<typeof openSync>;
  try {
    font = openSync(path);
  } catch (cause) {
    throw new FontMissing(cause);
  }
  const made: Face = { path, has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) };
  opened.set(path, made);
  return made;
}

const packaged = "@embedpdf/fonts-sc";

/** The face of the installed font package. */
export function installedFace(): Face {
  try {
    const main = createRequire(import.meta.url).resolve(packaged);
    return face(main.replace(/dist[\\/][^\\/]+$/, "fonts/NotoSansHans-Regular.otf"));
  } catch (cause) {
    throw cause instanceof FontMissing ? cause : new FontMissing(cause);
  }
}

/** The ticked box as the face can draw it; a filled square where it has no ticked one. */
export const tickedBox = ({ has }: Face): string => (has(boxes.ticked) ? boxes.ticked : boxes.filled);

export const missingGlyphs = (text: string, { has }: Face): readonly string[] =>
  [...new Set(text)].filter((character) => !/\s/.test(character) && !has(character));
