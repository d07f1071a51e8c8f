// Shuffles as NumPy's Generator does: Fisher and Yates, where draws that are too large are
// repeated.
#pragma once

#include "program.h"

namespace noron {

static inline void shuffle(BitGenerator *g, int64_t *order, int64_t n) {
  for (int64_t i = 0; i < n; ++i) order[i] = i;
  for (int64_t i = n - 1; i >= 1;) {
    const uint32_t mask = 0xFFFFFFFFu >> __builtin_clz(static_cast<uint32_t>(i));
    const int64_t drawn = g->next_uint32(g->state) & mask;
    // No branch, as it could not be predicted which draws are too large: these change nothing.
    const bool fits = drawn <= i;
    const int64_t j = fits ? drawn : i, held = order[j];
    order[j] = order[i];
    order[i] = held;
    i -= fits;
  }
}

}  // namespace noron
