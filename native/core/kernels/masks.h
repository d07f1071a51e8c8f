// The first layer's products if a considerable part of the inputs is not zero: pixels, small
// counts.
//
// The inputs are bytes. Those of a batch are stored column by column, with a bit for each that is
// not zero. Neighbouring columns are mostly nonzero in the same rows, so two of them are handled at
// once: a row of scores (forward) or of dy (back) is then read once for both, at the cost of a
// product with zero where only one is nonzero. The sums have the same order as in the dense
// products, so the bits are the same, unless a standardisation is folded in.
#pragma once

#include "../program.h"
#include "sparse.h"
#include "transpose.h"

namespace NORON_ISA {

using noron::Masks;

NORON_INLINE int blocks_of(int n) { return (n + 63) / 64; }

// The bytes of a row of the data.
NORON_INLINE const uint8_t *row_of(const Rows &r, int64_t row) {
  return static_cast<const uint8_t *>(r.values) + r.row(row) * r.n_columns;
}

// Make the masks of a batch. Each thread makes its own, as sharing them would cost more.
inline void take_masks(const Masks &to, const Rows &r, const int64_t *index, Ahead ahead, int rows) {
  const int groups = blocks_of(rows);
  const int64_t stride = 64 * int64_t(groups);
  for (int i = 0; i < rows && i < ahead.count; ++i) fetch_lines(row_of(r, ahead.rows[i]), r.n_columns);
  for (int g = 0; g < groups; ++g) {
    const uint8_t *row[64];
    const int here = min_of(64, rows - 64 * g);
    for (int i = 0; i < here; ++i) row[i] = row_of(r, index[64 * g + i]);
    for (int c = 0; c < r.n_columns; c += 64) {
      const int columns = min_of(64, r.n_columns - c);
      transpose_64(row, c, here, columns,
                   {to.by_column + c * stride + 64 * g, stride, to.set + c * int64_t(groups) + g, groups});
    }
  }
}

// A batch in this form, as the products read it.
template <class T>
struct Masked {
  const Masks &masks;
  const Rows &data;
  int groups;  // of 64 rows

  NORON_INLINE const uint64_t *set(int c) const { return masks.set + int64_t(c) * groups; }
  // The bytes of column c, a row after the other, and what they stand for.
  NORON_INLINE const uint8_t *bytes(int c) const { return masks.by_column + int64_t(c) * groups * 64; }
  NORON_INLINE const T *table() const { return static_cast<const T *>(data.table); }
  NORON_INLINE int n_columns() const { return data.n_columns; }
  NORON_INLINE const T *scale() const { return static_cast<const T *>(data.scale); }

  NORON_INLINE void fetch() const {}  // take_masks() does
  // number(row of group g, k): that of column c + k.
  NORON_INLINE auto numbers(int c, int g) const {
    return [table = table(), from = bytes(c) + 64 * g, apart = 64 * int64_t(groups)](int64_t row, int k) {
      return table[from[row + k * apart]];
    };
  }
};

// Up to 64 dense rows with a bit for each number that is not zero.
template <class T>
struct MaskedNumbers {
  static constexpr int groups = 1;
  const T *x;
  int columns;
  const uint64_t *sets;  // of each column
  Upcoming &upcoming;
  static constexpr int64_t BYTES_OF_PASS = 24 * LINE_BYTES;  // that are prefetched at each pass

  NORON_INLINE const uint64_t *set(int c) const { return sets + c; }
  NORON_INLINE int n_columns() const { return columns; }
  NORON_INLINE const T *scale() const { return nullptr; }
  NORON_INLINE void fetch() const { upcoming.fetch(BYTES_OF_PASS); }
  NORON_INLINE auto numbers(int c, int) const {
    return [from = x + c, gap = int64_t(columns)](int64_t row, int k) { return from[row * gap + k]; };
  }
};

// How many of the n columns from c on to handle in one pass over the rows in which any of them is
// not zero, in the groups from `from` on, among the rows `of`; 0 if all n are zero. cost[k] is what
// such a row costs with k + 1 columns; to begin and end a pass costs `pass`.
template <int MOST, class X>
NORON_INLINE int together(const X &x, const int (&cost)[MOST], int pass, int c, int n, int from, int to,
                          uint64_t of = ~uint64_t(0)) {
  int each[MOST] = {}, any[MOST] = {};
  for (int g = from; g < to; ++g) {
    uint64_t all = 0;
#pragma GCC unroll 3
    for (int k = 0; k < MOST; ++k) {
      const uint64_t some = k < n ? x.set(c + k)[g] & of : 0;
      each[k] += __builtin_popcountll(some);
      any[k] += __builtin_popcountll(all |= some);
    }
  }
  if (any[MOST - 1] == 0) return 0;
  int taken = 1, least = cost[0] * each[0];
#pragma GCC unroll 3
  for (int k = 1; k < MOST; ++k) {
    const int apart = least + pass + cost[0] * each[k], at_once = cost[k] * any[k];
    if (k < n && at_once <= apart) taken = k + 1;
    least = min_of(at_once, apart);
  }
  return taken;
}

// What a row costs with one, two... columns, in half cycles for four vectors, where that was
// measured. Forward, with the widest registers a store takes as long as two products.
constexpr int PASS = 80, BACK[] = {10, 16};
#if defined(__AVX512F__)
constexpr int FORWARD[] = {14, 19, 21};
#else
constexpr int FORWARD[] = {8, 8};
#endif

// sums[row of group g, NV vectors) += x_c W[c] for C columns from c on.
template <class T, int C, int NV, class X>
NORON_INLINE void add_columns(const X &x, int c, int g, uint64_t of, const T *W, int64_t units,
                              int64_t room, T *sums) {
  const T *const scale = x.scale();
  Vec<T> w[C][NV];
#pragma GCC unroll 3
  for (int k = 0; k < C; ++k) {
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) {
      const int64_t at = (c + k) * units + v * LANES<T>, left = room - at;
      w[k][v] = left >= LANES<T> ? load(W + at) : left > 0 ? load_some(W + at, int(left)) : Vec<T>{};
      if (scale) w[k][v] *= scale[c + k];
    }
  }
  const auto number = x.numbers(c, g);
  uint64_t left = 0;
#pragma GCC unroll 3
  for (int k = 0; k < C; ++k) left |= x.set(c + k)[g];
  for (left &= of; left; left &= left - 1) {
    const int64_t row = __builtin_ctzll(left);
    Vec<T> a[C];
#pragma GCC unroll 3
    for (int k = 0; k < C; ++k) a[k] = splat(number(row, k));
    T *to = sums + row * NV * LANES<T>;
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) {
      Vec<T> sum = load(to + v * LANES<T>);
#pragma GCC unroll 3
      for (int k = 0; k < C; ++k) sum = fused(a[k], w[k][v], sum);
      store(to + v * LANES<T>, sum);
    }
  }
}

// The sums of some rows of group g: those of several columns at once, or only of one.
constexpr int AT_ONCE = sizeof(FORWARD) / sizeof(*FORWARD);
template <class T, int NV, int MOST, class X>
NORON_INLINE void sum_columns(const X &x, int g, Range rows, const T *W, int64_t units, int64_t room, T *mine) {
  const uint64_t of = (~uint64_t(0) >> (64 - (rows.to - rows.from))) << rows.from;
  for (int i = rows.from * NV; i < rows.to * NV; ++i) store(mine + i * LANES<T>, Vec<T>{});
  for (int c = 0; c < x.n_columns();) {
    const int n = min_of(MOST, x.n_columns() - c);
    const int taken = together(x, FORWARD, PASS, c, n, g, g + 1, of);
    if (taken) x.fetch();
    if constexpr (MOST > 2)
      if (taken == 3) add_columns<T, 3, NV>(x, c, g, of, W, units, room, mine);
    if constexpr (MOST > 1)
      if (taken == 2) add_columns<T, 2, NV>(x, c, g, of, W, units, room, mine);
    if (taken == 1) add_columns<T, 1, NV>(x, c, g, of, W, units, room, mine);
    c += taken ? taken : n;
  }
}

// Whether no sum of those rows is 0 or NaN.
template <class T, int NV>
bool are_plain(Range rows, const T *mine) {
  IVec<T> plain = Vec<T>{} == Vec<T>{};
  for (int i = rows.from * NV; i < rows.to * NV; ++i) plain &= magnitude<T>(load(mine + i * LANES<T>)) > Vec<T>{};
  return not_zero<T>(bits<Vec<T>>(plain)) == (uint64_t(1) << LANES<T>) - 1;
}

// The sums stay in `mine`, the thread's own memory, until complete: other threads write near y. If
// they have to be `exact`, no zero may meet a weight that makes more of it than a zero.
template <class T, int NV, class X>
void masked_product(const X &x, Range rows, const T *W, int64_t units, int64_t room, T *y, int64_t ld,
                    T *mine, bool exact) {
  for (int g = rows.from / 64; 64 * g < rows.to; ++g) {
    const int first = max_of(rows.from - 64 * g, 0), last = min_of(rows.to - 64 * g, 64);
    sum_columns<T, NV, AT_ONCE>(x, g, {first, last}, W, units, room, mine);
    if (exact && !are_plain<T, NV>({first, last}, mine))
      sum_columns<T, NV, 1>(x, g, {first, last}, W, units, room, mine);
    for (int i = first; i < last; ++i)
      for (int v = 0; v < NV; ++v)
        store(y + (64 * g + i) * ld + v * LANES<T>, load(mine + (i * NV + v) * LANES<T>));
  }
}

// y = x W for those rows, in columns j; no bias. `room` is how many numbers of theta follow W;
// `mine` has room for 64 rows of 4 vectors.
template <class T, class X>
void masked_forward(const X &x, Range rows, Range j, const T *W, int64_t units, int64_t room, T *y,
                    int64_t ld, T *mine, bool exact = false) {
  if (rows.from == rows.to) return;
  for_vectors<T, 4>(j, [&](int at, auto vectors) {  // so few that the sums stay in the nearest cache
    masked_product<T, decltype(vectors)::count>(x, rows, W + at, units, room - at, y + at, ld, mine, exact);
  });
}

// dW[c ..< c + C, j .. j + NV vectors), used at once.
template <class T, int C, int NV, Update KIND>
NORON_INLINE void gradient_of_masked(const Masked<T> &x, int c, const Op &op, int j, int n,
                                     const T *db, Updater<T> &u) {
  const T *const scale = static_cast<const T *>(x.data.scale);
  const T *const shift = static_cast<const T *>(x.data.shift);
  const T *dy = static_cast<const T *>(op.dy) + j;
  const T *const table = x.table();
  const int64_t ld = op.ld_out, apart = 64 * x.groups;
  const uint64_t *set = x.set(c);
  const uint8_t *bytes = x.bytes(c);
  Vec<T> sum[C][NV] = {};
  for (int g = 0; g < x.groups; ++g, bytes += 64, dy += 64 * ld) {
    for (uint64_t left = C == 2 ? set[g] | set[x.groups + g] : set[g]; left; left &= left - 1) {
      const int64_t row = __builtin_ctzll(left);
      const T *const from = dy + row * ld;
      Vec<T> a[C];
#pragma GCC unroll 2
      for (int k = 0; k < C; ++k) a[k] = splat(table[bytes[row + k * apart]]);
#pragma GCC unroll 8
      for (int v = 0; v < NV; ++v) {
        const Vec<T> d = C == 2 ? in_register(load(from + v * LANES<T>)) : load(from + v * LANES<T>);
#pragma GCC unroll 2
        for (int k = 0; k < C; ++k) sum[k][v] = fused(a[k], d, sum[k][v]);
      }
    }
  }
#pragma GCC unroll 2
  for (int k = 0; k < C; ++k) {
    if (scale) {
#pragma GCC unroll 8
      for (int v = 0; v < NV; ++v) sum[k][v] *= scale[c + k];
    }
    step_of_column<T, NV, KIND>(op, c + k, j, n, shift, db, sum[k], u);
  }
}

template <class T, int NV, Update KIND>
void gradient_of_all(const Masked<T> &x, const Op &op, Range columns, int j, int n, const T *db,
                     bool every, Updater<T> &u) {
  Updater<T> mine = u;
  for (int c = columns.from; c < columns.to;) {
    const int most = min_of(2, columns.to - c), taken = together(x, BACK, PASS, c, most, 0, x.groups);
    if (taken == 2) {
      gradient_of_masked<T, 2, NV, KIND>(x, c, op, j, n, db, mine);
      c += 2;
    } else if (taken || every) {
      gradient_of_masked<T, 1, NV, KIND>(x, c, op, j, n, db, mine);
      c += 1;
    } else {
      c += most;
    }
  }
  u.noticed(mine);
}

// dW in columns j of the inputs `columns`, followed at once by the update of W; unless `every`,
// only for inputs that are not zero in some row.
template <class T>
void masked_gradient(const Masked<T> &x, const Op &op, Range columns, Range j, const T *db,
                     bool every, Updater<T> &u) {
  for_kind(u.kind, [&](auto kind) {
    for_vectors<T, 4>(j, [&](int at, auto vectors) {  // so few that dy stays in the nearest cache
      gradient_of_all<T, decltype(vectors)::count, decltype(kind)::value>(x, op, columns, at, j.to - at,
                                                                          db, every, u);
    });
  });
}

}  // namespace NORON_ISA
