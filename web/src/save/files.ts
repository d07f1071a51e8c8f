// Files that the page makes itself: they go from the page to the disk, never over the network.

import type { Point } from "../engine/lab.svelte";

// The points of the curve as a table.
export function curveCsv(points: Point[]): string {
  const rows = points.map(({ step, train, heldOut }) => [step, train ?? "", heldOut ?? ""].join());
  return `${["step,loss,held_out_loss", ...rows].join("\n")}\n`;
}

// A name of a file such as "noron-moons-120".
export function fileStem(data: unknown, step: number): string {
  const plain = String(data).replace(/\.\w+$/, "").replace(/[^\w-]+/g, "_");
  return `noron-${plain.slice(0, 40)}-${step}`;
}

export function download(content: string | Blob, name: string, type = "text/plain"): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// Whether the text is in the clipboard now: a page may not always put it there.
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
