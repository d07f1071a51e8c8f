// The class names of a line's colour and dashes; the main line is not dashed.

const COLOURS = 8;
const DASHES = 4;

export function lookOf(look: number, isMain: boolean): string {
  return `look-${look % COLOURS} dash-${isMain ? 0 : 1 + ((look + Math.floor(look / DASHES)) % DASHES)}`;
}
