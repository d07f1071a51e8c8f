"use strict";
// The network: a row of cells becomes numbers, and then predictions, in float64.
const noron = (() => {
  const DAY = 86400e6; // microseconds

  const sigmoid = (z) => {
    const e = Math.exp(-Math.abs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
  };
  const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  const erfc = (x) => {
    if (x < 0) return 2 - erfc(-x);
    if (x < 2.5) { // the series of erf; beyond it, a continued fraction
      let term = x, sum = x;
      for (let n = 1; term > 1e-17 * sum; n++) sum += term *= 2 * x * x / (2 * n + 1);
      return 1 - 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
    let f = 0;
    for (let k = 60; k > 0; k--) f = k / 2 / (x + f);
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + f);
  };

  const elu = (z, alpha) => z > 0 ? z : alpha * Math.expm1(z);
  const activations = {
    sigmoid, softplus,
    tanh: Math.tanh,
    relu: (z) => Math.max(z, 0),
    leaky_relu: (z, s) => z > 0 ? z : s.slope * z,
    elu: (z, s) => elu(z, s.alpha),
    selu: (z) => 1.0507009873554805 * elu(z, 1.6732632423543772),
    gelu: (z) => z * erfc(-z * Math.SQRT1_2) / 2,
    silu: (z) => z * sigmoid(z),
    mish: (z) => z * Math.tanh(softplus(z)),
  };

  const mean = (x) => x.reduce((sum, v) => sum + v, 0) / x.length;
  const softmax = (x) => {
    const most = x.reduce((a, b) => Math.max(a, b), -Infinity);
    const e = x.map((v) => Math.exp(v - most)), sum = e.reduce((a, b) => a + b, 0);
    return e.map((v) => v / sum);
  };
  const links = {
    softmax,
    identity: (x) => x,
    sigmoid: (x) => x.map(sigmoid),
    exp: (x) => x.map(Math.exp),
  };

  const steps = {
    dense: (s, x) => {
      const y = Float64Array.from(s.arrays.b), W = s.arrays.W, n = y.length;
      x.forEach((v, i) => { if (v !== 0) for (let j = 0; j < n; j++) y[j] += v * W[i * n + j]; });
      return y;
    },
    activation: (s, x) => x.map((z) => activations[s.settings.name](z, s.settings)),
    softmax: (s, x) => softmax(x),
    normalize: (s, x) => x.map(
      (v, i) => (v - s.arrays.center[i]) * s.arrays.scale[i] + s.arrays.shift[i]),
    layer_norm: (s, x) => {
      const m = mean(x), std = Math.sqrt(mean(x.map((v) => (v - m) ** 2)) + s.settings.epsilon);
      return x.map((v, i) => s.arrays.gamma[i] * (v - m) / std + s.arrays.beta[i]);
    },
    embedding: (s, x) => {
      const tables = Object.values(s.arrays), k = x.length - tables.length;
      const y = Array.from(x.subarray(0, k));
      tables.forEach((E, j) => {
        const width = s.widths[j], last = E.length / width - 1;
        const code = Math.min(Math.max(even(x[k + j]), 0), last);
        y.push(...E.subarray(code * width, (code + 1) * width));
      });
      return Float64Array.from(y);
    },
    residual: (s, x) => through(s.inner, x).map((v, i) => v + x[i]),
  };
  const even = (v) => v % 1 === 0.5 || v % 1 === -0.5 ? 2 * Math.round(v / 2) : Math.round(v);
  const through = (list, x) => list.reduce((h, s) => steps[s.kind](s, h), x);

  // ---- the columns of a table; a missing cell is null

  // 7.0 is the same category as 7
  const code_text = (text) =>
    /^[+-]?(0|[1-9]\d*)\.0+$/.test(text) ? text.replace(/\.0+$/, "") : text;
  const code = (e, cell) => {
    if (cell === null) return e.missing ? e.levels.length + 1 : 0;
    return 1 + e.levels.indexOf(code_text(cell));
  };
  const hot = (n, at) => Array.from({length: n}, (_, i) => Number(i === at));
  const clipped = (u) => u / Math.hypot(1, u / 3);
  const with_gap = (e, numbers, cell) => {
    const all = cell === null ? numbers.map(() => 0) : numbers;
    return e.missing ? [...all, Number(cell === null)] : all;
  };
  const encoders = {
    number: (e, cell) => {
      const x = cell ?? 0, sign = e.sign;
      const v = sign ? sign * Math.log1p(Math.max(sign * (x - e.start) / e.unit, 0)) : x;
      const numbers = [clipped((v - e.center) / e.scale)], n = e.edges.length - 1;
      if (n > 0) { // x lies within one bin; all bins before it are full
        const at = Math.min(Math.max(e.edges.filter((edge) => edge <= x).length - 1, 0), n - 1);
        const part = (x - e.edges[at]) / (e.edges[at + 1] - e.edges[at]);
        for (let j = 0; j < n; j++) numbers.push(Number(j < at));
        numbers[1 + at] = Math.min(Math.max(part, 0), 1);
      }
      return with_gap(e, numbers, cell);
    },
    plain: (e, cell) => e.missing ? [cell ?? e.fill, Number(cell === null)] : [cell ?? e.fill],
    boolean: (e, cell) => with_gap(e, [2 * cell - 1], cell),
    category: (e, cell) => hot(1 + e.levels.length + Number(e.missing), code(e, cell)),
    embedded: (e, cell) => [code(e, cell)],
    date: (e, cell) => {
      const moment = cell ?? 0, day = Math.floor(moment / DAY), date = new Date(day * 864e5);
      const year = new Date(date);
      year.setUTCMonth(0, 1);
      const around = {
        year: (date - year) / 864e5 / 365.25,
        month: (date.getUTCDate() - 1) / 31,
        week: (((day + 3) % 7) + 7) % 7 / 7,
        day: (moment - day * DAY) / DAY,
      };
      const numbers = [clipped((moment / DAY - e.center) / e.scale)];
      for (const name of e.cycles) {
        const angle = 2 * Math.PI * around[name];
        numbers.push(Math.sin(angle), Math.cos(angle));
      }
      return with_gap(e, numbers, cell);
    },
  };

  // ---- the model

  const numbers_of = (text, type) => {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    return type === "float32" ? new Float32Array(bytes.buffer) : new Float64Array(bytes.buffer);
  };
  const unpack = (s) => ({
    ...s,
    arrays: Object.fromEntries(
      Object.entries(s.arrays).map(([name, [type, text]]) => [name, numbers_of(text, type)])),
    inner: s.inner.map(unpack),
  });
  const load = (model) => ({
    ...model,
    branches: model.branches.map((b) => ({...b, networks: b.networks.map((n) => n.map(unpack))})),
  });

  // The predictions for a row of cells, an array of as many numbers as the network has outputs.
  const predict = (model, row) => {
    const total = new Float64Array(model.n_outputs);
    for (const {share, encoders: columns, networks} of model.branches) {
      const cells = columns ? columns.flatMap((e) => encoders[e.name](e, row[e.at])) : row;
      const type = model.dtype === "float32" ? Float32Array : Float64Array;
      const x = Float64Array.from(type.from(cells));
      for (const network of networks) {
        const prediction = links[model.link](through(network, x));
        prediction.forEach((p, i) => { total[i] += share / networks.length * p; });
      }
    }
    const [low, high] = model.y_range.map((end, i) => end ?? (i ? Infinity : -Infinity));
    return Array.from(total, (p) =>
      Math.min(Math.max(p * model.y_scale + model.y_mean, low), high));
  };

  return {load, predict};
})();
