import { describe, expect, it } from "vitest";
import { provision, windowStatus } from "../../../rules/engine/provision.ts";

describe("a provision", () => {
  it("keeps value, clause and quote, and names what is open only where something is", () => {
    expect(provision(3, "2023/0", "三")).toEqual({ value: 3, clause: "2023/0", quote: "三" });
    expect("open" in provision(3, "2023/0", "三")).toBe(false);
    expect(provision(3, "2023/0", "三", ["A01"]).open).toEqual(["A01"]);
    expect(Object.isFrozen(provision(3, "2023/0", "三"))).toBe(true);
  });
});

describe("a window", () => {
  const from = "2023-05-01";
  const until = "2023-11-30";
  it.each([
    ["2023-04-30", { from, until }, "before"],
    ["2023-05-01", { from, until }, "open"],
    ["2023-11-30", { from, until }, "open"],
    ["2023-12-01", { from, until }, "closed"],
    ["2023-04-30", { from, until: null }, "before"],
    ["2030-01-01", { from, until: null }, "open"],
    ["2000-01-01", { from: null, until }, "open"],
    ["2023-12-01", { from: null, until }, "closed"],
    ["2023-06-15", { from: null, until: null }, "notStated"],
  ])("on %s, %j is %s", (today, period, status) => {
    expect(windowStatus(period, today)).toBe(status);
  });
});
