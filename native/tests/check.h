// What the tests share: checks that count and report, numbers to test with, and the plain formulas.
#pragma once

#include <cmath>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

#include "../core/kernels/vector.h"

#if defined(__wasm__)  // without exceptions and threads: what would be thrown ends the program
extern "C" {
__attribute__((weak)) void *__cxa_allocate_exception(size_t) { __builtin_trap(); }
__attribute__((weak)) int __cxa_thread_atexit(void (*)(void *), void *, void *) { return 0; }
__attribute__((weak)) void __cxa_throw(void *, void *, void *(*)(void *)) { __builtin_trap(); }
}
#endif

namespace check {

inline long n_checks = 0, n_failed = 0;

// Counts one check; of those that fail, the first ten are printed.
__attribute__((format(printf, 2, 3))) inline bool that(bool holds, const char *text, ...) {
  ++n_checks;
  if (holds) return true;
  if (++n_failed <= 10) {
    va_list given;
    va_start(given, text);
    vprintf(text, given);
    va_end(given);
    printf("\n");
    fflush(stdout);
  }
  return false;
}

template <class T>
bool same_bits(const T *a, const T *b, int64_t n) {
  return memcmp(a, b, sizeof(T) * static_cast<size_t>(n)) == 0;
}

#define NORON_TEXT_OF(x) #x
#define NORON_TEXT(x) NORON_TEXT_OF(x)

// The exit status of a program that runs these tests; its last line says what came out.
inline int run(const char *name, void (*tests)()) {
  if (!NORON_ISA::supported()) {
    printf("%s: skipped, as this processor has no %s\n", name, NORON_TEXT(NORON_ISA));
    return 0;
  }
  tests();
  printf("%s (%s): %ld checks, %ld failed\n", name, NORON_TEXT(NORON_ISA), n_checks, n_failed);
  return n_failed > 0 || n_checks == 0;
}

// The same numbers on every machine.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 2 + 1) {}
  uint64_t next() {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    const uint64_t x = state_ ^ (state_ >> 33);
    return x * 0xff51afd7ed558ccdull >> 16;
  }
  int below(int n) { return static_cast<int>(next() % static_cast<uint64_t>(n)); }
  double uniform() { return static_cast<double>(next() & 0xffffffff) / 4294967296.0; }

  // From -1 to 1; every `one_in`th is 0 or -0.
  template <class T>
  T number(int one_in) {
    if (one_in && below(one_in) == 0) return below(2) ? T(0) : T(-0.0);
    return T(2 * uniform() - 1);
  }
  template <class T>
  std::vector<T> numbers(int64_t n, int one_in = 9) {
    std::vector<T> result(static_cast<size_t>(n));
    for (T &x : result) x = number<T>(one_in);
    return result;
  }

 private:
  uint64_t state_;
};

// a b + c, rounded once where the instruction set of the kernels can do that, else twice.
template <class T>
T multiply_add(T a, T b, T c) {
#if defined(__FMA__) || defined(__aarch64__)
  return std::fma(a, b, c);
#else
  return a * b + c;
#endif
}

}  // namespace check
