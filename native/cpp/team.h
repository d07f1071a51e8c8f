#pragma once

#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

#include "program.h"

namespace noron {

struct Team {
  int size = 1;
  alignas(64) std::atomic<int> arrived{0};
  alignas(64) std::atomic<unsigned> round{0};
};

// Runs work(0), ..., work(n - 1), each in its own thread, the first in the calling one. If the
// system cannot start enough threads, fewer are used.
template <class Work>
void in_parallel(Team &team, int n, Work work) {
  std::atomic<bool> complete{false};
  std::vector<std::thread> others;
  others.reserve(n > 1 ? n - 1 : 0);
  try {
    for (int i = 1; i < n; ++i)
      others.emplace_back([&complete, work, i] {
        while (!complete.load(std::memory_order_acquire)) std::this_thread::yield();
        work(i);
      });
  } catch (const std::system_error &) {
  }
  team.size = 1 + static_cast<int>(others.size());
  complete.store(true, std::memory_order_release);
  work(0);
  for (std::thread &other : others) other.join();
}

// Marks an object as in use for its own lifetime. It is made and destroyed while holding Python's
// lock, so a plain flag is enough.
class AtWork {
 public:
  explicit AtWork(bool &flag) : flag_(flag) { flag_ = true; }
  ~AtWork() { flag_ = false; }
  AtWork(const AtWork &) = delete;
  AtWork &operator=(const AtWork &) = delete;

 private:
  bool &flag_;
};

}  // namespace noron
