/** The life of an application: only the steps of the table, only by who may, and what a step frees. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, moves, StepRefused, statusNames, stepped } from "../../../bot/applications/life.ts";
import type { Application, ApplicationStatus } from "../../../bot/storage/records.ts";

const at = "2023-06-15T00:00:00.000Z";
const application = (status: ApplicationStatus): Application => ({
  id: "a",
  form: "2-1-1",
  project: "2-1",
  number: "QP-2-1-1-2023-000001",
  owner: "web:officer",
  status,
  fields: {},
  files: [],
  history: [],
  places: { quota: "q", count: 40, limit: 6000 },
  createdAt: at,
  updatedAt: at,
});
const statuses = Object.keys(statusNames) as ApplicationStatus[];
const actors: readonly Actor[] = ["owner", "unit", "staff"];

describe("a step", () => {
  const cells = statuses.flatMap((from) => statuses.flatMap((to) => actors.map((actor) => ({ from, to, actor }))));

  it.each(cells)("$from → $to by $actor is as the table says", ({ from, to, actor }) => {
    const allowed = moves.some(
      (move) => move.from.includes(from) && move.to === to && move.who.includes(actor) && move.seals !== false,
    );
    const act = () => stepped(application(from), { to, actor, by: "staff:x", at, reason: "缺附件" });
    if (!allowed) return expect(act).toThrow(StepRefused);
    const after = act();
    expect(after.status).toBe(to);
    expect(after.history).toEqual([{ at, by: "staff:x", did: to, reason: "缺附件" }]);
  });

  it("back needs a reason that the owner can read", () => {
    for (const reason of [undefined, "", "  "])
      expect(() =>
        stepped(application("handedIn"), {
          to: "returned",
          actor: "staff",
          by: "staff:x",
          at,
          ...(reason !== undefined && { reason }),
        }),
      ).toThrow(/原因/);
  });

  it("that returns or takes back frees the places, and no other does", () => {
    for (const move of moves.filter(({ seals }) => seals !== false))
      for (const from of move.from) {
        const after = stepped(application(from), {
          to: move.to,
          actor: move.who[0] as Actor,
          by: "x",
          at,
          reason: "缺",
        });
        expect(after.places === undefined, `${from} → ${move.to}`).toBe(["returned", "withdrawn"].includes(move.to));
      }
  });

  it("never loses history, whatever steps follow each other", () => {
    const step = fc.record({ to: fc.constantFrom(...statuses), actor: fc.constantFrom(...actors) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = application("draft");
        let taken = 0;
        for (const { to, actor } of steps) {
          try {
            now = stepped(now, { to, actor, by: "x", at, reason: "缺" });
            taken += 1;
          } catch (cause) {
            expect(cause).toBeInstanceOf(StepRefused);
          }
        }
        expect(now.history).toHaveLength(taken);
        expect(now.status).toBe(now.history.at(-1)?.did ?? "draft");
      }),
    );
  });

  it("of a form without seals goes from the desk to the end, of one with seals never", () => {
    const step = { to: "delivered", actor: "staff", by: "staff:x", at } as const;
    expect(stepped({ ...application("handedIn"), form: "2-3-6" }, step).status).toBe("delivered");
    expect(() => stepped(application("handedIn"), step)).toThrow(StepRefused);
    const seal = { ...step, to: "unitSealed" } as const;
    expect(() => stepped({ ...application("handedIn"), form: "2-3-6" }, seal)).toThrow(StepRefused);
  });

  it("after the end there is none", () => {
    for (const end of ["delivered", "withdrawn"] as const)
      expect(moves.filter(({ from }) => from.includes(end))).toEqual([]);
  });
});
