// Bytes of 64 rows become bytes of 64 columns, with a bit for each that is not zero.
#pragma once

#include "vector.h"

namespace NORON_ISA {

// Where the columns go: `to` + stride * column, their bits to set[set_stride * column].
struct Columns {
  uint8_t *to;
  int64_t stride;
  uint64_t *set;
  int64_t set_stride;
};

#if defined(__AVX512BW__)

typedef __m512i Block;  // four quarters, each of 16 columns of its own
NORON_INLINE Block interleave_low(Block a, Block b) { return _mm512_unpacklo_epi8(a, b); }
NORON_INLINE Block interleave_high(Block a, Block b) { return _mm512_unpackhi_epi8(a, b); }

#else

typedef uint8_t Block __attribute__((vector_size(16), aligned(1), may_alias));

// a0 b0 a1 b1 ... of the first or the second halves.
#if defined(__clang__)
#define NORON_INTERLEAVE(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#else
#define NORON_INTERLEAVE(a, b, ...) __builtin_shuffle(a, b, Block{__VA_ARGS__})
#endif
NORON_INLINE Block interleave_low(Block a, Block b) {
  return NORON_INTERLEAVE(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
NORON_INLINE Block interleave_high(Block a, Block b) {
  return NORON_INTERLEAVE(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}
#undef NORON_INTERLEAVE

#endif

// 16 rows of 16 bytes become 16 columns: each round shuffles the rows into each other.
NORON_INLINE void transpose_16(Block (&a)[16]) {
  Block b[16];
#pragma GCC unroll 2
  for (int twice = 0; twice < 2; ++twice) {
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) {
      b[2 * i] = interleave_low(a[i], a[i + 8]);
      b[2 * i + 1] = interleave_high(a[i], a[i + 8]);
    }
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) {
      a[2 * i] = interleave_low(b[i], b[i + 8]);
      a[2 * i + 1] = interleave_high(b[i], b[i + 8]);
    }
  }
}

#if defined(__AVX512BW__)

// The first `here` rows and the first `columns` of the 64 from `from` on are there.
NORON_INLINE void transpose_64(const uint8_t *const *rows, int64_t from, int here, int columns,
                               const Columns &out) {
  const __mmask64 some = ~uint64_t(0) >> (64 - min_of(columns, 64));
  __m512i held[4][16];
  for (int q = 0; q < 4; ++q) {
    Block a[16];
#pragma GCC unroll 16
    for (int i = 0; i < 16; ++i)
      a[i] = 16 * q + i < here ? _mm512_maskz_loadu_epi8(some, rows[16 * q + i] + from) : _mm512_setzero_si512();
    if (16 * q < here) transpose_16(a);
#pragma GCC unroll 16
    for (int i = 0; i < 16; ++i) held[q][i] = a[i];
  }
  for (int i = 0; i < 16; ++i) {  // column 16 l + i: quarter l of register i of each group of rows
    const __m512i a = _mm512_shuffle_i32x4(held[0][i], held[1][i], 0x88),
                  b = _mm512_shuffle_i32x4(held[0][i], held[1][i], 0xdd),
                  c = _mm512_shuffle_i32x4(held[2][i], held[3][i], 0x88),
                  d = _mm512_shuffle_i32x4(held[2][i], held[3][i], 0xdd);
    const __m512i column[4] = {_mm512_shuffle_i32x4(a, c, 0x88), _mm512_shuffle_i32x4(b, d, 0x88),
                               _mm512_shuffle_i32x4(a, c, 0xdd), _mm512_shuffle_i32x4(b, d, 0xdd)};
#pragma GCC unroll 4
    for (int l = 0; l < 4; ++l)
      if (16 * l + i < columns) {
        _mm512_storeu_si512(out.to + (16 * l + i) * out.stride, column[l]);
        out.set[(16 * l + i) * out.set_stride] = _mm512_test_epi8_mask(column[l], column[l]);
      }
  }
}

#else

// The first `here` rows and the first `columns` of the 64 from `from` on are there.
NORON_INLINE void transpose_64(const uint8_t *const *rows, int64_t from, int here, int columns,
                               const Columns &out) {
  uint8_t held[64][64];
  const uint8_t *at[64];
  const bool is_whole = here == 64 && columns == 64;
  const int there = min_of(64, int(round_up(here, 16)));
  if (!is_whole) memset(held, 0, 64 * size_t(there));
  for (int i = 0; i < there; ++i) {
    at[i] = is_whole ? rows[i] + from : held[i];
    if (!is_whole && i < here) memcpy(held[i], rows[i] + from, size_t(columns));
  }
  for (int i = 0; i < there; i += 16)
    for (int j = 0; j < columns; j += 16) {
      Block a[16];
#pragma GCC unroll 16
      for (int k = 0; k < 16; ++k) memcpy(&a[k], at[i + k] + j, 16);
      transpose_16(a);
#pragma GCC unroll 16
      for (int k = 0; k < 16; ++k) memcpy(out.to + (j + k) * out.stride + i, &a[k], 16);
    }
  for (int j = 0; j < columns; ++j) {
    memset(out.to + j * out.stride + there, 0, size_t(64 - there));
    out.set[j * out.set_stride] = bytes_not_zero(out.to + j * out.stride);
  }
}

#endif

}  // namespace NORON_ISA
