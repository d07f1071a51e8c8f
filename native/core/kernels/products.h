// C = A B, in tiles that fit the registers; C is consumed tile by tile while it is in the cache.
//
// Every number of C is the sum over k in ascending order, in every tile, block and thread: so one
// thread and many, a single row and a row in a batch, give the same bits.
#pragma once

#include "vector.h"

namespace NORON_ISA {

constexpr int TILE_ROWS = N_REGISTERS == 32 ? 12 : 6;  // at most
constexpr int TILE_VECTORS = 2, WIDE_VECTORS = 4;
template <class T>
constexpr int TILE_COLUMNS = TILE_VECTORS * LANES<T>;
template <class T>
constexpr int WIDE_COLUMNS = WIDE_VECTORS * LANES<T>;

// The most rows of a tile of so many vectors, whose sums lie in registers.
constexpr int most_rows(int vectors) {
  return vectors <= TILE_VECTORS ? TILE_ROWS : N_REGISTERS == 32 ? 2 * TILE_ROWS / vectors : 2;
}

// How many vectors of columns are taken at a time by panels for batches of so many rows. A wide tile
// loads less for each multiplication, but has fewer rows: a few would read each number of B more often.
constexpr int ROWS_OF_WIDE_PANELS = 32;
constexpr int panel_vectors(int rows) {
  return N_REGISTERS == 32 && rows >= ROWS_OF_WIDE_PANELS ? WIDE_VECTORS : TILE_VECTORS;
}
// The same by products without panels, in tiles that are narrow, or as wide as a panel. One or two rows
// of a narrow tile would have too few independent sums to keep the arithmetic units busy.
constexpr int narrow_vectors(int rows) { return rows <= 2 ? WIDE_VECTORS : TILE_VECTORS; }
constexpr int product_vectors(int rows) { return max_of(narrow_vectors(rows), panel_vectors(rows)); }

constexpr int64_t CACHED_BYTES = 512 * 1024;  // what is taken to stay in a core's own cache
constexpr int K_BLOCK = 256, I_BLOCK = 16 * TILE_ROWS, J_BLOCK = 2048;

// How A is read: a(i, k) at A[i * stride + k], or, transposed, at A[k * stride + i].
enum class Read { rows, columns };

// Of what numbers a product is, and of what its sums.
template <class P>
struct SumOf {
  typedef P type;
};
template <>
struct SumOf<Pair> {
  typedef float type;
};
template <class P>
using Sum = typename SumOf<P>::type;

// One tile: C[i, j] (+)= sum over k of a(i, k) B[k * b_stride + j], for NV vectors of columns; each
// further TILE_COLUMNS of B are `jump` numbers behind those before.
template <class P, int MR, int NV, Read HOW>
void tile(int K, const P *A, int64_t a_stride, const P *B, int64_t b_stride, Sum<P> *C, int64_t c_stride,
          bool add, int64_t jump = TILE_COLUMNS<P>) {
  typedef Sum<P> T;
  Vec<T> c[MR][NV];
#pragma GCC unroll 16
  for (int i = 0; i < MR; ++i)
#pragma GCC unroll 4
    for (int v = 0; v < NV; ++v)
      c[i][v] = add ? load(C + i * c_stride + v * LANES<T>) : Vec<T>{};
  // A pointer for every third row: with more of them than registers, the loop would load them anew.
  const P *row[(MR + 2) / 3];
#pragma GCC unroll 16
  for (int i = 0; i < MR; i += 3) row[i / 3] = A + i * a_stride;
  const auto add_term = [&]() __attribute__((always_inline)) {
    Vec<P> b[NV];
#pragma GCC unroll 4
    for (int v = 0; v < NV; ++v) b[v] = load(B + v / TILE_VECTORS * jump + v % TILE_VECTORS * LANES<P>);
    B += b_stride;
#pragma GCC unroll 16
    for (int i = 0; i < MR; ++i) {
      const Vec<P> a = splat(HOW == Read::rows ? row[i / 3][i % 3 * a_stride] : A[i]);
#pragma GCC unroll 4
      for (int v = 0; v < NV; ++v) c[i][v] = fused(a, b[v], c[i][v]);
    }
    if (HOW == Read::columns) A += a_stride;
#pragma GCC unroll 16
    for (int i = 0; HOW == Read::rows && i < MR; i += 3) ++row[i / 3];
  };
  int k = 0;
  // What counts and moves pointers takes the place of multiplications: two terms in a round.
  for (; N_REGISTERS == 32 && NV > TILE_VECTORS && k + 2 <= K; k += 2) {
    add_term();
    add_term();
  }
  for (; k < K; ++k) add_term();
#pragma GCC unroll 16
  for (int i = 0; i < MR; ++i)
#pragma GCC unroll 4
    for (int v = 0; v < NV; ++v) store(C + i * c_stride + v * LANES<T>, c[i][v]);
}

// The rows of the largest tile of so many vectors that has at most so many.
inline int tile_height(int rows, int vectors) {
  const int most = most_rows(vectors);
  return rows >= most ? most : rows >= 8 ? 8 : rows >= 4 ? 4 : rows >= 2 ? 2 : 1;
}

template <class P, int NV, Read HOW>
NORON_INLINE void tile_of(int height, int K, const P *A, int64_t as, const P *B, int64_t bs, Sum<P> *C,
                          int64_t cs, bool add, int64_t jump) {
  constexpr int MOST = most_rows(NV);
  if (height == MOST) return tile<P, MOST, NV, HOW>(K, A, as, B, bs, C, cs, add, jump);
  if constexpr (MOST > 8)
    if (height == 8) return tile<P, 8, NV, HOW>(K, A, as, B, bs, C, cs, add, jump);
  if constexpr (MOST > 4)
    if (height == 4) return tile<P, 4, NV, HOW>(K, A, as, B, bs, C, cs, add, jump);
  if constexpr (MOST > 2)
    if (height == 2) return tile<P, 2, NV, HOW>(K, A, as, B, bs, C, cs, add, jump);
  tile<P, 1, NV, HOW>(K, A, as, B, bs, C, cs, add, jump);
}

// A tile of tile_height(rows, vectors) rows.
template <class P, Read HOW>
NORON_INLINE void tile_of(int vectors, int height, int K, const P *A, int64_t as, const P *B, int64_t bs, Sum<P> *C,
                          int64_t cs, bool add, int64_t jump = TILE_COLUMNS<P>) {
  if (vectors == 1) return tile_of<P, 1, HOW>(height, K, A, as, B, bs, C, cs, add, jump);
  if (vectors == 2) return tile_of<P, 2, HOW>(height, K, A, as, B, bs, C, cs, add, jump);
  if (vectors == 3) return tile_of<P, 3, HOW>(height, K, A, as, B, bs, C, cs, add, jump);
  tile_of<P, 4, HOW>(height, K, A, as, B, bs, C, cs, add, jump);
}

// ---- panels: some columns of B, all k, one k behind the other, zeros where B ends

template <class T>
void pack_rows(const T *B, int64_t stride, int K, int columns, int width, T *panel) {
  const int full = columns / LANES<T>, rest = columns % LANES<T>;
  for (int k = 0; k < K; ++k, B += stride, panel += width) {
    for (int v = 0; v < full; ++v) store(panel + v * LANES<T>, load(B + v * LANES<T>));
    if (rest) store(panel + full * LANES<T>, load_some(B + full * LANES<T>, rest));
    for (int j = columns + (rest ? LANES<T> - rest : 0); j < width; ++j) panel[j] = 0;
  }
}

#if defined(__clang__) || __GNUC__ >= 12
template <int... I>
struct Indices {};
template <int N, int... I>
struct MakeIndices : MakeIndices<N - 1, N - 1, I...> {};
template <int... I>
struct MakeIndices<0, I...> {
  typedef Indices<I...> type;
};
template <class T, int S, int... I>
NORON_INLINE void swap_blocks(Vec<T> &a, Vec<T> &b, Indices<I...>) {
  const Vec<T> low = __builtin_shufflevector(a, b, ((I & S) ? I - S + LANES<T> : I)...);
  const Vec<T> high = __builtin_shufflevector(a, b, ((I & S) ? I + LANES<T> : I + S)...);
  a = low;
  b = high;
}
template <class T, int S>
NORON_INLINE void transpose_stage(Vec<T> (&r)[LANES<T>]) {
  if constexpr (S < LANES<T>) {
#pragma GCC unroll 16
    for (int i = 0; i < LANES<T>; ++i)
      if (!(i & S)) swap_blocks<T, S>(r[i], r[i + S], typename MakeIndices<LANES<T>>::type{});
    transpose_stage<T, 2 * S>(r);
  }
}
template <class T>
NORON_INLINE void transpose_block(const T *W, int64_t stride, T *panel, int width) {
  Vec<T> r[LANES<T>];
#pragma GCC unroll 16
  for (int i = 0; i < LANES<T>; ++i) r[i] = load(W + i * stride);
  transpose_stage<T, 1>(r);
#pragma GCC unroll 16
  for (int i = 0; i < LANES<T>; ++i) store(panel + i * width, r[i]);
}
// The same for fewer than LANES numbers of each row.
template <class T>
NORON_INLINE void transpose_rest(const T *W, int64_t stride, int n, T *panel, int width) {
  Vec<T> r[LANES<T>];
#pragma GCC unroll 16
  for (int i = 0; i < LANES<T>; ++i) r[i] = load_some(W + i * stride, n);
  transpose_stage<T, 1>(r);
#pragma GCC unroll 16
  for (int i = 0; i < LANES<T>; ++i)
    if (i < n) store(panel + i * width, r[i]);
}
#else
template <class T>
NORON_INLINE void transpose_block(const T *W, int64_t stride, T *panel, int width) {
  for (int k = 0; k < LANES<T>; ++k)
    for (int j = 0; j < LANES<T>; ++j) panel[k * width + j] = W[j * stride + k];
}
template <class T>
NORON_INLINE void transpose_rest(const T *W, int64_t stride, int n, T *panel, int width) {
  for (int k = 0; k < n; ++k)
    for (int j = 0; j < LANES<T>; ++j) panel[k * width + j] = W[j * stride + k];
}
#endif

// The same for B = W', where b(k, j) is W[j * stride + k].
template <class T>
void pack_transposed(const T *W, int64_t stride, int K, int columns, int width, T *panel) {
  for (int j = 0; j < width; j += LANES<T>) {
    const int n = min_of(LANES<T>, columns - j);
    int k = 0;
    if (n == LANES<T>)
      for (; k + LANES<T> <= K; k += LANES<T>)
        transpose_block(W + j * stride + k, stride, panel + static_cast<int64_t>(k) * width + j, width);
    if (n == LANES<T> && K - k > 1) {
      transpose_rest(W + j * stride + k, stride, K - k, panel + static_cast<int64_t>(k) * width + j, width);
      k = K;
    }
    for (; k < K; ++k)
      for (int i = 0; i < LANES<T>; ++i)
        panel[static_cast<int64_t>(k) * width + j + i] = i < n ? W[(j + i) * stride + k] : T(0);
  }
}

// Some rows of A that is read by columns: whole tiles of any number of vectors together.
constexpr int WHOLE_TILES = 2 * TILE_ROWS;
template <class T>
void pack_tiles(const T *A, int64_t stride, int K, int rows, T *packed) {
  for (int i = 0, n; i < rows; i += n) {
    n = min_of(WHOLE_TILES, rows - i);
    for (int k = 0; k < K; ++k, packed += n) memcpy(packed, A + k * stride + i, sizeof(T) * static_cast<size_t>(n));
  }
}

template <class T>
struct Left {
  const T *at;
  int64_t stride;
};

template <class T>
struct Right {
  const T *at;
  int64_t stride;
  bool transposed;  // b(k, j) at at[j * stride + k]
  bool padded;      // whole vectors may be read at the end of a row
};

template <class T>
int64_t panel_numbers(int64_t most_k) {
  const int64_t blocks = static_cast<int64_t>(K_BLOCK) * (J_BLOCK + WIDE_COLUMNS<T> + I_BLOCK);
  const int64_t whole = most_k * WIDE_COLUMNS<T>;
  return blocks > whole ? blocks : whole;
}

// Whether a product's A, read by columns, or B does not stay in a core's own cache.
template <class T>
bool is_large(int rows, int columns, int K, Read how) {
  const int64_t bytes = static_cast<int64_t>(K) * static_cast<int64_t>(sizeof(T));
  return bytes * columns > CACHED_BYTES || (how == Read::columns && bytes * rows > CACHED_BYTES);
}

// Rows i0..i1 and columns j0..j1 of A B. `out` gives the place of each tile, and is called when the
// sums of a tile are complete. `panels` is the thread's workspace of `panel_numbers(K)` numbers.
template <class T, Read HOW, class Out>
void multiply(int i0, int i1, int j0, int j1, int K, Left<T> A, Right<T> B, int whole_i, int whole_j,
              T *panels, Out &out) {
  const bool large = is_large<T>(whole_i, whole_j, K, HOW);
  // A few rows use each number of B once or twice: packing would cost more than it saves.
  const bool packs_b = B.transposed || (large && i1 - i0 > TILE_ROWS);
  const bool packs_a = large && packs_b && HOW == Read::columns;
  const int width = out.vectors(i1 - i0) * LANES<T>;
  const int j_block = large || !packs_b ? J_BLOCK : width;
  const int k_block = large && packs_b ? K_BLOCK : max_of(K, 1);
  const int i_block = packs_a ? I_BLOCK : i1 - i0;
  T *const packed_a = panels + static_cast<int64_t>(K_BLOCK) * (J_BLOCK + WIDE_COLUMNS<T>);
  for (int jb = j0; jb < j1; jb += j_block) {
    const int j_end = min_of(jb + j_block, j1);
    for (int k0 = 0; k0 < K; k0 += k_block) {
      const int kc = min_of(k_block, K - k0);
      const bool last = k0 + kc == K;
      if (packs_b)
        for (int j = jb; j < j_end; j += width) {
          T *panel = panels + static_cast<int64_t>(j - jb) * kc;
          const int n = min_of(width, j_end - j), wide = vectors_of<T>(n) * LANES<T>;
          if (B.transposed)
            pack_transposed(B.at + j * B.stride + k0, B.stride, kc, n, wide, panel);
          else
            pack_rows(B.at + k0 * B.stride + j, B.stride, kc, n, wide, panel);
        }
      for (int ib = i0; ib < i1; ib += i_block) {
        const int i_end = min_of(ib + i_block, i1);
        if (packs_a) pack_tiles(A.at + k0 * A.stride + ib, A.stride, kc, i_end - ib, packed_a);
        for (int j = jb, n; j < j_end; j += n) {
          n = min_of(width, j_end - j);
          const int vectors = vectors_of<T>(n);
          const T *b = B.at + k0 * B.stride + j;
          int64_t b_stride = B.stride;
          if (packs_b) {
            b = panels + static_cast<int64_t>(j - jb) * kc;
            b_stride = vectors * LANES<T>;
          } else if (n != vectors * LANES<T> && !B.padded) {
            b_stride = vectors * LANES<T>;
            pack_rows(b, B.stride, kc, n, static_cast<int>(b_stride), panels);
            b = panels;
          }
          for (int i = ib; i < i_end;) {
            const int height = tile_height(i_end - i, vectors);
            const T *a = HOW == Read::rows ? A.at + i * A.stride + k0 : A.at + k0 * A.stride + i;
            int64_t a_stride = A.stride;
            if (packs_a) {
              const int before = (i - ib) / WHOLE_TILES * WHOLE_TILES;
              a = packed_a + static_cast<int64_t>(before) * kc + (i - ib - before);
              a_stride = min_of(WHOLE_TILES, i_end - ib - before);
            }
            int64_t c_stride;
            T *c = out.place(i, j, height, n, k0 > 0, c_stride);
            tile_of<T, HOW>(vectors, height, kc, a, a_stride, b, b_stride, c, c_stride, k0 > 0);
            out.done(i, j, height, n, last);
            i += height;
          }
        }
      }
    }
  }
}

}  // namespace NORON_ISA
