// Functions on whole vectors: exp and expm1 to about one unit in the last place, log1p, tanh and what
// is made of them to three or four.
//
// exp(x) = 2^n exp(r) with n = round(x / ln 2), |r| <= ln 2 / 2: Taylor's series is then short.
// A NaN stays a NaN: every bound is a comparison that a NaN does not pass.
#pragma once

#include <math.h>

#include "vector.h"

namespace NORON_ISA {

template <class T>
struct Exp;

template <>
struct Exp<float> {
  static constexpr float shift = 12582912.0f;  // 1.5 * 2^23: adding it rounds to a whole number
  static constexpr float ln2_high = 0.693359375f, ln2_low = -2.12194440e-4f;
  static constexpr float low = -104.0f, high = 89.0f;
  static constexpr int terms = 8, bias = 127, mantissa = 23, log1p_terms = 8;
};

template <>
struct Exp<double> {
  static constexpr double shift = 6755399441055744.0;  // 1.5 * 2^52
  static constexpr double ln2_high = 6.93147180369123816490e-01;
  static constexpr double ln2_low = 1.90821492927058770002e-10;
  static constexpr double low = -746.0, high = 710.0;
  static constexpr int terms = 14, bias = 1023, mantissa = 52, log1p_terms = 17;
};

template <class T>
NORON_INLINE Vec<T> at_most(Vec<T> x, T limit) {
  return choose<T>(x > limit, splat<T>(limit), x);
}

template <class T>
NORON_INLINE Vec<T> at_least(Vec<T> x, T limit) {
  return choose<T>(x < limit, splat<T>(limit), x);
}

template <class T>
NORON_INLINE Vec<T> magnitude(Vec<T> x) {
  typedef typename IntegerOf<T>::type I;
  const I sign = I(1) << (8 * sizeof(T) - 1);
  return bits<Vec<T>>(bits<IVec<T>>(x) & ~(IVec<T>{} + sign));
}

// n and exp(r) - 1 of x = n ln 2 + r.
template <class T>
struct Reduced {
  IVec<T> n;
  Vec<T> p;
};

template <class T>
NORON_INLINE Reduced<T> reduce(Vec<T> x) {
  typedef Exp<T> E;
  const Vec<T> shifted = fused(T(1.44269504088896340736), x, splat(E::shift));
  const Vec<T> whole = shifted - E::shift;
  const Vec<T> r = fused(-E::ln2_low, whole, fused(-E::ln2_high, whole, x));
  // exp(r) - 1 = r (1 + r/2 (1 + r/3 (1 + ...)))
  Vec<T> p = splat<T>(1);
#pragma GCC unroll 16
  for (int k = E::terms; k >= 2; --k) p = fused(T(1) / k, p * r, splat<T>(1));
  return {bits<IVec<T>>(shifted) - bits<IVec<T>>(splat<T>(E::shift)), p * r};
}

// 2^n for n within the exponents of T.
template <class T>
NORON_INLINE Vec<T> power_of_two(IVec<T> n) {
  return bits<Vec<T>>((n + Exp<T>::bias) << Exp<T>::mantissa);
}

template <class T>
NORON_INLINE Vec<T> exp_of(Vec<T> x) {
  typedef Exp<T> E;
  const Vec<T> held = at_least<T>(at_most<T>(x, E::high), E::low);
  const Reduced<T> d = reduce<T>(held);
  const IVec<T> half = d.n >> 1;  // in two steps, so that the smallest and largest are reached
  return (1 + d.p) * power_of_two<T>(half) * power_of_two<T>(d.n - half);
}

// exp(x) - 1 for x <= 0.
template <class T>
NORON_INLINE Vec<T> expm1_of(Vec<T> x) {
  const Reduced<T> d = reduce<T>(at_least<T>(x, T(-40)));
  const Vec<T> s = power_of_two<T>(d.n);
  return fused(s, d.p, s - 1);
}

// log(1 + u) for 0 <= u <= 1: 2 artanh(u / (2 + u)).
template <class T>
NORON_INLINE Vec<T> log1p_of(Vec<T> u) {
  const Vec<T> s = u / (2 + u), s2 = s * s;
  Vec<T> p = splat<T>(T(1) / (2 * Exp<T>::log1p_terms + 1));
#pragma GCC unroll 20
  for (int k = Exp<T>::log1p_terms - 1; k >= 0; --k) p = fused(p, s2, splat<T>(T(1) / (2 * k + 1)));
  return 2 * s * p;
}

// log(x) for 1 <= x < infinity: x = 2^n (1 + u).
template <class T>
NORON_INLINE Vec<T> log_above_1(Vec<T> x) {
  typedef Exp<T> E;
  typedef typename IntegerOf<T>::type I;
  const IVec<T> held = bits<IVec<T>>(x), mantissa = held & ((I(1) << E::mantissa) - 1);
  const IVec<T> exponent = (held >> E::mantissa) - E::bias;
  const Vec<T> u = bits<Vec<T>>(mantissa | bits<IVec<T>>(splat<T>(1))) - 1;
  const Vec<T> n = __builtin_convertvector(exponent, Vec<T>);
  return fused(E::ln2_high, n, fused(E::ln2_low, n, log1p_of<T>(u))) + (x - x);  // NaN stays NaN
}

template <class T>
NORON_INLINE Vec<T> sigmoid_of(Vec<T> z) {
  const Vec<T> e = exp_of<T>(-magnitude<T>(z));
  return choose<T>(z >= T(0), splat<T>(1), e) / (1 + e);
}

template <class T>
NORON_INLINE Vec<T> softplus_of(Vec<T> z) {
  return at_least<T>(z, T(0)) + log1p_of<T>(exp_of<T>(-magnitude<T>(z)));
}

template <class T>
NORON_INLINE Vec<T> tanh_of(Vec<T> z) {
  const Vec<T> t = expm1_of<T>(-2 * magnitude<T>(z));
  const Vec<T> a = -t / (2 + t);
  return choose<T>(z < T(0), -a, a);
}

#if defined(__AVX512F__)
NORON_INLINE Vec<float> sqrt_of(Vec<float> x) { return _mm512_sqrt_ps(x); }
NORON_INLINE Vec<double> sqrt_of(Vec<double> x) { return _mm512_sqrt_pd(x); }
#elif defined(__AVX__)
NORON_INLINE Vec<float> sqrt_of(Vec<float> x) { return _mm256_sqrt_ps(x); }
NORON_INLINE Vec<double> sqrt_of(Vec<double> x) { return _mm256_sqrt_pd(x); }
#elif defined(__SSE2__)
NORON_INLINE Vec<float> sqrt_of(Vec<float> x) { return _mm_sqrt_ps(x); }
NORON_INLINE Vec<double> sqrt_of(Vec<double> x) { return _mm_sqrt_pd(x); }
#elif defined(__aarch64__)
NORON_INLINE Vec<float> sqrt_of(Vec<float> x) { return (Vec<float>)vsqrtq_f32((float32x4_t)x); }
NORON_INLINE Vec<double> sqrt_of(Vec<double> x) { return (Vec<double>)vsqrtq_f64((float64x2_t)x); }
#else
template <class V>
NORON_INLINE V sqrt_of(V x) {
  for (unsigned i = 0; i < sizeof(V) / sizeof(x[0]); ++i)
    x[i] = sizeof(x[0]) == 4 ? __builtin_sqrtf(x[i]) : __builtin_sqrt(x[i]);
  return x;
}
#endif

inline float erfc_of(float x) { return ::erfcf(x); }
inline double erfc_of(double x) { return ::erfc(x); }

}  // namespace NORON_ISA
