// Pictures of what a network answers: pixels from bytes, points on top. The first line of a picture
// is the lowest one of the plane.

import type { Numbers } from "../engine/frames";
import { classColour, type Colour, css, mixed, PAPER, signed } from "./palette";

export type Edges = [number, number][];

// Bytes around 128 as orange, white and blue.
export function signedPixels(values: Numbers, side: number): Uint8ClampedArray {
  return pixels(side, (i) => signed(((values[i] ?? 128) - 128) / 127));
}

// The likeliest class of each pixel in its colour, paler where it is less sure.
export function classPixels(values: Numbers, classes: number, side: number): Uint8ClampedArray {
  const n = side * side;
  return pixels(side, (i) => {
    let best = 0;
    for (let k = 1; k < classes; k++) {
      if ((values[k * n + i] ?? 0) > (values[best * n + i] ?? 0)) best = k;
    }
    return mixed(PAPER, classColour(best), 0.15 + 0.7 * ((values[best * n + i] ?? 0) / 255));
  });
}

// The probability of the second class.
export function binaryPixels(values: Numbers, side: number): Uint8ClampedArray {
  return pixels(side, (i) => signed(((values[i] ?? 128) / 255) * 2 - 1));
}

function pixels(side: number, colour: (i: number) => Colour): Uint8ClampedArray {
  const made = new Uint8ClampedArray(4 * side * side);
  for (let line = 0; line < side; line++) {
    for (let column = 0; column < side; column++) {
      const [r, g, b] = colour((side - 1 - line) * side + column);
      made.set([r, g, b, 255], 4 * (line * side + column));
    }
  }
  return made;
}

export function paint(canvas: HTMLCanvasElement, made: Uint8ClampedArray, side: number): void {
  canvas.width = canvas.height = side;
  const image = new ImageData(new Uint8ClampedArray(made), side, side);
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}

export interface Points {
  x: Numbers;
  y: Numbers;
  hollow: boolean;
}

// Points of two inputs over a picture, in the colours of their classes.
export function paintPoints(canvas: HTMLCanvasElement, parts: Points[], edges: Edges): void {
  const context = canvas.getContext("2d");
  const [across, up] = edges;
  if (!context || !across || !up) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const radius = canvas.width / 110;
  for (const { x, y, hollow } of parts) {
    for (let i = 0; i < y.length; i++) {
      const at = place(x[2 * i] ?? 0, across) * canvas.width;
      const above = (1 - place(x[2 * i + 1] ?? 0, up)) * canvas.height;
      context.beginPath();
      context.arc(at, above, radius, 0, 2 * Math.PI);
      context.fillStyle = hollow ? "rgb(255 255 255 / 80%)" : css(classColour(y[i] ?? 0));
      context.strokeStyle = hollow ? css(classColour(y[i] ?? 0)) : "rgb(255 255 255 / 90%)";
      context.lineWidth = radius / 2.5;
      context.fill();
      context.stroke();
    }
  }
}

const place = (value: number, [low, high]: [number, number]): number =>
  (value - low) / (high - low);

// One input: the curve of the answers, and the points beside it.
export function paintLine(
  canvas: HTMLCanvasElement,
  answers: Numbers,
  parts: Points[],
  edges: Edges,
): void {
  const context = canvas.getContext("2d");
  const across = edges[0];
  if (!context || !across) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const most = Math.max(...parts.flatMap(({ y }) => Array.from(y, Math.abs)), 1e-9);
  const height = (value: number): number => canvas.height * (0.5 - value / (3 * most));
  for (const { x, y, hollow } of parts) {
    context.fillStyle = hollow ? "rgb(230 159 0 / 60%)" : "rgb(0 114 178 / 50%)";
    for (let i = 0; i < y.length; i++) {
      context.beginPath();
      const at = place(x[i] ?? 0, across) * canvas.width;
      context.arc(at, height(y[i] ?? 0), canvas.width / 140, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.beginPath();
  context.lineWidth = canvas.width / 120;
  context.strokeStyle = "rgb(213 94 0)";
  for (let i = 0; i < answers.length; i++) {
    const value = (((answers[i] ?? 128) - 128) / 127) * 1.5 * most;
    context.lineTo((i / (answers.length - 1)) * canvas.width, height(value));
  }
  context.stroke();
}
