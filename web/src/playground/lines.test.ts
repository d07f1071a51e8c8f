import { describe, expect, it } from "vitest";
import { type Line, nearest, pointOn } from "./lines";

const line = (from: number, to: number): Line => ({
  left: 0,
  right: 100,
  from,
  to,
  value: 1,
  gradient: undefined,
  layer: 0,
  units: [0, 0],
});

describe("lines", () => {
  it("begin and end where they should", () => {
    expect(pointOn(line(10, 50), 0)).toEqual({ x: 0, y: 10 });
    expect(pointOn(line(10, 50), 1)).toEqual({ x: 100, y: 50 });
    expect(pointOn(line(10, 50), 0.5)).toEqual({ x: 50, y: 30 });
  });
  it("are pointed at where they are near", () => {
    const [above, below] = [line(10, 10), line(40, 40)];
    expect(nearest([above, below], { x: 50, y: 36 }, 8)).toBe(below);
    expect(nearest([above, below], { x: 50, y: 25 }, 8)).toBeNull();
    expect(nearest([above, below], { x: 150, y: 10 }, 8)).toBeNull();
  });
});
