// The weights of dense layers in panels, for as long as a run takes steps: the products read them as
// they are.
//
// A panel is a few vectors of columns, all inputs, one input behind the other; columns that fill up
// the last vector are 0 and stay 0. If the columns divide well, each thread has panels of its own,
// as cache lines that hold numbers of two threads would move back and forth between their caches; but
// of a batch with many more rows than units each thread reads a part, and all weights.
// The optimizer's slots lie behind W in the same order. A layer without panels is read as if it were
// one panel, as wide as the layer.
#pragma once

#include "layers.h"
#include "regions.h"

namespace NORON_ISA {

constexpr int MASKED_VECTORS = 4, SPARSE_VECTORS = 8;  // of a panel whose input is read without zeros

// How the columns of a layer are divided, for batches of so many rows.
template <class T>
void divide_columns(Op &op, int rows, int threads, bool skips_zeros, int vectors) {
  const bool divides = skips_zeros ? op.n_out >= threads * LANES<T>
                                   : region_of<T>(rows, op.n_out, 0, threads).has_all_rows;
  op.owners = divides && !are_many(rows, op.n_out) ? threads : 1;
  op.unit = !skips_zeros && cuts_tiles<T>(op.n_out, threads) ? TILE_COLUMNS<T> : LANES<T>;
  op.most = vectors * LANES<T>;
}

template <class T>
NORON_INLINE Range columns_of(const Op &op, int owner) {
  return share_of(op.n_out, op.unit, owner, op.owners);
}

// use(columns, where the first one begins, the distance of two inputs) for the panels of an owner's
// columns; places count numbers from `weights` on.
template <class T, class Use>
NORON_INLINE void each_panel(const Op &op, Range columns, Use use) {
  if (!op.panels) return use(columns, op.weight + columns.from, op.n_out);
  for (int c = columns.from; c < columns.to; c += op.most) {
    const int n = min_of(op.most, columns.to - c);
    use(Range{c, c + n}, int64_t(op.n_in) * c, vectors_of<T>(n) * LANES<T>);
  }
}

template <class T, class Use>
NORON_INLINE void every_panel(const Op &op, Use use) {
  if (!op.panels) return each_panel<T>(op, {0, op.n_out}, use);
  for (int i = 0; i < op.owners; ++i) each_panel<T>(op, columns_of<T>(op, i), use);
}

// An updater of a layer's weights where they are.
template <class T>
Updater<T> updater_of(const Op &op, const Updater<T> &u) {
  Updater<T> of = u;
  if (!op.panels) return of;
  of.theta = static_cast<T *>(op.panels);
  of.m = of.theta + op.panel_numbers;
  of.v = of.m + op.panel_numbers;
  of.is_padded = u.kind < Update::adam || u.epsilon > 0;  // 0 / (sqrt(0) + epsilon) is to be 0
  return of;
}

// Copy this thread's share of a layer's numbers to its panels, or back to theta and the slots.
template <bool IN, class T>
void carry(const Op &op, const Updater<T> &u, int thread, int threads) {
  const Updater<T> in_panels = updater_of(op, u);
  T *const there[] = {u.theta, u.m, u.v}, *const here[] = {in_panels.theta, in_panels.m, in_panels.v};
  const bool owns = op.owners > 1;
  const Range inputs = owns ? Range{0, op.n_in} : share_of(op.n_in, 1, thread, threads);
  each_panel<T>(op, columns_of<T>(op, owns ? thread : 0), [&](Range j, int64_t place, int gap) {
    const int n = j.to - j.from;
    for (int k = 0; k < 3; ++k)
      for (int64_t i = inputs.from; there[k] && i < inputs.to; ++i) {
        T *away = there[k] + op.weight + i * op.n_out + j.from, *own = here[k] + place + i * gap;
        memcpy(IN ? own : away, IN ? away : own, sizeof(T) * static_cast<size_t>(n));
        if (IN) memset(own + n, 0, sizeof(T) * static_cast<size_t>(gap - n));
      }
  });
}

// Those rows of x times the panels of an owner, whose columns are j.
template <class T, class Out>
void multiply_own_panels(const Op &op, Range rows, Range j, Left<T> x, Out &out) {
  const int narrow = TILE_COLUMNS<T>;
  // Of one or two rows a narrow tile would have too few independent sums: two panels at once.
  const bool pairs = rows.to - rows.from <= 2 && op.most == narrow;
  const T *const W = static_cast<const T *>(op.panels);
  for (int c = j.from, n; c < j.to; c += n) {
    n = min_of(pairs && j.to - c >= 2 * narrow ? 2 * narrow : op.most, j.to - c);
    const int vectors = vectors_of<T>(n), gap = min_of(vectors * LANES<T>, op.most);
    const int64_t jump = n > op.most ? op.n_in * int64_t(narrow) : narrow;
    const T *const b = W + int64_t(op.n_in) * c;
    for (int i = rows.from, height; i < rows.to; i += height) {
      height = tile_height(rows.to - i, vectors);
      int64_t stride;
      T *const to = out.place(i, c, height, n, false, stride);
      const T *const a = x.at + i * x.stride;
      tile_of<T, Read::rows>(vectors, height, op.n_in, a, x.stride, b, gap, to, stride, false, jump);
      out.done(i, c, height, n, true);
    }
  }
}

// How many rows of so many numbers stay in a core's own cache: whole tiles, and at least four.
template <class T>
int rows_in_cache(int64_t numbers) {
  const int64_t tiles = CACHED_BYTES / (int64_t(sizeof(T)) * numbers * TILE_ROWS);
  return static_cast<int>(tiles > 4 ? tiles : 4) * TILE_ROWS;
}

// The same for all owners whose columns are some of j. Narrow panels are many, and each of them reads
// all rows: so many of these at a time as stay in the cache.
template <class T, class Out>
void multiply_panels(const Op &op, Range rows, Range j, Left<T> x, Out &out) {
  const int at_once = op.most < WIDE_COLUMNS<T> ? rows_in_cache<T>(op.n_in) : rows.to - rows.from;
  for (Range some{rows.from, 0}; some.from < rows.to; some.from = some.to) {
    some.to = min_of(some.from + at_once, rows.to);
    for (int i = 0; i < op.owners; ++i) {
      const Range own = columns_of<T>(op, i);
      if (own.from >= j.from && own.to <= j.to) multiply_own_panels<T>(op, some, own, x, out);
    }
  }
}

// Those rows of dy times W', for the inputs i; `packed` has room for n_out rows of a wide tile.
template <class T, class Out>
void multiply_turned(const Op &op, Range rows, Range inputs, Left<T> dy, T *packed, Out &out) {
  const T *const W = static_cast<const T *>(op.panels);
  const int width = panel_vectors(rows.to - rows.from) * LANES<T>;
  for (int j = inputs.from; j < inputs.to; j += width) {
    const int n = min_of(width, inputs.to - j), vectors = vectors_of<T>(n);
    const int wide = vectors * LANES<T>;
    every_panel<T>(op, [&](Range columns, int64_t place, int gap) {
      pack_transposed(W + place + int64_t(j) * gap, gap, columns.to - columns.from, n, wide,
                      packed + int64_t(columns.from) * wide);
    });
    for (int i = rows.from, height; i < rows.to; i += height) {
      height = tile_height(rows.to - i, vectors);
      int64_t stride;
      T *const to = out.place(i, j, height, n, false, stride);
      const T *const a = dy.at + i * dy.stride;
      tile_of<T, Read::rows>(vectors, height, op.n_out, a, dy.stride, packed, wide, to, stride, false);
      out.done(i, j, height, n, true);
    }
  }
}

// So many rows of a batch that a tile of x, read by columns, stays in the nearest caches.
constexpr int ROWS_OF_TILE = 1024;

// x' dy for the inputs i and the columns j, some tiles of inputs at a time, which read dy in panels.
// As many of these are packed at a time as stay in a core's own cache and as there is room for numbers.
template <class T, class Out>
void multiply_into_panels(const Op &op, Range inputs, Range j, int rows, Left<T> x, Left<T> dy, T *packed,
                          int64_t room, Out &out) {
  const int64_t cached = CACHED_BYTES / int64_t(sizeof(T));
  const int64_t fit = (room < cached ? room : cached) / (int64_t(rows) * op.most);
  const bool packs = fit > 0 && inputs.to - inputs.from > TILE_ROWS;
  const int at_once = packs && fit * op.most < op.n_out ? static_cast<int>(fit) * op.most : op.n_out;
  for (Range some{j.from, 0}; some.from < j.to; some.from = some.to) {
    some.to = min_of(some.from + at_once, j.to);
    const auto panels = [&](auto use) {
      for (int c = some.from; c < some.to; c += op.most) use(c, min_of(op.most, some.to - c));
    };
    if (packs)
      panels([&](int c, int n) {
        pack_rows(dy.at + c, dy.stride, rows, n, vectors_of<T>(n) * LANES<T>,
                  packed + int64_t(rows) * (c - some.from));
      });
    for (Range few{inputs.from, 0}; few.from < inputs.to; few.from = few.to) {
      few.to = min_of(few.from + WHOLE_TILES, inputs.to);
      panels([&](int c, int n) {
        const int vectors = vectors_of<T>(n);
        const T *const b = packs ? packed + int64_t(rows) * (c - some.from) : dy.at + c;
        const int64_t b_stride = packs ? vectors * LANES<T> : dy.stride;
        for (int i = few.from, height; i < few.to; i += height) {
          height = tile_height(few.to - i, vectors);
          int64_t stride;
          T *const to = out.place(i, c, height, n, false, stride);
          tile_of<T, Read::columns>(vectors, height, rows, x.at + i, x.stride, b, b_stride, to, stride, false);
          out.done(i, c, height, n, true);
        }
      });
    }
  }
}

}  // namespace NORON_ISA
