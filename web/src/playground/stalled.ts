// A deep network that does not learn.

import type { Point } from "../engine/lab.svelte";
import type { Measured } from "../engine/messages";

const DEEP = 4; // hidden layers
const EPOCHS = 10;
const LEARNT = 0.3; // of the way from guessing to no mistake
const FALL = 0.97;

// How far a network has come from guessing (0) to what is always right (1).
function skill({ accuracy, r2 }: Measured, classes: number): number {
  if (typeof accuracy !== "number") return r2 ?? 0;
  const guess = 1 / Math.max(2, classes);
  return (accuracy - guess) / (1 - guess);
}

// Whether it is hardly better than guessing, and its loss has not fallen for half of its steps.
export function isStalled(
  curve: Point[],
  { epoch, train }: { epoch: number; train?: Measured | undefined },
  { layers, classes }: { layers: number; classes: number },
): boolean {
  const last = curve.at(-1);
  if (layers < DEEP || epoch < EPOCHS || !train || !last?.train) return false;
  const half = curve.find(({ step }) => step >= last.step / 2)?.train ?? 0;
  return skill(train, classes) < LEARNT && last.train > FALL * half;
}
