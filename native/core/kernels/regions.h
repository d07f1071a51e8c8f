// How the threads share a result: each has some of its columns, or some of its rows.
#pragma once

#include "products.h"

namespace NORON_ISA {

// Part `i` of `n` things in `parts`, cut at multiples of `unit`.
NORON_INLINE Range share_of(int64_t n, int unit, int i, int parts) {
  const int64_t units = (n + unit - 1) / unit;
  const int64_t from = units * i / parts * unit, to = units * (i + 1) / parts * unit;
  return {static_cast<int>(from < n ? from : n), static_cast<int>(to < n ? to : n)};
}

struct Region {
  Range rows, columns;
  bool has_all_rows;
};

constexpr int ROWS_OF_UNIT = 4;

// Whether a batch has so many rows that all threads should rather read the weights than the rows.
NORON_INLINE bool are_many(int rows, int units) { return rows >= ROWS_OF_UNIT * units; }

// Whether so many columns are cut between whole tiles.
template <class T>
NORON_INLINE bool cuts_tiles(int columns, int threads) {
  const int tile = TILE_COLUMNS<T>;
  return columns % (tile * threads) == 0 || columns >= 4 * tile * threads;
}

// A thread's region of a result of that many rows and columns: some columns if they divide well, as
// the thread then uses the same weights in each step; otherwise some rows.
template <class T>
NORON_INLINE Region region_of(int rows, int columns, int thread, int threads) {
  const int vectors = vectors_of<T>(columns);
  if (threads == 1) return {{0, rows}, {0, columns}, true};
  if (cuts_tiles<T>(columns, threads))
    return {{0, rows}, share_of(columns, TILE_COLUMNS<T>, thread, threads), true};
  if (vectors % threads == 0 || rows < 4 * threads)
    return {{0, rows}, share_of(columns, LANES<T>, thread, threads), true};
  return {share_of(rows, 4, thread, threads), {0, columns}, false};
}

}  // namespace NORON_ISA
