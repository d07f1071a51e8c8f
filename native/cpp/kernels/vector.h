// Vectors of T that fill one register, written with the compilers' own vector types: the same code
// for every instruction set, with one width for each.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__AVX__)
#include <immintrin.h>
#endif

namespace NORON_ISA {

#define NORON_INLINE inline __attribute__((always_inline))

template <class T, int L>
struct VectorOf {
  typedef T type __attribute__((vector_size(sizeof(T) * L), aligned(sizeof(T)), may_alias));
};
template <class T>
struct VectorOf<T, 1> {
  typedef T type;
};

#if defined(__AVX512F__)
constexpr int REGISTER_BYTES = 64, N_REGISTERS = 32;
#elif defined(__AVX__)
constexpr int REGISTER_BYTES = 32, N_REGISTERS = 16;
#elif defined(__aarch64__)
constexpr int REGISTER_BYTES = 16, N_REGISTERS = 32;
#else
constexpr int REGISTER_BYTES = 16, N_REGISTERS = 16;
#endif

// Numbers in a register.
template <class T>
constexpr int LANES = REGISTER_BYTES / static_cast<int>(sizeof(T));

template <class T>
using Vec = typename VectorOf<T, LANES<T>>::type;

template <class T>
struct IntegerOf;
template <>
struct IntegerOf<float> {
  typedef int32_t type;
};
template <>
struct IntegerOf<double> {
  typedef int64_t type;
};
template <class T>
using IVec = typename VectorOf<typename IntegerOf<T>::type, LANES<T>>::type;

template <class T>
NORON_INLINE Vec<T> load(const T *p) {
  Vec<T> v;
  memcpy(&v, p, sizeof(v));
  return v;
}

template <class T>
NORON_INLINE void store(T *p, Vec<T> v) {
  memcpy(p, &v, sizeof(v));
}

template <class T>
NORON_INLINE Vec<T> splat(T x) {
  return x - Vec<T>{};  // x - 0 is x, also where x is -0
}

// The first n lanes from memory, zeros behind them; nothing beyond is touched.
#if defined(__AVX512F__)
NORON_INLINE Vec<float> load_some(const float *p, int n) {
  return _mm512_maskz_loadu_ps(n >= 16 ? __mmask16(-1) : __mmask16((1u << n) - 1), p);
}
NORON_INLINE Vec<double> load_some(const double *p, int n) {
  return _mm512_maskz_loadu_pd(n >= 8 ? __mmask8(-1) : __mmask8((1u << n) - 1), p);
}
NORON_INLINE void store_some(float *p, Vec<float> v, int n) {
  _mm512_mask_storeu_ps(p, n >= 16 ? __mmask16(-1) : __mmask16((1u << n) - 1), v);
}
NORON_INLINE void store_some(double *p, Vec<double> v, int n) {
  _mm512_mask_storeu_pd(p, n >= 8 ? __mmask8(-1) : __mmask8((1u << n) - 1), v);
}
#else
template <class T>
NORON_INLINE Vec<T> load_some(const T *p, int n) {
  if (n >= LANES<T>) return load(p);
  Vec<T> v{};
  for (int i = 0; i < n; ++i) v[i] = p[i];
  return v;
}

template <class T>
NORON_INLINE void store_some(T *p, Vec<T> v, int n) {
  if (n >= LANES<T>) return store(p, v);
  for (int i = 0; i < n; ++i) p[i] = v[i];
}
#endif

template <class To, class From>
NORON_INLINE To bits(From x) {
  static_assert(sizeof(To) == sizeof(From), "the same bits in another type");
  To y;
  memcpy(&y, &x, sizeof(y));
  return y;
}

// A bit for each lane that is not zero.
template <class T>
NORON_INLINE uint64_t not_zero(Vec<T> v) {
#if defined(__AVX512F__)
  if constexpr (sizeof(T) == 4)
    return _mm512_cmp_ps_mask(v, _mm512_setzero_ps(), _CMP_NEQ_UQ);
  else
    return _mm512_cmp_pd_mask(v, _mm512_setzero_pd(), _CMP_NEQ_UQ);
#elif defined(__AVX__)
  if constexpr (sizeof(T) == 4)
    return unsigned(_mm256_movemask_ps(_mm256_cmp_ps(v, _mm256_setzero_ps(), _CMP_NEQ_UQ)));
  else
    return unsigned(_mm256_movemask_pd(_mm256_cmp_pd(v, _mm256_setzero_pd(), _CMP_NEQ_UQ)));
#else
  uint64_t set = 0;
  for (int i = 0; i < LANES<T>; ++i) set |= uint64_t(v[i] != 0) << i;
  return set;
#endif
}

// Write the lanes that are not zero one behind the other, and which they are, counted from `first`;
// how many there are. A register's worth of room is needed.
template <class T>
NORON_INLINE int keep_not_zero(Vec<T> v, int first, T *to, int *places) {
  uint64_t set = not_zero<T>(v);
#if defined(__AVX512F__)
  const __m512i lane = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m512i kept = _mm512_maskz_compress_epi32(__mmask16(set), lane);
  const __m512i place = _mm512_add_epi32(kept, _mm512_set1_epi32(first));
  if constexpr (sizeof(T) == 4) {
    store(to, _mm512_maskz_compress_ps(__mmask16(set), v));
    _mm512_storeu_si512(places, place);
  } else {
    store(to, _mm512_maskz_compress_pd(__mmask8(set), v));
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(places), _mm512_castsi512_si256(place));
  }
  return __builtin_popcountll(set);
#else
  int n = 0;
  for (; set; set &= set - 1, ++n) {
    const int i = __builtin_ctzll(set);
    to[n] = v[i];
    places[n] = first + i;
  }
  return n;
#endif
}

// A bit for each of 64 bytes that is not zero.
NORON_INLINE uint64_t bytes_not_zero(const uint8_t *p) {
#if defined(__AVX512BW__)
  const __m512i v = _mm512_loadu_si512(p);
  return _mm512_test_epi8_mask(v, v);
#elif defined(__AVX2__)
  const __m256i *at = reinterpret_cast<const __m256i *>(p), zero = _mm256_setzero_si256();
  const uint32_t low = uint32_t(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_loadu_si256(at), zero)));
  const uint32_t high = uint32_t(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_loadu_si256(at + 1), zero)));
  return ~(uint64_t(high) << 32 | low);
#else
  uint64_t set = 0;
  for (int i = 0; i < 8; ++i) {
    uint64_t v;
    memcpy(&v, p + 8 * i, 8);
    const uint64_t low = 0x7f7f7f7f7f7f7f7full;
    v = (((v & low) + low) | v) & ~low;  // the highest bit of each byte that is not zero
    set |= ((v >> 7) * 0x0102040810204080ull >> 56) << (8 * i);
  }
  return set;
#endif
}

template <class T>
NORON_INLINE bool any_bit(IVec<T> v) {
  typename IntegerOf<T>::type all = 0;
  for (int i = 0; i < LANES<T>; ++i) all |= v[i];
  return all != 0;
}

// All lanes together, in pairs, pairs of pairs, ...
template <class T>
NORON_INLINE T sum_of(Vec<T> v) {
#if defined(__AVX512F__)
  if constexpr (sizeof(T) == 4) return _mm512_reduce_add_ps(v);
  if constexpr (sizeof(T) == 8) return _mm512_reduce_add_pd(v);
#endif
  T lanes[LANES<T>];
  store(lanes, v);
#pragma GCC unroll 8
  for (int half = LANES<T> / 2; half > 0; half /= 2)
#pragma GCC unroll 16
    for (int i = 0; i < half; ++i) lanes[i] += lanes[i + half];
  return lanes[0];
}

// a where the mask's lanes are set, else b.
template <class T>
NORON_INLINE Vec<T> choose(IVec<T> mask, Vec<T> a, Vec<T> b) {
  return bits<Vec<T>>((mask & bits<IVec<T>>(a)) | (~mask & bits<IVec<T>>(b)));
}

struct Range {
  int from, to;
};

constexpr int min_of(int a, int b) { return a < b ? a : b; }
constexpr int max_of(int a, int b) { return a > b ? a : b; }
constexpr int64_t round_up(int64_t n, int64_t unit) { return (n + unit - 1) / unit * unit; }

template <class T>
NORON_INLINE int vectors_of(int columns) {
  return (columns + LANES<T> - 1) / LANES<T>;
}

// A number of vectors that is known when the code is compiled.
template <int NV>
struct Vectors {
  static constexpr int count = NV;
};

// use(first column, Vectors) for all vectors of the columns j: MOST of them at a time while there are
// as many, then half of that, ...
template <class T, int MOST, class Use>
NORON_INLINE void for_vectors(Range j, Use use) {
  for (; vectors_of<T>(j.to - j.from) >= MOST; j.from += MOST * LANES<T>) use(j.from, Vectors<MOST>{});
  if constexpr (MOST > 1) for_vectors<T, MOST / 2>(j, use);
}

}  // namespace NORON_ISA
