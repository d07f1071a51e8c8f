// Subnormal numbers in the slots of an optimizer.
//
// The mean of gradients that are 0, as those of a pixel that is black in every image of many steps,
// decays until it is subnormal. Some processors then take a hundred times as long for each vector.
#pragma once

#include <cstdint>

#include "../program.h"

namespace NORON_ISA {

// Whether theta ends with the same bits if they count as 0: the mean of squares of gradients, once it
// is subnormal, must not show in sqrt(v) + epsilon, not even where it is corrected in the first steps.
inline bool needs_no_subnormals(const noron::Optimizer &of) {
  constexpr double ENOUGH = 1e-10;  // sqrt(1e-38 * 1000) is less than the last bit of it in float32
  return of.kind == noron::Update::momentum || of.kind == noron::Update::nesterov ||
         (of.kind >= noron::Update::adam && of.epsilon >= ENOUGH);
}

// As long as it lives, results of this thread that are subnormal are 0, and such numbers are read as 0;
// or neither, whatever holds around it.
class SubnormalsAreZero {
 public:
  explicit SubnormalsAreZero(bool are_zero) : before_(control()) {
    set_control(are_zero ? before_ | BITS : before_ & ~BITS);
  }
  ~SubnormalsAreZero() { set_control(before_); }
  SubnormalsAreZero(const SubnormalsAreZero &) = delete;
  SubnormalsAreZero &operator=(const SubnormalsAreZero &) = delete;

 private:
#if defined(__SSE__)
  static constexpr uint64_t BITS = 1 << 15 | 1 << 6;  // MXCSR: flush to zero, denormals are zeros
  static uint64_t control() { return __builtin_ia32_stmxcsr(); }
  static void set_control(uint64_t bits) { __builtin_ia32_ldmxcsr(static_cast<unsigned>(bits)); }
#elif defined(__aarch64__)
  static constexpr uint64_t BITS = 1 << 24;  // FPCR: flush to zero
  static uint64_t control() {
    uint64_t bits;
    asm volatile("mrs %0, fpcr" : "=r"(bits));
    return bits;
  }
  static void set_control(uint64_t bits) { asm volatile("msr fpcr, %0" : : "r"(bits)); }
#else
  static constexpr uint64_t BITS = 0;
  static uint64_t control() { return 0; }
  static void set_control(uint64_t) {}
#endif

  const uint64_t before_;
};

}  // namespace NORON_ISA
