// How messages get to an engine in the browser itself: Python in a worker, without any server.

import { keepAll, keptOffline } from "./offline";
import { play } from "./recording";
import type { Listener, Received, Transport } from "./transport";

// What the worker says of itself; all else are answers and frames.
export type Report =
  | { kind: "loading"; percent: number; what: Loaded }
  | { kind: "ready" }
  | { kind: "failed"; reason: string };

export type Loaded = "python" | "packages" | "start" | "noron" | "digits";

// The addresses of what the worker loads.
export interface Places {
  engine: string;
  digits: string;
}

const named = (name: string): string | null =>
  document.querySelector<HTMLMetaElement>(`meta[name="noron-lab-${name}"]`)?.content ?? null;

// The folder of the engine; a page that a server with an engine sends has none.
export const engineFolder = (): string | null => named("engine");

export const canRun = (): boolean =>
  typeof WebAssembly === "object" &&
  typeof Worker === "function" &&
  typeof DecompressionStream === "function";

export function workerTransport(listener: Listener): Transport {
  let worker: Worker | null = null;
  let isReady = false;
  let stop = (): void => undefined;

  function failed(reason: string): void {
    isReady = false;
    worker?.terminate();
    listener.lost("no_engine", reason);
  }
  function reported(report: Report): void {
    if (report.kind === "loading") listener.loading?.(report.percent, report.what);
    else if (report.kind === "failed") failed(report.reason);
    else {
      isReady = true;
      stop();
      listener.opened();
      keepAll();
    }
  }
  async function begin(): Promise<void> {
    if (!canRun()) {
      listener.lost("no_wasm");
      return;
    }
    const recording = named("recording");
    listener.loading?.(0, "python");
    if (recording !== null) stop = play(recording, (message) => listener.recorded?.(message));
    await keptOffline(named("version") ?? "");
    worker = new Worker(new URL("./pyodide.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Received | Report>) => {
      if (typeof data === "string" || data instanceof ArrayBuffer) listener.received(data);
      else reported(data);
    };
    worker.onerror = (event) => failed(event.message || "worker");
    const address = (name: string): string => new URL(name, document.baseURI).href;
    const places: Places = {
      engine: address(`${engineFolder() ?? ""}/`),
      digits: address(named("digits") ?? ""),
    };
    worker.postMessage(places);
  }

  void Promise.resolve().then(begin);
  return {
    send: (text) => {
      if (isReady) worker?.postMessage(text);
    },
    close: () => {
      stop();
      worker?.terminate();
    },
  };
}
