import { describe, expect, it } from "vitest";
import { curveCsv, fileStem } from "./files";

describe("files of a run", () => {
  it("has a line for each point of the curve, and a gap where nothing is held out", () => {
    const points = [
      { step: 0, train: 0.7, heldOut: 0.8 },
      { step: 9, train: 0.5, heldOut: null },
    ];
    expect(curveCsv(points)).toBe("step,loss,held_out_loss\n0,0.7,0.8\n9,0.5,\n");
  });
  it("has a name without folders or endings", () => {
    expect(fileStem("moons", 12)).toBe("noron-moons-12");
    expect(fileStem("../my data.csv", 0)).toBe("noron-_my_data-0");
  });
});
