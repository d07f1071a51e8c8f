// Vectors of T that fill one register, written with the compilers' own vector types: the same code
// for every instruction set, with one width for each.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
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

// Whether this processor has the instructions that are compiled here.
inline bool supported() {
#if defined(__AVX512F__)
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
#elif defined(__AVX2__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return true;
#endif
}

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

// Use a pointer to the whole vector: GCC 12 splits a memcpy of 32 bytes into two of 16, and a load
// of 32 bytes that were stored as two halves waits until they are in the cache.
template <class T>
NORON_INLINE Vec<T> load(const T *p) {
  return *reinterpret_cast<const Vec<T> *>(p);
}

// The same vector, which is now in a register: GCC would read it from memory for each of its uses.
template <class V>
NORON_INLINE V in_register(V v) {
#if defined(__SSE2__)
  asm("" : "+v"(v));
#elif defined(__aarch64__)
  asm("" : "+w"(v));
#endif
  return v;
}

template <class T>
NORON_INLINE void store(T *p, Vec<T> v) {
  *reinterpret_cast<Vec<T> *>(p) = v;
}

template <class T>
NORON_INLINE Vec<T> splat(T x) {
  return x - Vec<T>{};  // x - 0 is x, also where x is -0
}

// a b + c, rounded once if the instruction set can do that, else twice. The compiler itself must
// not fuse (-ffp-contract=off): it would decide separately at each place where a function is
// inlined, and one or two threads, dense or compressed rows would give different bits.
#if defined(__AVX512F__)
NORON_INLINE Vec<float> fused(Vec<float> a, Vec<float> b, Vec<float> c) { return _mm512_fmadd_ps(b, a, c); }
NORON_INLINE Vec<double> fused(Vec<double> a, Vec<double> b, Vec<double> c) { return _mm512_fmadd_pd(b, a, c); }
#elif defined(__FMA__)
NORON_INLINE Vec<float> fused(Vec<float> a, Vec<float> b, Vec<float> c) { return _mm256_fmadd_ps(b, a, c); }
NORON_INLINE Vec<double> fused(Vec<double> a, Vec<double> b, Vec<double> c) { return _mm256_fmadd_pd(b, a, c); }
#elif defined(__aarch64__)
NORON_INLINE Vec<float> fused(Vec<float> a, Vec<float> b, Vec<float> c) {
  return (Vec<float>)vfmaq_f32((float32x4_t)c, (float32x4_t)a, (float32x4_t)b);
}
NORON_INLINE Vec<double> fused(Vec<double> a, Vec<double> b, Vec<double> c) {
  return (Vec<double>)vfmaq_f64((float64x2_t)c, (float64x2_t)a, (float64x2_t)b);
}
#else
template <class V>
NORON_INLINE V fused(V a, V b, V c) {
  return a * b + c;
}
#endif
template <class T>
NORON_INLINE Vec<T> fused(T a, Vec<T> b, Vec<T> c) {
  return fused(splat(a), b, c);
}

// Two bfloat16, the first one in the lower half. Their instructions are written out: options that let
// the compiler use them would let it do so everywhere, and not every processor with all the others
// has them.
typedef uint32_t Pair;
#if defined(__AVX512F__)
// Both products of each pair, added to c.
NORON_INLINE Vec<float> fused(Vec<Pair> a, Vec<Pair> b, Vec<float> c) {
  asm("vdpbf16ps %2, %1, %0" : "+v"(c) : "v"(a), "v"(b));
  return c;
}
#endif

// Load the first n lanes from memory, and zeros for the others; memory beyond is not read. Lanes
// are not set one by one: that goes through memory, and the load of the vector waits for all the
// stores.
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
#elif defined(__AVX__)
NORON_INLINE __m256i first_lanes(int n_floats) {
  static const int32_t set[16] = {-1, -1, -1, -1, -1, -1, -1, -1};
  return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(set + 8 - n_floats));
}
NORON_INLINE Vec<float> load_some(const float *p, int n) {
  return n >= 8 ? load(p) : Vec<float>(_mm256_maskload_ps(p, first_lanes(n)));
}
NORON_INLINE Vec<double> load_some(const double *p, int n) {
  return n >= 4 ? load(p) : Vec<double>(_mm256_maskload_pd(p, first_lanes(2 * n)));
}
NORON_INLINE void store_some(double *p, Vec<double> v, int n) {
  if (n >= 4) return store(p, v);
  __m128d rest = _mm256_castpd256_pd128(v);
  if (n & 2) {
    _mm_storeu_pd(p, rest);
    p += 2;
    rest = _mm256_extractf128_pd(v, 1);
  }
  if (n & 1) _mm_store_sd(p, rest);
}
NORON_INLINE void store_some(float *p, Vec<float> v, int n) {
  if (n >= 8) return store(p, v);
  __m128 rest = _mm256_castps256_ps128(v);
  if (n & 4) {
    _mm_storeu_ps(p, rest);
    p += 4;
    rest = _mm256_extractf128_ps(v, 1);
  }
  if (n & 2) {
    _mm_storel_pi(reinterpret_cast<__m64 *>(p), rest);
    p += 2;
    rest = _mm_movehl_ps(rest, rest);
  }
  if (n & 1) _mm_store_ss(p, rest);
}
#else
NORON_INLINE Vec<float> load_some(const float *p, int n) {
  switch (n) {
    case 0: return Vec<float>{};
    case 1: return Vec<float>{p[0]};
    case 2: return Vec<float>{p[0], p[1]};
    case 3: return Vec<float>{p[0], p[1], p[2]};
    default: return load(p);
  }
}
NORON_INLINE Vec<double> load_some(const double *p, int n) {
  return n >= 2 ? load(p) : n == 1 ? Vec<double>{p[0]} : Vec<double>{};
}
template <class T>
NORON_INLINE void store_some(T *p, Vec<T> v, int n) {
  if (n >= LANES<T>) return store(p, v);
  for (int i = 0; i < n; ++i) p[i] = v[i];
}
#endif

// The same bits, as a vector of another type.
template <class To, class From>
NORON_INLINE To bits(From x) {
  static_assert(sizeof(To) == sizeof(From), "both fill one register");
  return (To)x;
}

// The first n lanes as they are, zeros behind them.
template <class T>
NORON_INLINE Vec<T> first_of(Vec<T> v, int n) {
#if defined(__AVX512F__)
  if constexpr (sizeof(T) == 4)
    return _mm512_maskz_mov_ps(n >= 16 ? __mmask16(-1) : __mmask16((1u << n) - 1), v);
  else
    return _mm512_maskz_mov_pd(n >= 8 ? __mmask8(-1) : __mmask8((1u << n) - 1), v);
#else
  typedef typename IntegerOf<T>::type I;
  IVec<T> lane;
  for (int i = 0; i < LANES<T>; ++i) lane[i] = I(i);
  return bits<Vec<T>>(bits<IVec<T>>(v) & (lane < I(n)));
#endif
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
#elif defined(__SSE2__)
  if constexpr (sizeof(T) == 4)
    return unsigned(_mm_movemask_ps(_mm_cmpneq_ps(v, _mm_setzero_ps())));
  else
    return unsigned(_mm_movemask_pd(_mm_cmpneq_pd(v, _mm_setzero_pd())));
#else
  uint64_t set = 0;
  for (int i = 0; i < LANES<T>; ++i) set |= uint64_t(v[i] != 0) << i;
  return set;
#endif
}

// Write the indices of the bits that are set among the lowest 16, counted from `first`; return how
// many there are. The output needs room for 16.
NORON_INLINE int indices_of(uint64_t set, int first, int *to) {
#if defined(__AVX512F__)
  const __m512i lane = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m512i kept = _mm512_maskz_compress_epi32(__mmask16(set), lane);
  _mm512_storeu_si512(to, _mm512_add_epi32(kept, _mm512_set1_epi32(first)));
  return __builtin_popcountll(set);
#else
  int n = 0;
  for (; set; set &= set - 1) to[n++] = first + __builtin_ctzll(set);
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

// Bits in the lanes that are not finite: x - x is 0 for finite x only.
template <class T>
NORON_INLINE IVec<T> not_finite(Vec<T> x) {
  return bits<IVec<T>>(x - x);
}

template <class T>
NORON_INLINE bool any_bit(IVec<T> v) {
  typename IntegerOf<T>::type all = 0;
  for (int i = 0; i < LANES<T>; ++i) all |= v[i];
  return all != 0;
}

// The sum of all lanes: add one half to the other, and so on.
#if defined(__SSE2__)
NORON_INLINE float sum_of_4(__m128 v) {
  v = _mm_add_ps(v, _mm_movehl_ps(v, v));
  return _mm_cvtss_f32(_mm_add_ss(v, _mm_shuffle_ps(v, v, 1)));
}
NORON_INLINE double sum_of_2(__m128d v) { return _mm_cvtsd_f64(_mm_add_sd(v, _mm_unpackhi_pd(v, v))); }
#endif
#if defined(__AVX__)
NORON_INLINE float sum_of_8(__m256 v) {
  return sum_of_4(_mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1)));
}
NORON_INLINE double sum_of_4(__m256d v) {
  return sum_of_2(_mm_add_pd(_mm256_castpd256_pd128(v), _mm256_extractf128_pd(v, 1)));
}
#endif
template <class T>
NORON_INLINE T sum_of(Vec<T> v) {
#if defined(__AVX512F__)
  if constexpr (sizeof(T) == 4)
    return sum_of_8(_mm256_add_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps(v, 1)));
  else
    return sum_of_4(_mm256_add_pd(_mm512_castpd512_pd256(v), _mm512_extractf64x4_pd(v, 1)));
#elif defined(__AVX__)
  if constexpr (sizeof(T) == 4) return sum_of_8(v);
  else return sum_of_4(v);
#elif defined(__SSE2__)
  if constexpr (sizeof(T) == 4) return sum_of_4(v);
  else return sum_of_2(v);
#else
  if constexpr (sizeof(T) == 4) return (v[0] + v[2]) + (v[1] + v[3]);
  else return v[0] + v[1];
#endif
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

// A number of vectors as a compile-time constant.
template <int NV>
struct Vectors {
  static constexpr int count = NV;
};

// use(first column, Vectors) for all vectors of the columns j: MOST of them at a time while there are
// as many, then fewer: of up to four, all that are left, as each pass has the cost of its loops.
template <class T, int MOST, class Use>
NORON_INLINE void for_vectors(Range j, Use use) {
  for (; vectors_of<T>(j.to - j.from) >= MOST; j.from += MOST * LANES<T>) use(j.from, Vectors<MOST>{});
  if constexpr (MOST > 1) for_vectors<T, (MOST > 4 ? MOST / 2 : MOST - 1)>(j, use);
}

}  // namespace NORON_ISA
