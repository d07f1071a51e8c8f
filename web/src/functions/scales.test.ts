import { describe, expect, it } from "vitest";
import { formulaOf } from "./formulas";
import { geometricMean, inProse, short } from "./numbers";
import { barLength, pathOf, spanOf, ticks } from "./scales";
import { verdictOf } from "./verdict";

const layer = (gradient: number | null, by_activation = 0.25, by_weights = 1) => ({
  activations: 1,
  spread: 1,
  gradient,
  weight_gradient: gradient,
  by_activation,
  by_weights,
  moved: 0,
});

describe("a plot", () => {
  it("has round ticks within its span", () => {
    expect(ticks([-5, 5], 10)).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]);
    expect(ticks([-0.06, 0.3], 4)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks([0, 1000], 4)).toEqual([0, 500, 1000]);
  });
  it("spans its lines, but no more than its bounds", () => {
    const [low, high] = spanOf([[0, 1], [null, -1]]);
    expect([low, high]).toEqual([-1.12, 1.12]);
    expect(spanOf([[-100, 0, 1e9]], -1, 10)[1]).toBeLessThan(11);
    expect(spanOf([[null]])).toEqual([-0.06, 1.06]);
    expect(spanOf([[3, 3]])).toEqual([2.5, 3.5]);
  });
  it("draws no line across a jump or where there is no number", () => {
    const same = (value: number): number => value;
    const draw = (values: (number | null)[], jumps: number[]): string =>
      pathOf([0, 1, 2, 3], { values, jumps }, same, same).replace(/\.00/g, "");
    expect(draw([5, 6, 7, 8], [])).toBe("M0 5L1 6L2 7L3 8");
    expect(draw([5, 6, 7, 8], [1.5])).toBe("M0 5L1 6M2 7L3 8");
    expect(draw([5, 6, 7, 8], [1])).toBe("M0 5M1 6M2 7L3 8");
    expect(draw([5, null, 7, 8], [])).toBe("M0 5M2 7L3 8");
  });
});

describe("a bar", () => {
  it("is long by powers of ten, or by its share of the largest one", () => {
    expect([1e-10, 1, 1e10, 0, 1e-30].map((value) => barLength(value, 1, true))).toEqual([
      0, 0.5, 1, 0, 0,
    ]);
    expect([0, 1, 4].map((value) => barLength(value, 4, false))).toEqual([0, 0.25, 1]);
    expect(barLength(null, 4, true)).toBe(1);
    expect(barLength(0, 0, false)).toBe(0);
  });
});

describe("a number", () => {
  it("has three digits, or is a power of ten", () => {
    const values = [0, 0.25, -1.23456, 1234.5, 1.2e-8, -3.44e6, null];
    expect(values.map((value) => short(value))).toEqual([
      ..."0 0.25 −1.23 1230 1.2·10⁻⁸ −3.4·10⁶ –".split(" "),
    ]);
    expect(inProse("1.5", "vi")).toBe("1,5");
    expect(geometricMean([0.5, 2])).toBeCloseTo(1);
    expect(geometricMean([0.5, null])).toBeNull();
  });
});

describe("a verdict", () => {
  it("says what the gradient does on its way back", () => {
    const key = (...gradients: (number | null)[]): string =>
      verdictOf(gradients.map((gradient) => layer(gradient))).key;
    expect(key(1e-6, 1e-3, 1)).toBe("functions_vanishes");
    expect(key(1e6, 1e3, 1)).toBe("functions_explodes");
    expect(key(0.5, 1, 1)).toBe("functions_keeps");
    expect(key(0, 0, 1)).toBe("functions_no_gradient");
    expect(key(null, 1)).toBe("functions_overflow");
    expect(key(1)).toBe("functions_one_layer");
  });
  it("says by what each layer multiplies it", () => {
    const layers = [layer(1e-4, 0.2, 9), layer(1e-2, 0.8, 2), layer(1, 9, 0.5)];
    const { values } = verdictOf(layers);
    expect(values).toMatchObject({ n: 3, times: 2, ratio: 1e-4 });
    expect(values["slope"]).toBeCloseTo(0.4);
    expect(values["weights"]).toBeCloseTo(1);
    expect(values["both"]).toBeCloseTo(0.4);
  });
});

describe("a formula", () => {
  it("is MathML, and there is none for a name that is not known", () => {
    const { value, slope } = formulaOf("leaky_relu") ?? { value: "", slope: "" };
    const count = (tag: RegExp): number => (value + slope).match(tag)?.length ?? 0;
    expect(count(/<m\w+/g)).toBe(count(/<\/m\w+>/g));
    expect(value).toContain("<mi>slope</mi>");
    expect(formulaOf("softstep")).toBeNull();
    expect(formulaOf("constructor")).toBeNull();
  });
});
