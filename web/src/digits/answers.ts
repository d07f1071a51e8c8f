// What the engine says beside pictures. noron/lab/messages/digits.py has the messages.

export interface Judged {
  step: number;
  epoch: number;
  classes: number[];
  rows: number;
  right: number;
  // How many are read rightly when no unit is silent.
  right_whole: number;
  silent: number;
  counts: number[][];
  // How many wrongly read ones, or of the cell, there are; the first of them are pictures.
  chosen: number;
  pictures: { row: number; truth: number; given: number; share: number }[];
}

export interface Strongest {
  pictures: { row: number; truth: number; output: number }[];
}

export interface WeightFacts {
  step: number;
  epoch: number;
  kept_steps: number[];
}

export interface DigitRead {
  classes: number[];
  scores: (number | null)[];
  shares: (number | null)[];
  of_class: number;
  // The size of the largest slope.
  size: number;
}

export interface Unit {
  layer: number;
  unit: number;
}

export const percent = (share: number | null, places = 0): string =>
  share === null ? "–" : `${(100 * share).toFixed(places)} %`;
