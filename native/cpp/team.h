#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "program.h"

namespace noron {

struct Team {
  explicit Team(int n) : size(n) {}
  const int size;
  alignas(64) std::atomic<int> arrived{0};
  alignas(64) std::atomic<unsigned> round{0};
};

// work(0), ..., work(n - 1), each in a thread of its own, the first in this one.
template <class Work>
void in_parallel(int n, Work work) {
  std::vector<std::thread> others;
  others.reserve(n > 1 ? n - 1 : 0);
  for (int i = 1; i < n; ++i) others.emplace_back(work, i);
  work(0);
  for (std::thread &other : others) other.join();
}

}  // namespace noron
