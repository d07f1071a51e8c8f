// The threads of a run, and the barrier at which they wait for each other.
#include "team.h"

#include <chrono>

#if defined(__x86_64__) || defined(__i386__)
#define NORON_PAUSE() __builtin_ia32_pause()
#elif defined(__aarch64__)
#define NORON_PAUSE() asm volatile("yield")
#else
#define NORON_PAUSE() ((void)0)
#endif

namespace noron {

// A wait is mostly shorter than a microsecond, so it spins first. If it lasts longer, other threads
// need this core: then it yields, and at last sleeps.
constexpr int SPINS = 2000, YIELDS = 50;
constexpr auto NAP = std::chrono::microseconds(30);

void wait_for_all(Team *team) {
  const unsigned round = team->round.load(std::memory_order_acquire);
  if (team->arrived.fetch_add(1, std::memory_order_acq_rel) + 1 == team->size) {
    team->arrived.store(0, std::memory_order_relaxed);
    team->round.store(round + 1, std::memory_order_release);
    return;
  }
  for (int spins = 0; team->round.load(std::memory_order_acquire) == round;) {
    if (++spins < SPINS)
      NORON_PAUSE();
    else if (spins < SPINS + YIELDS)
      std::this_thread::yield();
    else
      std::this_thread::sleep_for(NAP);
  }
}

int n_threads(const Team *team) { return team ? team->size : 1; }

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace noron
