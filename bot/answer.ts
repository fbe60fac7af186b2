/** Everything the assistant can say. The dialogue returns answers; a channel renders them and adds no words of its own. */

/** The documented outcomes of a turn; also the words of the `outcome` field of the command line. */
export const outcomes = [
  "answered",
  "calculated",
  "asking",
  "choosing",
  "notInDocument",
  "unsettled",
  "notCovered",
  "form",
  "smallTalk",
  "outside",
  "cancelled",
  "handedOver",
  "notUnderstood",
  "refused",
  "failed",
] as const;
export type OutcomeName = (typeof outcomes)[number];

export interface Answer {
  readonly outcome: OutcomeName;
  /** Direct answer first; one paragraph. */
  readonly say: string;
  /** The shortest needed conditions, most important first. */
  readonly lines?: readonly string[];
  /** Clause ids, the best first. */
  readonly cites?: readonly string[];
  /** Project whose contact is named at the end. */
  readonly contact?: string;
  /** One line on time: a window that has closed or not yet opened. */
  readonly notice?: string;
  /** Buttons or numbered choices. */
  readonly quick?: readonly string[];
  /** Texts besides the cited clauses that figures may come from: trace, choices, the person's own words. */
  readonly origins?: readonly string[];
  /** Ambiguities and gaps of the document behind it (A09, S12): their wording may hold figures too. */
  readonly notes?: readonly string[];
  readonly files?: readonly OutgoingFile[];
}

/** A file of the store, by its id; the channel hands it over as it can. */
export interface OutgoingFile {
  readonly id: string;
  readonly name: string;
}
