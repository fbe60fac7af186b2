/** A form is an ordered list of facts and the sheet they are printed on; everything one form needs is declared in its folder. */
import type { Answers, AnyFact, Fact } from "../../rules/engine/fact.ts";
import type { Period, Provision } from "../../rules/engine/provision.ts";
import type { Layout } from "./layout.ts";

/** How a field is filled in: the dialogue chooses its reader by it, the printer its wording. */
export type Input =
  | "text"
  | "longText"
  | "phone"
  | "count"
  | "yuan"
  | "date"
  /** `{ from, to }`, both ends included. */
  | "period"
  /** One of the printed options. */
  | "choice"
  /** Several of the printed options. */
  | "choices"
  /** The lines of a roster, by upload or table, never one by one in a chat. */
  | "rows";

/** `document`: the form or the text demands it; `advised`: the document does not say, we ask for it; `optional`: may stay empty. */
type Required = "document" | "advised" | "optional";

/** Reads an earlier answer inside a condition; a missing one makes the condition unknown. */
export type Need = <T>(fact: Fact<string, T>) => T;

export interface Field {
  readonly fact: AnyFact;
  readonly input: Input;
  readonly required: Required;
  readonly when?: (need: Need) => boolean;
  /** Asked for a check alone: the sheet has no place for it. */
  readonly offSheet?: true;
  /** Stays the same from one form to the next (the unit, its address, its telephone). */
  readonly lasting?: boolean;
  /** The answer as it follows from facts of a calculator, so that nobody is asked twice. */
  readonly known?: (answers: Answers) => unknown;
}

interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

export interface Finding {
  readonly field: string;
  readonly label: string;
  readonly problem: string;
}

/** The valid answers of a form, by fact; undefined where absent. */
export type Given = <T>(fact: Fact<string, T>) => T | undefined;

/** A check across fields. A problem must be mended before the form is handed in; a warning is said and left to the person. */
export interface Check {
  readonly level: "problem" | "warning";
  readonly at: AnyFact;
  /** What is wrong, in one sentence; undefined when nothing is. */
  readonly wrong: (given: Given, today: string | undefined) => string | undefined;
}

/** Places of a quota of the document that a form takes when it is handed in. */
export interface Places {
  readonly quota: string;
  /** How many there are in all. */
  readonly of: Provision<number>;
  readonly count: number;
  readonly unit: "人" | "个" | "家";
}

/** People on a roster that was sent along, by sex. */
export interface Counts {
  readonly male: number;
  readonly female: number;
  readonly total: number;
}

export interface Form {
  /** Number of the printed sheet (`2-1-1`), or the English name of a cover sheet of ours. */
  readonly id: string;
  /** English name, unique: kanShanghaiSubsidyForm. */
  readonly name: string;
  readonly title: string;
  /** As people call it: 看上海补贴申请表. */
  readonly short: string;
  /** Words by which somebody who wants to fill in a form means this one. */
  readonly heard: RegExp;
  /** Words that it shares with other forms, tried when no form is named by its own. */
  readonly kin?: RegExp;
  /** Topics of the knowledge that lead here when somebody wants to do it now (`2-1.kan-apply`). */
  readonly topics: readonly string[];
  /** An officer acts for a unit; a worker hands in only their own. */
  readonly by: "unit" | "person";
  /** Asks for an illness: wants a consent of its own. */
  readonly medical?: true;
  /** Where the sheet, or the duty to hand something in, stands: `2023/2-1-1`. */
  readonly clause: string;
  /** `official`: printed in the document; `cover`: the document prints no sheet, this is a cover with a list of materials. */
  readonly kind: "official" | "cover";
  readonly who: string;
  readonly handIn: string;
  readonly sections: readonly Section[];
  /** Who stamps or comments, in order. */
  readonly seals: readonly string[];
  readonly copies?: string;
  readonly deadline?: string;
  /** When it may be handed in; afterwards it is late, and staff decide. */
  readonly window?: ((given: Given) => Provision<Period> | undefined) | "judgedByRule";
  readonly places?: (given: Given) => Places | undefined;
  /** What a roster that is sent along answers. */
  readonly roster?: (counts: Counts) => Answers;
  /** What to know before handing in, in our words. */
  readonly advice?: readonly string[];
  /** The calculator that judges beforehand, and its facts as they follow from this form. */
  readonly rule?: { readonly id: string; readonly facts: (given: Given) => Answers };
  readonly checks?: readonly Check[];
  readonly layout: Layout;
}

export const defineForm = (form: Form): Form => Object.freeze(form);

export const fieldsOf = (form: Form): readonly Field[] => form.sections.flatMap(({ fields }) => fields);
