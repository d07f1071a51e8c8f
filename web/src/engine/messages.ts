// What the engine answers. noron/lab/protocol.py has the messages that it takes.

import type { Stage } from "../glass/stages";

export const PROTOCOL = 1;

export interface Mark {
  step: number;
  epoch: number;
  key: string;
  value: unknown;
}

export interface State {
  recipe: Record<string, unknown>;
  running: boolean;
  step: number;
  epoch: number;
  steps_per_epoch: number;
  ended: boolean;
  engine: string;
  loss: string;
  task: "classes" | "binary" | "regression";
  layers: { name: string; units?: number; rate?: number }[];
  hidden: number[];
  arrays: { name: string; shape: number[]; drawn: number[] }[];
  parameters: number;
  marks: Mark[];
  kept_steps: number[];
  silenced: [number, number][];
  page: string;
}

export interface Measured {
  loss: number | null;
  accuracy?: number | null;
  r2?: number | null;
}

export interface FrameFacts {
  step: number;
  epoch: number;
  seconds: number;
  running: boolean;
  rate: number | null;
  epochs: number;
  batch_loss: number | null;
  train?: Measured;
  held_out?: Measured;
}

export interface DataFacts {
  name: string;
  columns: string[];
  // The inputs of the network, and which of them pictures are drawn over.
  inputs: string[];
  drawn: number[];
  edges: [number, number][];
  classes: (string | number)[];
  rows: { train: number; held_out: number };
}

export interface Refused {
  key: string;
  code: string;
  text: string;
}

export interface Diverged {
  step: number;
  rate: number;
  advice: { kind: string; seen: string; remedy: string }[];
}

export interface Welcome {
  protocol: number;
  version: string;
  limits: Record<string, number>;
  defaults: Record<string, unknown>;
  catalogue: Catalogue;
}

export interface Entry {
  name: string;
  settings: Record<string, string | number | boolean | null>;
  task?: State["task"];
}

export interface Catalogue {
  activation: Entry[];
  initializer: Entry[];
  loss: Entry[];
  regularizer: Entry[];
  optimizer: Entry[];
  schedule: Entry[];
  stopping_rule: Entry[];
  fault: string[];
  data: { name: string; points: [number, number, number][] | [number, number][] }[];
}

// What one row adds to a derivative by a weight.
export interface Factor {
  x: number;
  dz: number;
  product: number;
}

export interface TensorCheck {
  name: string;
  error: number | null;
  worst: number[];
  is_right: boolean;
  backward: number | null;
  differences: number | null;
  checked: number;
  kinks: number;
}

export interface Slider {
  name: string;
  usual: number;
  low: number;
  high: number;
  step: number;
}

// An activation or a loss, with its settings.
export interface Listed {
  name: string;
  sliders: Slider[];
  is_elementwise?: boolean;
  task?: State["task"];
}

export interface FunctionList {
  activations: Listed[];
  losses: Listed[];
  initializers: string[];
}

export interface Curve {
  name: string;
  values: (number | null)[];
  slopes: (number | null)[];
  kinks: number[];
}

export interface LossCurve extends Curve {
  task: State["task"];
  fits: boolean;
  predictions: (number | null)[];
}

export interface LayerFacts {
  activations: number | null;
  spread: number | null;
  gradient: number | null;
  weight_gradient: number | null;
  by_activation: number | null;
  by_weights: number | null;
  moved: number | null;
}

export interface LayerSnapshot {
  step: number;
  loss: number | null;
  layers: LayerFacts[];
}

export interface ColumnFacts {
  name: string;
  kind: string;
  how: string;
  first: string[];
}

export interface StoredRun {
  id: number;
  name: string;
  status: string;
  started: number;
  seconds: number | null;
  hidden: boolean;
  deleted: boolean;
  tags: string[];
  settings: Record<string, unknown>;
  results: Record<string, number | null>;
}

// The columns of a run's history, epoch by epoch.
export type RunCurve = Record<string, (number | null)[]>;

export type Answer =
  | ({ t: "welcome"; id: number } & Welcome)
  | ({ t: "state"; id: number } & State)
  | ({ t: "refused"; id: number } & Refused)
  | ({ t: "diverged"; id: number } & Diverged)
  | { t: "ended"; id: number; step: number; reason: string }
  | { t: "shared"; id: number; link: string; toml: string; exact: boolean }
  | { t: "code"; id: number; dialect: string; text: string }
  | { t: "opened"; id: number; view: string }
  | { t: "history"; id: number; rows: Record<string, number>[]; marks: Mark[] }
  | { t: "shown"; id: number; has_network: boolean }
  | { t: "confusion"; id: number; classes: (string | number)[]; counts: number[][] }
  | { t: "predicted"; id: number; outputs: number[][]; predictions: (string | number)[] }
  | { t: "stages"; id: number; stages: Stage[] }
  | { t: "derivative"; id: number; rows: Factor[] }
  | { t: "gradients"; id: number; passed: boolean; tolerance: number; tensors: TensorCheck[] }
  | ({ t: "functions"; id: number } & FunctionList)
  | { t: "activation_curves"; id: number; x: number[]; curves: Curve[] }
  | { t: "loss_curves"; id: number; x: number[]; curves: LossCurve[] }
  | { t: "layer_sizes"; id: number; initializer: string; snapshots: LayerSnapshot[] }
  | { t: "softmax"; id: number; p: number[]; loss: number | null; gradient: number[] }
  | { t: "uploaded"; id: number; name: string; received: number; size: number }
  | { t: "table"; id: number; name: string; rows: number; target: string; columns: ColumnFacts[] }
  | { t: "drawn"; id: number }
  | { t: "runs"; id: number; total: number; runs: StoredRun[] }
  | { t: "run_curves"; id: number; runs: StoredRun[]; curves: Record<string, RunCurve> }
  | { t: "run_described"; id: number; run: number; command: string; notes: string[]; link: string }
  | { t: "runs_changed"; id: number }
  | { t: "session"; id: number; name: string; key: string }
  | { t: "full"; id: number };
