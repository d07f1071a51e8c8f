import { describe, expect, it } from "vitest";
import type { Lab } from "../engine/lab.svelte";
import { base64, send } from "./send";

describe("a file", () => {
  it("becomes letters of base64", () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256);
    expect(Uint8Array.from(atob(base64(bytes)), (c) => c.charCodeAt(0))).toEqual(bytes);
  });
  it("is sent in parts, each behind the one before", async () => {
    const starts: number[] = [];
    const ask = async (_: string, { start, size }: { start: number; size: number }) => {
      starts.push(start);
      return { received: Math.min(size, start + 45_000) };
    };
    const shares: number[] = [];
    const file = new File([new Uint8Array(100_000)], "own.csv");
    await send({ ask } as unknown as Lab, file, (share) => shares.push(share));
    expect(starts).toEqual([0, 45_000, 90_000]);
    expect(shares.at(-1)).toBe(1);
  });
});
