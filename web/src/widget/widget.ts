// The lab as a widget of a notebook. noron/lab/notebook.py is its other half; both talk by the
// messages of anywidget (https://anywidget.dev).

import { mount, unmount } from "svelte";
import chartStyles from "uplot/dist/uPlot.min.css?inline";
import styles from "../app.css?inline";
import { Lab } from "../engine/lab.svelte";
import type { Listener, Transport } from "../engine/transport";
import { setLanguage } from "../messages/messages.svelte";
import Widget from "./Widget.svelte";

interface Model {
  get(name: string): unknown;
  send(content: string): void;
  on(event: "msg:custom", heard: (content: string, buffers: DataView[]) => void): void;
}

const FRAME = "frame";

function modelTransport(model: Model): (listener: Listener) => Transport {
  return (listener) => {
    model.on("msg:custom", (content, buffers) => {
      const [frame] = buffers;
      if (content !== FRAME || frame === undefined) listener.received(content);
      else {
        const bytes = new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength);
        listener.received(bytes.slice().buffer);
      }
    });
    queueMicrotask(() => listener.opened());
    return { send: (text) => model.send(text), close: () => undefined };
  };
}

function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const root = el.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styles, chartStyles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  if (matchMedia("(prefers-color-scheme: dark)").matches) el.dataset["theme"] = "dark";
  setLanguage(model.get("language") === "vi" ? "vi" : "en");
  const lab = new Lab("playground", String(model.get("link")), modelTransport(model));
  const page = String(model.get("page"));
  const app = mount(Widget, { target: root, props: { lab, page } });
  return () => void unmount(app);
}

export default { render };
