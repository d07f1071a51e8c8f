// Shuffling as NumPy's Generator does it: Fisher and Yates, with draws that are made again where
// they are too large.
#pragma once

#include "program.h"

namespace noron {

// A number from 0 to `most`, each as likely as any.
static inline uint32_t draw_up_to(BitGenerator *g, uint32_t most) {
  const uint32_t mask = 0xFFFFFFFFu >> __builtin_clz(most);
  uint32_t drawn;
  do drawn = g->next_uint32(g->state) & mask;
  while (drawn > most);
  return drawn;
}

static inline void shuffle(BitGenerator *g, int64_t *order, int64_t n) {
  for (int64_t i = 0; i < n; ++i) order[i] = i;
  for (int64_t i = n - 1; i >= 1; --i) {
    const int64_t j = draw_up_to(g, static_cast<uint32_t>(i));
    const int64_t held = order[j];
    order[j] = order[i];
    order[i] = held;
  }
}

}  // namespace noron
