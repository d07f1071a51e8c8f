// A recording of the first experiment, which is shown until the engine is there.
// noron/lab/recording.py writes it: answers and frames, each behind its length and its kind.

import type { Received } from "./transport";

const HEADER = 5;
const BETWEEN_FRAMES = 250;
const GZIP = [0x1f, 0x8b];

export function messagesOf(content: ArrayBuffer): Received[] {
  const header = new DataView(content);
  const found: Received[] = [];
  for (let at = 0; at < content.byteLength; ) {
    const length = header.getUint32(at, true);
    const isFrame = header.getUint8(at + 4) === 1;
    at += HEADER;
    const part = content.slice(at, at + length);
    found.push(isFrame ? part : new TextDecoder().decode(part));
    at += length;
  }
  return found;
}

// A server may have unpacked it already.
export async function unpacked(content: ArrayBuffer): Promise<ArrayBuffer> {
  const begin = new Uint8Array(content, 0, Math.min(2, content.byteLength));
  if (GZIP.some((byte, i) => begin[i] !== byte)) return content;
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

// Play it, until `stop` is called; without the file there is none.
export function play(address: string, show: (message: Received) => void): () => void {
  let isStopped = false;
  async function begin(): Promise<void> {
    const response = await fetch(address);
    if (!response.ok) return;
    for (const message of messagesOf(await unpacked(await response.arrayBuffer()))) {
      if (isStopped) return;
      show(message);
      if (typeof message !== "string") await new Promise((on) => setTimeout(on, BETWEEN_FRAMES));
    }
  }
  begin().catch(() => undefined);
  return () => {
    isStopped = true;
  };
}
