/** Brings a person's text into the one form that every reader works on: NFKC, no blanks between characters, no emoji. */

const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const pictures = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\uFE0F\u20E3]/gu;
/** WeChat writes its own faces as 「[抱拳]」. */
const weChatFace = /\[[\p{Script=Han}A-Za-z]{1,6}\]/gu;
/** In chats a blank stands for a comma; between single characters it is only an artefact. */
const pause =
  /(?<=[\p{Script=Han}][\p{Script=Han}A-Za-z0-9%?。]) +(?=[\p{Script=Han}A-Za-z0-9][\p{Script=Han}A-Za-z0-9])/gu;
const blanksBesideHan = /(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])/g;

/** Text for search and readers. Latin words keep single blanks between them. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\r\n\t]+/g, " ")
    .replace(invisible, "")
    .replace(weChatFace, "")
    .replace(pictures, "")
    .replace(/[“”"「」『』]/g, "")
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .replace(/\s+/g, " ")
    .replace(pause, ",")
    .replace(blanksBesideHan, "")
    .replace(/(?<=\d) +| +(?=\d)/g, "")
    .trim();
}
