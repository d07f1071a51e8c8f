// The first layer's products where most inputs are zero: only what is not zero is read.
//
// A batch of compressed rows is written out as entries (column, value), row by row, and then also
// column by column. Forward, a row of scores adds up rows of W; back, a row of dW adds up rows of
// dy, with the sums in registers, and W's row is written once. The sums run in the same order as in
// the dense products, and a zero adds nothing: the bits are the same.
#pragma once

#include "../program.h"
#include "update.h"

namespace NORON_ISA {

using noron::Rows;

template <class T>
NORON_INLINE int column_at(const Rows &r, int64_t e) {
  return r.columns_are_short ? static_cast<const uint16_t *>(r.columns)[e]
                             : static_cast<const int32_t *>(r.columns)[e];
}

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

// Where the entries of each row of the batch begin; one behind the last row, where they end.
inline void place_entries(const Program &p, const Rows &r, const int64_t *index, int rows) {
  int at = 0;
  for (int i = 0; i < rows; ++i) {
    p.entry_start[i] = at;
    at += static_cast<int>(r.starts[index[i] + 1] - r.starts[index[i]]);
  }
  p.entry_start[rows] = at;
}

template <class T>
NORON_INLINE void fetch_entries(const Rows &r, int64_t from, int64_t to) {
  const int64_t wide = r.columns_are_short ? 2 : 4;
  const int64_t size = r.values_are_bytes ? 1 : static_cast<int64_t>(sizeof(T));
  const char *columns = static_cast<const char *>(r.columns);
  const char *values = static_cast<const char *>(r.values);
  for (int64_t at = from * wide; at < to * wide; at += 64) __builtin_prefetch(columns + at);
  for (int64_t at = from * size; at < to * size; at += 64) __builtin_prefetch(values + at);
}

// `ahead` is where the next batch has its rows, or null: they are on their way from memory while
// this batch is worked on.
template <class T>
void write_entries(const Program &p, const Rows &r, const int64_t *index, const int64_t *ahead,
                   int i0, int i1) {
  T *value = static_cast<T *>(p.entry_value);
  const T *table = static_cast<const T *>(r.table), *scale = static_cast<const T *>(r.scale);
  for (int i = i0; i < i1; ++i) {
    const int64_t from = r.starts[index[i]];
    const int at = p.entry_start[i], n = p.entry_start[i + 1] - at;
    if (ahead) fetch_entries<T>(r, r.starts[ahead[i]], r.starts[ahead[i] + 1]);
    if (r.columns_are_short) {
      const uint16_t *c = static_cast<const uint16_t *>(r.columns) + from;
      for (int e = 0; e < n; ++e) p.entry_column[at + e] = c[e];
    } else {
      memcpy(p.entry_column + at, static_cast<const int32_t *>(r.columns) + from,
             sizeof(int32_t) * static_cast<size_t>(n));
    }
    if (r.values_are_bytes) {
      const uint8_t *v = static_cast<const uint8_t *>(r.values) + from;
      for (int e = 0; e < n; ++e) value[at + e] = table[v[e]];
    } else {
      memcpy(value + at, static_cast<const T *>(r.values) + from, sizeof(T) * static_cast<size_t>(n));
    }
    if (scale)
      for (int e = 0; e < n; ++e) value[at + e] *= scale[p.entry_column[at + e]];
  }
}

// The first entry of row i whose column is at least c.
inline int lower_bound(const Program &p, int i, int c) {
  int low = p.entry_start[i], high = p.entry_start[i + 1];
  while (low < high) {
    const int middle = (low + high) / 2;
    if (p.entry_column[middle] < c)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// The entries of the columns c0..c1 by column. The columns that have any are listed from
// touched[c0] on, their number is returned; with `every`, all columns are listed in order.
template <class T>
int gather_columns(const Program &p, int rows, int c0, int c1, bool every) {
  const T *value = static_cast<const T *>(p.entry_value);
  Entry<T> *by_column = static_cast<Entry<T> *>(p.by_column);
  int n_touched = 0, before = 0;
  if (every)
    for (int c = c0; c < c1; ++c) p.touched[c0 + n_touched++] = c;
  for (int i = 0; i < rows; ++i) {
    const int from = c0 ? lower_bound(p, i, c0) : p.entry_start[i];
    before += from - p.entry_start[i];
    for (int e = from; e < p.entry_start[i + 1] && p.entry_column[e] < c1; ++e) {
      const int c = p.entry_column[e];
      if (!every && p.column_fill[c] == 0) p.touched[c0 + n_touched++] = c;
      ++p.column_fill[c];
    }
  }
  for (int i = 0; i < n_touched; ++i) {
    const int c = p.touched[c0 + i], n = p.column_fill[c];
    p.column_start[c] = p.column_fill[c] = before;
    before += n;
  }
  for (int i = 0; i < rows; ++i)
    for (int e = c0 ? lower_bound(p, i, c0) : p.entry_start[i];
         e < p.entry_start[i + 1] && p.entry_column[e] < c1; ++e) {
      const int at = p.column_fill[p.entry_column[e]]++;
      by_column[at] = {i, value[e]};
    }
  return n_touched;
}

inline void forget_columns(const Program &p, int c0, int n_touched) {
  for (int i = 0; i < n_touched; ++i) p.column_fill[p.touched[c0 + i]] = 0;
}

// y[j .. j + NV vectors) = sum of value * W[column] for one row of the batch. `room` is how many
// numbers of theta follow W: a last vector may read past its row, but not past the end.
template <class T, int NV>
NORON_INLINE void sum_of_rows(const int *column, const T *value, int n, const T *W, int64_t units,
                              int64_t room, T *y) {
  Vec<T> sum[NV] = {};
  const int64_t safe = room - NV * LANES<T>;
  for (int e = 0; e < n; ++e) {
    const int64_t at = column[e] * units;
    if (at <= safe) {
#pragma GCC unroll 8
      for (int v = 0; v < NV; ++v) sum[v] += value[e] * load(W + at + v * LANES<T>);
    } else {
      for (int v = 0; v < NV; ++v) {
        const int64_t left = room - at - v * LANES<T>;
        if (left > 0)
          sum[v] += value[e] * load_some(W + at + v * LANES<T>, left < LANES<T> ? int(left) : LANES<T>);
      }
    }
  }
#pragma GCC unroll 8
  for (int v = 0; v < NV; ++v) store(y + v * LANES<T>, sum[v]);
}

template <class T>
void sparse_row(const int *column, const T *value, int n, const T *W, int64_t units, int64_t room,
                int j0, int j1, T *y) {
  int j = j0;
  while (j < j1) {
    const int left = static_cast<int>(round_up(j1 - j, LANES<T>)) / LANES<T>;
    if (left >= 8) {
      sum_of_rows<T, 8>(column, value, n, W + j, units, room - j, y + j);
      j += 8 * LANES<T>;
    } else if (left >= 4) {
      sum_of_rows<T, 4>(column, value, n, W + j, units, room - j, y + j);
      j += 4 * LANES<T>;
    } else if (left >= 2) {
      sum_of_rows<T, 2>(column, value, n, W + j, units, room - j, y + j);
      j += 2 * LANES<T>;
    } else {
      sum_of_rows<T, 1>(column, value, n, W + j, units, room - j, y + j);
      j += LANES<T>;
    }
  }
}

// dW[c, j .. j + NV vectors) for the listed columns c, used at once.
template <class T, int NV, Update KIND>
void gradient_of_columns(const Program &p, const Op &op, const int *touched, int n_touched, int j,
                         int n, const T *shift, const T *db, Updater<T> &u) {
  const T *dy = static_cast<const T *>(op.dy) + j;
  const Entry<T> *by_column = static_cast<const Entry<T> *>(p.by_column);
  const int64_t ld = op.ld_out;
  Updater<T> mine = u;
  for (int i = 0; i < n_touched; ++i) {
    const int c = touched[i];
    Vec<T> sum[NV] = {};
    for (int e = p.column_start[c]; e < p.column_fill[c]; ++e) {
      const T *row = dy + static_cast<int64_t>(by_column[e].row) * ld;
      const T a = by_column[e].value;
#pragma GCC unroll 8
      for (int v = 0; v < NV; ++v) sum[v] += a * load(row + v * LANES<T>);
    }
    const int64_t at = op.weight + static_cast<int64_t>(c) * op.n_out + j;
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) {
      Vec<T> g = sum[v];
      if (shift) g -= shift[c] * load(db + j + v * LANES<T>);
      const int left = n - v * LANES<T>;
      if (left >= LANES<T>) {
        mine.template one<KIND>(at + v * LANES<T>, g, LANES<T>, true);
      } else if (left > 0) {
        T held[LANES<T>];
        store(held, g);
        mine.template one<KIND>(at + v * LANES<T>, load_some(held, left), left, true);
      }
    }
  }
  u.noticed(mine);
}

template <class T, Update KIND>
void sparse_gradient_of(const Program &p, const Op &op, const int *touched, int n_touched, int j0,
                        int j1, const T *shift, const T *db, Updater<T> &u) {
  int j = j0;
  while (j < j1) {
    const int left = static_cast<int>(round_up(j1 - j, LANES<T>)) / LANES<T>, n = j1 - j;
    if (left >= 4) {  // no more at once, so that dy stays in the nearest cache
      gradient_of_columns<T, 4, KIND>(p, op, touched, n_touched, j, n, shift, db, u);
      j += 4 * LANES<T>;
    } else if (left >= 2) {
      gradient_of_columns<T, 2, KIND>(p, op, touched, n_touched, j, n, shift, db, u);
      j += 2 * LANES<T>;
    } else {
      gradient_of_columns<T, 1, KIND>(p, op, touched, n_touched, j, n, shift, db, u);
      j += LANES<T>;
    }
  }
}

template <class T>
void sparse_gradient(const Program &p, const Op &op, const int *touched, int n_touched, int j0,
                     int j1, const T *shift, const T *db, Updater<T> &u) {
  switch (u.kind) {
#define NORON_CASE(NAME)                                                                      \
  case Update::NAME:                                                                          \
    return sparse_gradient_of<T, Update::NAME>(p, op, touched, n_touched, j0, j1, shift, db, u);
    NORON_CASE(keep)
    NORON_CASE(sgd)
    NORON_CASE(momentum)
    NORON_CASE(nesterov)
    NORON_CASE(adam)
    NORON_CASE(adamw)
#undef NORON_CASE
  }
}

}  // namespace NORON_ISA
