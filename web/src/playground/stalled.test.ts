import { describe, expect, it } from "vitest";
import { isStalled } from "./stalled";

const curve = (...losses: number[]) =>
  losses.map((train, i) => ({ step: 100 * i, train, heldOut: null }));
const REST = curve(0.78, 0.7, 0.694, 0.693, 0.693);
const DEEP = { layers: 10, classes: 2 };

describe("a deep network that does not learn", () => {
  it("is hardly better than guessing after some epochs", () => {
    expect(isStalled(REST, { epoch: 20, train: { loss: 0.693, accuracy: 0.5 } }, DEEP)).toBe(true);
    expect(isStalled(REST, { epoch: 2, train: { loss: 0.693, accuracy: 0.5 } }, DEEP)).toBe(false);
    expect(isStalled(REST, { epoch: 20, train: { loss: 0.693, r2: 0.01 } }, { layers: 4, classes: 0 })).toBe(true);
  });
  it("is none that learns, has learnt or is shallow", () => {
    const guessing = { epoch: 20, train: { loss: 0.693, accuracy: 0.5 } };
    expect(isStalled(curve(0.78, 0.7, 0.69, 0.6, 0.5), guessing, DEEP)).toBe(false);
    expect(isStalled(REST, { epoch: 20, train: { loss: 0.3, accuracy: 0.88 } }, DEEP)).toBe(false);
    expect(isStalled(REST, guessing, { layers: 2, classes: 2 })).toBe(false);
    expect(isStalled([], guessing, DEEP)).toBe(false);
  });
});
