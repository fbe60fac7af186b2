import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pickVariant } from "../../../knowledge/search/variant.ts";
import type { Slots } from "../../../knowledge/slots.ts";
import { type Topic, topicSchema } from "../../../knowledge/topic.ts";

const topicWith = (...answers: (Slots | undefined)[]): Topic =>
  topicSchema.parse({
    id: "2-3.price",
    kind: "answered",
    asks: "体检多少钱",
    answers: answers.map((when) => ({
      ...(when ? { when } : {}),
      say: JSON.stringify(when ?? "一般"),
      cites: ["2-3-1"],
    })),
  });

const priced = topicWith(
  undefined,
  { plan: "A" },
  { plan: "B" },
  { plan: "B", sex: "male" },
  { plan: "B", sex: "female" },
  { sex: "female" },
);

describe("the answer variant", () => {
  it.each<[string, Slots, Slots | undefined]>([
    ["nothing heard: the general one", {}, undefined],
    ["one value: the one that names it", { plan: "A" }, { plan: "A" }],
    ["two values: the one that names both", { plan: "B", sex: "female" }, { plan: "B", sex: "female" }],
    ["a value nobody mentions changes nothing", { plan: "B", trip: "oneDay" }, { plan: "B" }],
    ["a contradicted value is out", { plan: "C" }, undefined],
    ["what nobody said is not presumed", { sex: "male" }, undefined],
    ["half of what was heard is better than nothing", { plan: "A", sex: "female" }, { plan: "A" }],
  ])("%s", (_title, heard, expected) => {
    expect(pickVariant(priced, heard).when).toEqual(expected);
  });

  it("presumes as little as possible where there is no general answer", () => {
    const topic = topicWith({ plan: "B", sex: "female" }, { plan: "B" });
    expect(pickVariant(topic, {}).when).toEqual({ plan: "B" });
    expect(pickVariant(topic, { sex: "female" }).when).toEqual({ plan: "B", sex: "female" });
  });

  it("is the first one when every variant is contradicted and none is general", () => {
    expect(pickVariant(topicWith({ plan: "A" }, { plan: "B" }), { plan: "C" }).when).toEqual({ plan: "A" });
  });

  const slots: fc.Arbitrary<Slots> = fc.record(
    {
      plan: fc.constantFrom("A" as const, "B" as const, "C" as const),
      sex: fc.constantFrom("male" as const, "female" as const),
      trip: fc.constantFrom("oneDay" as const, "twoDay" as const),
    },
    { requiredKeys: [] },
  );

  it("never contradicts what was heard when there is a general answer", () => {
    fc.assert(
      fc.property(fc.array(slots, { maxLength: 6 }), slots, (whens, heard) => {
        const picked = pickVariant(topicWith(undefined, ...whens), heard).when ?? {};
        const said = new Map<string, string>(Object.entries(heard));
        for (const [slot, value] of Object.entries(picked)) expect(said.get(slot)).toBe(value);
      }),
    );
  });
});
