// Where the tiles of a layer's products are written, and what is done with them once complete.
#pragma once

#include "layers.h"
#include "products.h"
#include "update.h"

namespace NORON_ISA {

template <class T>
struct ToOutput {  // x W (+ b), and ReLU
  T *y;
  int ld;
  const T *bias;
  bool relu;

  NORON_INLINE int vectors(int rows) const { return product_vectors(rows); }
  NORON_INLINE T *place(int i, int j, int, int, bool, int64_t &stride) {
    stride = ld;
    return y + static_cast<int64_t>(i) * ld + j;
  }
  NORON_INLINE void done(int i, int j, int rows, int columns, bool last) {
    if (!last || (!bias && !relu)) return;
    for (int v = 0; v < columns; v += LANES<T>) {
      const Vec<T> b = bias ? load_some(bias + j + v, columns - v) : Vec<T>{};
      T *at = y + static_cast<int64_t>(i) * ld + j + v;
      for (int r = 0; r < rows; ++r, at += ld) {
        const Vec<T> z = load(at) + b;
        store(at, relu ? at_least<T>(z, T(0)) : z);
      }
    }
  }
};

template <class T>
struct ToInput {  // dy W', and 0 where the ReLU in front was at 0
  T *dx;
  int ld;
  const T *mask;

  NORON_INLINE int vectors(int rows) const { return product_vectors(rows); }
  NORON_INLINE T *place(int i, int j, int, int, bool, int64_t &stride) {
    stride = ld;
    return dx + static_cast<int64_t>(i) * ld + j;
  }
  NORON_INLINE void done(int i, int j, int rows, int columns, bool last) {
    if (!last || !mask) return;
    for (int r = 0; r < rows; ++r)
      for (int v = 0; v < columns; v += LANES<T>) {
        const int64_t at = static_cast<int64_t>(i + r) * ld + j + v;
        store(dx + at, choose<T>(load(mask + at) > T(0), load(dx + at), Vec<T>{}));
      }
  }
};

template <class T>
struct ToWeights {  // x' dy, which becomes a step of W at once
  Updater<T> &u;
  const Op &op;
  T tile[TILE_ROWS * WIDE_COLUMNS<T>];

  // Outside of panels narrow tiles: with wide ones a core would prefetch columns that another one writes.
  NORON_INLINE int vectors(int rows) const { return op.panels ? op.most / LANES<T> : narrow_vectors(rows); }
  // A product that is summed in blocks keeps its sums in the gradient.
  NORON_INLINE T *place(int i, int j, int rows, int columns, bool add, int64_t &stride) {
    stride = WIDE_COLUMNS<T>;
    const int64_t at = op.weight + i * int64_t(op.n_out) + j;
    if (add)
      for (int r = 0; r < rows; ++r)
        for (int v = 0; v < columns; v += LANES<T>)
          store(tile + r * stride + v, load_some(u.grad + at + r * int64_t(op.n_out) + v, columns - v));
    else if (u.kind != Update::keep)
      use(i, j, columns, [&](int64_t weights, int64_t gap) { u.fetch(weights, gap, rows, columns); });
    return tile;
  }
  NORON_INLINE void done(int i, int j, int rows, int columns, bool last) {
    constexpr int64_t stride = WIDE_COLUMNS<T>;
    if (last)
      return use(i, j, columns, [&](int64_t weights, int64_t gap) {
        u.block(weights, gap, tile, stride, rows, columns, true);
      });
    const int64_t at = op.weight + i * int64_t(op.n_out) + j;
    for (int r = 0; r < rows; ++r)
      for (int v = 0; v < columns; v += LANES<T>)
        store_some(u.grad + at + r * int64_t(op.n_out) + v, load(tile + r * stride + v), columns - v);
  }

 private:
  // work(where the weights of the tile are, their distance from one input to the next).
  template <class Work>
  NORON_INLINE void use(int i, int j, int columns, Work work) const {
    if (!op.panels) return work(op.weight + i * int64_t(op.n_out) + j, op.n_out);
    const int gap = vectors_of<T>(columns) * LANES<T>;
    work(int64_t(op.n_in) * j + i * int64_t(gap), gap);
  }
};

template <class T>
struct Turned {  // (dy' x)' of few units, as it lies in W: dW
  T *gradient;
  int64_t units;
  T tile[TILE_ROWS * WIDE_COLUMNS<T>];

  NORON_INLINE int vectors(int rows) const { return product_vectors(rows); }
  NORON_INLINE T *place(int, int, int, int, bool, int64_t &stride) {
    stride = WIDE_COLUMNS<T>;
    return tile;
  }
  NORON_INLINE void done(int i, int j, int rows, int columns, bool) {
    for (int r = 0; r < rows; ++r)
      for (int c = 0; c < columns; ++c)
        gradient[(j + c) * units + i + r] = tile[r * WIDE_COLUMNS<T> + c];
  }
};

}  // namespace NORON_ISA
