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

// A row of an array, or a column.
export interface Part {
  row?: number;
  column?: number;
}

const MOST_TERMS = 4;

// Infinity and NaN come as words, which JSON does not have as numbers.
export function withNumbers(stages: Stage[]): Stage[] {
  const facts = (of: Stage["facts"]): Stage["facts"] =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, Number(value ?? Number.NaN)]));
  const whole = (array: ShownArray): ShownArray => ({
    ...array,
    numbers: array.numbers.map((row) => row.map(Number)),
  });
  return stages.map((stage) => ({
    ...stage,
    facts: facts(stage.facts),
    arrays: Object.fromEntries(
      Object.entries(stage.arrays).map(([name, array]) => [name, whole(array)]),
    ),
  }));
}

export const number = (value: number | undefined): string => {
  if (value === undefined) return "?";
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return value > 0 ? "∞" : "−∞";
  if (Number.isInteger(value) && size < 10_000) return String(value);
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

export const NORMS = ["batch_norm", "layer_norm"];
const OTHERS = [...NORMS, "softmax", "standardize"];
// Losses whose derivative is a difference from y: of what, and times what.
const SLOPES: Record<string, [string, string]> = {
  mse: ["s", "2 · "],
  binary_cross_entropy: ["p", ""],
};

// The same layer's stage on the way there.
export const forwardOf = (stages: Stage[], { layer }: Stage): Stage | undefined =>
  stages.find((one) => one.kind === "forward" && one.layer === layer);

// How a number of a stage comes about, with the numbers that it comes from; empty where it is given.
export function calculation(stages: Stage[], stage: Stage, cell: Cell, more: string): string {
  const { array, row, column } = cell;
  const value = number(at(stage, array, row, column));
  const of = (name: string, i: number, j: number): number | undefined => at(stage, name, i, j);
  const forward = forwardOf(stages, stage);
  const name = `${array}[${row}, ${column}]`;
  if (stage.kind === "forward" && stage.name === "dense" && array === "y") {
    const n = count(stage.arrays["W"], 0);
    const terms = range(n).map((i): [number | undefined, number | undefined] => [of("x", row, i), of("W", i, column)]);
    const bias = stage.arrays["b"] ? ` + ${signed(of("b", 0, column))}` : "";
    return `${name} = ${sum(terms, more)}${bias} = ${value}`;
  }
  if (stage.kind === "backward" && array === "dbeta") {
    const terms = range(count(stage.arrays["dy"], 0)).map((r) => signed(of("dy", r, column)));
    return `${name} = ${terms.slice(0, MOST_TERMS).join(" + ")}${terms.length > MOST_TERMS ? " + …" : ""} = ${value}`;
  }
  if (NORMS.includes(stage.name) && stage.kind === "forward" && array === "y") return norm();
  if (OTHERS.includes(stage.name)) return "";
  if (stage.kind === "forward" && array === "y") {
    const x = of("x", row, column);
    if (stage.name === "dropout") {
      const kept = x ? (of("y", row, column) ?? 0) / x : undefined;
      return `${name} = ${number(x)} · ${signed(kept)} = ${value}`;
    }
    return `${name} = ${stage.name}(${number(x)}) = ${value}`;
  }
  if (stage.kind === "loss" && array === "ds" && stage.name === "cross_entropy") {
    const rows = stage.arrays["ds"]?.shape[0] ?? 1;
    const hot = of("y", 0, row) === column ? 1 : 0;
    return `${name} = (${number(of("p", row, column))} − ${hot}) / ${rows} = ${value}`;
  }
  if (stage.kind === "loss" && array === "ds" && stage.name in SLOPES) {
    const [rows = 1, outputs = 1] = stage.arrays["ds"]?.shape ?? [];
    const isColumn = stage.arrays["y"]?.shape.length === 1; // then it is shown as one row
    const y = isColumn ? of("y", 0, row) : of("y", row, column);
    const [letter, factor] = SLOPES[stage.name] ?? ["s", ""];
    const size = outputs > 1 ? `(${rows} · ${outputs})` : rows;
    return `${name} = ${factor}(${number(of(letter, row, column))} − ${signed(y)}) / ${size} = ${value}`;
  }
  if (stage.kind === "backward" && stage.name === "dense") return dense();
  if (stage.kind === "backward" && array === "dx") {
    const dy = of("dy", row, column);
    const slope = dy ? (of("dx", row, column) ?? 0) / dy : undefined;
    const x = at(forward, "x", row, column);
    if (stage.name === "dropout") return `${name} = ${number(dy)} · ${signed(slope)} = ${value}`;
    const f = `${stage.name}′(${number(x)})`;
    return `${name} = ${number(dy)} · ${f} = ${number(dy)} · ${signed(slope)} = ${value}`;
  }
  if (stage.kind === "update" && array === "theta'") {
    const [theta, step, g] = [of("theta", row, column), of("step", row, column), of("g", row, column)];
    const rate = stage.facts["learning_rate"] ?? Number.NaN;
    const isDescent = Math.abs((step ?? 0) + rate * (g ?? 0)) <= 1e-12 * Math.abs(step ?? 0);
    const change = isDescent ? `− ${number(rate)} · ${signed(g)}` : `+ ${signed(step)}`;
    return `${name} = ${number(theta)} ${change} = ${value}`;
  }
  return "";

  // Of what is normalized, all numbers must be in sight: those of a column, or of a row.
  function norm(): string {
    const { x, y } = stage.arrays;
    const ofBatch = stage.name === "batch_norm";
    const [rows, columns] = x?.shape ?? [];
    const all = ofBatch ? range(rows ?? 0).map((r) => of("x", r, column)) : (x?.numbers[row] ?? []);
    if (!ofBatch && (columns ?? 0) > all.length) return "";
    const numbers = all.map((one) => one ?? Number.NaN);
    const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
    const variance = numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / numbers.length;
    const [gamma, beta] = [of("gamma", 0, column), of("beta", 0, column)];
    const top = `(${number(of("x", row, column))} − ${signed(mean)})`;
    return `${name} = ${number(gamma)} · ${top} / √(${number(variance)} + ε) + ${signed(beta)} = ${number(y?.numbers[row]?.[column])}`;
  }

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

// Which numbers of the stage a number of a dense layer is made of.
export function partsOf(stage: Stage, { array, row, column }: Cell): Record<string, Part> {
  if (stage.name !== "dense") return {};
  if (stage.kind === "forward" && array === "y") return { x: { row }, W: { column }, b: { column } };
  if (stage.kind !== "backward") return {};
  if (array === "dW") return { x: { column: row }, dy: { column } };
  if (array === "db") return { dy: { column } };
  return array === "dx" ? { dy: { row }, W: { row: column } } : {};
}

// Which array of a stage is its result, and so is looked at first.
export function resultOf(stage: Stage): string {
  const order: Record<Stage["kind"], string[]> = {
    rows: ["x"],
    forward: ["y"],
    loss: ["ds"],
    backward: ["dW", "dgamma", "dx"],
    update: ["theta'"],
  };
  return order[stage.kind].find((name) => name in stage.arrays) ?? "x";
}
