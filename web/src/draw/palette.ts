// Colours that people tell apart who do not see red and green alike (Okabe and Ito 2008).

export type Colour = [number, number, number];

export const CLASSES: Colour[] = [
  [230, 159, 0],
  [0, 114, 178],
  [0, 158, 115],
  [204, 121, 167],
  [213, 94, 0],
  [86, 180, 233],
  [240, 228, 66],
  [110, 110, 110],
];
export const NEGATIVE: Colour = [230, 159, 0];
export const POSITIVE: Colour = [0, 114, 178];
export const PAPER: Colour = [255, 255, 255];

export const css = ([r, g, b]: Colour): string => `rgb(${r} ${g} ${b})`;

export function mixed(a: Colour, b: Colour, share: number): Colour {
  const mix = (i: 0 | 1 | 2): number => Math.round(a[i] + (b[i] - a[i]) * share);
  return [mix(0), mix(1), mix(2)];
}

// A number from -1 to 1: orange, white, blue.
export function signed(value: number): Colour {
  return value < 0 ? mixed(PAPER, NEGATIVE, -value) : mixed(PAPER, POSITIVE, value);
}

export const classColour = (k: number): Colour => CLASSES[k % CLASSES.length] ?? CLASSES[0]!;
