// What is listed and chosen on the page, as texts for its address, and back.

import type { Choices } from "../shell/choices";
import { sortName } from "./table";

export const MOST_CHOSEN = 49; // an answer has 50 runs: these and the baseline

export interface RunChoices {
  where: string;
  order: string;
  isUp: boolean;
  hidden: boolean;
  deleted: boolean;
  runs: number[];
  baseline: number | null;
}
export const USUAL_RUNS: RunChoices = {
  where: "",
  order: "run",
  isUp: false,
  hidden: false,
  deleted: false,
  runs: [],
  baseline: null,
};

// A column with a minus in front, if the largest come first, as the store takes it.
export const sortOf = ({ order, isUp }: Pick<RunChoices, "order" | "isUp">): string =>
  (isUp ? "" : "-") + sortName(order);

export const choicesOf = (of: RunChoices): Choices => ({
  where: of.where,
  sort: sortOf(of),
  hidden: of.hidden ? "1" : "",
  deleted: of.deleted ? "1" : "",
  runs: of.runs.join(","),
  baseline: of.baseline === null ? "" : String(of.baseline),
});
export const USUAL_CHOICES = choicesOf(USUAL_RUNS);

// What a link says, and what this page does not know of it.
export function takeChoices(choices: Choices): [RunChoices, string[]] {
  const known = Object.keys(USUAL_CHOICES);
  const unknown = Object.entries(choices).filter(([key]) => !known.includes(key));
  const sort = choices["sort"] ?? "-run";
  const order = sort.replace(/^-/, "");
  const numbers = (text = ""): number[] => text.split(",").filter((one) => /^[1-9]\d*$/.test(one)).map(Number);
  const taken = {
    where: choices["where"] ?? "",
    order: order === "tag" ? "tags" : order,
    isUp: !sort.startsWith("-"),
    hidden: choices["hidden"] === "1",
    deleted: choices["deleted"] === "1",
    runs: numbers(choices["runs"]).slice(0, MOST_CHOSEN),
    baseline: numbers(choices["baseline"])[0] ?? null,
  };
  return [taken, unknown.map(([key, value]) => `${key}=${value}`)];
}
