// Frames of the engine: a description as JSON, and arrays. noron/lab/frames.py writes them.

export type Numbers = Uint8Array | Float32Array | Int32Array;

export interface Block {
  facts: Record<string, unknown>;
  arrays: Map<string, { values: Numbers; shape: number[] }>;
}

interface Listed {
  name: string;
  type: "u8" | "f32" | "i32";
  shape: number[];
}

const HEADER = 12;
const MAGIC = "NRN1";
const aligned = (n: number): number => Math.ceil(n / 8) * 8;

function view(buffer: ArrayBuffer, type: Listed["type"], at: number, count: number): Numbers {
  if (type === "u8") return new Uint8Array(buffer, at, count);
  if (type === "f32") return new Float32Array(buffer, at, count);
  return new Int32Array(buffer, at, count);
}

export function unpack(buffer: ArrayBuffer): Block {
  const header = new DataView(buffer);
  const letters = new TextDecoder().decode(new Uint8Array(buffer, 0, MAGIC.length));
  if (letters !== MAGIC) throw new Error("this is no frame of the engine");
  const length = header.getUint32(4, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, HEADER, length));
  const { arrays: listed, ...facts } = JSON.parse(text) as { arrays: Listed[] };
  const arrays: Block["arrays"] = new Map();
  let at = aligned(HEADER + length);
  for (const { name, type, shape } of listed) {
    const count = shape.reduce((a, b) => a * b, 1);
    const values = view(buffer, type, at, count);
    arrays.set(name, { values, shape });
    at = aligned(at + values.byteLength);
  }
  return { facts, arrays };
}
