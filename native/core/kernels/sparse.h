// The first layer's products if most inputs are zero: only nonzero inputs are read.
//
// The entries (column, value) of a batch are read row by row, and are also sorted into columns.
// Forward, a row of scores adds up rows of W; back, a row of dW adds up rows of dy, with the sums in
// registers, and W's row is written once. The sums run in the same order as in the dense products,
// and a zero adds nothing: the bits are the same.
#pragma once

#include "../program.h"
#include "update.h"

namespace NORON_ISA {

using noron::Op;
using noron::Rows;

// The rows of the following batches: each is prefetched one batch before it is needed.
struct Ahead {
  const int64_t *rows;
  int64_t count;
};

constexpr int64_t LINE_BYTES = 64;  // of a cache

// Prefetch n numbers, each cache line of them.
template <class T>
NORON_INLINE void fetch_lines(const T *first, int64_t n) {
  const uintptr_t end = reinterpret_cast<uintptr_t>(first + n);
  for (uintptr_t at = reinterpret_cast<uintptr_t>(first) / LINE_BYTES * LINE_BYTES; at < end; at += LINE_BYTES)
    __builtin_prefetch(reinterpret_cast<const void *>(at), 0, 2);
}

// Memory that is read after this batch: some of it is prefetched now and then between the products.
struct Upcoming {
  const char *at = nullptr, *end = nullptr;

  NORON_INLINE void fetch(int64_t bytes) {
    const int64_t n = end - at < bytes ? end - at : bytes;
    fetch_lines(at, n);
    at += n;
  }
};

// An entry of a column: which row of the batch, and the number.
template <class T>
struct Entry {
  int64_t row;
  T value;
};
template <>
struct Entry<float> {
  int row;
  float value;
};

// The rows of a data set in one of the forms that compressed rows are kept in.
template <class T, class C, bool BYTES>
struct Compressed {
  const Rows &r;

  NORON_INLINE int column(int64_t e) const {
    return static_cast<int>(static_cast<const C *>(r.columns)[e]);
  }
  NORON_INLINE T value(int64_t e) const {
    return BYTES ? static_cast<const T *>(r.table)[static_cast<const uint8_t *>(r.values)[e]]
                 : static_cast<const T *>(r.values)[e];
  }
  // Prefetch a row while others are processed.
  NORON_INLINE void fetch(int64_t row) const {
    const int64_t from = r.starts[row], to = r.starts[row + 1];
    fetch_lines(static_cast<const C *>(r.columns) + from, to - from);
    if (BYTES)
      fetch_lines(static_cast<const uint8_t *>(r.values) + from, to - from);
    else
      fetch_lines(static_cast<const T *>(r.values) + from, to - from);
  }
};

// use(Compressed) for the form that these rows are in.
template <class T, class Use>
NORON_INLINE void read_compressed(const Rows &r, Use use) {
  if (r.columns_are_short && r.values_are_bytes) return use(Compressed<T, uint16_t, true>{r});
  if (r.columns_are_short) return use(Compressed<T, uint16_t, false>{r});
  if (r.values_are_bytes) return use(Compressed<T, int32_t, true>{r});
  use(Compressed<T, int32_t, false>{r});
}

// Whether the entries of this batch are there, as they are when all rows are one batch in each step.
// If not, forget those that are, and note which will be.
inline bool is_listed(const noron::Entries &to, int64_t what, const int64_t *index, int rows) {
  const size_t bytes = sizeof(int64_t) * static_cast<size_t>(rows);
  if (to.batch[0] == rows && to.batch[1] == what && memcmp(to.batch + 2, index, bytes) == 0) return true;
  for (int i = 0; i < *to.n_touched; ++i) to.fill[to.touched[i]] = 0;
  to.batch[0] = rows;
  to.batch[1] = what;
  memcpy(to.batch + 2, index, bytes);
  return false;
}

// Make the entries of a batch, by row and by column. Each thread makes its own, as sharing them
// would cost more than making them twice. With `every`, all columns are listed in order, else only
// those with an entry.
template <class T, class Source>
void sort_entries(const noron::Entries &to, Source from, const int64_t *index, Ahead ahead, int rows,
                  int n_columns, bool every) {
  const T *const scale = static_cast<const T *>(from.r.scale);
  Entry<T> *const by_column = static_cast<Entry<T> *>(to.by_column);
  if (by_column && is_listed(to, 2 * from.r.id + every, index, rows)) return;
  int at = 0, n_touched = 0;
  for (int i = 0; i < rows; ++i) {
    if (i < ahead.count) from.fetch(ahead.rows[i]);
    if (i + rows < ahead.count) __builtin_prefetch(from.r.starts + ahead.rows[i + rows], 0, 2);
    const int64_t begin = from.r.starts[index[i]];
    const int n = static_cast<int>(from.r.starts[index[i] + 1] - begin);
    int *const column = to.column + at;
    T *const value = static_cast<T *>(to.value) + at;
    to.start[i] = at;
    at += n;
    for (int e = 0; e < n; ++e) column[e] = from.column(begin + e);
    for (int e = 0; e < n; ++e) value[e] = from.value(begin + e);
    for (int e = 0; scale && e < n; ++e) value[e] *= scale[column[e]];
    if (by_column && to.bucket)
      for (int e = 0; e < n; ++e)
        by_column[column[e] * to.bucket + to.fill[column[e]]++] = {i, value[e]};
    else if (by_column)
      for (int e = 0; e < n; ++e)
        if (to.fill[column[e]]++ == 0) to.touched[n_touched++] = column[e];
  }
  to.start[rows] = at;
  if (!by_column) return;
  if (every || to.bucket) {  // there are few columns: to look at all costs less than to note them
    n_touched = 0;
    for (int c = 0; c < n_columns; ++c) {
      to.touched[n_touched] = c;
      n_touched += every || to.fill[c] > 0;
    }
  }
  *to.n_touched = n_touched;
  if (to.bucket) return;
  for (int i = 0, before = 0; i < n_touched; ++i) {
    const int c = to.touched[i], n = to.fill[c];
    to.first[c] = to.fill[c] = before;
    before += n;
  }
  const T *const value = static_cast<const T *>(to.value);
  for (int i = 0; i < rows; ++i)
    for (int e = to.start[i]; e < to.start[i + 1]; ++e)
      by_column[to.fill[to.column[e]]++] = {i, value[e]};
}

// y[r, j .. j + NV vectors) = sum over the entries e of value(r, e) * W[column[e]] for R rows of the
// batch. `room` is how many numbers of theta follow W: a last vector may read past its row, but not
// past the end. Of two rows: true if no sum is 0 or NaN.
template <class T, int NV, int R, bool SKIPS_ZEROS, class Value>
NORON_INLINE bool sums_of_rows(const int *column, Value value, int n, const T *W, int64_t units,
                               int64_t room, T *y, int64_t ld) {
  constexpr int WIDTH = NV * LANES<T>;
  Vec<T> sum[R][NV] = {};
  for (int e = 0; e < n; ++e) {
    const T *w = W + column[e] * units;
    const int64_t left = room - column[e] * units;
    T end[WIDTH];  // of theta, with zeros behind it
    if (SKIPS_ZEROS && value(0, e) == 0) continue;
    if (__builtin_expect(left < WIDTH, 0)) {
      memset(end, 0, sizeof(end));
      memcpy(end, w, sizeof(T) * static_cast<size_t>(left));
      w = end;
    }
    const Vec<T> a = splat(value(0, e)), b = R == 2 ? splat(value(R - 1, e)) : Vec<T>{};
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) {
      const Vec<T> some = R == 2 ? in_register(load(w + v * LANES<T>)) : load(w + v * LANES<T>);
      sum[0][v] = fused(a, some, sum[0][v]);
      if (R == 2) sum[R - 1][v] = fused(b, some, sum[R - 1][v]);
    }
  }
  IVec<T> is_plain = Vec<T>{} == Vec<T>{};
#pragma GCC unroll 2
  for (int r = 0; r < R; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) {
      store(y + r * ld + v * LANES<T>, sum[r][v]);
      if (R == 2) is_plain &= magnitude<T>(sum[r][v]) > Vec<T>{};
    }
  return R == 2 && not_zero<T>(bits<Vec<T>>(is_plain)) == (uint64_t(1) << LANES<T>) - 1;
}

template <class T>
void sparse_row(const int *column, const T *value, int n, const T *W, int64_t units, int64_t room,
                Range j, T *y) {
  for_vectors<T, 8>(j, [&](int at, auto vectors) {
    sums_of_rows<T, decltype(vectors)::count, 1, false>(
        column, [&](int, int e) { return value[e]; }, n, W + at, units, room - at, y + at, 0);
  });
}

// How many dense rows are read at once. With narrow registers the products cost more than to read W.
constexpr int ROWS_AT_ONCE = REGISTER_BYTES < 32 ? 1 : 2;

// y = x W of dense rows, two at once in the columns in which either is not zero: W is read once for
// both. A product with 0 changes no sum, unless the sum is -0 or the weight is not finite: where that
// may be, each row is summed alone.
template <class T>
void sparse_pairs(const noron::Entries &entries, const T *x, int rows, int64_t inputs, const T *W,
                  int units, int64_t room, T *y, int64_t ld, Upcoming &upcoming) {
  constexpr int MOST = N_REGISTERS < 32 ? 4 : 8;  // so few that the sums of two stay in registers
  for (int i = 0; i < rows; i += ROWS_AT_ONCE) {
    const int start = entries.start[i / ROWS_AT_ONCE];
    const int *const column = entries.column + start;
    const int n = entries.start[i / ROWS_AT_ONCE + 1] - start;
    const auto value = [&](int r, int e) { return x[(i + r) * inputs + column[e]]; };
    T *const to = y + i * ld;
    upcoming.fetch(ROWS_AT_ONCE * inputs * int64_t(sizeof(T)));
    if (ROWS_AT_ONCE == 1 || i + 1 == rows) {
      for_vectors<T, 8>({0, units}, [&](int j, auto vectors) {
        sums_of_rows<T, decltype(vectors)::count, 1, false>(column, value, n, W + j, units, room - j,
                                                            to + j, ld);
      });
      continue;
    }
    for_vectors<T, MOST>({0, units}, [&](int j, auto vectors) {
      constexpr int NV = decltype(vectors)::count;
      if (sums_of_rows<T, NV, 2, false>(column, value, n, W + j, units, room - j, to + j, ld)) return;
      for (int r = 0; r < 2; ++r)
        sums_of_rows<T, NV, 1, true>(column, [&](int, int e) { return value(r, e); }, n, W + j, units,
                                     room - j, to + r * ld + j, ld);
    });
  }
}

// The sums for dW[c, j .. j + NV vectors) are complete: update W, or store them.
template <class T, int NV, Update KIND>
NORON_INLINE void step_of_column(const Op &op, int c, int j, int n, const T *shift, const T *db,
                                 Vec<T> (&sum)[NV], Updater<T> &u) {
#pragma GCC unroll 8
  for (int v = 0; v < NV; ++v)
    if (shift) sum[v] = fused(-shift[c], load(db + j + v * LANES<T>), sum[v]);
  u.template vectors<KIND>(op.weight + static_cast<int64_t>(c) * op.n_out + j, sum, n);
}

// dW[c, j .. j + NV vectors) for the listed columns c, used at once.
template <class T, int NV, Update KIND>
void gradient_of_columns(const noron::Entries &entries, const Op &op, Range listed, int j, int n,
                         const T *shift, const T *db, Updater<T> &u) {
  const T *dy = static_cast<const T *>(op.dy) + j;
  const Entry<T> *by_column = static_cast<const Entry<T> *>(entries.by_column);
  const int64_t ld = op.ld_out;
  Updater<T> mine = u;
  for (int i = listed.from; i < listed.to; ++i) {
    const int c = entries.touched[i];
    Vec<T> sum[NV] = {};
    const int64_t begin = entries.bucket ? c * entries.bucket : entries.first[c];
    const int64_t end = entries.bucket ? begin + entries.fill[c] : entries.fill[c];
    for (int64_t e = begin; e < end; ++e) {
      const T *row = dy + static_cast<int64_t>(by_column[e].row) * ld;
      const Vec<T> a = splat(by_column[e].value);
#pragma GCC unroll 8
      for (int v = 0; v < NV; ++v) sum[v] = fused(a, load(row + v * LANES<T>), sum[v]);
    }
    step_of_column<T, NV, KIND>(op, c, j, n, shift, db, sum, mine);
  }
  u.noticed(mine);
}

template <class T>
void sparse_gradient(const noron::Entries &entries, const Op &op, Range listed, Range j,
                     const T *shift, const T *db, Updater<T> &u) {
  for_kind(u.kind, [&](auto kind) {
    for_vectors<T, 4>(j, [&](int at, auto vectors) {  // so few that dy stays in the nearest cache
      gradient_of_columns<T, decltype(vectors)::count, decltype(kind)::value>(entries, op, listed, at,
                                                                              j.to - at, shift, db, u);
    });
  });
}

}  // namespace NORON_ISA
