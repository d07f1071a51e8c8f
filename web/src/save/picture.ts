// The output and the curve as one picture, with the recipe inside and a caption below.

import {
  binaryPixels,
  classPixels,
  type Edges,
  paint,
  paintLine,
  paintPoints,
  type Points,
} from "../draw/pictures";
import type { Lab, Point } from "../engine/lab.svelte";
import { element, label } from "./svg";

const SIDE = 100;
const SHOWN = 320;
const PIXELS = 640;
const GAP = 70;
const TOP = 20;
const WIDTH = 2 * SHOWN + GAP + 20;
const TICKS = 4;

export interface Words {
  caption: string;
  training: string;
  heldOut: string;
  curve: string;
}

export function pictureSvg(lab: Lab, words: Words): string {
  const whole = element("svg", { viewBox: `0 0 ${WIDTH} 400`, width: WIDTH, height: 400 });
  whole.append(
    element("title", {}, words.caption),
    element("metadata", {}, JSON.stringify({ recipe: lab.state?.recipe, step: lab.state?.step, changes: lab.state?.marks })),
    element("rect", { width: "100%", height: "100%", fill: "white" }),
    element("image", { href: outputImage(lab), x: 10, y: TOP, width: SHOWN, height: SHOWN }),
    curve(lab.curve, words),
    label(words.caption, 10, 385),
  );
  return new XMLSerializer().serializeToString(whole);
}

// What the page shows of the network's answers, and the points.
function outputImage(lab: Lab): string {
  const output = lab.frame.get("output");
  const edges = (lab.dataFacts?.edges ?? []) as Edges;
  const canvas = square(PIXELS);
  if (!output) return canvas.toDataURL();
  const parts: Points[] = ["train", "held_out"].flatMap((name) => {
    const x = lab.data.get(`${name}_x`)?.values;
    const y = lab.data.get(`${name}_y`)?.values;
    return x && y ? [{ x, y, hollow: name !== "train" }] : [];
  });
  const points = square(PIXELS);
  const context = canvas.getContext("2d");
  if (edges.length === 1) paintLine(points, output.values, parts, edges);
  else {
    const classes = output.shape[0] ?? 1;
    const below = square(SIDE);
    const pixels = classes === 1 ? binaryPixels(output.values, SIDE) : classPixels(output.values, classes, SIDE);
    paint(below, pixels, SIDE);
    context?.drawImage(below, 0, 0, PIXELS, PIXELS);
    paintPoints(points, parts, edges);
  }
  context?.drawImage(points, 0, 0);
  return canvas.toDataURL();
}

function square(side: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  return canvas;
}

function curve(points: Point[], words: Words): SVGElement {
  const group = element("g", { transform: `translate(${SHOWN + GAP} ${TOP})` });
  const values = points.flatMap(({ train, heldOut }) => [train, heldOut]).filter(isPositive);
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const last = Math.max(1, points.at(-1)?.step ?? 1);
  const height = SHOWN - 60;
  const x = (step: number): number => (step / last) * SHOWN;
  const y = (value: number): number =>
    30 + height * (high > low ? (high - Math.log10(value)) / (high - low) : 0.5);
  group.append(label(words.curve, 0, 12));
  group.append(element("path", { d: `M0 30V${30 + height}H${SHOWN}`, fill: "none", stroke: "#7a828d" }));
  if (values.length > 0) {
    for (let i = 0; i <= TICKS; i++) {
      const value = 10 ** (low + ((high - low) * i) / TICKS);
      group.append(label(value.toPrecision(2), -8, y(value) + 4, "end"));
    }
    const lines = [
      { name: words.training, of: (p: Point) => p.train, stroke: "#0072b2", dash: "none", at: 0 },
      { name: words.heldOut, of: (p: Point) => p.heldOut, stroke: "#e69f00", dash: "6 4", at: SHOWN / 2 },
    ];
    for (const { name, of, stroke, dash, at } of lines) {
      const places = points.filter((p) => isPositive(of(p)));
      const d = places.map((p, i) => `${i ? "L" : "M"}${x(p.step).toFixed(1)} ${y(of(p) ?? 1).toFixed(1)}`);
      const look = { fill: "none", stroke, "stroke-width": 2, "stroke-dasharray": dash };
      group.append(element("path", { d: d.join(""), ...look }));
      group.append(element("path", { d: `M${at} 338h28`, ...look }), label(name, at + 34, 342));
    }
  }
  group.append(label("0", 0, 46 + height), label(String(last), SHOWN, 46 + height, "end"));
  return group;
}

const isPositive = (value: number | null): value is number => value !== null && value > 0;
