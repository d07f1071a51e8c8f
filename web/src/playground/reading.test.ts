import { describe, expect, it } from "vitest";
import { reading } from "./reading";

const EDGES: [number, number][] = [[0, 99], [-99, 0]];
const picture = (classes: number, value: (k: number, i: number) => number) => ({
  values: Uint8Array.from({ length: classes * 10_000 }, (_, i) => value(Math.floor(i / 10_000), i % 10_000)),
  shape: [classes, 100, 100],
});

describe("a point of the picture", () => {
  it("is read with its inputs and the likeliest class", () => {
    const output = picture(3, (k, i) => (k === 2 && i === 503 ? 204 : 10));
    const read = reading(output, EDGES, ["a", "b"], ["x", "y", "z"], { across: 3, up: 5 }, 1);
    expect(read.answer).toBe("z, 80 %");
    expect(read.inputs.map(({ value }) => value)).toEqual([3, -94]);
  });
  it("has two classes also where the network has one output", () => {
    const output = picture(1, () => 51);
    expect(reading(output, EDGES, ["a", "b"], [0, 1], { across: 0, up: 0 }, 1).answer).toBe("0, 80 %");
  });
  it("is a number where numbers are predicted", () => {
    const line = { values: Uint8Array.from({ length: 100 }, () => 255), shape: [1, 100] };
    expect(reading(line, [[0, 1]], ["t"], [], { across: 7, up: 0 }, 2).answer).toBe("3.00");
  });
});
