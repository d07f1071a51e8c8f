// Pictures of numbers: pixels from bytes, the first line at the top.

import { type Colour, signed } from "../draw/palette";
import type { Numbers } from "../engine/frames";

export const SIDE = 28;
const PIXELS = SIDE * SIDE;

const SIGNED: Colour[] = Array.from({ length: 256 }, (_, byte) => signed((byte - 128) / 127));
// Ink is white on black, as in MNIST.
const INK: Colour[] = Array.from({ length: 256 }, (_, byte) => [byte, byte, byte]);

export type Look = "ink" | "signed";

// The i-th of several pictures.
export const pictureOf = (images: Numbers, i: number): Numbers =>
  images.subarray(i * PIXELS, (i + 1) * PIXELS);

export function pixelsOf(values: Numbers, look: Look): Uint8ClampedArray<ArrayBuffer> {
  const colours = look === "ink" ? INK : SIGNED;
  const made = new Uint8ClampedArray(4 * PIXELS);
  for (let i = 0; i < PIXELS; i++) {
    const [r, g, b] = colours[values[i] ?? 0] as Colour;
    made.set([r, g, b, 255], 4 * i);
  }
  return made;
}

// Ink in grey, and over it how a score hangs on each pixel: blue where more ink raises it, orange
// where more ink lowers it.
export function saliencyOver(ink: Numbers, slopes: Numbers): Uint8ClampedArray<ArrayBuffer> {
  const made = new Uint8ClampedArray(4 * PIXELS);
  for (let i = 0; i < PIXELS; i++) {
    const slope = ((slopes[i] ?? 128) - 128) / 127;
    const share = 0.85 * Math.sqrt(Math.abs(slope));
    const grey = 0.65 * (ink[i] ?? 0);
    const colour = signed(Math.sign(slope)).map((value) => grey + (value - grey) * share);
    made.set([...colour, 255], 4 * i);
  }
  return made;
}

export function paintDigit(canvas: HTMLCanvasElement, made: Uint8ClampedArray<ArrayBuffer>): void {
  if (canvas.width !== SIDE) canvas.width = canvas.height = SIDE;
  canvas.getContext("2d")?.putImageData(new ImageData(made, SIDE, SIDE), 0, 0);
}

// Where the largest slope of a sign is, for those who do not see it.
export function largest(slopes: Numbers, sign: 1 | -1): { row: number; column: number } | null {
  const size = (i: number): number => sign * ((slopes[i] ?? 128) - 128);
  let best = 0;
  for (let i = 1; i < PIXELS; i++) if (size(i) > size(best)) best = i;
  return size(best) <= 0 ? null : { row: Math.floor(best / SIDE) + 1, column: (best % SIDE) + 1 };
}
