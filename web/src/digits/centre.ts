// A drawing as MNIST's digits are: its ink scaled into a box of 20 x 20 pixels, its proportions
// kept, and put into 28 x 28 pixels with the centre of its mass in the middle.

import { SIDE } from "./pixels";

export const BOX = 20;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

// The smallest box around all ink of a square picture; null without ink.
export function boxOf(ink: ArrayLike<number>, side: number): Box | null {
  let [left, top, right, bottom] = [side, side, -1, -1];
  for (let i = 0; i < side * side; i++) {
    if ((ink[i] ?? 0) <= 0) continue;
    const [row, column] = [Math.floor(i / side), i % side];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = row;
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

type Span = [number, number];

// The mean ink of a rectangle whose edges may lie within pixels.
function meanOf(ink: ArrayLike<number>, side: number, [x0, x1]: Span, [y0, y1]: Span): number {
  let sum = 0;
  for (let y = Math.floor(y0); y < Math.min(side, Math.ceil(y1)); y++) {
    const high = Math.min(y + 1, y1) - Math.max(y, y0);
    for (let x = Math.floor(x0); x < Math.min(side, Math.ceil(x1)); x++) {
      const wide = Math.min(x + 1, x1) - Math.max(x, x0);
      sum += wide * high * (ink[y * side + x] ?? 0);
    }
  }
  return sum / ((x1 - x0) * (y1 - y0));
}

// The 28 x 28 bytes of a drawing, `side` x `side` numbers from 0 to 255; all 0 without ink.
export function centred(ink: ArrayLike<number>, side: number): Uint8Array {
  const made = new Uint8Array(SIDE * SIDE);
  const box = boxOf(ink, side);
  if (box === null) return made;
  const scale = Math.max(box.width, box.height) / BOX;
  const columns = Math.max(1, Math.round(box.width / scale));
  const rows = Math.max(1, Math.round(box.height / scale));
  const [wide, high] = [box.width / columns, box.height / rows];
  const small = Array.from({ length: rows * columns }, (_, i) => {
    const x = box.left + (i % columns) * wide;
    const y = box.top + Math.floor(i / columns) * high;
    return meanOf(ink, side, [x, x + wide], [y, y + high]);
  });
  const mass = small.reduce((sum, value) => sum + value, 0);
  const middle = (place: (i: number) => number): number =>
    small.reduce((sum, value, i) => sum + value * (place(i) + 0.5), 0) / mass;
  const begin = (at: number, size: number): number =>
    Math.min(Math.max(0, Math.round(SIDE / 2 - at)), SIDE - size);
  const left = begin(middle((i) => i % columns), columns);
  const top = begin(middle((i) => Math.floor(i / columns)), rows);
  small.forEach((value, i) => {
    const row = top + Math.floor(i / columns);
    made[row * SIDE + left + (i % columns)] = Math.round(Math.min(255, value));
  });
  return made;
}
