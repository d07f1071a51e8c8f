// Numbers as a reader wants them: three digits, and powers of ten where they are very small or large.

const SMALL = 1e-3;
const LARGE = 1e5;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export function short(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= SMALL && size < LARGE) return plain(Number(value.toPrecision(digits)));
  const [figures = "", power = "0"] = value.toExponential(Math.min(1, digits - 1)).split("e");
  return `${minus(figures)}·10${raised(Number(power))}`;
}

// The size of numbers that has become too large to be written.
export const sized = (value: number | null | undefined, digits = 3): string =>
  value === null ? "∞" : short(value, digits);

function plain(value: number): string {
  return minus(Math.abs(value) >= 1000 ? value.toFixed(0) : String(value));
}

const minus = (text: string): string => text.replace("-", "−");

function raised(power: number): string {
  const figures = [...String(Math.abs(power))].map((figure) => RAISED[Number(figure)]).join("");
  return (power < 0 ? "⁻" : "") + figures;
}

// In Vietnamese prose a comma stands before the decimals.
export const inProse = (text: string, language: string): string =>
  language === "vi" ? text.replace(".", ",") : text;

export function geometricMean(values: (number | null)[]): number | null {
  const logs = values.map((value) => (value === null ? NaN : Math.log(value)));
  const mean = Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length);
  return Number.isFinite(mean) ? mean : null;
}
