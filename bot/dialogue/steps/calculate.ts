/** The sentence carries facts of a calculator, or asks to have something worked out. */
import type { SearchResult } from "../../../knowledge/index.ts";
import type { Topic } from "../../../knowledge/topic.ts";
import { type AnyFact, isMeasure } from "../../../rules/engine/fact.ts";
import { type AnyRule, factsOf, type Outcome } from "../../../rules/engine/rule.ts";
import { evaluate, ruleById } from "../../../rules/index.ts";
import { sayRule } from "../say-decision.ts";
import type { Said, Turn } from "../turn.ts";
import { readFacts } from "../understanding/facts.ts";
import { normalise } from "../understanding/normalise.ts";
import { kindWeight, offWeight, ruleOf } from "../what-is-asked.ts";

const wantsNumber = /算一?下|算算|帮.{0,3}算|算(下|一算)|想算/;

const asksWhether = /(能|可以).{0,14}(吗|伐|么|不)|能不能|可不可以|算不算|符不符合|有没有资格|够不够|行不行/;

/** Who says 「算一下」 wants a calculator; even a few votes then show which. */
const askedFor = 0.08;

export function calculate(turn: Turn, found: SearchResult, topic: Topic | undefined): Said | undefined {
  const asksToCompute = wantsNumber.test(turn.heard.text);
  const rule = asksToCompute ? numericRule(found, topic) : ruleById(ruleOf(found, topic) ?? "");
  if (!rule) return undefined;
  const documentIsSilent =
    offWeight(found) > 0.5 ||
    topic?.kind === "notInDocument" ||
    (topic?.kind === "unsettled" && kindWeight(found, "ambiguous", "unanswerable") > 0.4);
  return compute(turn, rule, topic, {
    asksToCompute,
    documentIsSilent,
    expectsFigure: kindWeight(found, "calc") > 0.5,
    judges: kindWeight(found, "eligibility") > 0.25 || asksWhether.test(turn.heard.text),
    isSure: found.confidence > 0.6 && topic?.kind === "answered",
  });
}

/** Who wants a sum wants a calculator that counts, even if few examples vote for it. */
function numericRule(found: SearchResult, topic: Topic | undefined): AnyRule | undefined {
  const ids = [topic?.rule ?? "", ...found.rules.filter(({ weight }) => weight >= askedFor).map(({ rule }) => rule)];
  const rules = ids.flatMap((id) => ruleById(id) ?? []);
  return rules.find((rule) => factsOf(rule).some(({ kind }) => kind === "count" || kind === "yuan"));
}

interface Mood {
  readonly asksToCompute: boolean;
  /** The question looks like one that the document does not answer. */
  readonly documentIsSilent: boolean;
  readonly expectsFigure: boolean;
  /** The question is whether somebody may. */
  readonly judges: boolean;
  /** One topic stands out: what was named is part of it. */
  readonly isSure: boolean;
}

/** Facts that say more than the variants of a topic can tell apart. */
const isTelling = (fact: AnyFact): boolean => fact.decisive === true || isMeasure(fact);

function compute(turn: Turn, rule: AnyRule, topic: Topic | undefined, mood: Mood): Said | undefined {
  const { conversation, heard, today } = turn;
  const facts = factsOf(rule);
  const { answers } = readFacts(facts, heard);
  const known = facts.filter(({ id }) => id in answers);
  if (!mood.asksToCompute && known.length === 0) return undefined;
  const spoken = (fact: AnyFact) =>
    topic !== undefined && !asksBack(topic) && (mood.isSure || spokenOf(fact, answers[fact.id], topic, turn));
  const tells = (fact: AnyFact) => isTelling(fact) && !(fact.decisive && spoken(fact));
  const heardFacts: HeardFacts = {
    any: known.length > 0,
    telling: known.some(tells),
    named: known.some(({ decisive }) => decisive === true),
  };
  const outcome = evaluate(rule, answers, today);
  if (!worthSaying(outcome, heardFacts, mood)) return undefined;
  return withTopic(sayRule(conversation, rule, answers, Object.keys(answers), heard.slots, today), topic);
}

interface HeardFacts {
  readonly any: boolean;
  readonly telling: boolean;
  readonly named: boolean;
}

/** Whether the calculator says more than the topic would. */
function worthSaying(outcome: Outcome, { any, telling, named }: HeardFacts, mood: Mood): boolean {
  if (mood.asksToCompute) return outcome.status !== "stuck";
  const refused = outcome.status === "done" && outcome.decision.verdict === "notEligible";
  if (mood.documentIsSilent && !named && !(telling && refused)) return false;
  switch (outcome.status) {
    case "done":
      return telling || refused || (mood.judges && any);
    case "asking":
      return telling && mood.expectsFigure;
    case "notCovered":
      return true;
    case "stuck":
      return false;
  }
}

/** A topic that ends with a question to the person has not answered yet. */
const asksBack = ({ answers }: Topic): boolean =>
  answers.some(({ say, when }) => when === undefined && say.endsWith("？"));

/** The topic is about the very thing that was named, and says it better than the look-up. */
function spokenOf({ decisive, choices = [] }: AnyFact, value: unknown, topic: Topic, { knowledge }: Turn): boolean {
  const words = choices.find((choice) => choice.value === value)?.heard;
  if (decisive !== true || !words) return false;
  return [topic.asks, ...(knowledge.examples.get(topic.id) ?? [])].some((question) => words.test(normalise(question)));
}

/** Remembers the topic beside the calculator, so that 「打谁电话」 and slot changes find it. */
function withTopic(said: Said, topic: Topic | undefined): Said {
  const subject = said.next.subject;
  return topic && subject ? { ...said, next: { ...said.next, subject: { ...subject, topic: topic.id } } } : said;
}
