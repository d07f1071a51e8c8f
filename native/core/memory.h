// Memory for numbers.
#pragma once

#if defined(__linux__)
#include <sys/mman.h>
#include <unistd.h>
#endif

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

namespace noron {

constexpr int64_t HUGE_PAGE = 1 << 21;

// Frees memory; mapped memory needs its size for that.
struct Free {
  size_t mapped = 0;
  void operator()(void *p) const {
#if defined(MADV_HUGEPAGE)
    if (mapped) {
      munmap(p, mapped);
      return;
    }
#endif
    std::free(p);
  }
};

// Zeroed memory, aligned for every vector register; throws std::bad_alloc if there is none.
class Memory {
 public:
  Memory() = default;
  explicit Memory(int64_t bytes) {
    // calloc, because pages that have not been written yet cost nothing
    take(std::calloc(allowed(bytes) + 64, 1), {});
    start_ = aligned(64);
#if defined(MADV_HUGEPAGE)
    const int64_t page = sysconf(_SC_PAGESIZE);  // 4 KB here, up to 64 KB on Arm
    if (bytes >= 4 * HUGE_PAGE) madvise(aligned(page), static_cast<size_t>(bytes - page), MADV_HUGEPAGE);
#endif
  }

  // On huge pages if the system has them: data on small pages may be mapped to few sets of a cache,
  // which then holds less of it than its size.
  static Memory on_huge_pages(int64_t bytes) {
#if defined(MADV_HUGEPAGE)
    Memory m;
    const size_t taken = allowed(bytes) + HUGE_PAGE;
    void *at = mmap(nullptr, taken, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    m.take(at == MAP_FAILED ? nullptr : at, {taken});
    m.start_ = m.aligned(HUGE_PAGE);
    madvise(m.start_, static_cast<size_t>((bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE), MADV_HUGEPAGE);
    return m;
#else
    return Memory(bytes);
#endif
  }

  template <class T>
  T *as() const {
    return static_cast<T *>(start_);
  }
  void *get() const { return start_; }

 private:
  static size_t allowed(int64_t bytes) {
    if (bytes < 0 || bytes > (int64_t(1) << 46)) throw std::bad_alloc();
    return static_cast<size_t>(bytes);
  }
  void take(void *at, Free how) {
    if (!at) throw std::bad_alloc();
    at_ = {at, how};
  }
  // The first aligned address in the memory.
  void *aligned(uintptr_t to) const {
    return reinterpret_cast<void *>((reinterpret_cast<uintptr_t>(at_.get()) + to - 1) / to * to);
  }

  std::unique_ptr<void, Free> at_;
  void *start_ = nullptr;
};

}  // namespace noron
