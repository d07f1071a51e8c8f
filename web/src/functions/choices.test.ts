import { describe, expect, it } from "vitest";
import type { FunctionList } from "../engine/messages";
import { linkOf } from "../shell/choices";
import { choicesOf, takeChoices, USUAL_CHOICES } from "./choices";
import { Functions } from "./functions.svelte";
import { DeepNetworkChoice } from "./layers.svelte";

const made = (): [Functions, DeepNetworkChoice] => {
  const of = new Functions();
  const slope = { name: "slope", usual: 0.01, low: 0, high: 1, step: 0.01 };
  of.list = {
    activations: ["sigmoid", "relu", "tanh", "leaky_relu"].map((name) => ({
      name,
      is_elementwise: true,
      sliders: name === "leaky_relu" ? [slope] : [],
    })),
    losses: [],
    initializers: ["he", "glorot"],
  } as unknown as FunctionList;
  return [of, new DeepNetworkChoice()];
};
const parsed = (link: string): Record<string, string> => Object.fromEntries(new URLSearchParams(link));

describe("the address of the page of functions", () => {
  it("is empty for what is usual, and brings another page to the same choices", () => {
    const [of, network] = made();
    expect(linkOf(choicesOf(of, network), USUAL_CHOICES)).toBe("");
    const link =
      "main=leaky_relu&compared=relu,tanh&initializer=he&layers=12&seed=3&rate=0.1&leaky_relu.slope=0.2";
    expect(takeChoices(parsed(link), of, network)).toEqual([]);
    expect(linkOf(choicesOf(of, network), USUAL_CHOICES)).toBe(link);
    const [other, another] = made();
    expect(takeChoices(parsed(link), other, another)).toEqual([]);
    expect(choicesOf(other, another)).toEqual(choicesOf(of, network));
    expect(other.settings("leaky_relu")).toEqual({ name: "leaky_relu", slope: 0.2 });
  });
  it("says what it does not know, and takes the rest", () => {
    const [of, network] = made();
    const wrong = ["main=relux", "compared=relu,x", "layers=", "seed=one", "initializer=none"];
    const more = ["leaky_relu.slope=7", "tanh.slope=0.1", "nothing=1"];
    expect(takeChoices(parsed([...wrong, ...more, "rate=0.5"].join("&")), of, network)).toEqual([
      ...wrong,
      ...more,
    ]);
    expect(linkOf(choicesOf(of, network), USUAL_CHOICES)).toBe("rate=0.5");
  });
});
