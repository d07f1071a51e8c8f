// From numbers to places of a plot, and to its ticks and lines.

export type Numbers = (number | null)[];

export interface Line {
  name: string;
  values: Numbers;
  // Places between which the line jumps; it is not drawn across them.
  jumps: number[];
  // Which colour and which dashes.
  look: number;
  isMain: boolean;
}

export type Span = [number, number];

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

// What the numbers of all lines span, with a little beyond; not below the floor nor above the ceiling.
export function spanOf(lines: Numbers[], floor = -Infinity, ceiling = Infinity): Span {
  let [low, high] = [Infinity, -Infinity];
  for (const value of lines.flat()) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = [0, 1];
  low = clamp(low, floor, ceiling);
  high = clamp(high, floor, ceiling);
  const beyond = 0.06 * (high - low) || 0.5;
  return [low - beyond, high + beyond];
}

// Round numbers within a span: 1, 2 or 5 times a power of ten apart, about as many as asked for.
export function ticks([low, high]: Span, wanted: number): number[] {
  const rough = (high - low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((m) => m * power >= rough) ?? 10);
  const made: number[] = [];
  for (let n = Math.ceil(low / step); n * step <= high + step * 1e-9; n++) {
    made.push(Number((n * step).toPrecision(12)));
  }
  return made;
}

// The d of an SVG path. It is interrupted where there is no number and where the line jumps.
export function pathOf(
  x: number[],
  { values, jumps }: Pick<Line, "values" | "jumps">,
  across: (x: number) => number,
  up: (y: number) => number,
): string {
  let d = "";
  let isDrawing = false;
  values.forEach((value, i) => {
    const place = x[i] ?? 0;
    const jumped = jumps.some((jump) => jump >= (x[i - 1] ?? -Infinity) && jump <= place);
    if (value === null) isDrawing = false;
    else {
      d += `${isDrawing && !jumped ? "L" : "M"}${across(place).toFixed(2)} ${up(value).toFixed(2)}`;
      isDrawing = true;
    }
  });
  return d;
}

// How long the bar of a size is, from 0 to 1: over the powers of ten from 10^-10 to 10^10, or as
// a share of the largest size.
const LOWEST = -10;
const HIGHEST = 10;
export function barLength(value: number | null, most: number, inPowers: boolean): number {
  if (value === null) return 1;
  if (!inPowers) return most > 0 ? clamp(value / most, 0, 1) : 0;
  return value > 0 ? clamp((Math.log10(value) - LOWEST) / (HIGHEST - LOWEST), 0, 1) : 0;
}
