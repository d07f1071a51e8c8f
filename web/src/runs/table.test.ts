import { describe, expect, it } from "vitest";
import type { StoredRun } from "../engine/messages";
import { columnsOf, differing, groupOf, text, value } from "./table";

const run = (id: number, settings: Record<string, unknown>, results = {}): StoredRun => ({
  id,
  name: "",
  status: "done",
  started: 0,
  seconds: 1.23,
  hidden: false,
  deleted: false,
  tags: ["b", "a"],
  settings,
  results,
});
const RUNS = [
  run(1, { hidden: [8], seed: 0 }, { val_loss: 0.25 }),
  run(2, { hidden: [8], seed: 1 }, { val_loss: 0.125 }),
  run(3, { hidden: [4, 4], seed: 0 }),
];

describe("a table of runs", () => {
  it("has the facts, settings and results of a run", () => {
    expect(["run", "seconds", "tags", "hidden", "val_loss", "none"].map((name) => value(RUNS[0]!, name))).toEqual(
      [1, 1.2, "b a", "[8]", 0.25, null],
    );
    expect([null, 3, 0.123456, "x"].map(text)).toEqual(["–", "3", "0.1235", "x"]);
    expect(columnsOf(RUNS)).toContain("val_loss");
  });
  it("knows what differs, and which runs differ in the seed alone", () => {
    expect(differing(RUNS)).toEqual(["hidden", "seed"]);
    expect(groupOf(RUNS[0]!)).toBe(groupOf(RUNS[1]!));
    expect(groupOf(RUNS[0]!)).not.toBe(groupOf(RUNS[2]!));
    const seeds = { seed: 1, split_seed: 1 };
    const files = ["a", "b"].map((data_hash) => run(4, { data: "a.csv", data_hash, ...seeds }));
    expect(differing(files)).toEqual(["data_hash"]);
    expect(groupOf(files[0]!)).not.toBe(groupOf(files[1]!));
    const toys = ["a", "b"].map((data_hash) => run(4, { data: "moons", data_hash, ...seeds }));
    expect(differing(toys)).toEqual([]);
  });
});
