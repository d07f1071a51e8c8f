import { describe, expect, it } from "vitest";
import { columnsOf, recipeOf } from "./layers";

const TANH = { activation: "tanh", batchNorm: false, dropout: 0 };

describe("columns", () => {
  it("are the hidden dense layers with what follows them", () => {
    const layers = [
      { name: "standardize" },
      { name: "dense", units: 4 },
      { name: "batch_norm" },
      { name: "relu" },
      { name: "dropout", rate: 0.2 },
      { name: "dense", units: 3 },
      { name: "dense", units: 2 },
    ];
    expect(columnsOf(layers)).toEqual([
      { units: 4, activation: "relu", batchNorm: true, dropout: 0.2 },
      { units: 3, activation: "identity", batchNorm: false, dropout: 0 },
    ]);
  });
  it("that are alike are named in short", () => {
    const made = recipeOf([{ ...TANH, units: 4 }, { ...TANH, units: 2 }], 1, null);
    expect(made).toEqual({
      hidden: [4, 2],
      activation: "tanh",
      batch_norm: false,
      dropout: 0,
      layers: null,
    });
    expect(recipeOf([], 2, null)).toEqual({ hidden: [], layers: null });
  });
  it("that differ are named one by one", () => {
    const made = recipeOf([{ ...TANH, units: 4 }, { ...TANH, units: 2, dropout: 0.5 }], 3, "he_normal");
    expect(made["layers"]).toEqual([
      { name: "dense", units: 4, initializer: "he_normal" },
      "tanh",
      { name: "dense", units: 2, initializer: "he_normal" },
      "tanh",
      { name: "dropout", rate: 0.5 },
      { name: "dense", units: 3 },
    ]);
    expect(made["hidden"]).toBeNull();
  });
});
