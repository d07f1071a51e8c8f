// A gradient is stored, or used for the update of the weights, as soon as it is known.
//
// The formulas are those of noron.optimizers; the penalties' gradients those of noron.regularizers.
#pragma once

#include "../program.h"
#include "maths.h"

namespace NORON_ISA {

using noron::Update;

// An optimizer's kind as a compile-time constant.
template <Update KIND>
struct Known {
  static constexpr Update value = KIND;
};

template <class Work>
NORON_INLINE void for_kind(Update kind, Work work) {
  switch (kind) {
    case Update::keep: return work(Known<Update::keep>{});
    case Update::sgd: return work(Known<Update::sgd>{});
    case Update::momentum: return work(Known<Update::momentum>{});
    case Update::nesterov: return work(Known<Update::nesterov>{});
    case Update::adam: return work(Known<Update::adam>{});
    case Update::adamw: return work(Known<Update::adamw>{});
  }
}

template <class T>
struct Updater {
  Update kind;
  T *theta, *grad, *m, *v;
  T rate, beta1, beta2, one_beta1, one_beta2, correction1, correction2, epsilon, decay;
  T l1, twice_l2;
  bool is_padded = false;  // whether rows of weights are whole vectors, with zeros at their end
  IVec<T> bad_grad, bad_theta;  // 0 unless a number was not finite

  // l2 is the strength of W^2 in this step.
  Updater(const noron::Program &p, double learning_rate, int64_t t, bool update, double l2) {
    const noron::Optimizer &o = p.optimizer;
    kind = update ? o.kind : Update::keep;
    theta = static_cast<T *>(p.theta);
    grad = static_cast<T *>(p.grad);
    m = static_cast<T *>(p.slot0);
    v = static_cast<T *>(p.slot1);
    rate = T(learning_rate);
    beta1 = T(o.beta1);
    beta2 = T(o.beta2);
    one_beta1 = T(1 - o.beta1);
    one_beta2 = T(1 - o.beta2);
    const bool corrects = kind >= Update::adam;
    correction1 = corrects ? T(1 / (1 - ::pow(o.beta1, double(t)))) : 1;
    correction2 = corrects ? T(1 / (1 - ::pow(o.beta2, double(t)))) : 1;
    epsilon = T(o.epsilon_hat ? o.epsilon * ::sqrt(double(correction2)) : o.epsilon);
    decay = T(o.weight_decay);
    l1 = T(p.penalty.l1);
    twice_l2 = T(2 * l2);
    bad_grad = bad_theta = IVec<T>{};
  }

  bool penalized() const { return l1 != 0 || twice_l2 != 0; }

  // Whether a weight stays as it is where its data gradient is 0.
  bool rests_without_gradient() const { return kind == Update::sgd && !penalized(); }

  // g is the data's gradient of the n numbers (at most a vector of them) from theta[at] on, with
  // zeros behind them. Returns the numbers of theta from now on.
  template <Update KIND>
  NORON_INLINE Vec<T> one(int64_t at, Vec<T> g, int n, bool is_weight) {
    const Vec<T> w = load_some(theta + at, n);
    if (is_weight && penalized()) {
      const Vec<T> zero{};
      const Vec<T> sign = choose<T>(w > zero, splat<T>(1), choose<T>(w < zero, splat<T>(-1), zero));
      g += fused(twice_l2, w, l1 * sign);
    }
    bad_grad |= not_finite<T>(g);
    if constexpr (KIND == Update::keep) {
      store_some(grad + at, g, n);
      return w;
    }
    Vec<T> d = g;
    if constexpr (KIND == Update::momentum || KIND == Update::nesterov) {
      const Vec<T> velocity = fused(beta1, load_some(m + at, n), g);
      store_some(m + at, velocity, n);
      d = KIND == Update::momentum ? velocity : fused(beta1, velocity, g);
    }
    if constexpr (KIND == Update::adam || KIND == Update::adamw) {
      const Vec<T> mean = fused(beta1, load_some(m + at, n), one_beta1 * g);
      const Vec<T> square = fused(beta2, load_some(v + at, n), one_beta2 * (g * g));
      store_some(m + at, mean, n);
      store_some(v + at, square, n);
      d = (mean * correction1) / (sqrt_of(square * correction2) + epsilon);
      if (KIND == Update::adamw) d = fused(decay, w, d);
    }
    const Vec<T> moved = fused(-rate, d, w);
    bad_theta |= not_finite<T>(moved);
    store_some(theta + at, moved, n);
    return moved;
  }

  // Take over the flags of a copy of this object.
  NORON_INLINE void noticed(const Updater &copy) {
    bad_grad = copy.bad_grad;
    bad_theta = copy.bad_theta;
  }

  // The same for an object that has processed other numbers.
  NORON_INLINE void noticed_too(const Updater &other) {
    bad_grad |= other.bad_grad;
    bad_theta |= other.bad_theta;
  }

  // NV vectors of the gradient of weights, of which n numbers are there, for those from theta[at] on;
  // they become these weights. All vectors but the last are whole.
  template <Update KIND, int NV>
  NORON_INLINE void vectors(int64_t at, Vec<T> (&g)[NV], int n) {
    constexpr int LAST = NV - 1;
#pragma GCC unroll 8
    for (int v = 0; v < LAST; ++v, at += LANES<T>) g[v] = one<KIND>(at, g[v], LANES<T>, true);
    n -= LAST * LANES<T>;
    if (n < LANES<T>) g[LAST] = first_of<T>(g[LAST], n);
    g[LAST] = n >= LANES<T> || is_padded ? one<KIND>(at, g[LAST], LANES<T>, true)  // without masks
                                         : one<KIND>(at, g[LAST], n, true);
  }

  // A block of gradients: rows of `columns` numbers, `stride` apart, for theta[at], theta[at + gap]...
  template <Update KIND>
  void block_of(int64_t at, int64_t gap, const T *g, int64_t stride, int rows, int columns,
                bool is_weight) {
    Updater mine = *this;  // a copy in registers: stores might overwrite this object otherwise
    for (int i = 0; i < rows; ++i, at += gap, g += stride) {
      int j = 0;
      for (; j + LANES<T> <= columns; j += LANES<T>)
        mine.template one<KIND>(at + j, load(g + j), LANES<T>, is_weight);
      if (j < columns)
        mine.template one<KIND>(at + j, load_some(g + j, columns - j),
                                is_padded ? LANES<T> : columns - j, is_weight);
    }
    noticed(mine);
  }

  void block(int64_t at, int64_t gap, const T *g, int64_t stride, int rows, int columns,
             bool is_weight) {
    for_kind(kind, [&](auto known) {
      block_of<decltype(known)::value>(at, gap, g, stride, rows, columns, is_weight);
    });
  }

  // Prefetch the weights of a tile before its gradient is complete.
  NORON_INLINE void fetch(int64_t at, int64_t gap, int rows, int columns) const {
    for (int i = 0; i < rows; ++i, at += gap)
      for (int j = 0; j < columns; j += 64 / static_cast<int>(sizeof(T))) {
        __builtin_prefetch(theta + at + j, 1);
        if (kind >= Update::momentum) __builtin_prefetch(m + at + j, 1);
        if (kind >= Update::adam) __builtin_prefetch(v + at + j, 1);
      }
  }
};

}  // namespace NORON_ISA
