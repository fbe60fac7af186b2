/** 「发一份PDF」: the sheet of the newest application once more, as a PDF. */
import { formById } from "../../../flows/index.ts";
import type { Change, FileReference } from "../../storage/records.ts";
import type { Said, Turn } from "../turn.ts";
import { draftFrom } from "./draft.ts";
import { sheetName, storedFile } from "./printed.ts";
import { formAnswer } from "./say.ts";
import { words } from "./words.ts";

const asks = /^(?:我?要|请|麻烦|再)?(?:发|给|要|来|换成?)?.{0,8}pdf.{0,6}$/i;

/** The person's own attachments may be PDFs too. */
const isOurPdf = ({ purpose, name }: FileReference): boolean => purpose === "printed" && name.endsWith(".pdf");

export async function pdfSheet(turn: Turn): Promise<Said | undefined> {
  const { desk, heard, conversation } = turn;
  if (!asks.test(heard.text)) return undefined;
  const newest = (await desk.applications()).find(
    ({ value }) => value.number !== undefined && value.owner === desk.person,
  );
  const draft = newest && (await draftFrom(newest, desk));
  const form = newest && formById(newest.value.form);
  if (!newest || !draft || !form) return undefined;
  const say = (text: string): Said => ({ answer: formAnswer(text), next: conversation });
  if (form.layout.kind === "roster") return say(words.noPdfOfRoster);
  const [{ pdf }, { GlyphsMissing }] = await Promise.all([
    import("../../../flows/pdf/pdf.ts"),
    import("../../../flows/pdf/font.ts"),
  ]);
  try {
    const bytes = await pdf(form, draft.answers);
    const id = `${newest.value.id}-pdf-${newest.revision}`;
    const name = `${sheetName(form)} ${newest.value.number ?? ""}.pdf`;
    const owner = newest.value.owner;
    const stored = storedFile({ id, name, type: "application/pdf", purpose: "printed" }, bytes, {
      person: owner,
      at: desk.at,
    });
    const files = [...newest.value.files.filter((one) => !isOurPdf(one)), stored.reference];
    const old = newest.value.files.filter(isOurPdf);
    const changes: readonly Change[] = [
      {
        kind: "application",
        id: newest.value.id,
        person: owner,
        value: { ...newest.value, files },
        expected: newest.revision,
      },
      stored.change,
      ...old.map((one): Change => ({ kind: "file", id: one.id, value: null })),
    ];
    return {
      answer: formAnswer(words.pdf, [], { files: [{ id, name: stored.reference.name }] }),
      next: conversation,
      changes,
    };
  } catch (cause) {
    if (cause instanceof GlyphsMissing) return say(words.pdfLacks(cause.characters));
    throw cause;
  }
}
