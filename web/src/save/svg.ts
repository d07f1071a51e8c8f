// Elements of a picture that is saved.

const SVG = "http://www.w3.org/2000/svg";

export function element(name: string, values: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

export function label(text: string, x: number, y: number, anchor = "start"): SVGElement {
  const font = { "font-size": 12, "font-family": "sans-serif" };
  return element("text", { x, y, fill: "black", "text-anchor": anchor, ...font }, text);
}
