// Losses row by row: the loss, its gradient for the scores, and whether the answer is right.
//
// The formulas are those of noron.losses, which names their sources.
#pragma once

#include "../program.h"
#include "maths.h"

namespace NORON_ISA {

using noron::LossKind;
using noron::Program;
using noron::Targets;

// exp(s - max s) in e (whole vectors), its sum, and max s.
template <class T>
struct Softmax {
  T highest, sum;
};

template <class T>
NORON_INLINE Softmax<T> softmax_terms(const T *s, int n, T *e) {
  T highest = s[0];
  for (int k = 1; k < n; ++k)
    if (s[k] > highest || s[k] != s[k]) highest = s[k];
  Vec<T> sum{};
  for (int k = 0; k < n; k += LANES<T>) {
    store(e + k, exp_of<T>(load(s + k) - highest));
    sum += load_some(e + k, min_of(LANES<T>, n - k));
  }
  return {highest, sum_of<T>(sum)};
}

template <class T>
NORON_INLINE T log_of(T x) {
  return sizeof(T) == 4 ? T(::logf(float(x))) : T(::log(double(x)));
}

template <class T>
NORON_INLINE T power_of(T x, T y) {
  return sizeof(T) == 4 ? T(::powf(float(x), float(y))) : T(::pow(double(x), double(y)));
}

template <class T>
NORON_INLINE int largest(const T *s, int n) {
  int best = 0;
  for (int k = 1; k < n; ++k)
    if (s[k] > s[best]) best = k;
  return best;
}

template <class T>
struct Row {
  const T *s;          // the scores, (n,), to whole vectors
  const T *y;          // the numbers, (n,), or null
  int64_t label;       // else the class
  int n;
  T *d;                // the gradient, to whole vectors
};

// Cross-entropy of a few rows at once, one in each lane, for labels of few classes without further
// settings: -log p of the label, and (p - y) share. `e` has room for n vectors.
constexpr int FEW_CLASSES = 64;

template <class T>
NORON_INLINE void cross_entropies(const Row<T> *r, int rows, const T *share, T *loss, double *correct, T *e) {
  const int n = r[0].n;
  T label[LANES<T>] = {}, chosen[LANES<T>] = {};
  for (int i = 0; i < rows; ++i) {
    label[i] = T(r[i].label);
    chosen[i] = r[i].s[r[i].label];
    for (int k = 0; k < n; ++k) e[k * LANES<T> + i] = r[i].s[k];
  }
  Vec<T> highest = load(e), best{};
  for (int k = 1; k < n; ++k) {
    const Vec<T> s = load(e + k * LANES<T>);
    best = choose<T>(s > highest, splat<T>(T(k)), best);
    highest = choose<T>(s > highest, s, highest);
  }
  Vec<T> sum{};
  for (int k = 0; k < n; ++k) {
    const Vec<T> term = exp_of<T>(load(e + k * LANES<T>) - highest);
    store(e + k * LANES<T>, term);
    sum += term;
  }
  const Vec<T> value = log_above_1<T>(sum) - (load(chosen) - highest), w = load_some(share, rows);
  store_some(loss, value, rows);
  for (int k = 0; k < n; ++k) {
    const Vec<T> y = choose<T>(load(label) == T(k), splat<T>(1), Vec<T>{});
    store(e + k * LANES<T>, (load(e + k * LANES<T>) / sum - y) * w);
  }
  T right[LANES<T>];
  store(right, choose<T>(best == load(label), splat<T>(1), Vec<T>{}));
  for (int i = 0; i < rows; ++i) {
    correct[i] = double(right[i]);
    for (int k = 0; k < n; ++k) r[i].d[k] = e[k * LANES<T> + i];
  }
}

template <class T>
NORON_INLINE T cross_entropy(const noron::Loss &loss, const Row<T> &r) {
  const Softmax<T> p = softmax_terms(r.s, r.n, r.d);
  const T log_sum = log_of(p.sum);
  const T e = T(loss.setting), base = e / r.n;
  T weight = 1;  // of the row's class: taken out here, it comes back as the row's importance
  if (loss.class_weight) {
    weight = 0;
    for (int k = 0; k < r.n; ++k)
      weight += (r.y ? r.y[k] : T(k == r.label)) * T(loss.class_weight[k]);
  }
  T value = 0, total = 0;
  for (int pass = 0; pass < 2; ++pass)
    for (int k = 0; k < r.n; ++k) {
      T v = (1 - e) * (r.y ? r.y[k] : T(k == r.label)) + base;
      if (loss.class_weight) v = v * T(loss.class_weight[k]) / weight;
      if (pass == 0) {
        total += v;
        if (v != 0) value -= v * (r.s[k] - p.highest - log_sum);
      } else {
        r.d[k] = r.d[k] / p.sum * total - v;
      }
    }
  return value;
}

template <class T>
NORON_INLINE T binary_cross_entropy(const noron::Loss &loss, const Row<T> &r) {
  const T e = T(loss.setting);
  const T w0 = loss.class_weight ? T(loss.class_weight[0]) : 1;
  const T w1 = loss.class_weight ? T(loss.class_weight[1]) : 1;
  T total = 0, value = 0;
  for (int k = 0; k < r.n; ++k) total += w0 + (w1 - w0) * r.y[k];
  for (int k = 0; k < r.n; k += LANES<T>) {
    const Vec<T> s = load(r.s + k), y = load_some(r.y + k, min_of(LANES<T>, r.n - k));
    const Vec<T> c = fused(w1 - w0, y, splat(w0)) / total, target = fused(1 - e, y, splat(e / 2));
    const Vec<T> l = c * fused(-target, s, softplus_of<T>(s));
    for (int i = 0; i < min_of(LANES<T>, r.n - k); ++i) value += l[i];
    store(r.d + k, c * (sigmoid_of<T>(s) - target));
  }
  return value;
}

template <class T>
NORON_INLINE T focal(const noron::Loss &loss, const Row<T> &r) {
  const Softmax<T> p = softmax_terms(r.s, r.n, r.d);
  const T log_sum = log_of(p.sum), gamma = T(loss.setting);
  T log_p = 0;
  for (int k = 0; k < r.n; ++k) {
    const T y = r.y ? r.y[k] : T(k == r.label);
    if (y != 0) log_p += y * (r.s[k] - p.highest - log_sum);
  }
  const T q = T(-::expm1(double(log_p)));  // 1 - p, exact also where p is nearly 1
  const T per_q = q > 0 ? log_p / q : T(-1);
  const T powered = power_of(q, gamma);
  const T slope = powered * (gamma * T(::exp(double(log_p))) * per_q - 1);
  for (int k = 0; k < r.n; ++k)
    r.d[k] = slope * ((r.y ? r.y[k] : T(k == r.label)) - r.d[k] / p.sum);
  return -powered * log_p;
}

template <class T>
NORON_INLINE T of_number(const noron::Loss &loss, T s, T y, T *d) {
  const T e = s - y, c = T(loss.setting), size = e < 0 ? -e : e;
  switch (loss.kind) {
    case LossKind::mse: *d = 2 * e; return e * e;
    case LossKind::mae: *d = e > 0 ? T(1) : e < 0 ? T(-1) : e; return size;
    case LossKind::huber:
      *d = e < -c ? -c : e > c ? c : e;
      return size <= c ? T(0.5) * size * size : c * (size - T(0.5) * c);
    case LossKind::quantile: {
      *d = y > s ? -c : y < s ? 1 - c : T(0);
      const T above = c * (y - s), below = (c - 1) * (y - s);
      return above > below ? above : below;
    }
    default: {  // Poisson
      const T rate = sizeof(T) == 4 ? T(::expf(float(s))) : T(::exp(double(s)));
      *d = rate - y;
      return rate - y * s;
    }
  }
}

template <class T>
NORON_INLINE T regression(const noron::Loss &loss, const Row<T> &r) {
  T value = 0;
  for (int k = 0; k < r.n; ++k) {
    T d;
    value += of_number(loss, r.s[k], r.y[k], &d);
    r.d[k] = d / r.n;
  }
  return value / r.n;
}

template <class T>
NORON_INLINE T row_loss(const noron::Loss &loss, const Row<T> &r) {
  switch (loss.kind) {
    case LossKind::cross_entropy: return cross_entropy(loss, r);
    case LossKind::binary_cross_entropy: return binary_cross_entropy(loss, r);
    case LossKind::focal: return focal(loss, r);
    default: return regression(loss, r);
  }
}

// 1 for a right answer; for several binary outputs, the share of right ones.
template <class T>
NORON_INLINE double row_correct(const noron::Loss &loss, const Row<T> &r) {
  if (loss.kind == LossKind::binary_cross_entropy) {
    int right = 0;
    for (int k = 0; k < r.n; ++k) right += (r.s[k] > 0) == (r.y[k] > T(0.5));
    return double(right) / r.n;
  }
  if (loss.kind != LossKind::cross_entropy && loss.kind != LossKind::focal) return 0;
  return largest(r.s, r.n) == (r.y ? largest(r.y, r.n) : r.label);
}

// The weight of a row that follows from its class (class weights).
template <class T>
NORON_INLINE T importance(const noron::Loss &loss, const Row<T> &r) {
  if (!loss.class_weight) return 1;
  T sum = 0;
  if (loss.kind == LossKind::binary_cross_entropy) {
    for (int k = 0; k < r.n; ++k)
      sum += T(loss.class_weight[0]) + T(loss.class_weight[1] - loss.class_weight[0]) * r.y[k];
    return sum / r.n;
  }
  if (!r.y) return T(loss.class_weight[r.label]);
  for (int k = 0; k < r.n; ++k) sum += r.y[k] * T(loss.class_weight[k]);
  return sum;
}

// The link, which turns scores into predictions in the units of y: one row, to whole vectors.
template <class T>
NORON_INLINE void apply_link(noron::Link link, T *s, int n) {
  if (link == noron::Link::identity) return;
  if (link == noron::Link::softmax) {
    const Softmax<T> p = softmax_terms(s, n, s);
    for (int k = 0; k < n; ++k) s[k] /= p.sum;
    return;
  }
  for (int k = 0; k < n; k += LANES<T>)
    store(s + k, link == noron::Link::exp ? exp_of<T>(load(s + k)) : sigmoid_of<T>(load(s + k)));
}

}  // namespace NORON_ISA
