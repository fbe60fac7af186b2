/** The name under which an attachment is listed: what a person recognises, with the ending that its content deserves. */

const most = 60;
/** Folders, drives, what a shell or Windows reads, and characters that are invisible or turn the writing round. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/gu;

export function shownName(name: string, extension: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const stem = last
    .normalize("NFC")
    .replace(unsafe, "")
    .replace(/(\.[a-z0-9]{1,5})+\s*$/i, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  return `${[...stem].slice(0, most).join("") || "附件"}.${extension}`;
}
