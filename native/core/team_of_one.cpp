// What stands for team.cpp where there are no threads, as in WebAssembly: a team has one member.
#include <chrono>

#include "team.h"

namespace noron {

struct Threads::Thread {};

Threads::Threads() = default;
Threads::~Threads() = default;

bool Threads::run(Team &team, int, Work work, void *of) {
  team.size = 1;
  work(of, 0);
  return false;
}

std::unique_ptr<Threads> take_threads() { return std::make_unique<Threads>(); }
void keep_threads(std::unique_ptr<Threads>) {}

void wait_for_all(Team *) {}
int n_threads(const Team *) { return 1; }
double Team::waited_for_a_core(double) const { return 0; }

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace noron
