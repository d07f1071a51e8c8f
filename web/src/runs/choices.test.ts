import { describe, expect, it } from "vitest";
import { linkOf } from "../shell/choices";
import { choicesOf, takeChoices, USUAL_CHOICES, USUAL_RUNS } from "./choices";

describe("the address of the page of runs", () => {
  it("brings another page to the same list", () => {
    const link = "where=seed+%3D+1&sort=tag&hidden=1&runs=3,7&baseline=3";
    const [taken, unknown] = takeChoices(Object.fromEntries(new URLSearchParams(link)));
    expect(unknown).toEqual([]);
    expect(taken).toEqual({
      where: "seed = 1",
      order: "tags",
      isUp: true,
      hidden: true,
      deleted: false,
      runs: [3, 7],
      baseline: 3,
    });
    expect(linkOf(choicesOf(taken), USUAL_CHOICES)).toBe(link);
    expect(linkOf(choicesOf(USUAL_RUNS), USUAL_CHOICES)).toBe("");
    expect(takeChoices({})).toEqual([USUAL_RUNS, []]);
  });
  it("says what it does not know", () => {
    expect(takeChoices({ data: "moons", runs: "x,2" })).toEqual([{ ...USUAL_RUNS, runs: [2] }, ["data=moons"]]);
  });
});
