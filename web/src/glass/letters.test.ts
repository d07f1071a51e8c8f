import { describe, expect, it } from "vitest";
import { denseLayer, lettersOf, parameterSymbol, symbolOf } from "./letters";
import type { Stage } from "./stages";

const stage = (kind: Stage["kind"], layer: number | null, name: string): Stage => ({
  kind,
  layer,
  name,
  arrays: {},
  sources: [],
  facts: {},
});
const NAMES = ["standardize", "dense", "batch_norm", "tanh", "dense"];
const FORWARD = NAMES.map((name, i) => stage("forward", i, name));
const BACK = NAMES.map((name, i) => stage("backward", i, name)).reverse();
const ALL = [stage("rows", null, "rows"), ...FORWARD, stage("loss", null, "mse"), ...BACK];

describe("the letters of a network", () => {
  it("are those of textbooks, numbered by dense layers", () => {
    expect(FORWARD.map((one) => symbolOf(ALL, one))).toEqual(["x", "z₁", "ẑ₁", "a₁", "z₂"]);
    expect(BACK.map((one) => symbolOf(ALL, one))).toEqual(["dW₂", "δ₁", "dγ₁", "dW₁", "δ"]);
    expect(FORWARD.map((one) => denseLayer(ALL, one))).toEqual([0, 1, 1, 1, 2]);
  });
  it("say what x and y of a formula are", () => {
    expect(FORWARD.map((one) => lettersOf(ALL, one))).toEqual([
      [],
      ["y = z₁"],
      ["x = z₁", "y = ẑ₁"],
      ["x = ẑ₁", "y = a₁"],
      ["x = a₁", "y = z₂"],
    ]);
    expect(lettersOf(ALL, BACK[0] as Stage)).toEqual(["x = a₁", "dy = ∂L/∂z₂ = δ₂", "dx = ∂L/∂a₁"]);
    expect(lettersOf(ALL, BACK[1] as Stage)).toEqual(["x = ẑ₁", "dy = ∂L/∂a₁", "dx = ∂L/∂ẑ₁"]);
    expect(lettersOf(ALL, ALL[0] as Stage)).toEqual([]);
  });
  it("are those of its parameters", () => {
    const names = ["1.dense.W", "1.dense.b", "2.batch_norm.gamma", "4.dense.W", "4.dense.b"];
    expect(names.map((name) => parameterSymbol(names, name))).toEqual(["W₁", "b₁", "γ₁", "W₂", "b₂"]);
    expect(parameterSymbol(names, "5.residual.W")).toBe("5.residual.W");
  });
});
