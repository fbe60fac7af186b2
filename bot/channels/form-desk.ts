/** The port of the web form: what a page shows, and what a person may do on it. A channel knows no more of forms. */
import type { IncomingFile } from "./channel.ts";
import type { FileBytes } from "./files.ts";

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly hint?: string;
  readonly input: string;
  readonly options: readonly string[];
  /** `document`: must be filled; `advised`: may be left open knowingly; `optional`: may be left out. */
  readonly required: string;
  /** Null where there is no answer yet; `{unsure: true}` where it was left open knowingly. */
  readonly value: unknown;
  /** A field that another answer has closed is not shown. */
  readonly applies: boolean;
}

export interface FormFinding {
  readonly field: string;
  readonly label: string;
  readonly problem: string;
}

export interface FormPage {
  readonly application: string;
  /** Grows with each change, here or in the chat: an order carries the one that its page showed. */
  readonly revision: number;
  readonly title: string;
  readonly about: readonly string[];
  /** Still to be asked, before anything personal is shown or taken. */
  readonly consents: readonly { readonly purpose: string; readonly text: string }[];
  readonly sections: readonly { readonly title: string; readonly fields: readonly FormField[] }[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly purpose: string }[];
  readonly missing: readonly { readonly field: string; readonly label: string }[];
  readonly problems: readonly FormFinding[];
  readonly warnings: readonly FormFinding[];
  /** What the calculator says of it; `refused`: it may be handed in on insistence only. */
  readonly check?: { readonly say: string; readonly refused: boolean };
  readonly review: readonly string[];
  /** Set once it is handed in: nothing can be changed any more. */
  readonly handedIn?: { readonly number: string; readonly status: string };
}

export type FormResult =
  | {
      readonly kind: "page";
      readonly page: FormPage;
      /** Answers that were not taken, by field. */
      readonly wrong?: Readonly<Record<string, string>>;
      readonly said?: readonly string[];
    }
  /** Changed meanwhile, in the chat or in another window: nothing was written. */
  | { readonly kind: "changed"; readonly page: FormPage }
  | { readonly kind: "refused"; readonly problem: string }
  /** Handed in, and the draft is gone: the very same had been handed in before. */
  | { readonly kind: "known"; readonly said: readonly string[] }
  /** The page of this session is over: its time is up, its form is gone, or another form was opened. */
  | { readonly kind: "closed" };

export interface FormOrder {
  readonly application: string;
  readonly revision: number;
}

export interface FormDesk {
  /** Opens a link, once; the session is a name without meaning. Used, expired and unknown secrets are all undefined. */
  open(secret: string): Promise<string | undefined>;
  describe(session: string): Promise<FormResult>;
  agree(session: string, order: FormOrder, purposes: readonly string[]): Promise<FormResult>;
  answer(session: string, order: FormOrder, answers: Readonly<Record<string, unknown>>): Promise<FormResult>;
  attach(session: string, order: FormOrder, file: IncomingFile): Promise<FormResult>;
  handIn(session: string, order: FormOrder, insists: boolean): Promise<FormResult>;
  /** Files of this form only. */
  file(session: string, id: string): Promise<FileBytes | undefined>;
}
