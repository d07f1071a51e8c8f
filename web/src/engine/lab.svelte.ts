// The lab as the page sees it: what the engine has answered, and what can be asked of it.

import { type Block, type Numbers, unpack } from "./frames";
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
import type { Loaded } from "./worker";

export type Status = "connecting" | "ready" | "lost" | "no_key" | "full" | "no_wasm" | "no_engine";
export type View = "output" | "units" | "weights" | "gradients";

export interface Point {
  step: number;
  train: number | null;
  heldOut: number | null;
}

export interface Pinned {
  recipe: Record<string, unknown>;
  facts: FrameFacts;
  curve: Point[];
  output: { values: Numbers; shape: number[] } | undefined;
}

// Steps a second that can be chosen; beside them as many as can be.
export const SPEEDS = [1, 5, 20, 100, 1000];
const MOST_POINTS = 4096;
const USUAL_VIEWS: View[] = ["output", "units", "weights"];

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
  ended = $state.raw<{ step: number; reason: string } | null>(null);
  speed = $state<number | null>(null);
  pinned = $state.raw<Pinned | null>(null);
  keptWeights = $state(false); // whether the network began with weights that another one had learnt
  // An engine that comes into the browser first: how far it is, and whether what is shown meanwhile
  // is a recording.
  loading = $state.raw<{ percent: number; what: Loaded } | null>(null);
  isRecording = $state(false);
  tookOver = $state(false);
  reason = $state("");
  page: string;

  #transport: Transport;
  #id = 0;
  // Until the engine has gone to this page, frames are still of the one before.
  #isShown = false;
  #latest: ArrayBuffer | null = null;
  #owed = 0;
  #shown = 0;
  #since = performance.now();
  #views: View[] = USUAL_VIEWS;
  // The link that was opened last.
  link: string;
  #asked = new Map<
    number,
    { done: (answer: Answer | Block) => void; refused: (why: Refused) => void }
  >();

  constructor(page: string, firstLink = "", connect = socketTransport) {
    this.page = page;
    this.link = firstLink;
    this.#transport = connect({
      opened: () => this.#opened(),
      received: (message) => this.#received(message),
      lost: (why, reason = "") => {
        this.status = why;
        this.reason = reason;
      },
      loading: (percent, what) => {
        this.loading = { percent, what };
      },
      recorded: (message) => this.#recorded(message),
    });
    requestAnimationFrame(() => this.#draw());
  }

  send(name: string, values: Record<string, unknown> = {}): number {
    this.#id += 1;
    this.#transport.send(JSON.stringify({ t: name, id: this.#id, ...values }));
    return this.#id;
  }

  // Send a message and wait for what answers it; a refusal is an error of the promise.
  ask<T extends Answer["t"]>(
    name: string,
    values: Record<string, unknown> = {},
  ): Promise<Extract<Answer, { t: T }>> {
    const id = this.send(name, values);
    return new Promise((done, refused) => {
      this.#asked.set(id, { done: done as (answer: Answer | Block) => void, refused });
    });
  }

  // The same for a message that is answered with pictures.
  askPictures(name: string, values: Record<string, unknown> = {}): Promise<Block> {
    const id = this.send(name, values);
    return new Promise((done, refused) => {
      this.#asked.set(id, { done: done as (answer: Answer | Block) => void, refused });
    });
  }

  // Go to the network of another page, which begins with that link if it has none yet.
  show(page: string, link: string): void {
    if (this.page === page) return;
    this.page = page;
    this.link = link;
    this.#forget();
    if (this.status === "ready") this.#begin();
  }

  // An engine that is still loading begins with the link.
  open(link: string): void {
    this.link = link;
    if (this.status === "ready" || this.loading === null) this.send("open", { link });
    else this.#forget();
  }

  #forget(): void {
    this.#isShown = false;
    this.isRecording = this.tookOver = false;
    this.state = null;
    this.facts = null;
    this.frame = new Map();
    this.data = new Map();
    this.dataFacts = null;
    this.refused = this.diverged = this.ended = this.shared = null;
    this.pinned = null;
    this.curve = [];
    this.keptWeights = false;
  }

  // A recipe's keys that are to change; the others stay.
  change(values: Record<string, unknown>, keep: "none" | "overlap" = "none"): void {
    const now = this.state?.recipe ?? {};
    const { format: _, ...rest } = now;
    this.keptWeights = keep === "overlap" && (this.keptWeights || (this.facts?.step ?? 0) > 0);
    this.send("recipe", { values: { ...rest, ...values }, keep });
  }

  get isRunning(): boolean {
    return this.state?.running === true;
  }

  toggle(): void {
    this.send(this.isRunning ? "pause" : "run", this.isRunning ? {} : this.#pace());
  }

  // Steps a second; null is as many as can be.
  setSpeed(speed: number | null): void {
    this.speed = speed;
    if (this.isRunning) this.send("run", this.#pace());
  }

  // The next slower or faster of the usual speeds.
  changeSpeed(by: -1 | 1): void {
    const all = [...SPEEDS, null];
    const now = all.indexOf(this.speed);
    this.setSpeed(all[Math.max(0, Math.min(all.length - 1, now + by))] ?? null);
  }

  #pace(): { speed?: number } {
    return this.speed === null ? {} : { speed: this.speed };
  }

  // The units of the last layer.
  get outputs(): number {
    return this.state?.arrays.at(-1)?.shape.at(-1) ?? 1;
  }

  // The present run stays to be compared with those that follow.
  pin(): void {
    if (this.state === null || this.facts === null) return;
    const { recipe } = this.state;
    this.pinned = { recipe, facts: this.facts, curve: this.curve, output: this.frame.get("output") };
  }

  // What frames are to hold; without a list, what they hold at first.
  see(views: View[] = USUAL_VIEWS): void {
    this.#views = views;
    this.send("see", { views, credits: 1 });
  }

  // What a recording shows, which is one of the first experiment of the playground.
  #recorded(message: Received): void {
    if (this.page !== "playground" || this.link) return;
    if (typeof message !== "string") {
      if (this.isRecording) this.#takeBlock(message);
      return;
    }
    const answer = JSON.parse(message) as Answer;
    if (answer.t === "welcome") this.welcome = answer;
    if (answer.t === "state") {
      this.state = answer;
      this.isRecording = true;
    }
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
    const waiting = this.#asked.get(answer.id);
    if (waiting) {
      this.#asked.delete(answer.id);
      if (answer.t === "refused") waiting.refused(answer);
      else waiting.done(answer);
      if (answer.t !== "state") return;
    }
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
      case "ended":
        this.ended = answer;
        this.#stopped();
        break;
      case "diverged":
        this.diverged = answer;
        this.#stopped();
        break;
      case "shared":
        this.shared = answer;
        break;
      default:
        break;
    }
  }

  // A session that this page comes back to may have a network; otherwise it begins with the link.
  #begin(): void {
    this.loading = null;
    this.#latest = null;
    this.send("see", { views: this.#views, credits: 3 });
    void this.ask<"shown">("show", { page: this.page }).then(({ has_network }) => {
      this.#isShown = true;
      if (!has_network) this.open(this.link);
    });
  }

  #stopped(): void {
    if (this.state !== null) this.state = { ...this.state, running: false, ended: true };
  }

  #receivedState(state: State): void {
    const before = this.state;
    if (before !== null && state.step < before.step) {
      this.curve = this.curve.filter((point) => point.step <= state.step);
    }
    this.state = state;
    this.refused = this.loading = null;
    if (this.isRecording) {
      this.tookOver = true;
      this.facts = null;
    }
    this.isRecording = false;
    if (!state.ended) this.diverged = this.ended = null;
  }

  #receivedBlock(buffer: ArrayBuffer): void {
    const kind = new TextDecoder().decode(new Uint8Array(buffer, 12, 24));
    if (kind.includes('"pictures"')) {
      const block = unpack(buffer);
      const id = Number(block.facts["id"]);
      this.#asked.get(id)?.done(block);
      this.#asked.delete(id);
      return;
    }
    if (!this.#isShown) {
      this.send("see", { credits: 1 });
      return;
    }
    if (this.#takeBlock(buffer)) this.#owed += 1;
  }

  // Returns whether it is a frame; the newest one is drawn.
  #takeBlock(buffer: ArrayBuffer): boolean {
    const kind = new TextDecoder().decode(new Uint8Array(buffer, 12, 24));
    if (kind.includes('"data"')) {
      const { facts, arrays } = unpack(buffer);
      this.dataFacts = facts as unknown as DataFacts;
      this.data = arrays;
      this.curve = [];
      return false;
    }
    this.#latest = buffer;
    return true;
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
