// The letters that textbooks have for the arrays of a network: those of its n-th dense layer and of
// what follows it have the number n, as on the page that builds the network.

import { NORMS, type Stage } from "./stages";

const PARAMETERS: Record<string, string> = { W: "W", b: "b", gamma: "γ", beta: "β" };

const below = (n: number): string => String(n).replace(/\d/g, (d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)] ?? d);

const isForward = ({ kind }: Stage): boolean => kind === "forward";

// The number of the dense layer to which a stage belongs; 0 in front of the first one.
export const denseLayer = (stages: Stage[], { layer }: Stage): number =>
  stages.filter((one) => isForward(one) && one.name === "dense" && (one.layer ?? 0) <= (layer ?? -1))
    .length;

// What comes out of the layer of a stage on the way there: z, ẑ or a.
function outputOf(stages: Stage[], stage: Stage): string {
  const n = denseLayer(stages, stage);
  if (n === 0) return "x";
  return (stage.name === "dense" ? "z" : NORMS.includes(stage.name) ? "ẑ" : "a") + below(n);
}

// What goes into it.
function inputOf(stages: Stage[], { layer }: Stage): string {
  const before = stages.filter((one) => isForward(one) && (one.layer ?? 0) < (layer ?? 0)).at(-1);
  return before ? outputOf(stages, before) : "x";
}

// What a stage gives: z and a on the way there, δ and dW on the way back.
export function symbolOf(stages: Stage[], stage: Stage): string {
  const { kind, name } = stage;
  const dense = denseLayer(stages, stage);
  const n = dense > 0 ? below(dense) : "";
  if (kind === "rows") return "x, y";
  if (kind === "loss") return "L, δ";
  if (kind === "update") return "θ′";
  if (kind === "forward") return outputOf(stages, stage);
  if (name === "dense") return `dW${n}`;
  return (NORMS.includes(name) ? "dγ" : "δ") + n;
}

// The letters of the formula of a layer, x and y or dy and dx, and what they stand for in this network.
export function lettersOf(stages: Stage[], stage: Stage): string[] {
  if (denseLayer(stages, stage) === 0) return [];
  const [x, y] = [inputOf(stages, stage), outputOf(stages, stage)];
  const given = x === "x" ? [] : [`x = ${x}`];
  if (stage.kind === "forward") return [...given, `y = ${y}`];
  if (stage.kind !== "backward") return [];
  const derivative = (of: string): string =>
    `∂L/∂${of}${of.startsWith("z") ? ` = δ${of.slice(1)}` : ""}`;
  return [...given, `dy = ${derivative(y)}`, `dx = ${derivative(x)}`];
}

// "2.dense.W" among the names of all arrays of a network: W₂, if it is the second dense layer's.
export function parameterSymbol(names: string[], name: string): string {
  const [place = "", layer = "", parameter = ""] = name.split(".");
  const letter = PARAMETERS[parameter];
  if (!letter || !(layer === "dense" || NORMS.includes(layer))) return name;
  const dense = names.filter((one) => one.endsWith(".dense.W") && Number(one.split(".")[0]) <= Number(place));
  return letter + below(dense.length);
}
