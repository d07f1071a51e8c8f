// The worker in which Python runs: it loads Pyodide and noron, and hands messages to a session.
// noron/lab/browser.py is its other half.

import type { PyodideAPI } from "pyodide";
import type { PyBuffer, PyProxy } from "pyodide/ffi";
import type { Loaded, Places, Report } from "./worker";

interface Host {
  receive(text: string): void;
  turn(): number;
}
interface Scope {
  onmessage: ((event: MessageEvent<string | Places>) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  fetch: typeof fetch;
}
type Loader = { loadPyodide(options: { indexURL: string }): Promise<PyodideAPI> };

const scope = self as unknown as Scope;
const report = (what: Report): void => scope.postMessage(what);
const loading = (percent: number, what: Loaded): void => report({ kind: "loading", percent, what });

const PACKAGES = "packages.zip";
const FOLDER = "/lib/python3.14/site-packages";
// The digits are long: they come when a message is about them.
const ABOUT_DIGITS = /mnist|"digits"/;
// Their files are in memory already; a decoded copy beside them would take 55 MB more.
const NO_CACHE = "import os; os.environ['NORON_CACHE'] = '/dev/null'";
// Per cent of the whole: the rest is what Python does once its files are there.
const OF_FILES = 70;

// Count the bytes of the engine's files as they come, whoever asks for them.
function countBytes(sizes: Record<string, number>): void {
  const fetched = scope.fetch.bind(self);
  const all = Object.values(sizes).reduce((a, b) => a + b, 0);
  let come = 0;
  scope.fetch = async (input, init) => {
    const response = await fetched(input, init);
    const name = response.url.split("/").at(-1) ?? "";
    if (!(name in sizes) || response.body === null || !response.ok) return response;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        come += chunk.byteLength;
        loading(Math.min(OF_FILES, (OF_FILES * come) / all), name === PACKAGES ? "packages" : "python");
        controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
  };
}

async function content(address: string): Promise<Response> {
  const response = await scope.fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function loaded(engine: string): Promise<PyodideAPI> {
  const { bytes } = (await (await content(`${engine}engine.json`)).json()) as {
    bytes: Record<string, number>;
  };
  countBytes(bytes);
  const packages = content(engine + PACKAGES).then((response) => response.arrayBuffer());
  packages.catch(() => undefined);
  const { loadPyodide } = (await import(/* @vite-ignore */ `${engine}pyodide.mjs`)) as Loader;
  const python = await loadPyodide({ indexURL: engine });
  loading(78, "packages");
  python.unpackArchive(await packages, "zip", { extractDir: FOLDER });
  loading(82, "start");
  python.runPython(`${NO_CACHE}; import numpy, pydantic`);
  loading(90, "noron");
  return python;
}

function send(answer: string | PyProxy): void {
  if (typeof answer === "string") {
    scope.postMessage(answer);
    return;
  }
  const view = (answer as PyProxy & { getBuffer(type: "u8"): PyBuffer }).getBuffer("u8");
  const copy = (view.data as Uint8Array).slice().buffer;
  view.release();
  scope.postMessage(copy, [copy]);
}

function failed(error: unknown): void {
  const text = String(error).trim();
  report({ kind: "failed", reason: text.split("\n").at(-1)?.slice(0, 300) ?? text });
}

// A turn after the other, with a look at the page's messages in between. Returns what takes a
// message.
function run(host: Host): (text: string) => void {
  const channel = new MessageChannel();
  let isDue = false;
  const wake = (): void => {
    if (isDue) return;
    isDue = true;
    channel.port2.postMessage(null);
  };
  channel.port1.onmessage = () => {
    isDue = false;
    try {
      const wait = host.turn();
      if (wait === 0) wake();
      else if (wait > 0) setTimeout(wake, wait);
    } catch (error) {
      channel.port1.onmessage = null;
      failed(error);
    }
  };
  return (text) => {
    host.receive(text);
    wake();
  };
}

// Without the digits the session says what is missing.
async function loadDigits(python: PyodideAPI, digits: string): Promise<void> {
  loading(0, "digits");
  const archive = await (await content(digits)).arrayBuffer();
  python.unpackArchive(archive, "zip", { extractDir: FOLDER });
}

async function begin({ engine, digits }: Places): Promise<void> {
  const python = await loaded(engine);
  const { BrowserHost } = python.pyimport("noron.lab.browser") as unknown as {
    BrowserHost(send: (answer: string | PyProxy) => void): Host;
  };
  const take = run(BrowserHost(send));
  let hasDigits = false;
  let before: Promise<void> = Promise.resolve();
  scope.onmessage = ({ data }) => {
    if (typeof data !== "string") return;
    if (!hasDigits && ABOUT_DIGITS.test(data)) {
      hasDigits = true;
      before = before.then(() => loadDigits(python, digits)).catch(() => undefined);
    }
    before = before.then(() => take(data));
  };
  report({ kind: "ready" });
}

scope.onmessage = ({ data }) => {
  if (typeof data !== "string") void begin(data).catch(failed);
};
