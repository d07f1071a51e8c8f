// What the sizes of the gradient say: whether it vanishes, explodes or keeps its size, and why.

import type { LayerFacts } from "../engine/messages";
import type { Key } from "../messages/messages.svelte";
import { geometricMean } from "./numbers";

const VANISHED = 0.01;
const EXPLODED = 100;

export interface Verdict {
  key: Key;
  values: Record<string, number | null>;
}

export function verdictOf(layers: LayerFacts[]): Verdict {
  const first = layers[0]?.gradient ?? null;
  const last = layers.at(-1)?.gradient ?? null;
  if (first === null || last === null) return { key: "functions_overflow", values: {} };
  if (first === 0) return { key: "functions_no_gradient", values: {} };
  if (layers.length === 1) return { key: "functions_one_layer", values: {} };
  // From the last layer to the first: through the weights of all but the first, and through the
  // slopes of all but the last.
  const slope = geometricMean(layers.slice(0, -1).map((layer) => layer.by_activation));
  const weights = geometricMean(layers.slice(1).map((layer) => layer.by_weights));
  const both = slope === null || weights === null ? null : slope * weights;
  const ratio = first / last;
  const values = { ratio, slope, weights, both, n: layers.length, times: layers.length - 1 };
  if (ratio < VANISHED) return { key: "functions_vanishes", values };
  if (ratio > EXPLODED) return { key: "functions_explodes", values };
  return { key: "functions_keeps", values };
}
