#include "instruction_sets.h"

#include <atomic>

#include "error.h"

#define NORON_DECLARE(ISA)               \
  namespace ISA {                        \
  extern const noron::Kernels kernels;   \
  }
#if defined(__x86_64__)
NORON_DECLARE(avx512)
NORON_DECLARE(avx2)
#endif
NORON_DECLARE(baseline)

namespace noron {

static std::vector<const Kernels *> supported_kernels() {
  std::vector<const Kernels *> supported;
  for (const Kernels *k : {
#if defined(__x86_64__)
           &avx512::kernels, &avx2::kernels,
#endif
           &baseline::kernels})
    if (k->supported()) supported.push_back(k);
  return supported;
}

// Runs of other threads read it while it is set.
static std::atomic<const Kernels *> &current() {
  static std::atomic<const Kernels *> chosen{supported_kernels().front()};
  return chosen;
}

const Kernels &chosen_kernels() { return *current(); }

std::vector<const char *> instruction_sets() {
  std::vector<const char *> names;
  for (const Kernels *k : supported_kernels()) names.push_back(k->name);
  return names;
}

void use_instruction_set(const std::string &name) {
  for (const Kernels *k : supported_kernels())
    if (name == k->name) {
      current() = k;
      return;
    }
  refuse("this processor has no " + name);
}

}  // namespace noron
