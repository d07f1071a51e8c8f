import { describe, expect, it } from "vitest";
import { formulaOf } from "./formulas";
import { calculation, number, resultOf, type ShownArray, type Stage } from "./stages";

const shown = (numbers: number[][]): ShownArray => ({
  shape: [numbers.length, numbers[0]?.length ?? 0],
  numbers,
  is_whole: true,
  most: 0,
  mean: 0,
});
const stage = (kind: Stage["kind"], name: string, arrays: Record<string, ShownArray>): Stage => ({
  kind,
  layer: 0,
  name,
  arrays,
  sources: [],
  facts: {},
});
const FORWARD = stage("forward", "dense", {
  x: shown([[1, 2], [3, 4]]),
  W: shown([[0.5], [-1]]),
  b: shown([[0.25]]),
  y: shown([[-1.25], [-2.25]]),
});
const BACK = stage("backward", "dense", {
  dy: shown([[0.5], [0.25]]),
  W: FORWARD.arrays["W"] as ShownArray,
  dW: shown([[1.25], [2]]),
  db: shown([[0.75]]),
  dx: shown([[0.25, -0.5], [0.125, -0.25]]),
});
const ALL = [FORWARD, BACK];
const MORE = "{n} more";

describe("calculations", () => {
  it("show where a number of a dense layer comes from", () => {
    expect(calculation(ALL, FORWARD, { array: "y", row: 0, column: 0 }, MORE)).toBe(
      "y[0, 0] = 1 · 0.5000 + 2 · -1 + 0.2500 = -1.250".replace("2 · -1", "2 · (-1)"),
    );
    expect(calculation(ALL, BACK, { array: "dW", row: 1, column: 0 }, MORE)).toBe(
      "dW[1, 0] = 2 · 0.5000 + 4 · 0.2500 = 2",
    );
    expect(calculation(ALL, BACK, { array: "dx", row: 0, column: 1 }, MORE)).toContain("(-1)");
    expect(calculation(ALL, BACK, { array: "db", row: 0, column: 0 }, MORE)).toContain("= 0.7500");
  });
  it("are empty for what is given", () => {
    expect(calculation(ALL, FORWARD, { array: "x", row: 0, column: 0 }, MORE)).toBe("");
  });
  it("write numbers so that they can be read", () => {
    expect([0, 3, 0.12345, 1e-9, 123456.7].map(number)).toEqual(["0", "3", "0.1235", "1.00e-9", "1.23e+5"]);
  });
  it("begin with the result of a stage", () => {
    expect([resultOf(FORWARD), resultOf(BACK)]).toEqual(["y", "dW"]);
  });
});

describe("formulas", () => {
  it("are MathML for each kind of stage", () => {
    for (const kind of ["forward", "backward", "loss", "update"]) {
      expect(formulaOf(kind, "dense")).toMatch(/^<math .*<\/math>$/);
    }
    expect(formulaOf("rows", "rows")).toBe("");
  });
});
