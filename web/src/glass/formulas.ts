// The formula of each kind of stage as MathML. All of it is constant text of the page.

const mi = (text: string): string => `<mi>${text}</mi>`;
const mo = (text: string): string => `<mo stretchy="false">${text}</mo>`;
const mn = (text: string): string => `<mn>${text}</mn>`;
const row = (...parts: string[]): string => `<mrow>${parts.join("")}</mrow>`;
const sup = (base: string, above: string): string => `<msup>${base}${above}</msup>`;
const sub = (base: string, below: string): string => `<msub>${base}${below}</msub>`;
const frac = (above: string, below: string): string => `<mfrac>${above}${below}</mfrac>`;
const sum = (below: string): string => `<munder>${mo("∑")}${below}</munder>`;
const partial = (of: string, by: string): string =>
  frac(row(mo("∂"), mi(of)), row(mo("∂"), by));
const math = (...lines: string[]): string =>
  lines.map((line) => `<math display="block">${line}</math>`).join("");

const transposed = (name: string): string => sup(mi(name), mi("T"));
const equals = (left: string, ...right: string[]): string => row(left, mo("="), ...right);

const DENSE = math(equals(mi("y"), mi("x"), mi("W"), mo("+"), mi("b")));
const DENSE_BACK = math(
  equals(mi("dW"), transposed("x"), mi("dy")),
  equals(mi("db"), sum(mi("r")), sub(mi("dy"), mi("r"))),
  equals(mi("dx"), mi("dy"), transposed("W")),
);
const ELEMENTWISE = math(equals(mi("y"), mi("f"), mo("("), mi("x"), mo(")")));
const ELEMENTWISE_BACK = math(
  equals(mi("dx"), mi("dy"), mo("⊙"), sup(mi("f"), mo("′")), mo("("), mi("x"), mo(")")),
);
const CROSS_ENTROPY = math(
  equals(mi("p"), mi("softmax"), mo("("), mi("s"), mo(")")),
  equals(mi("L"), mo("−"), frac(mn("1"), mi("n")), sum(mi("r")), mi("ln"), sub(mi("p"), row(mi("r"), mo(","), sub(mi("y"), mi("r"))))),
  equals(partial("L", mi("s")), frac(row(mi("p"), mo("−"), mi("onehot"), mo("("), mi("y"), mo(")")), mi("n"))),
);
// n rows, each of k numbers.
const MSE = math(
  equals(mi("L"), frac(mn("1"), row(mi("n"), mi("k"))), sum(row(mi("r"), mo(","), mi("j"))), sup(row(mo("("), mi("s"), mo("−"), mi("y"), mo(")")), mn("2"))),
  equals(partial("L", mi("s")), frac(mn("2"), row(mi("n"), mi("k"))), mo("("), mi("s"), mo("−"), mi("y"), mo(")")),
);
const BINARY = math(
  equals(mi("p"), mi("sigmoid"), mo("("), mi("s"), mo(")")),
  equals(mi("L"), mo("−"), frac(mn("1"), mi("n")), sum(mi("r")), mi("y"), mi("ln"), mi("p"), mo("+"), mo("("), mn("1"), mo("−"), mi("y"), mo(")"), mi("ln"), mo("("), mn("1"), mo("−"), mi("p"), mo(")")),
  equals(partial("L", mi("s")), frac(row(mi("p"), mo("−"), mi("y")), mi("n"))),
);
const DEVIATION = `<msqrt>${row(mi("σ²"), mo("+"), mi("ε"))}</msqrt>`;
const hat = (name: string): string => `<mover>${mi(name)}${mo("^")}</mover>`;
const mean = (...of: string[]): string => row(mi("mean"), mo("("), ...of, mo(")"));
const NORM = math(
  equals(hat("x"), frac(row(mi("x"), mo("−"), mi("μ")), DEVIATION)),
  equals(mi("y"), mi("γ"), hat("x"), mo("+"), mi("β")),
);
const NORM_BACK = math(
  equals(mi("dγ"), sum(mi("r")), sub(mi("dy"), mi("r")), sub(hat("x"), mi("r"))),
  equals(mi("dβ"), sum(mi("r")), sub(mi("dy"), mi("r"))),
  equals(mi("g"), mi("γ"), mi("dy")),
  equals(mi("dx"), frac(row(mi("g"), mo("−"), mean(mi("g")), mo("−"), hat("x"), mean(mi("g"), hat("x"))), DEVIATION)),
);
const STANDARDIZE = math(equals(mi("y"), frac(row(mi("x"), mo("−"), mi("mean")), mi("std"))));
const STANDARDIZE_BACK = math(equals(mi("dx"), frac(mi("dy"), mi("std"))));
const DROPOUT = math(equals(mi("y"), mi("x"), mo("⊙"), mi("mask"), mo("/"), mo("("), mn("1"), mo("−"), mi("rate"), mo(")")));
const DROPOUT_BACK = math(equals(mi("dx"), mi("dy"), mo("⊙"), mi("mask"), mo("/"), mo("("), mn("1"), mo("−"), mi("rate"), mo(")")));
const LOSS = math(
  equals(mi("L"), frac(mn("1"), mi("n")), sum(mi("r")), mi("ℓ"), mo("("), sub(mi("s"), mi("r")), mo(","), sub(mi("y"), mi("r")), mo(")")),
);
const UPDATE = math(equals(sup(mi("θ"), mo("′")), mi("θ"), mo("+"), mi("step"), mo("("), mi("g"), mo(")")));
const DESCENT = math(equals(sup(mi("θ"), mo("′")), mi("θ"), mo("−"), mi("η"), mi("g")));

const LOSSES: Record<string, string> = {
  cross_entropy: CROSS_ENTROPY,
  binary_cross_entropy: BINARY,
  mse: MSE,
};
// Forward and back.
const LAYERS: Record<string, [string, string]> = {
  dense: [DENSE, DENSE_BACK],
  batch_norm: [NORM, NORM_BACK],
  layer_norm: [NORM, NORM_BACK],
  standardize: [STANDARDIZE, STANDARDIZE_BACK],
  dropout: [DROPOUT, DROPOUT_BACK],
  softmax: ["", ""],
};

export function formulaOf(kind: string, name: string): string {
  const [forward, backward] = LAYERS[name] ?? [ELEMENTWISE, ELEMENTWISE_BACK];
  if (kind === "forward") return forward;
  if (kind === "backward") return backward;
  if (kind === "loss") return LOSSES[name] ?? LOSS;
  if (kind === "update") return name === "sgd" ? DESCENT : UPDATE;
  return "";
}
