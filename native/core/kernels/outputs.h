// Where the tiles of a layer's products are written, and what is done with them once complete.
#pragma once

#include "maths.h"
#include "products.h"
#include "update.h"

namespace NORON_ISA {

template <class T>
struct ToOutput {  // x W (+ b), and ReLU
  T *y;
  int ld;
  const T *bias;
  bool relu;

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
  int64_t weight, units;
  T tile[TILE_ROWS * 2 * TILE_COLUMNS<T>];

  NORON_INLINE T *place(int i, int j, int rows, int columns, bool add, int64_t &stride) {
    stride = 2 * TILE_COLUMNS<T>;
    const int64_t at = weight + i * units + j;
    if (add)
      for (int r = 0; r < rows; ++r)
        for (int v = 0; v < columns; v += LANES<T>)
          store(tile + r * stride + v, load_some(u.grad + at + r * units + v, columns - v));
    else if (u.kind != Update::keep)
      u.fetch(at, units, rows, columns);
    return tile;
  }
  NORON_INLINE void done(int i, int j, int rows, int columns, bool last) {
    const int64_t at = weight + i * units + j, stride = 2 * TILE_COLUMNS<T>;
    if (last) {
      u.block(at, units, tile, stride, rows, columns, true);
      return;
    }
    for (int r = 0; r < rows; ++r)
      for (int v = 0; v < columns; v += LANES<T>)
        store_some(u.grad + at + r * units + v, load(tile + r * stride + v), columns - v);
  }
};

template <class T>
struct Turned {  // (dy' x)' of few units, as it lies in W: dW
  T *gradient;
  int64_t units;
  T tile[TILE_ROWS * 2 * TILE_COLUMNS<T>];

  NORON_INLINE T *place(int, int, int, int, bool, int64_t &stride) {
    stride = 2 * TILE_COLUMNS<T>;
    return tile;
  }
  NORON_INLINE void done(int i, int j, int rows, int columns, bool) {
    for (int r = 0; r < rows; ++r)
      for (int c = 0; c < columns; ++c)
        gradient[(j + c) * units + i + r] = tile[r * 2 * TILE_COLUMNS<T> + c];
  }
};

}  // namespace NORON_ISA
