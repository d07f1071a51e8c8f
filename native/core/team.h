#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "program.h"

namespace noron {

// Two threads never write within so many bytes: a processor fetches lines of a cache in pairs, and
// some have lines of this size.
constexpr int APART = 128;
constexpr int MOST_THREADS = 64;

// The core on which a thread of a team was last; written by this thread alone.
struct alignas(APART) Place {
  std::atomic<int> core{-1};
};

struct Team {
  int size = 1;
  alignas(APART) std::atomic<int> arrived{0};
  alignas(APART) std::atomic<unsigned> round{0};
  Place places[MOST_THREADS];
  // Nanoseconds that all threads together waited longer than they spin.
  std::atomic<int64_t> waited{0};
  int64_t switches = 0;  // how often something else took a core from one of them, where that is known

  // The seconds that a thread, on average, waited for one that had no core, in a run of so many
  // seconds. Nobody else wants the cores if they are hardly ever taken away: then the threads have
  // unequal shares of the work.
  double waited_for_a_core(double seconds) const;
};

// Threads that wait for work: they spin for a moment, then sleep.
class Threads {
 public:
  typedef void (*Work)(void *of, int thread);

  Threads();
  ~Threads();  // ends them
  Threads(const Threads &) = delete;
  Threads &operator=(const Threads &) = delete;

  // Runs work(of, 0), ..., work(of, n - 1), each in its own thread, the first in the calling one. If
  // the system cannot start enough threads, fewer are used. False if a thread began late: the system
  // may have left it on the calling thread's core, where a new thread would not be put.
  bool run(Team &team, int n, Work work, void *of);

 private:
  struct Thread;
  std::vector<std::unique_ptr<Thread>> threads_;
};

// The process keeps the threads of the last call for the next one. A call that comes while they are
// at work gets threads of its own.
std::unique_ptr<Threads> take_threads();
void keep_threads(std::unique_ptr<Threads> threads);

// Runs work(0), ..., work(n - 1), each in its own thread, the first in the calling one. If the
// system cannot start enough threads, fewer are used.
template <class Work>
void in_parallel(Team &team, int n, Work work) {
  team.size = 1;
  if (n == 1) return work(0);
  std::unique_ptr<Threads> threads = take_threads();
  const auto call = [](void *of, int thread) { (*static_cast<Work *>(of))(thread); };
  if (threads->run(team, n, call, &work)) keep_threads(std::move(threads));
}

}  // namespace noron
