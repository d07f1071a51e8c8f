#include "memory.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <atomic>
#include <cstring>
#include <utility>

namespace noron {

#if defined(MADV_HUGEPAGE) && defined(MADV_FREE)

// Blocks that nobody uses now. All of them are let go where one more would be too many: a training
// needs two or three, and the next one the same.
static Block kept[4];
static std::atomic_flag in_use = ATOMIC_FLAG_INIT;

// Whoever does not get the kept blocks at once goes without them. That may be for ever in a process
// that was forked while another thread used them.
class Turn {
 public:
  const bool is_ours = !in_use.test_and_set(std::memory_order_acquire);
  ~Turn() {
    if (is_ours) in_use.clear(std::memory_order_release);
  }
};

static void unmap(Block &block) {
  if (block.at) munmap(block.at, block.bytes);
  block = {};
}

static Block map(size_t bytes) {
  void *at = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return {at == MAP_FAILED ? nullptr : at, bytes};
}

// A kept block that is large enough and wastes at most as much as it gives.
static Block take_kept(size_t bytes) {
  const Turn turn;
  if (!turn.is_ours) return {};
  Block *best = nullptr;
  for (Block &block : kept)
    if (block.at && block.bytes >= bytes && block.bytes / 2 <= bytes && (!best || block.bytes < best->bytes))
      best = &block;
  return best ? std::exchange(*best, {}) : Block();
}

static void let_go() {
  const Turn turn;
  if (!turn.is_ours) return;
  for (Block &block : kept) unmap(block);
}

static bool keep(const Block &block) {
  const Turn turn;
  if (!turn.is_ours || block.bytes > MOST_KEPT || madvise(block.at, block.bytes, MADV_FREE) != 0) return false;
  size_t total = block.bytes;
  Block *place = nullptr;
  for (Block &other : kept) {
    total += other.bytes;
    if (!other.at) place = &other;
  }
  if (!place || total > MOST_KEPT) {
    for (Block &other : kept) unmap(other);
    place = kept;
  }
  *place = block;
  return true;
}

Block take_block(size_t bytes, bool zeroed) {
  const size_t pages = (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  const size_t wanted = pages + HUGE_PAGE;  // to be aligned
  Block block = take_kept(wanted);
  if (block.at) {
    if (zeroed) std::memset(aligned(block.at, HUGE_PAGE), 0, bytes);
    return block;
  }
  block = map(wanted);
  if (!block.at) {
    let_go();
    block = map(wanted);
  }
  if (block.at) madvise(aligned(block.at, HUGE_PAGE), pages, MADV_HUGEPAGE);
  return block;
}

void give_back(Block block) {
  if (!keep(block)) unmap(block);
}

#else

Block take_block(size_t, bool) { return {}; }
void give_back(Block) {}

#endif

}  // namespace noron
