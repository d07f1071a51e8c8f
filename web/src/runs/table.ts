// What a table of runs shows: columns by name, their values, their order.

import type { StoredRun } from "../engine/messages";

export type Cell = string | number | null;

// The columns that are neither a setting nor a result.
const FACTS: Record<string, (run: StoredRun) => Cell> = {
  run: (run) => run.id,
  status: (run) => run.status,
  seconds: (run) => (run.seconds === null ? null : Math.round(10 * run.seconds) / 10),
  tags: (run) => run.tags.join(" "),
  started: (run) => new Date(1000 * run.started).toISOString().slice(0, 16).replace("T", " "),
};
export const USUAL = [
  "run", "started", "status", "data", "hidden", "activation", "optimizer", "learning_rate",
  "epochs", "seed", "val_loss", "val_accuracy", "tags",
];

export function value(run: StoredRun, name: string): Cell {
  const fact = FACTS[name];
  if (fact) return fact(run);
  return run.results[name] ?? setting(run, name);
}

export function setting(run: StoredRun, name: string): Cell {
  const own = run.settings[name];
  if (own === undefined || own === null) return null;
  return typeof own === "number" ? own : typeof own === "string" ? own : JSON.stringify(own);
}

export function text(cell: Cell): string {
  if (cell === null) return "–";
  if (typeof cell === "string" || Number.isInteger(cell)) return String(cell);
  return cell.toPrecision(4);
}

// All columns that some run has.
export function columnsOf(runs: StoredRun[]): string[] {
  const names = new Set(Object.keys(FACTS));
  for (const run of runs) {
    for (const name of [...Object.keys(run.settings), ...Object.keys(run.results)]) names.add(name);
  }
  return [...names];
}

// What the store calls a column that is sorted by.
export const sortName = (column: string): string => (column === "tags" ? "tag" : column);

// Whether a setting follows from the others: the rows held out from the seed, and the hash of data
// that noron makes from the seed too.
function follows(run: StoredRun, name: string): boolean {
  if (name === "split_seed") return run.settings["split_seed"] === run.settings["seed"];
  return name === "data_hash" && !/[./]/.test(String(run.settings["data"]));
}

// The settings in which runs differ; what only follows from others is left out.
export function differing(runs: StoredRun[]): string[] {
  const names = new Set(runs.flatMap((run) => Object.keys(run.settings)));
  return [...names].filter(
    (name) =>
      !runs.every((run) => follows(run, name)) &&
      new Set(runs.map((run) => text(setting(run, name)))).size > 1,
  );
}

// Runs of the same recipe with other seeds are a group.
export function groupOf(run: StoredRun): string {
  const settings = Object.entries(run.settings).filter(([name]) => name !== "seed" && !follows(run, name));
  return JSON.stringify(settings.sort(([a], [b]) => (a < b ? -1 : 1)));
}
