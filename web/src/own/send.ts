// Sends a file to the engine in parts, which keep within the limit of a message.

import type { Lab } from "../engine/lab.svelte";

const PART = 45_000; // bytes, a multiple of 3, as noron/lab/uploads.py takes them
const LETTERS = 0x8000; // how many letters are put together at once

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += LETTERS) {
    text += String.fromCharCode(...bytes.subarray(i, i + LETTERS));
  }
  return btoa(text);
}

// A refusal of the engine is an error of the promise.
export async function send(lab: Lab, file: File, sent: (share: number) => void): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { name } = file;
  let start = 0;
  do {
    const part = base64(bytes.subarray(start, start + PART));
    const of = { name, size: bytes.length, start, part };
    const { received } = await lab.ask<"uploaded">("upload", of);
    start = received;
    sent(start / bytes.length);
  } while (start < bytes.length);
}
