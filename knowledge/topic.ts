/** A topic is one thing that people ask about the document; its answers differ only by slots. One JSON object a line in `answers/`. */
import { z } from "zod";
import { slotsSchema } from "./slots.ts";

export const answerKinds = ["answered", "notInDocument", "unsettled", "choose", "outside", "smallTalk"] as const;
export type AnswerKind = (typeof answerKinds)[number];

const clauseId = z.string().regex(/^(0|1|2-\d+(-\d+)?)(#[\d.]+)?$/);

const variantSchema = z.strictObject({
  /** Holds for these slot values; without it the variant is the general answer. */
  when: slotsSchema.optional(),
  /** Overrides the kind of the topic. */
  kind: z.enum(answerKinds).optional(),
  /** What is said, direct answer first. Every figure must stand in a cited clause. */
  say: z.string().min(2).max(260),
  /** Said only when the person asks for more. */
  more: z.string().max(400).optional(),
  /** Sums said beside the figures of the clauses: `1500+300+1500=3300`, each operand in a cited clause. */
  derived: z.array(z.string().regex(/^[\d+*-]+=\d+$/)).optional(),
  /** Clause ids, the best first. Empty only for outside and smallTalk. */
  cites: z.array(clauseId),
});

export const topicSchema = z.strictObject({
  id: z.string().regex(/^(0|other|2-\d+)\.[a-z0-9-]+$/),
  kind: z.enum(answerKinds),
  /** The question in everyday words, with the official term: it is ranked like an example question. */
  asks: z.string().min(3).max(60),
  answers: z.array(variantSchema).min(1),
  /** The calculator (K01…K35) that answers better once its facts are known. */
  rule: z
    .string()
    .regex(/^K\d\d$/)
    .optional(),
  /** The official form that belongs to it. */
  form: z
    .string()
    .regex(/^2-\d+-\d+$/)
    .optional(),
  /** Whom to call: the project whose contact is named after the answer. */
  contact: z
    .string()
    .regex(/^2-\d+$/)
    .optional(),
  /** The time window (T01…T27) that the answer depends on. */
  window: z
    .string()
    .regex(/^T\d\d$/)
    .optional(),
  /** Ambiguities and gaps of the document behind it (A01…A74, S01…S60). */
  notes: z.array(z.string().regex(/^[AS]\d\d$/)).optional(),
  /** Only for `choose`: what the person can pick from, at most four. */
  options: z
    .array(z.strictObject({ label: z.string().max(16), topic: z.string() }))
    .max(4)
    .optional(),
});

export type Topic = z.infer<typeof topicSchema>;
export type Variant = z.infer<typeof variantSchema>;
