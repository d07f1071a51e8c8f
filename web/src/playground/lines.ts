// The lines between units, as curves of which both ends are level.

export interface Line {
  // Pixels: where it begins and ends from left to right, and its height there.
  left: number;
  right: number;
  from: number;
  to: number;
  value: number;
  gradient: number | undefined;
  // The layer, counted from the inputs, and the units that it joins.
  layer: number;
  units: [number, number];
}

export interface Point {
  x: number;
  y: number;
}

const STEPS = 12;

// A point of the curve, from 0 at its beginning to 1 at its end (a cubic of Bezier's).
export function pointOn({ left, right, from, to }: Line, share: number): Point {
  const rest = 1 - share;
  const middle = (left + right) / 2;
  const x =
    rest ** 3 * left +
    3 * rest ** 2 * share * middle +
    3 * rest * share ** 2 * middle +
    share ** 3 * right;
  const y = (rest ** 3 + 3 * rest ** 2 * share) * from + (3 * rest * share ** 2 + share ** 3) * to;
  return { x, y };
}

// The line that passes a point most closely, if one does within so many pixels.
export function nearest(lines: Line[], point: Point, most: number): Line | null {
  let best: Line | null = null;
  let least = most;
  for (const line of lines) {
    if (point.x < line.left || point.x > line.right) continue;
    for (let i = 0; i <= STEPS; i++) {
      const on = pointOn(line, i / STEPS);
      const distance = Math.hypot(on.x - point.x, on.y - point.y);
      if (distance < least) [best, least] = [line, distance];
    }
  }
  return best;
}
