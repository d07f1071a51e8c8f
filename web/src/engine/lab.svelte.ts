// The lab as the page sees it: what the engine has answered, and what can be asked of it.

import { type Block, unpack } from "./frames";
import {
  type Answer,
  type DataFacts,
  type Diverged,
  type FrameFacts,
  PROTOCOL,
  type Refused,
  type State,
  type Welcome,
} from "./messages";
import { type Received, type Transport, socketTransport } from "./transport";

export type Status = "connecting" | "ready" | "lost" | "full";
export type View = "output" | "units" | "weights" | "gradients";

export interface Point {
  step: number;
  train: number | null;
  heldOut: number | null;
}

const MOST_POINTS = 4096;

export class Lab {
  status = $state<Status>("connecting");
  welcome = $state.raw<Welcome | null>(null);
  state = $state.raw<State | null>(null);
  facts = $state.raw<FrameFacts | null>(null);
  frame = $state.raw<Block["arrays"]>(new Map());
  dataFacts = $state.raw<DataFacts | null>(null);
  data = $state.raw<Block["arrays"]>(new Map());
  refused = $state.raw<Refused | null>(null);
  diverged = $state.raw<Diverged | null>(null);
  shared = $state.raw<{ link: string; exact: boolean } | null>(null);
  curve = $state.raw<Point[]>([]);
  framesPerSecond = $state(0);

  #transport: Transport;
  #id = 0;
  #latest: ArrayBuffer | null = null;
  #owed = 0;
  #shown = 0;
  #since = performance.now();
  #views: View[] = ["output", "units", "weights"];
  #firstLink: string;

  constructor(firstLink = "", connect = socketTransport) {
    this.#firstLink = firstLink;
    this.#transport = connect({
      opened: () => this.#opened(),
      received: (message) => this.#received(message),
      lost: () => {
        this.status = "lost";
      },
    });
    requestAnimationFrame(() => this.#draw());
  }

  send(name: string, values: Record<string, unknown> = {}): number {
    this.#id += 1;
    this.#transport.send(JSON.stringify({ t: name, id: this.#id, ...values }));
    return this.#id;
  }

  // A recipe's keys that are to change; the others stay.
  change(values: Record<string, unknown>, keep: "none" | "overlap" = "none"): void {
    const now = this.state?.recipe ?? {};
    const { format: _, ...rest } = now;
    this.send("recipe", { values: { ...rest, ...values }, keep });
  }

  see(views: View[]): void {
    this.#views = views;
    this.send("see", { views, credits: 1 });
  }

  #opened(): void {
    this.send("hello", { protocol: PROTOCOL });
  }

  #received(message: Received): void {
    if (typeof message !== "string") {
      this.#receivedBlock(message);
      return;
    }
    const answer = JSON.parse(message) as Answer;
    switch (answer.t) {
      case "full":
        this.status = "full";
        break;
      case "welcome":
        this.welcome = answer;
        this.status = "ready";
        this.#begin();
        break;
      case "state":
        this.#receivedState(answer);
        break;
      case "refused":
        this.refused = answer;
        break;
      case "diverged":
        this.diverged = answer;
        break;
      case "shared":
        this.shared = answer;
        break;
      default:
        break;
    }
  }

  // A session that this page comes back to has a network: its state follows the welcome at once.
  #begin(): void {
    this.send("see", { views: this.#views, credits: 3 });
    queueMicrotask(() => {
      if (this.state === null) this.send("open", { link: this.#firstLink });
    });
  }

  #receivedState(state: State): void {
    const before = this.state;
    if (before !== null && state.step < before.step) {
      this.curve = this.curve.filter((point) => point.step <= state.step);
    }
    this.state = state;
    this.refused = null;
    if (!state.ended) this.diverged = null;
  }

  #receivedBlock(buffer: ArrayBuffer): void {
    const kind = new TextDecoder().decode(new Uint8Array(buffer, 12, 24));
    if (kind.includes('"data"')) {
      const { facts, arrays } = unpack(buffer);
      this.dataFacts = facts as unknown as DataFacts;
      this.data = arrays;
      this.curve = [];
      return;
    }
    this.#latest = buffer;
    this.#owed += 1;
  }

  // Once for each picture of the screen: show the newest frame, and let the engine send as many
  // more as have come.
  #draw(): void {
    requestAnimationFrame(() => this.#draw());
    this.#count();
    if (this.#latest === null) return;
    const { facts, arrays } = unpack(this.#latest);
    this.#latest = null;
    this.facts = facts as unknown as FrameFacts;
    this.frame = arrays;
    this.#addPoint(this.facts);
    this.#shown += 1;
    this.send("see", { credits: this.#owed });
    this.#owed = 0;
  }

  #count(): void {
    const now = performance.now();
    if (now - this.#since < 1000) return;
    this.framesPerSecond = Math.round((1000 * this.#shown) / (now - this.#since));
    this.#shown = 0;
    this.#since = now;
  }

  #addPoint(facts: FrameFacts): void {
    const train = facts.train?.loss ?? facts.batch_loss;
    const point = { step: facts.step, train, heldOut: facts.held_out?.loss ?? null };
    const kept = this.curve.filter((before) => before.step < point.step);
    this.curve = thinned([...kept, point]);
  }
}

// Every second point of a curve that has too many; the last one stays.
export function thinned(points: Point[], most = MOST_POINTS): Point[] {
  if (points.length <= most) return points;
  return points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
}
