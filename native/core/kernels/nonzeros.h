// Dense rows to predict, of which most numbers are zero: which of them are not, and the form in which
// the first product reads these.
#pragma once

#include "masks.h"
#include "products.h"

namespace NORON_ISA {

constexpr int FEWEST_BY_COLUMNS = 32;  // rows whose numbers may be read column by column

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

// 64 words in registers.
typedef VectorOf<uint64_t, LANES<double>>::type Words;
constexpr int N_WORDS = 64 / LANES<double>;

// Let words that lie APART exchange the bits that lie SHIFT apart.
template <int APART, int SHIFT>
NORON_INLINE void exchange_bits(Words (&w)[N_WORDS]) {
  constexpr uint64_t LOW = ~uint64_t(0) / ((uint64_t(1) << SHIFT) + 1);
  constexpr int VECTORS = APART / LANES<double>;
#pragma GCC unroll 32
  for (int i = 0; i < N_WORDS; ++i) {
    if (i & VECTORS) continue;
    const Words change = (w[i] >> SHIFT ^ w[i + VECTORS]) & LOW;
    w[i] ^= change << SHIFT;
    w[i + VECTORS] ^= change;
  }
}

// Let word 8 i + k become word 8 k + i.
NORON_INLINE void transpose_words(Words (&w)[N_WORDS]) {
  double from[64], to[64];  // which are copied only
  memcpy(from, w, sizeof(from));
  for (int i = 0; i < 8; i += LANES<double>)
    for (int k = 0; k < 8; k += LANES<double>) transpose_block(from + 8 * i + k, 8, to + 8 * k + i, 8);
  memcpy(w, to, sizeof(to));
}

// The same bits for each column of up to 64 rows: bit c of word r becomes bit r of word c. Words that
// lie less than 8 apart would be in one register: they are turned first, so that they lie 8 times as far.
inline void turn_words(const uint64_t *words, int n, int rows, uint64_t *sets) {
  const int per_row = blocks_of(n);
  for (int b = 0; b < per_row; ++b) {
    uint64_t of_rows[64] = {};
    for (int i = 0; i < rows; ++i) of_rows[i] = words[int64_t(i) * per_row + b];
    Words w[N_WORDS];
    memcpy(w, of_rows, sizeof(w));
    exchange_bits<32, 32>(w);
    exchange_bits<16, 16>(w);
    exchange_bits<8, 8>(w);
    transpose_words(w);
    exchange_bits<32, 4>(w);
    exchange_bits<16, 2>(w);
    exchange_bits<8, 1>(w);
    transpose_words(w);
    memcpy(sets + 64 * int64_t(b), w, sizeof(w));
  }
}

// What four vectors of a column cost in a pair of rows, in the half cycles of FORWARD.
constexpr int PAIR = N_REGISTERS == 32 ? 20 : 9;

// Whether the rows cost less by columns than pair by pair; every second group of columns tells it.
inline bool pays_by_columns(const uint64_t *sets, int n) {
  int64_t by_columns = 0, by_pairs = 0;
  for (int c = 0; c < n; c += 2 * AT_ONCE) {
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
