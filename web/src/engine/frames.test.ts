import { describe, expect, it } from "vitest";
import { thinned } from "./lab.svelte";
import { unpack } from "./frames";

// What noron.lab.frames.pack("frame", {"loss": [1.5, -2], "u": [[1, 2, 3]]}, step=7) writes.
function packed(): ArrayBuffer {
  const listed = [
    { name: "loss", type: "f32", shape: [2] },
    { name: "u", type: "u8", shape: [1, 3] },
  ];
  const text = new TextEncoder().encode(JSON.stringify({ t: "frame", step: 7, arrays: listed }));
  const begin = Math.ceil((12 + text.length) / 8) * 8;
  const buffer = new ArrayBuffer(begin + 16);
  const bytes = new Uint8Array(buffer);
  bytes.set(new TextEncoder().encode("NRN1"));
  new DataView(buffer).setUint32(4, text.length, true);
  new DataView(buffer).setUint32(8, listed.length, true);
  bytes.set(text, 12);
  new Float32Array(buffer, begin, 2).set([1.5, -2]);
  bytes.set([1, 2, 3], begin + 8);
  return buffer;
}

describe("frames", () => {
  it("are facts and arrays", () => {
    const { facts, arrays } = unpack(packed());
    expect(facts).toEqual({ t: "frame", step: 7 });
    expect(Array.from(arrays.get("loss")?.values ?? [])).toEqual([1.5, -2]);
    expect(arrays.get("u")).toMatchObject({ shape: [1, 3] });
    expect(Array.from(arrays.get("u")?.values ?? [])).toEqual([1, 2, 3]);
  });
  it("are nothing else", () => {
    expect(() => unpack(new ArrayBuffer(32))).toThrow("no frame");
  });
});

describe("a curve", () => {
  it("keeps its last point when it is thinned", () => {
    const points = Array.from({ length: 10 }, (_, step) => ({ step, train: step, heldOut: null }));
    expect(thinned(points, 10)).toHaveLength(10);
    expect(thinned(points, 6).map(({ step }) => step)).toEqual([0, 2, 4, 6, 8, 9]);
  });
});
