import { describe, expect, it } from "vitest";
import { BOX, boxOf, centred } from "./centre";
import { largest, SIDE } from "./pixels";

const PAD = 280;

// A pad with full ink in a rectangle.
function pad(left: number, top: number, width: number, height: number): Float32Array {
  const ink = new Float32Array(PAD * PAD);
  for (let y = top; y < top + height; y++) ink.fill(255, y * PAD + left, y * PAD + left + width);
  return ink;
}

function middle(picture: Uint8Array): [number, number] {
  const total = picture.reduce((sum, value) => sum + value, 0);
  const along = (place: (i: number) => number): number =>
    picture.reduce((sum, value, i) => sum + value * (place(i) + 0.5), 0) / total;
  return [along((i) => i % SIDE), along((i) => Math.floor(i / SIDE))];
}

function expectInTheMiddle(picture: Uint8Array): void {
  for (const at of middle(picture)) {
    expect(Math.abs(at - SIDE / 2)).toBeLessThanOrEqual(0.5);
  }
}

describe("a drawing", () => {
  it("without ink is an empty picture", () => {
    expect(boxOf(new Float32Array(16), 4)).toBeNull();
    expect(centred(new Float32Array(PAD * PAD), PAD).every((value) => value === 0)).toBe(true);
  });
  it.each([
    [10, 20, 30, 200, 3],
    [200, 5, 60, 60, 20],
    [0, 270, 280, 10, 20],
    [139, 139, 1, 1, 20],
  ])("of a rectangle at %i, %i fits the box of 20 pixels", (left, top, width, height, wide) => {
    const made = centred(pad(left, top, width, height), PAD);
    const box = boxOf(made, SIDE);
    expect(Math.max(box?.width ?? 0, box?.height ?? 0)).toBe(BOX);
    expect(box?.width).toBe(wide);
    expectInTheMiddle(made);
  });
  it("has its mass in the middle, not its box", () => {
    const ink = pad(50, 50, 20, 150);
    for (let y = 180; y < 200; y++) ink.fill(255, y * PAD + 50, y * PAD + 170);
    const made = centred(ink, PAD);
    expectInTheMiddle(made);
    expect((boxOf(made, SIDE)?.top ?? 0) + BOX / 2).not.toBe(SIDE / 2);
  });
  it("is the same wherever on the pad it stands", () => {
    expect(centred(pad(10, 10, 40, 120), PAD)).toEqual(centred(pad(200, 150, 40, 120), PAD));
  });
  it("keeps MNIST's own size: 20 pixels stay 20 pixels", () => {
    const ink = new Uint8Array(SIDE * SIDE);
    for (let row = 4; row < 24; row++) ink[row * SIDE + 14] = 200;
    expect(centred(ink, SIDE).filter((value) => value === 200)).toHaveLength(20);
  });
});

describe("the largest slope", () => {
  it("has a place", () => {
    const slopes = new Uint8Array(SIDE * SIDE).fill(128);
    expect(largest(slopes, 1)).toBeNull();
    slopes[SIDE + 2] = 200;
    slopes[3] = 1;
    expect(largest(slopes, 1)).toEqual({ row: 2, column: 3 });
    expect(largest(slopes, -1)).toEqual({ row: 1, column: 4 });
  });
});
