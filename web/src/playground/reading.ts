// What a network answers at a point of the picture, in words.

import type { Edges } from "../draw/pictures";
import type { Numbers } from "../engine/frames";

export interface Reading {
  inputs: { name: string; value: number }[];
  answer: string;
}

const SIDE = 100;

export function reading(
  output: { values: Numbers; shape: number[] },
  edges: Edges,
  columns: string[],
  classes: (string | number)[],
  place: { across: number; up: number },
  largest: number,
): Reading {
  const isLine = edges.length === 1;
  const inputs = edges.map(([low, high], i) => {
    const at = i === 0 ? place.across : place.up;
    return { name: columns[i] ?? "", value: low + ((high - low) * at) / (SIDE - 1) };
  });
  const pixel = isLine ? place.across : place.up * SIDE + place.across;
  const pixels = isLine ? SIDE : SIDE * SIDE;
  const at = (k: number): number => output.values[k * pixels + pixel] ?? 0;
  const outputs = output.shape[0] ?? 1;
  if (classes.length === 0) {
    return { inputs, answer: (((at(0) - 128) / 127) * 1.5 * largest).toPrecision(3) };
  }
  const shares = outputs === 1 ? [255 - at(0), at(0)] : Array.from({ length: outputs }, (_, k) => at(k));
  const best = shares.indexOf(Math.max(...shares));
  return { inputs, answer: `${classes[best] ?? best}, ${Math.round((100 * (shares[best] ?? 0)) / 255)} %` };
}
