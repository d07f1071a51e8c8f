// The functions on whole vectors against those of the C library in higher precision, and the
// activations with their derivatives against the formulas.
#include <limits>

#include "../core/kernels/layers.h"
#include "check.h"

using namespace NORON_ISA;

// Numbers that are more precise than T, where there are such.
template <class T>
struct Precise;
template <>
struct Precise<float> {
  typedef double type;
};
template <>
struct Precise<double> {
  typedef long double type;
};
template <class T>
using P = typename Precise<T>::type;

// Units in the last place of `exact` between it and x; subnormal results are not asked to be as good.
template <class T>
static double units(T x, P<T> exact) {
  const T rounded = T(exact);
  if (std::isnan(exact)) return std::isnan(x) ? 0 : INFINITY;
  if (std::isinf(rounded) || std::isinf(x)) return rounded == x ? 0 : INFINITY;
  const P<T> least = std::numeric_limits<T>::min(),
             size = std::fabs(exact) < least ? least : std::fabs(exact);
  int exponent;
  std::frexp(size, &exponent);
  const P<T> unit = std::ldexp(P<T>(1), exponent - std::numeric_limits<T>::digits);
  return double(std::fabs(P<T>(x) - exact) / unit);
}

template <class T>
struct Worst {
  double units = 0, at = 0, value = 0;
};

// The largest error on a grid from `from` to `to`, of which no number is a multiple of a power of 2.
template <class T, class Ours, class Exact>
static void compare(const char *name, double from, double to, double most, Ours ours, Exact exact) {
  Worst<T> worst;
  const int n = 40000;
  for (int i = 0; i < n; i += LANES<T>) {
    T x[LANES<T>], y[LANES<T>];
    for (int k = 0; k < LANES<T>; ++k) x[k] = T(from + (to - from) * (i + k + 0.37) / (n + 64));
    store(y, ours(load(x)));
    for (int k = 0; k < LANES<T>; ++k) {
      const double off = units<T>(y[k], exact(P<T>(x[k])));
      if (!(off <= worst.units)) worst = {off, double(x[k]), double(y[k])};
    }
  }
  // Where long double has no 64 bits, it is a double, or its functions in some libraries are those of
  // double: the exact value is rounded, too.
  if (sizeof(T) == 8 && std::numeric_limits<long double>::digits != 64) most += 1;
  check::that(worst.units <= most,
              "%s, %d-bit numbers: %.2f units in the last place at %.9g, where it is %.9g", name,
              int(8 * sizeof(T)), worst.units, worst.at, worst.value);
}

template <class T, class Ours>
static void value(const char *name, T x, T expected, Ours ours) {
  T y[LANES<T>];
  store(y, ours(splat(x)));
  for (const T &one : y)
    check::that(std::isnan(expected) ? std::isnan(one) : one == expected, "%s(%g) is %g, not %g", name,
                double(x), double(one), double(expected));
}

template <class T>
static void functions() {
  typedef P<T> X;
  typedef Vec<T> V;
  const T inf = T(INFINITY), nan = T(NAN);
  const double low = sizeof(T) == 4 ? -87 : -708, high = sizeof(T) == 4 ? 88.7 : 709.7;
  const auto exp = [](V x) { return exp_of<T>(x); };
  const auto expm1 = [](V x) { return expm1_of<T>(x); };
  const auto tanh = [](V x) { return tanh_of<T>(x); };
  const auto sigmoid = [](V x) { return sigmoid_of<T>(x); };
  const auto softplus = [](V x) { return softplus_of<T>(x); };
  const auto log = [](V x) { return log_above_1<T>(x); };
  const auto exact_sigmoid = [](X x) {
    return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
  };
  const auto exact_softplus = [](X x) { return (x > 0 ? x : 0) + std::log1p(std::exp(-std::fabs(x))); };
  for (const double reach : {1e-4, 1.0, 20.0, 1e9}) {
    const double from = std::fmax(-reach, low), to = std::fmin(reach, high);
    compare<T>("exp", from, to, 1.2, exp, [](X x) { return std::exp(x); });
    compare<T>("expm1", std::fmax(from, -39.0), 0, 1.5, expm1, [](X x) { return std::expm1(x); });
    compare<T>("tanh", from, to, 3, tanh, [](X x) { return std::tanh(x); });
    compare<T>("sigmoid", from, to, 2.5, sigmoid, exact_sigmoid);
    compare<T>("softplus", from, to, 4, softplus, exact_softplus);
    compare<T>("log", 1, 1 + reach, 3, log, [](X x) { return std::log(x); });
    compare<T>(
        "log1p", 0, std::fmin(reach, 1.0), 3, [](V x) { return log1p_of<T>(x); },
        [](X x) { return std::log1p(x); });
    compare<T>("sqrt", 0, reach, 0.5, [](V x) { return sqrt_of(x); }, [](X x) { return std::sqrt(x); });
  }
  value<T>("exp", inf, inf, exp), value<T>("exp", -inf, 0, exp), value<T>("exp", 0, 1, exp);
  value<T>("expm1", -inf, -1, expm1), value<T>("expm1", 0, 0, expm1);
  value<T>("tanh", inf, 1, tanh), value<T>("tanh", -inf, -1, tanh), value<T>("tanh", 0, 0, tanh);
  value<T>("sigmoid", inf, 1, sigmoid), value<T>("sigmoid", -inf, 0, sigmoid),
      value<T>("sigmoid", 0, T(0.5), sigmoid);
  value<T>("softplus", inf, inf, softplus), value<T>("softplus", -inf, 0, softplus),
      value<T>("log", 1, 0, log);
  value<T>("exp", nan, nan, exp), value<T>("expm1", nan, nan, expm1), value<T>("tanh", nan, nan, tanh);
  value<T>("sigmoid", nan, nan, sigmoid), value<T>("softplus", nan, nan, softplus),
      value<T>("log", nan, nan, log);
}

// f(z) of the definitions, in higher precision.
template <class X>
static X formula(Activation which, X z, X c) {
  const X softplus = (z > 0 ? z : 0) + std::log1p(std::exp(-std::fabs(z)));
  const X sigmoid = z < 0 ? std::exp(z) / (1 + std::exp(z)) : 1 / (1 + std::exp(-z));
  switch (which) {
    case Activation::sigmoid:
      return sigmoid;
    case Activation::tanh:
      return std::tanh(z);
    case Activation::relu:
      return z > 0 ? z : 0;
    case Activation::leaky_relu:
      return z > 0 ? z : c * z;
    case Activation::elu:
      return z > 0 ? z : c * std::expm1(z);
    case Activation::selu:
      return X(SELU_SCALE) * (z > 0 ? z : X(SELU_ALPHA) * std::expm1(z));
    case Activation::gelu:
      return z * std::erfc(-z * X(0.70710678118654752440L)) / 2;
    case Activation::silu:
      return z * sigmoid;
    case Activation::mish:
      return z * std::tanh(softplus);
    case Activation::softplus:
      return softplus;
    case Activation::identity:
      return z;
  }
  return NAN;
}

// The values within few units of their size, and the derivatives as the slopes of the formula.
template <class T, Activation F>
static void activation(const char *name) {
  typedef P<T> X;
  const T c = T(0.3);
  const double most = 8 * std::numeric_limits<T>::epsilon(), slope = sizeof(T) == 4 ? 3e-6 : 1e-9;
  for (double at = -30; at < 30; at += 0.0173 * LANES<T>) {
    T z[LANES<T>], a[LANES<T>], d[LANES<T>];
    for (int k = 0; k < LANES<T>; ++k) z[k] = T(at + 0.0173 * k + 0.0001);
    store(a, f<T, F>(load(z), c));
    store(d, df<T, F>(load(z), load(a), c));
    for (int k = 0; k < LANES<T>; ++k) {
      const X x = X(z[k]), h = X(sizeof(T) == 4 ? 1e-5 : 1e-6), exact = formula<X>(F, x, X(c));
      const X df = (formula<X>(F, x + h, X(c)) - formula<X>(F, x - h, X(c))) / (2 * h);
      check::that(double(std::fabs(X(a[k]) - exact)) <= most * std::fmax(1.0, std::fabs(double(exact))),
                  "%s(%g) is %.9g, not %.9g", name, double(z[k]), double(a[k]), double(exact));
      check::that(double(std::fabs(X(d[k]) - df)) <= slope, "the derivative of %s at %g is %.9g, not %.9g",
                  name, double(z[k]), double(d[k]), double(df));
    }
  }
  // A whole row goes through the same function, and its gradient is multiplied by the derivative.
  const std::vector<T> z = check::Random(1).numbers<T>(64), da = check::Random(2).numbers<T>(64);
  std::vector<T> a(64), dz(64);
  Op op{};
  op.activation = F;
  op.setting = 0.3;
  activation_forward<T>(op, z.data(), a.data(), 64);
  activation_backward<T>(op, z.data(), a.data(), da.data(), dz.data(), 64);
  for (size_t i = 0; i < 64; ++i) {
    const T one = f<T, F>(splat(z[i]), c)[0], d = df<T, F>(splat(z[i]), splat(a[i]), c)[0];
    check::that(a[i] == one, "%s of a row at %g", name, double(z[i]));
    check::that(dz[i] == da[i] * d, "the gradient of %s of a row at %g", name, double(z[i]));
  }
}

template <class T>
static void activations() {
#define NORON_TEST(NAME, SETTING) activation<T, Activation::NAME>(#NAME);
  NORON_ACTIVATIONS(NORON_TEST)
#undef NORON_TEST
}

static void tests() {
  functions<float>();
  functions<double>();
  activations<float>();
  activations<double>();
}

int main() { return check::run("maths", tests); }
