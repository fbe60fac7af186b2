/** The finished file of a form: a roster is a workbook, every other form a Word document. */
import type { Answers } from "../../rules/engine/fact.ts";
import type { Form } from "./form.ts";

export interface Printed {
  readonly extension: "docx" | "xlsx";
  readonly bytes: Buffer;
}

/** Answers that do not fit their field are left blank; `validate` says which. The libraries are loaded when first needed. */
export async function print(form: Form, answers: Answers): Promise<Printed> {
  if (form.layout.kind === "roster") {
    const { xlsx } = await import("./xlsx.ts");
    return { extension: "xlsx", bytes: await xlsx(form, answers) };
  }
  const { docx } = await import("./docx.ts");
  return { extension: "docx", bytes: await docx(form, answers) };
}
