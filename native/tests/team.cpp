// The pool of threads: each share of the work is done once, from any number of callers, after a fork,
// and where the system starts no more threads.
#include "../core/team.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "check.h"

using noron::Team;

// So many rounds in which all threads count, wait for each other, and see what the others have counted.
// True if each thread was there once and no barrier let one through too early.
static bool rounds_of(Team &team, int n, int rounds) {
  std::vector<std::atomic<int>> begun(static_cast<size_t>(n)), counts(static_cast<size_t>(n));
  std::atomic<bool> in_step{true};
  noron::in_parallel(team, n, [&](int thread) {
    ++begun[static_cast<size_t>(thread)];
    const int threads = noron::n_threads(&team);
    for (int round = 1; round <= rounds; ++round) {
      ++counts[static_cast<size_t>(thread)];
      noron::wait_for_all(&team);
      for (int i = 0; i < threads; ++i)
        if (counts[static_cast<size_t>(i)] != round) in_step = false;
      noron::wait_for_all(&team);
    }
  });
  bool once = team.size >= 1 && team.size <= n;
  for (int i = 0; i < n; ++i) once &= begun[static_cast<size_t>(i)] == (i < team.size);
  return once && in_step;
}

static bool rounds(int n, int rounds) {
  Team team;
  return rounds_of(team, n, rounds) && team.size == n;
}

// What comes out of it in a process of its own.
template <class Work>
static bool in_a_child(Work work) {
  fflush(stdout);
  const pid_t child = fork();
  if (child == 0) _exit(work() ? 0 : 1);
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void any_number_of_threads() {
  for (const int n : {1, 2, 3, 2, 9, 33, 1, 5})  // a team keeps the threads of a larger one before it
    check::that(rounds(n, n > 9 ? 5 : 200), "%d threads", n);
  Team team;  // one for several calls
  for (int call = 0; call < 200; ++call)
    check::that(rounds_of(team, 1 + call % 4, 3), "call %d of one team", call);
}

static void after_a_pause() {
  for (int i = 0; i < 3; ++i) {  // until they sleep
    usleep(20000);
    check::that(rounds(3, 10), "threads that slept");
  }
}

static void from_several_callers() {
  std::atomic<int> bad{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < 4; ++i)
    callers.emplace_back([&bad, i] {
      for (int call = 0; call < 50; ++call)
        if (!rounds(2 + (i + call) % 3, 5)) ++bad;
    });
  for (std::thread &caller : callers) caller.join();
  check::that(bad == 0, "%d calls of four callers at once went wrong", bad.load());
}

static void work_within_work() {
  Team team;
  std::atomic<int> bad{0};
  noron::in_parallel(team, 2, [&](int) {
    if (!rounds(3, 5)) ++bad;
  });
  check::that(bad == 0, "a call within another");
}

static void forks() {
  for (int i = 0; i < 20; ++i) {
    check::that(rounds(3, 5), "before fork %d", i);
    check::that(in_a_child([] { return rounds(3, 5) && in_a_child([] { return rounds(2, 5); }); }),
                "in child %d", i);
    check::that(rounds(2, 5), "after fork %d", i);
  }
  // While other threads are at work.
  std::atomic<bool> ended{false};
  std::atomic<int> bad{0};
  std::thread caller([&] {
    while (!ended)
      if (!rounds(3, 3)) ++bad;
  });
  for (int i = 0; i < 20; ++i)
    check::that(in_a_child([] { return rounds(3, 3); }), "in a child of a busy process");
  ended = true;
  caller.join();
  check::that(bad == 0, "beside forks");
}

// A thread needs room for its stack. Where there is no more, fewer take part; what was started stays.
static void no_more_threads() {
#if defined(__SANITIZE_ADDRESS__)
  return;  // the map of what may be touched is larger than any limit
#endif
  const bool well = in_a_child([] {
    rlimit limit;
    getrlimit(RLIMIT_AS, &limit);
    FILE *const pages = fopen("/proc/self/statm", "r");
    unsigned long taken = 0;
    if (!pages || fscanf(pages, "%lu", &taken) != 1) return true;  // no Linux
    fclose(pages);
    limit.rlim_cur = taken * static_cast<unsigned long>(sysconf(_SC_PAGESIZE)) + (60ul << 20);
    if (setrlimit(RLIMIT_AS, &limit) != 0) return false;
    Team team;
    bool holds = true;
    for (int call = 0; call < 3; ++call) holds &= rounds_of(team, 200, 3) && team.size < 200;
    return holds && rounds(1, 3);
  });
  check::that(well, "fewer threads than asked for");
}

static void tests() {
  alarm(600);  // threads that wait for ever are a failure, too
  any_number_of_threads();
  after_a_pause();
  from_several_callers();
  work_within_work();
  forks();
  no_more_threads();
}

int main() { return check::run("team", tests); }
