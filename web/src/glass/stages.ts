// The stages of one step of training, as the engine sends them, and what the numbers in them come
// from. noron/lab/glass.py makes them.

export interface ShownArray {
  shape: number[];
  numbers: number[][];
  is_whole: boolean;
  most: number | null;
  mean: number | null;
}

export interface Source {
  function: string;
  file: string;
  start: number;
  lines: string[];
  ran: number[];
}

export interface Stage {
  kind: "rows" | "forward" | "loss" | "backward" | "update";
  layer: number | null;
  name: string;
  arrays: Record<string, ShownArray>;
  sources: Source[];
  facts: Record<string, number | null>;
}

export interface Cell {
  array: string;
  row: number;
  column: number;
}

const MOST_TERMS = 4;

export const number = (value: number | undefined): string => {
  if (value === undefined) return "?";
  const size = Math.abs(value);
  if (value === 0 || Number.isInteger(value)) return String(value);
  return size < 0.001 || size >= 10_000 ? value.toExponential(2) : value.toPrecision(4);
};

const at = (stage: Stage | undefined, array: string, row: number, column: number): number | undefined =>
  stage?.arrays[array]?.numbers[row]?.[column];

// The sum of products as text: the first terms, and how many more there are.
function sum(terms: [number | undefined, number | undefined][], more: string): string {
  const texts = terms.slice(0, MOST_TERMS).map(([a, b]) => `${number(a)} · ${signed(b)}`);
  const rest = terms.length - MOST_TERMS;
  return texts.join(" + ") + (rest > 0 ? ` + … (${more.replace("{n}", String(rest))})` : "");
}

const signed = (value: number | undefined): string =>
  value !== undefined && value < 0 ? `(${number(value)})` : number(value);

const count = (array: ShownArray | undefined, axis: 0 | 1): number =>
  (axis === 0 ? array?.numbers.length : array?.numbers[0]?.length) ?? 0;

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

// How a number of a stage comes about, with the numbers that it comes from; empty where it is given.
export function calculation(stages: Stage[], stage: Stage, cell: Cell, more: string): string {
  const { array, row, column } = cell;
  const value = number(at(stage, array, row, column));
  const of = (name: string, i: number, j: number): number | undefined => at(stage, name, i, j);
  const forward = stages.find((one) => one.kind === "forward" && one.layer === stage.layer);
  const name = `${array}[${row}, ${column}]`;
  if (stage.kind === "forward" && stage.name === "dense" && array === "y") {
    const n = count(stage.arrays["W"], 0);
    const terms = range(n).map((i): [number | undefined, number | undefined] => [of("x", row, i), of("W", i, column)]);
    const bias = stage.arrays["b"] ? ` + ${signed(of("b", 0, column))}` : "";
    return `${name} = ${sum(terms, more)}${bias} = ${value}`;
  }
  if (stage.kind === "forward" && array === "y") {
    return `${name} = ${stage.name}(${number(of("x", row, column))}) = ${value}`;
  }
  if (stage.kind === "loss" && array === "ds" && stage.name === "cross_entropy") {
    const rows = stage.arrays["ds"]?.shape[0] ?? 1;
    const hot = of("y", 0, row) === column ? 1 : 0;
    return `${name} = (${number(of("p", row, column))} − ${hot}) / ${rows} = ${value}`;
  }
  if (stage.kind === "backward" && stage.name === "dense") return dense();
  if (stage.kind === "backward" && array === "dx") {
    const dy = of("dy", row, column);
    const slope = dy ? (of("dx", row, column) ?? 0) / dy : undefined;
    const x = at(forward, "x", row, column);
    const f = `${stage.name}′(${number(x)})`;
    return `${name} = ${number(dy)} · ${f} = ${number(dy)} · ${signed(slope)} = ${value}`;
  }
  if (stage.kind === "update" && array === "theta'") {
    return `${name} = ${number(of("theta", row, column))} + ${signed(of("step", row, column))} = ${value}`;
  }
  return "";

  function dense(): string {
    const rows = count(stage.arrays["dy"], 0);
    if (array === "dW") {
      const terms = range(rows).map((r): [number | undefined, number | undefined] => [
        at(forward, "x", r, row),
        of("dy", r, column),
      ]);
      return `${name} = ${sum(terms, more)} = ${value}`;
    }
    if (array === "db") {
      const terms = range(rows).map((r) => signed(of("dy", r, column)));
      return `${name} = ${terms.slice(0, MOST_TERMS).join(" + ")}${rows > MOST_TERMS ? " + …" : ""} = ${value}`;
    }
    if (array === "dx") {
      const n = count(stage.arrays["dy"], 1);
      const terms = range(n).map((j): [number | undefined, number | undefined] => [of("dy", row, j), of("W", column, j)]);
      return `${name} = ${sum(terms, more)} = ${value}`;
    }
    return "";
  }
}

// Which array of a stage is its result, and so is looked at first.
export function resultOf(stage: Stage): string {
  const order: Record<Stage["kind"], string[]> = {
    rows: ["x"],
    forward: ["y"],
    loss: ["ds"],
    backward: ["dW", "dx"],
    update: ["theta'"],
  };
  return order[stage.kind].find((name) => name in stage.arrays) ?? "x";
}
