import { describe, expect, it } from "vitest";
import { formulaOf } from "./formulas";
import { calculation, number, partsOf, resultOf, type ShownArray, type Stage, withNumbers } from "./stages";

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
  it("normalize by the numbers of the column", () => {
    const norm = stage("forward", "batch_norm", {
      x: shown([[1], [3]]),
      gamma: shown([[2]]),
      beta: shown([[0.5]]),
      y: shown([[-1.5], [2.5]]),
    });
    expect(calculation([norm], norm, { array: "y", row: 0, column: 0 }, MORE)).toBe(
      "y[0, 0] = 2 · (1 − 2) / √(1 + ε) + 0.5000 = -1.500",
    );
  });
  it("of losses divide by the rows and the outputs", () => {
    const loss = (name: string, y: ShownArray): Stage =>
      stage("loss", name, { s: shown([[2], [3]]), p: shown([[0.75], [0.25]]), y, ds: shown([[1], [2]]) });
    const column = { ...shown([[1, 0]]), shape: [2] };
    const cell = { array: "ds", row: 1, column: 0 };
    const squares = loss("mse", shown([[1], [1]]));
    expect(calculation([squares], squares, cell, MORE)).toBe("ds[1, 0] = 2 · (3 − 1) / 2 = 2");
    const binary = loss("binary_cross_entropy", column);
    expect(calculation([binary], binary, cell, MORE)).toBe("ds[1, 0] = (0.2500 − 0) / 2 = 2");
  });
  it("of a descent take the rate times the gradient", () => {
    const update = (step: number): Stage => ({
      ...stage("update", "sgd", {
        theta: shown([[1]]), g: shown([[2]]), step: shown([[step]]), "theta'": shown([[1 + step]]),
      }),
      facts: { learning_rate: 0.25 },
    });
    const cell = { array: "theta'", row: 0, column: 0 };
    const [plain, other] = [update(-0.5), update(-0.75)];
    expect(calculation([plain], plain, cell, MORE)).toBe("theta'[0, 0] = 1 − 0.2500 · 2 = 0.5000");
    expect(calculation([other], other, cell, MORE)).toContain("= 1 + (-0.7500) =");
  });
  it("are empty for what is given", () => {
    expect(calculation(ALL, FORWARD, { array: "x", row: 0, column: 0 }, MORE)).toBe("");
  });
  it("write numbers so that they can be read", () => {
    expect([0, 3, 0.12345, 1e-9, 123456.7].map(number)).toEqual(["0", "3", "0.1235", "1.00e-9", "1.23e+5"]);
    expect(number(4_263_294_918_669_107)).toBe("4.26e+15");
  });
  it("show what is not finite as it is", () => {
    const sent = stage("rows", "rows", { x: shown([["NaN", "-Infinity", 1] as unknown as number[]]) });
    const [got] = withNumbers([sent]);
    expect(got?.arrays["x"]?.numbers[0]?.map(number)).toEqual(["NaN", "−∞", "1"]);
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

describe("the numbers that a number is made of", () => {
  it("are a column of x and one of dy for a weight's derivative", () => {
    const back = stage("backward", "dense", { dy: shown([[1, 2]]), dW: shown([[0, 0]]) });
    expect(partsOf(back, { array: "dW", row: 3, column: 5 })).toEqual({ x: { column: 3 }, dy: { column: 5 } });
    expect(partsOf(FORWARD, { array: "y", row: 1, column: 0 })).toEqual({
      x: { row: 1 },
      W: { column: 0 },
      b: { column: 0 },
    });
    expect(partsOf(back, { array: "dy", row: 0, column: 0 })).toEqual({});
  });
});
