/** Identity numbers: whatever adds up is read, one wrong digit is found. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ageOn, readId } from "../../../flows/roster/id-number.ts";
import { idNumber } from "./make.ts";

const born = fc
  .tuple(fc.integer({ min: 1940, max: 2005 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const serial = fc.integer({ min: 0, max: 999 });

it("reads birth and sex of any number that adds up", () => {
  fc.assert(
    fc.property(born, serial, (day, number) => {
      const id = idNumber(day, number);
      expect(readId(id)).toEqual({ kind: "valid", number: id, sex: number % 2 === 1 ? "男" : "女", born: day });
    }),
  );
});

it("finds any single wrong digit", () => {
  fc.assert(
    fc.property(
      born,
      serial,
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (day, number, at, shift) => {
        const id = idNumber(day, number);
        const digit = (Number(id[at]) + shift) % 10;
        expect(readId(`${id.slice(0, at)}${digit}${id.slice(at + 1)}`).kind).toBe("wrong");
      },
    ),
  );
});

it("refuses days that the calendar lacks and births that lie ahead", () => {
  expect(readId(idNumber("1990-02-30", 1)).kind).toBe("wrong");
  expect(readId(idNumber("2030-01-01", 1), "2023-06-15").kind).toBe("wrong");
  expect(readId(idNumber("1899-01-01", 1)).kind).toBe("wrong");
});

it("counts full years on the day itself", () => {
  expect(ageOn("1988-06-15", "2023-06-14")).toBe(34);
  expect(ageOn("1988-06-15", "2023-06-15")).toBe(35);
});
