// Backward products of a few rows: every number of W is read once, and reading takes most of the
// time.
//
// Tiles would write and read their sums again, and would transpose W, for only one or two products
// with each of its numbers.
#pragma once

#include "layers.h"
#include "products.h"
#include "update.h"

namespace NORON_ISA {

constexpr int FEW_ROWS = 4;

// dW[i, j .. j + NV vectors) = sum over rows of x_i dy_j for the inputs i, used at once.
template <class T, int NV, Update KIND>
void outer_of(Left<T> x, Left<T> dy, int rows, Range inputs, int j, int n, const Op &op, Updater<T> &u) {
  Updater<T> mine = u;
  for (int i = inputs.from; i < inputs.to; ++i) {
    Vec<T> g[NV] = {};
    for (int r = 0; r < rows; ++r) {
      const Vec<T> a = splat(x.at[r * x.stride + i]);
#pragma GCC unroll 4
      for (int v = 0; v < NV; ++v) g[v] = fused(a, load(dy.at + r * dy.stride + j + v * LANES<T>), g[v]);
    }
    mine.template vectors<KIND>(op.weight + static_cast<int64_t>(i) * op.n_out + j, g, n);
  }
  u.noticed(mine);
}

template <class T>
void outer(Left<T> x, Left<T> dy, int rows, Range inputs, Range columns, const Op &op, Updater<T> &u) {
  for_kind(u.kind, [&](auto kind) {
    for_vectors<T, 4>(columns, [&](int j, auto vectors) {
      outer_of<T, decltype(vectors)::count, decltype(kind)::value>(x, dy, rows, inputs, j, columns.to - j,
                                                                   op, u);
    });
  });
}

// dx[r, i] = dy_r . W_i for the inputs i, and 0 where the ReLU in front was at 0.
template <class T>
void dots(Left<T> dy, int rows, const T *W, int units, Range inputs, const T *mask, T *dx, int64_t ld) {
  for (int i = inputs.from; i < inputs.to; ++i) {
    Vec<T> sum[FEW_ROWS] = {};
    const T *w = W + static_cast<int64_t>(i) * units;
    for (int v = 0; v < units; v += LANES<T>) {
      const int n = min_of(LANES<T>, units - v);
      const Vec<T> some = load_some(w + v, n);
      for (int r = 0; r < rows; ++r) sum[r] = fused(some, load_some(dy.at + r * dy.stride + v, n), sum[r]);
    }
    for (int r = 0; r < rows; ++r)
      dx[r * ld + i] = mask && !(mask[r * ld + i] > 0) ? T(0) : sum_of<T>(sum[r]);
  }
}

}  // namespace NORON_ISA
