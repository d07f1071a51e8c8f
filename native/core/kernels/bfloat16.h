// Products of bfloat16, which has the exponent of float and 8 of its 24 bits: both operands are rounded
// to the nearest, pairs of terms are multiplied at once, and the sums are floats.
//
// Operands lie in memory as floats. They are rounded while they are packed, which costs little beside
// a product of many rows and columns.
#pragma once

#include "../program.h"
#include "products.h"

namespace NORON_ISA {

#if !defined(__AVX512F__)
template <class T>
constexpr bool KNOWS_BFLOAT16 = false;
inline bool has_bfloat16() { return false; }

template <Read HOW, class Out>
void multiply_rounded(int i0, int i1, int j0, int j1, int K, Left<float> A, Right<float> B, float *panels,
                      Out &out);
#else
template <class T>
constexpr bool KNOWS_BFLOAT16 = sizeof(T) == sizeof(float);
inline bool has_bfloat16() { return supported() && __builtin_cpu_supports("avx512bf16"); }

// 32 numbers in a row, as 16 pairs.
NORON_INLINE Vec<Pair> rounded(Vec<float> low, Vec<float> high) {
  Vec<Pair> pairs;
  asm("vcvtne2ps2bf16 %2, %1, %0" : "=v"(pairs) : "v"(high), "v"(low));
  return pairs;
}

// The numbers of each lane, as a pair.
NORON_INLINE Vec<Pair> rounded_lanes(Vec<float> first, Vec<float> second) {
  const __m512i by_turns = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8,
                                            23, 7, 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
  return (Vec<Pair>)_mm512_permutexvar_epi16(by_turns, (__m512i)rounded(first, second));
}

// Rows of K numbers, as pairs of neighbours; `gap` pairs from row to row.
inline void round_rows(const float *from, int64_t stride, int rows, int K, Pair *to, int64_t gap) {
  constexpr int N = LANES<float>;
  for (int i = 0; i < rows; ++i, from += stride, to += gap)
    for (int k = 0; k < K; k += 2 * N)
      store(to + k / 2, rounded(load_some(from + k, K - k), load_some(from + k + N, max_of(K - k - N, 0))));
}

// Some columns of K rows: each two rows as pairs, `width` pairs from one two to the next.
inline void round_columns(const float *from, int64_t stride, int K, int columns, int width, Pair *to) {
  for (int k = 0; k < K; k += 2, from += 2 * stride, to += width)
    for (int j = 0; j < columns; j += LANES<float>) {
      const Vec<float> second = k + 1 < K ? load_some(from + stride + j, columns - j) : Vec<float>{};
      const Vec<Pair> pairs = rounded_lanes(load_some(from + j, columns - j), second);
      store_some(reinterpret_cast<float *>(to + j), (Vec<float>)pairs, width - j);
    }
}

// The same of numbers that lie the other way round; `room` is for as many pairs.
inline void round_turned(const float *from, int64_t stride, int K, int columns, int width, Pair *room, Pair *to) {
  constexpr int gap = noron::ROUNDED_PAIRS + LANES<Pair>;
  round_rows(from, stride, columns, K, room, gap);
  pack_transposed(reinterpret_cast<const float *>(room), gap, (K + 1) / 2, columns, width,
                  reinterpret_cast<float *>(to));
}

// Rows i0..i1 and columns j0..j1 of A B, like `multiply`, in a workspace of noron::ROUNDED_NUMBERS.
// Each sum is over the pairs of terms in ascending order, whatever the tile, block and thread.
template <Read HOW, class Out>
void multiply_rounded(int i0, int i1, int j0, int j1, int K, Left<float> A, Right<float> B, float *panels,
                      Out &out) {
  constexpr int width = TILE_COLUMNS<Pair>, gap = noron::ROUNDED_PAIRS + LANES<Pair>;
  Pair *const a_pairs = reinterpret_cast<Pair *>(panels);
  Pair *const b_pairs = a_pairs + noron::ROUNDED_ROWS * int64_t(gap);
  Pair *const room = b_pairs + noron::ROUNDED_PAIRS * int64_t(width);
  for (int k0 = 0; k0 < K; k0 += 2 * noron::ROUNDED_PAIRS) {
    const int kc = min_of(2 * noron::ROUNDED_PAIRS, K - k0), pairs = (kc + 1) / 2;
    for (int ib = i0, i_end; ib < i1; ib = i_end) {
      i_end = min_of(ib + noron::ROUNDED_ROWS, i1);
      if (HOW == Read::rows) round_rows(A.at + ib * A.stride + k0, A.stride, i_end - ib, kc, a_pairs, gap);
      for (int i = ib, height; HOW == Read::columns && i < i_end; i += height) {
        height = tile_height(i_end - i, TILE_VECTORS);
        round_columns(A.at + k0 * A.stride + i, A.stride, kc, height, height,
                      a_pairs + (i - ib) * int64_t(pairs));
      }
      for (int j = j0; j < j1; j += width) {
        const int n = min_of(width, j1 - j), vectors = vectors_of<float>(n), wide = vectors * LANES<Pair>;
        if (B.transposed)
          round_turned(B.at + j * B.stride + k0, B.stride, kc, n, wide, room, b_pairs);
        else
          round_columns(B.at + k0 * B.stride + j, B.stride, kc, n, wide, b_pairs);
        for (int i = ib, height; i < i_end; i += height) {
          height = tile_height(i_end - i, TILE_VECTORS);
          const int64_t a_stride = HOW == Read::rows ? gap : height;
          const Pair *const a = a_pairs + (i - ib) * int64_t(HOW == Read::rows ? gap : pairs);
          int64_t stride;
          float *const to = out.place(i, j, height, n, k0 > 0, stride);
          tile_of<Pair, HOW>(vectors, height, pairs, a, a_stride, b_pairs, wide, to, stride, k0 > 0);
          out.done(i, j, height, n, k0 + kc == K);
        }
      }
    }
  }
}
#endif

}  // namespace NORON_ISA
