// The layers between the products, each in one pass: activations, dropout, normalization, softmax,
// embeddings.
//
// The rows of a value are `ld` numbers apart; whole vectors may be read and written up to there.
// The formulas are those of noron.layers, which names their sources.
#pragma once

#include "../program.h"
#include "maths.h"
#include "losses.h"
#include "regions.h"
#include "update.h"

namespace NORON_ISA {

using noron::Activation;
using noron::Op;

constexpr int64_t EMBEDDED = 1 << 20;  // numbers of a table that are updated at a time
constexpr double SELU_ALPHA = 1.6732632423543772, SELU_SCALE = 1.0507009873554805;

template <class T>
NORON_INLINE Vec<T> erfc_each(Vec<T> x) {
  for (int i = 0; i < LANES<T>; ++i) x[i] = erfc_of(x[i]);
  return x;
}

template <class T, Activation F>
NORON_INLINE Vec<T> f(Vec<T> z, T c) {
  const Vec<T> zero{};
  switch (F) {
    case Activation::sigmoid: return sigmoid_of<T>(z);
    case Activation::tanh: return tanh_of<T>(z);
    case Activation::relu: return at_least<T>(z, T(0));
    case Activation::leaky_relu: return choose<T>(z > zero, z, c * z);
    case Activation::elu: return choose<T>(z > zero, z, c * expm1_of<T>(at_most<T>(z, T(0))));
    case Activation::selu:
      return T(SELU_SCALE) * choose<T>(z > zero, z, T(SELU_ALPHA) * expm1_of<T>(at_most<T>(z, T(0))));
    case Activation::gelu: return z * (T(0.5) * erfc_each<T>(z * T(-0.70710678118654752440)));
    case Activation::silu: return z * sigmoid_of<T>(z);
    case Activation::mish: return z * tanh_of<T>(softplus_of<T>(z));
    case Activation::softplus: return softplus_of<T>(z);
    default: return z;
  }
}

template <class T, Activation F>
NORON_INLINE Vec<T> df(Vec<T> z, Vec<T> a, T c) {
  const Vec<T> zero{}, one = splat<T>(1);
  switch (F) {
    case Activation::sigmoid: return a * (1 - a);
    case Activation::tanh: return fused(-a, a, one);
    case Activation::relu: return choose<T>(z > zero, one, zero);
    case Activation::leaky_relu: return choose<T>(z > zero, one, splat<T>(c));
    case Activation::elu: return choose<T>(z > zero, one, a + c);
    case Activation::selu:
      return choose<T>(z > zero, splat<T>(T(SELU_SCALE)), a + T(SELU_SCALE * SELU_ALPHA));
    case Activation::gelu: {
      const Vec<T> held = at_least<T>(at_most<T>(z, T(40)), T(-40));
      const Vec<T> density = exp_of<T>(T(-0.5) * (held * held)) * T(0.39894228040143267794);
      const Vec<T> Phi = choose<T>(z != zero, a / choose<T>(z != zero, z, one), splat<T>(T(0.5)));
      return fused(z, density, Phi);
    }
    case Activation::silu: {
      const Vec<T> s = sigmoid_of<T>(z);
      return fused(a, 1 - s, s);
    }
    case Activation::mish: {
      const Vec<T> t = tanh_of<T>(softplus_of<T>(z));
      return fused(z * fused(-t, t, one), sigmoid_of<T>(z), t);
    }
    case Activation::softplus: return sigmoid_of<T>(z);
    default: return one;
  }
}

template <class T, Activation F>
void activate(const T *z, T *a, int64_t n, T c) {
  for (int64_t i = 0; i < n; i += LANES<T>) store(a + i, f<T, F>(load(z + i), c));
}

template <class T, Activation F>
void activate_back(const T *z, const T *a, const T *da, T *dz, int64_t n, T c) {
  for (int64_t i = 0; i < n; i += LANES<T>)
    store(dz + i, load(da + i) * df<T, F>(load(z + i), load(a + i), c));
}

template <class T>
void activation_forward(const Op &op, const T *z, T *a, int64_t n) {
  switch (op.activation) {
#define NORON_CASE(NAME, SETTING) \
  case Activation::NAME: return activate<T, Activation::NAME>(z, a, n, T(op.setting));
    NORON_ACTIVATIONS(NORON_CASE)
#undef NORON_CASE
  }
}

template <class T>
void activation_backward(const Op &op, const T *z, const T *a, const T *da, T *dz, int64_t n) {
  switch (op.activation) {
#define NORON_CASE(NAME, SETTING) \
  case Activation::NAME: return activate_back<T, Activation::NAME>(z, a, da, dz, n, T(op.setting));
    NORON_ACTIVATIONS(NORON_CASE)
#undef NORON_CASE
  }
}

// The masks of a batch, drawn in the order in which NumPy draws them: rows first.
template <class T>
void draw_masks(const Op &op, noron::BitGenerator *random, int rows) {
  T *mask = static_cast<T *>(op.extra);
  const T kept = T(1 / (1 - op.setting));
  for (int i = 0; i < rows; ++i, mask += op.ld_in)
    for (int j = 0; j < op.n_in; ++j) {
      const bool keep =
          sizeof(T) == 4
              ? float(random->next_uint32(random->state) >> 8) * (1.0f / 16777216.0f) >=
                    float(op.setting)
              : random->next_double(random->state) >= op.setting;
      mask[j] = keep ? kept : T(0);
    }
}

template <class T>
void times(const T *x, const T *mask, T *y, int64_t n) {
  for (int64_t i = 0; i < n; i += LANES<T>) store(y + i, load(x + i) * load(mask + i));
}

// ---- batch normalization, for the columns j0..j1; extra holds x_hat, and 1 / std behind it

template <class T>
void batch_norm_forward(const Program &p, const Op &op, int rows, int j0, int j1, bool training) {
  const T *x = static_cast<const T *>(op.x), *theta = static_cast<const T *>(p.theta);
  T *y = static_cast<T *>(op.y), *buffers = static_cast<T *>(p.buffers);
  T *x_hat = static_cast<T *>(op.extra);
  T *inv = x_hat ? x_hat + static_cast<int64_t>(p.batch_rows) * op.ld_in : nullptr;
  const int64_t ld = op.ld_in;
  for (int j = j0; j < j1; j += LANES<T>) {
    const int n = min_of(LANES<T>, j1 - j);
    const Vec<T> gamma = load_some(theta + op.weight + j, n);
    const Vec<T> beta = load_some(theta + op.bias + j, n);
    Vec<T> mu = load_some(buffers + op.mean + j, n), var = load_some(buffers + op.var + j, n);
    if (training) {
      Vec<T> sum{}, squares{};
      for (int i = 0; i < rows; ++i) sum += load(x + i * ld + j);
      const Vec<T> batch_mu = sum / T(rows);
      for (int i = 0; i < rows; ++i) {
        const Vec<T> off = load(x + i * ld + j) - batch_mu;
        squares = fused(off, off, squares);
      }
      const Vec<T> batch_var = squares / T(rows);
      if (rows > 1) {  // one row has no variance to follow
        const T share = T(1 - op.momentum);
        const T unbiased = T(double(rows) / (rows - 1));
        store_some(buffers + op.mean + j, fused(share, batch_mu - mu, mu), n);
        store_some(buffers + op.var + j, fused(share, batch_var * unbiased - var, var), n);
      }
      mu = batch_mu;
      var = batch_var;
    }
    const Vec<T> inv_std = 1 / sqrt_of(var + T(op.setting));
    if (training) store(inv + j, inv_std);
    for (int i = 0; i < rows; ++i) {
      const Vec<T> hat = (load(x + i * ld + j) - mu) * inv_std;
      if (training) store(x_hat + i * ld + j, hat);
      store(y + i * ld + j, fused(gamma, hat, beta));
    }
  }
}

template <class T>
void batch_norm_backward(const Program &p, const Op &op, int rows, int j0, int j1, Updater<T> &u) {
  const T *dy = static_cast<const T *>(op.dy), *x_hat = static_cast<const T *>(op.extra);
  const T *inv = x_hat + static_cast<int64_t>(p.batch_rows) * op.ld_in;
  T *dx = static_cast<T *>(op.dx);
  const int64_t ld = op.ld_in;
  T held[LANES<T>];
  for (int j = j0; j < j1; j += LANES<T>) {
    const int n = min_of(LANES<T>, j1 - j);
    const Vec<T> gamma = load_some(static_cast<const T *>(p.theta) + op.weight + j, n);
    Vec<T> dgamma{}, dbeta{};
    for (int i = 0; i < rows; ++i) {
      const Vec<T> d = load(dy + i * ld + j);
      dgamma = fused(d, load(x_hat + i * ld + j), dgamma);
      dbeta += d;
    }
    if (op.wants_dx) {
      const Vec<T> scale = gamma * load(inv + j);
      const Vec<T> mean = dbeta / T(rows), along = dgamma / T(rows);
      for (int i = 0; i < rows; ++i)
        store(dx + i * ld + j,
              scale * fused(-load(x_hat + i * ld + j), along, load(dy + i * ld + j) - mean));
    }
    store(held, dgamma);
    u.block(op.weight + j, 0, held, 0, 1, n, false);
    store(held, dbeta);
    u.block(op.bias + j, 0, held, 0, 1, n, false);
  }
}

// ---- layer normalization; extra holds x_hat, and 1 / std of each row behind it

template <class T>
NORON_INLINE T row_sum(const T *x, int n) {
  Vec<T> sum{};
  int j = 0;
  for (; j + LANES<T> <= n; j += LANES<T>) sum += load(x + j);
  return sum_of<T>(sum + load_some(x + j, n - j));
}

template <class T>
void layer_norm_forward(const Program &p, const Op &op, int i0, int i1, bool training) {
  const T *theta = static_cast<const T *>(p.theta);
  const int n = op.n_in;
  for (int i = i0; i < i1; ++i) {
    const T *x = static_cast<const T *>(op.x) + static_cast<int64_t>(i) * op.ld_in;
    T *y = static_cast<T *>(op.y) + static_cast<int64_t>(i) * op.ld_in;
    const T mu = row_sum(x, n) / n;
    for (int j = 0; j < n; j += LANES<T>) {
      const Vec<T> off = load_some(x + j, min_of(LANES<T>, n - j)) - mu;
      store(y + j, off * off);
    }
    const T inv_std = T(1) / T(::sqrt(double(row_sum(y, n) / n + T(op.setting))));
    T *hat = training ? static_cast<T *>(op.extra) + static_cast<int64_t>(i) * op.ld_in : y;
    if (training)
      (static_cast<T *>(op.extra) + static_cast<int64_t>(p.batch_rows) * op.ld_in)[i] = inv_std;
    for (int j = 0; j < n; j += LANES<T>) {
      const int m = min_of(LANES<T>, n - j);
      const Vec<T> x_hat = (load_some(x + j, m) - mu) * inv_std;
      store(hat + j, x_hat);
      store(y + j, fused(load_some(theta + op.weight + j, m), x_hat, load_some(theta + op.bias + j, m)));
    }
  }
}

template <class T>
void layer_norm_backward(const Program &p, const Op &op, int i0, int i1, T *work) {
  const T *gamma = static_cast<const T *>(p.theta) + op.weight;
  const T *inv =
      static_cast<const T *>(op.extra) + static_cast<int64_t>(p.batch_rows) * op.ld_in;
  const int n = op.n_in;
  for (int i = i0; i < i1; ++i) {
    const int64_t at = static_cast<int64_t>(i) * op.ld_in;
    const T *dy = static_cast<const T *>(op.dy) + at, *hat = static_cast<const T *>(op.extra) + at;
    T *dx = static_cast<T *>(op.dx) + at;
    for (int j = 0; j < n; j += LANES<T>) {
      const int m = min_of(LANES<T>, n - j);
      const Vec<T> d = load_some(dy + j, m) * load_some(gamma + j, m);
      store(dx + j, d);
      store(work + j, d * load_some(hat + j, m));
    }
    const T mean = row_sum(dx, n) / n, along = row_sum(work, n) / n;
    for (int j = 0; j < n; j += LANES<T>)
      store(dx + j, inv[i] * fused(-load(hat + j), splat(along), load(dx + j) - mean));
  }
}

template <class T>
void layer_norm_gradient(const Op &op, int rows, int j0, int j1, Updater<T> &u) {
  const T *dy = static_cast<const T *>(op.dy), *x_hat = static_cast<const T *>(op.extra);
  T held[LANES<T>];
  for (int j = j0; j < j1; j += LANES<T>) {
    const int n = min_of(LANES<T>, j1 - j);
    Vec<T> dgamma{}, dbeta{};
    for (int i = 0; i < rows; ++i) {
      const int64_t at = static_cast<int64_t>(i) * op.ld_in + j;
      dgamma = fused(load(dy + at), load(x_hat + at), dgamma);
      dbeta += load(dy + at);
    }
    store(held, dgamma);
    u.block(op.weight + j, 0, held, 0, 1, n, false);
    store(held, dbeta);
    u.block(op.bias + j, 0, held, 0, 1, n, false);
  }
}

// ---- embedding: the last inputs are codes, each of which picks a row of its table

// The code that a number stands for: the nearest whole number (of two the even one) that the table has.
template <class T>
NORON_INLINE int code_of(T x, const noron::Table &table) {
  const double most = table.size - 1, shift = 6755399441055744.0;  // 1.5 * 2^52
  const double held = x > 0 ? (double(x) < most ? double(x) : most) : 0;  // 0 also for NaN
  return static_cast<int>((held + shift) - shift);
}

template <class T>
void embedding_forward(const Program &p, const Op &op, int i0, int i1) {
  const T *theta = static_cast<const T *>(p.theta);
  const int kept = op.n_in - op.n_tables;
  for (int i = i0; i < i1; ++i) {
    const T *x = static_cast<const T *>(op.x) + static_cast<int64_t>(i) * op.ld_in;
    T *y = static_cast<T *>(op.y) + static_cast<int64_t>(i) * op.ld_out;
    memcpy(y, x, sizeof(T) * static_cast<size_t>(kept));
    y += kept;
    for (int j = 0; j < op.n_tables; ++j) {
      const noron::Table &table = op.tables[j];
      const T *from = theta + table.weight + int64_t(code_of(x[kept + j], table)) * table.width;
      for (int c = 0; c < table.width; ++c) y[c] = from[c];
      y += table.width;
    }
  }
}

// dx of the rows i0..i1: the vectors say nothing about how a code should change.
template <class T>
void embedding_backward(const Op &op, int i0, int i1) {
  const size_t kept = static_cast<size_t>(op.n_in - op.n_tables);
  for (int i = i0; i < i1; ++i) {
    T *dx = static_cast<T *>(op.dx) + static_cast<int64_t>(i) * op.ld_in;
    memcpy(dx, static_cast<const T *>(op.dy) + static_cast<int64_t>(i) * op.ld_out, sizeof(T) * kept);
    memset(dx + kept, 0, sizeof(T) * static_cast<size_t>(op.n_tables));
  }
}

// Sum dy over the rows with the same code, in the order of the rows, where `grad` has place for the
// table, and update its vectors; only those of codes that occur, if the others stay as they are.
template <class T>
void embedding_gradient(const Program &p, const Op &op, int rows, int thread, int threads, Updater<T> &u) {
  const int kept = op.n_in - op.n_tables;
  const bool rests = u.rests_without_gradient();
  const T *dy = static_cast<const T *>(op.dy) + kept;
  for (int j = 0; j < op.n_tables; dy += op.tables[j++].width) {
    const noron::Table &table = op.tables[j];
    const Range mine = share_of(table.size, 16, thread, threads);
    const int64_t width = table.width, begin = mine.from * width, end = mine.to * width;
    T *const dE = static_cast<T *>(p.grad) + table.weight;
    const auto for_each_code = [&](auto work) {
      const T *x = static_cast<const T *>(op.x) + kept + j;
      for (int i = 0; i < rows; ++i, x += op.ld_in) {
        const int code = code_of(*x, table);
        if (code >= mine.from && code < mine.to) work(code * width, dy + int64_t(i) * op.ld_out);
      }
    };
    const auto clear = [&](int64_t at, const T *) { memset(dE + at, 0, sizeof(T) * size_t(width)); };
    if (rests)
      for_each_code(clear);
    else
      memset(dE + begin, 0, sizeof(T) * size_t(end - begin));
    for_each_code([&](int64_t at, const T *d) {
      for (int c = 0; c < width; ++c) dE[at + c] += d[c];
    });
    if (rests)
      for_each_code([&](int64_t at, const T *d) {
        u.block(table.weight + at, 0, dE + at, 0, 1, table.width, true);
        clear(at, d);  // where the code occurs again, nothing is left to be done
      });
    for (int64_t at = begin; !rests && at < end; at += EMBEDDED) {
      const int n = static_cast<int>(end - at < EMBEDDED ? end - at : EMBEDDED);
      u.block(table.weight + at, 0, dE + at, 0, 1, n, true);
    }
  }
}

// ---- softmax as a layer, and (x - mean) / std

template <class T>
void softmax_forward(const Op &op, int i0, int i1) {
  for (int i = i0; i < i1; ++i) {
    T *y = static_cast<T *>(op.y) + static_cast<int64_t>(i) * op.ld_in;
    memcpy(y, static_cast<const T *>(op.x) + static_cast<int64_t>(i) * op.ld_in,
           sizeof(T) * static_cast<size_t>(op.ld_in));
    apply_link<T>(noron::Link::softmax, y, op.n_in);
  }
}

template <class T>
void softmax_backward(const Op &op, int i0, int i1) {
  for (int i = i0; i < i1; ++i) {
    const int64_t at = static_cast<int64_t>(i) * op.ld_in;
    const T *dy = static_cast<const T *>(op.dy) + at, *y = static_cast<const T *>(op.y) + at;
    T along = 0;
    for (int j = 0; j < op.n_in; ++j) along += dy[j] * y[j];
    for (int j = 0; j < op.n_in; ++j) (static_cast<T *>(op.dx) + at)[j] = y[j] * (dy[j] - along);
  }
}

template <class T>
void standardize(const Program &p, const Op &op, const T *x, T *y, int i0, int i1, bool forward) {
  const T *mean = static_cast<const T *>(p.buffers) + op.mean;
  const T *std = static_cast<const T *>(p.buffers) + op.var;
  for (int i = i0; i < i1; ++i)
    for (int j = 0; j < op.n_in; j += LANES<T>) {
      const int n = min_of(LANES<T>, op.n_in - j);
      const int64_t at = static_cast<int64_t>(i) * op.ld_in + j;
      const Vec<T> v = load(x + at);
      store(y + at, (forward ? v - load_some(mean + j, n) : v) / load_some(std + j, n));
    }
}

}  // namespace NORON_ISA
