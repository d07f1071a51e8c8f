// The threads of a run, and the barrier at which they wait for each other.
#include "team.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <thread>

#if defined(__x86_64__) || defined(__i386__)
#define NORON_PAUSE() __builtin_ia32_pause()
#elif defined(__aarch64__)
#define NORON_PAUSE() asm volatile("yield")
#else
#define NORON_PAUSE() ((void)0)
#endif

namespace noron {

typedef std::chrono::steady_clock Clock;

// A wait is mostly shorter than a microsecond, so it spins first: by time, as a pause takes from one
// cycle to more than a hundred. If it lasts longer, other threads need this core: then it yields,
// and at last sleeps. It yields for much longer than a sleep takes: the threads would otherwise make
// each other sleep in turns.
constexpr auto SPIN = std::chrono::microseconds(50), NAP = std::chrono::microseconds(30);
constexpr auto YIELD = std::chrono::milliseconds(2);
constexpr int PAUSES = 64;  // between two looks at the clock

// Spins until it is true; false if that takes too long.
template <class True>
static bool spin_until(True is_true) {
  Clock::time_point begin;
  for (int i = 1; !is_true(); ++i) {
    NORON_PAUSE();
    if (i % PAUSES) continue;
    const auto time = Clock::now();
    if (i == PAUSES) begin = time;
    if (time - begin >= SPIN) return false;
  }
  return true;
}

// Which of its team the calling thread is.
static thread_local int of_team = 0;

#if defined(__linux__)
static void note_core(Team &team) {
  team.places[of_team].core.store(sched_getcpu(), std::memory_order_relaxed);
}

// Two threads of a team may have got into one core while another is idle, as where a program was at
// work there for a moment, or where the system packs threads that sleep now and then into few cores.
// They wait for each other in turns then, mostly asleep, and the system sees too little work to part
// them. So the thread that waits goes to another of the cores that it may use, and stays there to the
// end of the run.
static thread_local bool is_bound = false;
static thread_local cpu_set_t allowed;  // the cores that the thread may use otherwise
static void leave_shared_core(Team &team) {
  cpu_set_t one;
  const int here = sched_getcpu();
  if (here < 0 || is_bound || sched_getaffinity(0, sizeof(allowed), &allowed)) return;
  cpu_set_t others = allowed;
  bool is_shared = false;
  for (int i = 0; i < team.size; ++i) {
    const int core = team.places[i].core.load(std::memory_order_relaxed);
    is_shared |= i != of_team && core == here;
    if (core >= 0 && core < CPU_SETSIZE) CPU_CLR(core, &others);
  }
  int core = 0;
  while (core < CPU_SETSIZE && !CPU_ISSET(core, &others)) ++core;
  if (!is_shared || core == CPU_SETSIZE) return;
  team.places[of_team].core.store(core, std::memory_order_relaxed);  // at once, lest the others follow
  CPU_ZERO(&one);
  CPU_SET(core, &one);
  is_bound = !sched_setaffinity(0, sizeof(one), &one);
}

static void use_all_cores() {
  if (is_bound) sched_setaffinity(0, sizeof(allowed), &allowed);
  is_bound = false;
}
#else
static void note_core(Team &) {}
static void leave_shared_core(Team &) {}
static void use_all_cores() {}
#endif

// The time that it took if spinning was not enough, else 0.
template <class True>
static Clock::duration wait_until(Team &team, True is_true) {
  if (spin_until(is_true)) return Clock::duration::zero();
  const auto begin = Clock::now() - SPIN;
  leave_shared_core(team);
  while (!is_true())
    if (Clock::now() - begin < YIELD)
      std::this_thread::yield();
    else
      std::this_thread::sleep_for(NAP);
  return Clock::now() - begin;
}

void wait_for_all(Team *team) {
  note_core(*team);
  const unsigned round = team->round.load(std::memory_order_acquire);
  if (team->arrived.fetch_add(1, std::memory_order_acq_rel) + 1 == team->size) {
    team->arrived.store(0, std::memory_order_relaxed);
    team->round.store(round + 1, std::memory_order_release);
    return;
  }
  const auto waited = wait_until(*team, [&] { return team->round.load(std::memory_order_acquire) != round; });
  if (waited != Clock::duration::zero())
    team->waited += std::chrono::nanoseconds(waited).count();
}

constexpr double SWITCHES = 50;  // a second; two programs that share a core make several times as many
// The share of the time that threads wait at most for each other's work. No switch tells of a host that
// lets the cores of a virtual machine take turns on one.
constexpr double UNEVEN = 0.3;

double Team::waited_for_a_core(double seconds) const {
  const double each = 1e-9 * static_cast<double>(waited.load()) / size;
  return static_cast<double>(switches) > SWITCHES * seconds || each > UNEVEN * seconds ? each : 0;
}

static int64_t switches_so_far() {
#if defined(RUSAGE_THREAD)
  rusage used;
  if (!getrusage(RUSAGE_THREAD, &used)) return used.ru_nivcsw;
#endif
  return 0;
}

int n_threads(const Team *team) { return team ? team->size : 1; }

// One of the threads that wait. Room keeps apart what two of them write, not alignas: not every
// system that this is built for hands out memory that is aligned to so much.
struct Threads::Thread {
  char before[APART];
  // Written by the thread that gives the work:
  std::atomic<unsigned> given{0};
  Work work = nullptr;  // null: it ends
  Team *team = nullptr;
  void *of = nullptr;
  Clock::time_point given_at;
  int number;
  char between[APART];
  // Written by this thread:
  std::atomic<unsigned> done{0};
  std::atomic<bool> sleeps{false};
  bool is_late = false;
  int64_t switches = 0;
  std::mutex lock;
  std::condition_variable wake;
  std::thread thread;
  char behind[APART];

  explicit Thread(int number) : number(number) {
    // No handler of a signal runs in these threads: the program knows nothing of them. What a fault
    // of the thread itself raises stays as it is.
    sigset_t blocked, before;
    sigfillset(&blocked);
    for (const int own : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) sigdelset(&blocked, own);
    pthread_sigmask(SIG_SETMASK, &blocked, &before);
    try {
      thread = std::thread([this] { live(); });
    } catch (...) {
      pthread_sigmask(SIG_SETMASK, &before, nullptr);
      throw;
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }

  ~Thread() {
    give(nullptr, nullptr, nullptr);
    thread.join();
  }

  // Either this thread sees the work before it sleeps, or the other one sees that it sleeps.
  void give(Team *next_team, Work next, void *of_next) {
    team = next_team;
    work = next;
    of = of_next;
    given_at = Clock::now();
    given.fetch_add(1);
    if (!sleeps.load()) return;
    const std::lock_guard<std::mutex> held(lock);
    wake.notify_one();
  }

  void live() {
    for (unsigned seen = 0;; done.store(seen, std::memory_order_release)) {
      const auto is_given = [&] { return given.load() != seen; };
      if (!spin_until(is_given)) {
        std::unique_lock<std::mutex> held(lock);
        sleeps.store(true);
        wake.wait(held, is_given);
        sleeps.store(false);
      }
      ++seen;
      if (!work) return;
      is_late = seen > 1 && Clock::now() - given_at > SPIN;  // a new thread takes its time to start
      of_team = number;
      note_core(*team);
      const int64_t before = switches_so_far();
      work(of, number);
      use_all_cores();
      switches = switches_so_far() - before;
    }
  }

  // Waits until the work is done; whether it was begun without delay.
  bool wait() {
    const unsigned last = given.load(std::memory_order_relaxed);
    wait_until(*team, [&] { return done.load(std::memory_order_acquire) == last; });
    return !is_late;
  }
};

Threads::Threads() = default;
Threads::~Threads() = default;

bool Threads::run(Team &team, int n, Work work, void *of) {
  try {
    while (static_cast<int>(threads_.size()) < std::min(n, MOST_THREADS) - 1)
      threads_.push_back(std::make_unique<Thread>(static_cast<int>(threads_.size()) + 1));
  } catch (const std::exception &) {  // no more threads, or no memory for them
  }
  const int others = std::min({n - 1, static_cast<int>(threads_.size()), MOST_THREADS - 1});
  team.size = 1 + others;
  for (int i = 0; i < others; ++i) threads_[i]->give(&team, work, of);
  of_team = 0;
  note_core(team);
  const int64_t before = switches_so_far();
  work(of, 0);
  team.switches = switches_so_far() - before;
  bool in_time = true;
  for (int i = 0; i < others; ++i) {
    in_time &= threads_[i]->wait();
    team.switches += threads_[i]->switches;
  }
  use_all_cores();
  return in_time;
}

static std::atomic<Threads *> kept{nullptr};

std::unique_ptr<Threads> take_threads() {
  std::unique_ptr<Threads> threads(kept.exchange(nullptr));
  return threads ? std::move(threads) : std::make_unique<Threads>();
}

void keep_threads(std::unique_ptr<Threads> threads) {
  Threads *none = nullptr;
  if (kept.compare_exchange_strong(none, threads.get())) threads.release();
}

// They end before a fork, as a child has only the thread that forked, and at the end of the process.
// Another thread may have put back its own in the last moment: the child leaves these alone.
static void end_threads() { delete kept.exchange(nullptr); }
static void forget_threads() { kept.store(nullptr); }
[[maybe_unused]] static const bool ends_threads = [] {
  pthread_atfork(end_threads, nullptr, forget_threads);
  std::atexit(end_threads);
  return true;
}();

double now() {
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

}  // namespace noron
