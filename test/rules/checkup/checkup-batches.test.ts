import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkupBatches } from "../../../rules/checkup/checkup-batches.ts";
import { decisionOf, outcomeOf, wrongSteps } from "../deciding.ts";
import { announcementFaults, explore, pathLines } from "../explore.ts";

describe("checkupBatches", () => {
  test.each([
    // 人数, 各批 (依据 2-3#1.3.4)
    [30, [30], "30人一批就可以。"],
    [120, [120], "120人一批就可以。"],
    [121, [61, 60], "121人最少分2批，1批61人、1批60人。"],
    [240, [120, 120], "240人最少分2批，每批120人。"],
    [250, [84, 83, 83], "250人最少分3批，1批84人、2批各83人。"],
  ])("%i人", (people, batches, say) => {
    const decision = decisionOf(checkupBatches, { people });
    const [largest, smallest] = [Math.max(...batches), Math.min(...batches)];
    const largerBatches = largest === smallest ? 0 : batches.filter((size) => size === largest).length;
    expect(decision.values).toEqual({
      people,
      minBatches: batches.length,
      batches,
      largest,
      smallest,
      largerBatches,
      smallerBatches: batches.length - largerBatches,
    });
    expect(decision.say).toBe(say);
    expect(decision.lines).toEqual(["文件写每批30-120名左右；这一条写在企业职工体检下。"]);
  });

  test.each([1, 29])("%i人 is below a batch: the document does not say what then", (people) => {
    const decision = decisionOf(checkupBatches, { people });
    expect(decision.verdict).toBe("unsettled");
    expect(decision.say).toBe(`${people}人不到每批30人左右；能不能参加或和别的单位并批，文件没有写。`);
    expect(decision.open).toEqual(["A39"]);
  });

  test("asks for the heads only", () => {
    const paths = explore(checkupBatches, { samples: { people: [29, 30] } });
    expect(announcementFaults(checkupBatches, paths)).toEqual([]);
    expect(pathLines(paths)).toEqual(["unsettled ← people=29", "eligible ← people=30", "stuck ← people=?"]);
  });

  test("batches lose nobody, differ by one at most and keep to the limits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 20_000 }), (people) => {
        const outcome = outcomeOf(checkupBatches, { people });
        expect(wrongSteps(outcome)).toEqual([]);
        const { batches } = (outcome.status === "done" && outcome.decision.values) || {};
        const sizes = Array.isArray(batches) ? batches.map(Number) : [];
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(30);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(120);
      }),
    );
  });
});
