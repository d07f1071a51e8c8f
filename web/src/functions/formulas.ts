// The formulas of activations, as MathML: f(z), and its derivative. Those of other names have none.

export interface Formula {
  value: string;
  slope: string;
  // What else its letters stand for.
  where?: string;
}

const i = (name: string): string => `<mi>${name}</mi>`;
const n = (number: string): string => `<mn>${number}</mn>`;
const o = (sign: string): string => `<mo>${sign}</mo>`;
const row = (...parts: string[]): string => `<mrow>${parts.join("")}</mrow>`;
const over = (above: string, below: string): string => `<mfrac>${above}${below}</mfrac>`;
const power = (base: string, to: string): string => `<msup>${base}${to}</msup>`;
const bracket = (sign: string): string => `<mo stretchy="false">${sign}</mo>`;
const bracketed = (...parts: string[]): string => row(bracket("("), ...parts, bracket(")"));
const of = (name: string, ...parts: string[]): string =>
  row(i(name), o("&#x2061;"), bracketed(...parts));

const [z, one, zero] = [i("z"), n("1"), n("0")];
const [minus, plus] = [o("−"), o("+")];
const f = of("f", z);
const expZ = power(i("e"), z);
const sigmoid = of("σ", z);
const softplus = of("log", one, plus, expZ);

// One formula where z > 0, another elsewhere.
function cases(above: string, elsewhere: string): string {
  const line = (formula: string, sign: string): string =>
    `<mtr><mtd>${formula}</mtd><mtd>${row(z, o(sign), zero)}</mtd></mtr>`;
  return row(o("{"), `<mtable>${line(above, "&gt;")}${line(elsewhere, "≤")}</mtable>`);
}

const T = i("t");
const [LAMBDA, ALPHA] = [i("λ"), i("α")];
const SELU = row(LAMBDA, o("≈"), n("1.0507"), o(","), ALPHA, o("≈"), n("1.6733"));
const MISH = row(T, o("="), of("tanh", softplus));

const FORMULAS: Record<string, Formula> = {
  identity: { value: z, slope: one },
  sigmoid: {
    value: over(one, row(one, plus, power(i("e"), row(minus, z)))),
    slope: row(f, bracketed(one, minus, f)),
  },
  tanh: { value: of("tanh", z), slope: row(one, minus, power(f, n("2"))) },
  relu: { value: of("max", zero, o(","), z), slope: cases(one, zero) },
  leaky_relu: {
    value: cases(z, row(i("slope"), o("·"), z)),
    slope: cases(one, i("slope")),
  },
  elu: {
    value: cases(z, row(i("alpha"), o("·"), bracketed(expZ, minus, one))),
    slope: cases(one, row(i("alpha"), o("·"), expZ)),
  },
  selu: {
    value: cases(row(LAMBDA, z), row(LAMBDA, ALPHA, bracketed(expZ, minus, one))),
    slope: cases(LAMBDA, row(LAMBDA, ALPHA, expZ)),
    where: SELU,
  },
  gelu: {
    value: row(z, of("Φ", z)),
    slope: row(of("Φ", z), plus, z, of("φ", z)),
  },
  silu: {
    value: row(z, sigmoid),
    slope: row(sigmoid, bracketed(one, plus, z, bracketed(one, minus, sigmoid))),
  },
  mish: {
    value: row(z, T),
    slope: row(T, plus, z, bracketed(one, minus, power(T, n("2"))), sigmoid),
    where: MISH,
  },
  softplus: { value: softplus, slope: sigmoid },
};

export function formulaOf(name: string): Formula | null {
  const known = Object.hasOwn(FORMULAS, name) ? FORMULAS[name] : undefined;
  if (known === undefined) return null;
  const slope = row(i("f"), `<mo lspace="0" rspace="0">′</mo>`, bracketed(z));
  return {
    value: `<math>${row(f, o("="), known.value)}</math>`,
    slope: `<math>${row(slope, o("="), known.slope)}</math>`,
    ...(known.where === undefined ? {} : { where: `<math>${known.where}</math>` }),
  };
}
