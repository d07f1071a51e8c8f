import { describe, expect, it } from "vitest";
import { messagesOf, unpacked } from "./recording";

// As noron/lab/recording.py writes it: a text and a frame.
const TEXT = '{"t": "state"}';
const BYTES = new Uint8Array([
  ...[TEXT.length, 0, 0, 0, 0],
  ...new TextEncoder().encode(TEXT),
  ...[2, 0, 0, 0, 1],
  ...[7, 8],
]);

describe("a recording", () => {
  it("is texts and frames, one behind the other", () => {
    const [text, frame, ...rest] = messagesOf(BYTES.buffer);
    expect(text).toBe(TEXT);
    expect([...new Uint8Array(frame as ArrayBuffer)]).toEqual([7, 8]);
    expect(rest).toEqual([]);
    expect(messagesOf(new ArrayBuffer(0))).toEqual([]);
  });
  it("is unpacked, unless a server has done that already", async () => {
    const stream = new Blob([BYTES]).stream().pipeThrough(new CompressionStream("gzip"));
    const packed = await new Response(stream).arrayBuffer();
    expect(new Uint8Array(packed)[0]).toBe(0x1f);
    expect(messagesOf(await unpacked(packed))).toHaveLength(2);
    expect(messagesOf(await unpacked(BYTES.buffer))).toHaveLength(2);
  });
});
