/** 「发一份PDF」: the sheet of the newest application once more, as a PDF. */
import { kept, withoutFiles } from "../../applications/changes.ts";
import type { FileReference } from "../../storage/records.ts";
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
  if (!draft) return undefined;
  const { form } = draft;
  const say = (text: string): Said => ({ answer: formAnswer(text), next: conversation });
  if (form.layout.kind === "roster") return say(words.noPdfOfRoster);
  const [{ pdf }, { GlyphsMissing }] = await Promise.all([
    import("../../../flows/pdf/pdf.ts"),
    import("../../../flows/pdf/font.ts"),
  ]);
  try {
    const bytes = await pdf(form, draft.answers);
    const { application, revision } = draft;
    const about = {
      id: `${application.id}-pdf-${revision}`,
      name: `${sheetName(form)} ${application.number ?? ""}.pdf`,
    };
    const stored = storedFile({ ...about, type: "application/pdf", purpose: "printed" }, bytes, desk);
    const others = application.files.filter((one) => !isOurPdf(one));
    const after = { ...draft, application: { ...application, files: [...others, stored.reference] } };
    const changes = [kept(after), stored.change, ...withoutFiles({ files: application.files.filter(isOurPdf) })];
    return {
      answer: formAnswer(words.pdf, [], { files: [{ id: about.id, name: stored.reference.name }] }),
      next: conversation,
      changes,
    };
  } catch (cause) {
    if (cause instanceof GlyphsMissing) return say(words.pdfLacks(cause.characters));
    throw cause;
  }
}
