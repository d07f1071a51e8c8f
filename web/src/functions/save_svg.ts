// A plot as a file of its own: with its colours, a legend, and what it was made from.

const SVG = "http://www.w3.org/2000/svg";
const STYLES = ["stroke", "stroke-width", "stroke-dasharray", "fill", "font-size"];
const LINE = 18;
const MARGIN = 12;

export interface Entry {
  name: string;
  // The element whose stroke the line has.
  line: Element | null;
}

export function svgText(
  plot: SVGSVGElement,
  title: string,
  entries: Entry[],
  recipe: unknown,
): string {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  inline(plot, copy);
  copy.removeAttribute("aria-hidden");
  const width = plot.clientWidth;
  const height = plot.clientHeight;
  const whole = element("svg", { width, height: height + LINE * (entries.length + 2) });
  whole.append(
    element("title", {}, title),
    element("metadata", {}, JSON.stringify(recipe)),
    element("rect", { width: "100%", height: "100%", fill: "white" }),
    label(title, MARGIN, LINE - 4),
  );
  copy.setAttribute("y", String(LINE));
  whole.append(copy);
  entries.forEach(({ name, line }, i) => {
    const y = height + LINE * (i + 2);
    const sample = element("line", { x1: MARGIN, x2: MARGIN + 30, y1: y - 4, y2: y - 4 });
    if (line) inline(line, sample);
    whole.append(sample, label(name, MARGIN + 38, y));
  });
  return new XMLSerializer().serializeToString(whole);
}

function element(name: string, values: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

function label(text: string, x: number, y: number): SVGElement {
  return element("text", { x, y, fill: "black", "font-size": 12, "font-family": "sans-serif" }, text);
}

// What the page's style sheets say becomes part of the elements.
function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLES) to.setAttribute(name, style.getPropertyValue(name));
  if (from.tagName === "text") to.setAttribute("font-family", "sans-serif");
  to.removeAttribute("class");
  [...from.children].forEach((child, i) => {
    const copied = to.children[i];
    if (copied) inline(child, copied);
  });
}

export function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
