// Dense rows to predict, of which most numbers are zero: which of them are not, and the form in which
// the first product reads these.
#pragma once

#include "masks.h"

namespace NORON_ISA {

constexpr int FEWEST_BY_COLUMNS = 32;  // rows whose numbers may be read column by column

// Bits in the lanes that are not finite: x - x is 0 for finite x only.
template <class T>
NORON_INLINE IVec<T> not_finite(Vec<T> x) {
  return bits<IVec<T>>(x - x);
}

template <class T>
bool all_finite(const T *x, int64_t n) {
  IVec<T> bad{};
  int64_t i = 0;
  for (; i + LANES<T> <= n; i += LANES<T>) bad |= not_finite<T>(load(x + i));
  bad |= not_finite<T>(load_some(x + i, int(n - i)));
  return !any_bit<T>(bad);
}

// A bit for each of 64 numbers that is not zero, or of the n that are there.
template <class T>
NORON_INLINE uint64_t word_of(const T *x, int n, IVec<T> &bad) {
  uint64_t word = 0;
#pragma GCC unroll 16
  for (int j = 0; j < 64 && j < n; j += LANES<T>) {
    const Vec<T> a = load_some(x + j, n - j);
    bad |= not_finite<T>(a);
    word |= not_zero<T>(a) << j;
  }
  return word;
}

// A bit for each number that is not zero, in words of 64 columns, row by row; false if too few are
// zero. In the same pass, look whether all are finite.
template <class T>
bool find_nonzeros(const T *x, int n, int rows, uint64_t *words, bool &is_finite) {
  const int64_t most = rows * int64_t(n) * 2 / 5;
  IVec<T> bad{};
  int64_t count = 0;
  for (int i = 0; i < rows; ++i, x += n) {
    int c = 0;
    for (; c + 64 <= n; c += 64) count += __builtin_popcountll(*words++ = word_of<T>(x + c, 64, bad));
    if (c < n) count += __builtin_popcountll(*words++ = word_of<T>(x + c, n - c, bad));
    if (count > most) return false;
  }
  is_finite = !any_bit<T>(bad);
  return true;
}

// List for each pair of rows, or each row, the columns in which either is not zero.
inline void list_pairs(const noron::Entries &to, const uint64_t *words, int n, int rows) {
  const int per_row = blocks_of(n);
  int e = 0;
  for (int i = 0; i < rows; i += ROWS_AT_ONCE, words += ROWS_AT_ONCE * per_row) {
    const bool is_pair = ROWS_AT_ONCE == 2 && i + 1 < rows;
    to.start[i / ROWS_AT_ONCE] = e;
    for (int b = 0; b < per_row; ++b) {
      uint64_t left = words[b] | (is_pair ? words[per_row + b] : 0);
      for (int c = 64 * b; left; c += 16, left >>= 16) e += indices_of(left & 0xffff, c, to.column + e);
    }
  }
  to.start[(rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE] = e;
}

// Let words that lie `apart` exchange the bits that lie `shift` apart.
NORON_INLINE void exchange_bits(uint64_t (&a)[64], int apart, int shift) {
  const uint64_t low = ~uint64_t(0) / ((uint64_t(1) << shift) + 1);
  for (int i = 0; i < 64; i += 2 * apart)
    for (int k = i; k < i + apart; ++k) {
      const uint64_t change = (a[k] >> shift ^ a[k + apart]) & low;
      a[k] ^= change << shift;
      a[k + apart] ^= change;
    }
}

// The same bits for each column of up to 64 rows: bit c of word r becomes bit r of word c. Rows that
// lie 8 and more apart are exchanged in one order, the others in an order in which they do so too, as
// several words are then one vector.
inline void turn_words(const uint64_t *words, int n, int rows, uint64_t *sets) {
  const int per_row = blocks_of(n);
  for (int b = 0; b < per_row; ++b) {
    uint64_t near[64] = {}, far[64];
    for (int i = 0; i < rows; ++i) near[i % 8 * 8 + i / 8] = words[int64_t(i) * per_row + b];
    exchange_bits(near, 32, 4);
    exchange_bits(near, 16, 2);
    exchange_bits(near, 8, 1);
    for (int i = 0; i < 64; ++i) far[i] = near[i % 8 * 8 + i / 8];
    exchange_bits(far, 32, 32);
    exchange_bits(far, 16, 16);
    exchange_bits(far, 8, 8);
    memcpy(sets + 64 * int64_t(b), far, sizeof(far));
  }
}

// What four vectors of a column cost in a pair of rows, in the half cycles of FORWARD.
constexpr int PAIR = N_REGISTERS == 32 ? 20 : 9;

// Whether the rows cost less by columns than pair by pair.
inline bool pays_by_columns(const uint64_t *sets, int n) {
  int64_t by_columns = 0, by_pairs = 0;
  for (int c = 0; c < n; c += AT_ONCE) {
    uint64_t any = 0;
    for (int k = c; k < min_of(c + AT_ONCE, n); ++k) {
      by_pairs += PAIR * __builtin_popcountll((sets[k] | sets[k] >> 1) & 0x5555555555555555);
      any |= sets[k];
    }
    if (any) by_columns += PASS + FORWARD[AT_ONCE - 1] * __builtin_popcountll(any);
  }
  return by_columns < by_pairs;
}

}  // namespace NORON_ISA
