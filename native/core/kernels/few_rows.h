// Backward products of a few rows: every number of W is read once, and reading takes most of the
// time.
//
// Tiles would write and read their sums again, and would transpose W, for only one or two products
// with each of its numbers.
#pragma once

#include "panels.h"

namespace NORON_ISA {

constexpr int FEW_ROWS = 4;

// dW[i, j .. j + NV vectors) = sum over rows of x_i dy_j for the inputs i, used at once. Of one row, dy
// stays in registers; with the `next` row, `sums` receives next W of the new weights: W is then read
// once for the update and for the next step.
template <class T, int NV, Update KIND, bool IS_ONE>
void outer_of(Left<T> x, Left<T> dy, int rows, Range inputs, int j, int n, const Op &op, Updater<T> &u,
              const T *next, T *sums) {
  Updater<T> mine = u;
  Vec<T> first[NV], sum[NV] = {};
#pragma GCC unroll 8
  for (int v = 0; v < NV; ++v) first[v] = load(dy.at + j + v * LANES<T>);
  for (int i = inputs.from; i < inputs.to; ++i) {
    Vec<T> g[NV] = {};
    for (int r = 0; r < (IS_ONE ? 1 : rows); ++r) {
      const Vec<T> a = splat(x.at[r * x.stride + i]);
#pragma GCC unroll 8
      for (int v = 0; v < NV; ++v)
        g[v] = fused(a, IS_ONE ? first[v] : load(dy.at + r * dy.stride + j + v * LANES<T>), g[v]);
    }
    mine.template vectors<KIND>(op.weight + static_cast<int64_t>(i) * op.n_out + j, g, n);
    if (!IS_ONE) continue;
    const Vec<T> b = splat(next ? next[i] : T(0));
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) sum[v] = fused(b, g[v], sum[v]);
  }
  for (int v = 0; IS_ONE && next && v < NV; ++v) store(sums + j + v * LANES<T>, sum[v]);
  u.noticed(mine);
}

template <class T>
void outer(Left<T> x, Left<T> dy, int rows, Range inputs, Range columns, const Op &op, Updater<T> &u,
           const T *next, T *sums) {
  for_kind(u.kind, [&](auto kind) {
    for_vectors<T, 8>(columns, [&](int j, auto vectors) {
      constexpr int NV = decltype(vectors)::count;
      constexpr Update KIND = decltype(kind)::value;
      const auto use = rows == 1 ? outer_of<T, NV, KIND, true> : outer_of<T, NV, KIND, false>;
      use(x, dy, rows, inputs, j, columns.to - j, op, u, next, sums);
    });
  });
}

// dx[r, i] = dy_r . W_i for R rows and N inputs from i on, and 0 where the ReLU in front was at 0.
template <class T, int R, int N>
void dots_of(const Op &op, Left<T> dy, const T *weights, int i, const T *mask, T *dx, int64_t ld) {
  Vec<T> sum[N][R] = {};
  every_panel<T>(op, [&](Range j, int64_t place, int gap) {
    const T *const w = weights + place + i * int64_t(gap);
    for (int c = j.from; c < j.to; c += LANES<T>) {
      const int n = min_of(LANES<T>, j.to - c);
      Vec<T> d[R];
#pragma GCC unroll 4
      for (int r = 0; r < R; ++r) d[r] = load_some(dy.at + r * dy.stride + c, n);
#pragma GCC unroll 8
      for (int k = 0; k < N; ++k) {
        const Vec<T> some = load_some(w + k * int64_t(gap) + (c - j.from), n);
#pragma GCC unroll 4
        for (int r = 0; r < R; ++r) sum[k][r] = fused(some, d[r], sum[k][r]);
      }
    }
  });
  for (int k = 0; k < N; ++k)
    for (int r = 0; r < R; ++r) {
      const int64_t at = r * ld + i + k;
      dx[at] = mask && !(mask[at] > 0) ? T(0) : sum_of<T>(sum[k][r]);
    }
}

// The same for some inputs: several at once, as each sum is a chain of additions.
template <class T, int R>
void dots_of_rows(const Op &op, Left<T> dy, const T *weights, Range inputs, const T *mask, T *dx, int64_t ld) {
  constexpr int N = R <= 1 ? 8 : R == 2 ? 4 : 2;
  int i = inputs.from;
  for (; i + N <= inputs.to; i += N) dots_of<T, R, N>(op, dy, weights, i, mask, dx, ld);
  for (; i < inputs.to; ++i) dots_of<T, R, 1>(op, dy, weights, i, mask, dx, ld);
}

template <class T>
void dots(const Op &op, Left<T> dy, int rows, const T *weights, Range inputs, const T *mask, T *dx, int64_t ld) {
  switch (rows) {
    case 1: return dots_of_rows<T, 1>(op, dy, weights, inputs, mask, dx, ld);
    case 2: return dots_of_rows<T, 2>(op, dy, weights, inputs, mask, dx, ld);
    case 3: return dots_of_rows<T, 3>(op, dy, weights, inputs, mask, dx, ld);
    default: return dots_of_rows<T, FEW_ROWS>(op, dy, weights, inputs, mask, dx, ld);
  }
}

}  // namespace NORON_ISA
