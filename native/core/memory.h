// Memory for numbers.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

namespace noron {

constexpr int64_t HUGE_PAGE = 1 << 21;
constexpr int64_t LARGE = 4 * HUGE_PAGE;  // memory from this size on is on huge pages
// The most bytes of freed blocks that a process keeps.
constexpr size_t MOST_KEPT = size_t(1) << 29;

// The first aligned address from there on.
inline void *aligned(void *at, uintptr_t to) {
  return reinterpret_cast<void *>((reinterpret_cast<uintptr_t>(at) + to - 1) / to * to);
}

// Memory that is mapped for itself.
struct Block {
  void *at = nullptr;
  size_t bytes = 0;
};

// A block with so many bytes on huge pages, from the first address in it that is aligned for these;
// none where the system has no huge pages or no memory.
//
// A block that is given back is kept for the next training, because pages that go back to the system
// cost a fault each when they come again. Where the host of a virtual machine takes free pages back,
// that is milliseconds for each huge page. The system may take the pages of a kept block when it needs
// memory.
Block take_block(size_t bytes, bool zeroed);
void give_back(Block block);

// Frees memory; a block needs its size for that.
struct Free {
  size_t block_bytes = 0;
  void operator()(void *p) const {
    if (block_bytes)
      give_back({p, block_bytes});
    else
      std::free(p);
  }
};

// Memory aligned for every vector register, zeroed unless it says otherwise; throws std::bad_alloc if
// there is none.
class Memory {
 public:
  Memory() = default;
  explicit Memory(int64_t bytes) : Memory(bytes, bytes >= LARGE) {}

  // On huge pages if the system has them: data on small pages may be mapped to few sets of a cache,
  // which then holds less of it than its size.
  static Memory on_huge_pages(int64_t bytes) { return Memory(bytes, true); }

  // Numbers of a former training may be in it.
  static Memory unwritten(int64_t bytes) { return Memory(bytes, bytes >= LARGE, false); }

  template <class T>
  T *as() const {
    return static_cast<T *>(start_);
  }
  void *get() const { return start_; }

 private:
  Memory(int64_t bytes, bool huge, bool zeroed = true) {
    if (bytes < 0 || bytes > (int64_t(1) << 46)) throw std::bad_alloc();
    const Block block = huge ? take_block(static_cast<size_t>(bytes), zeroed) : Block();
    // calloc, because pages that have not been written yet cost nothing
    void *at = block.at ? block.at : std::calloc(static_cast<size_t>(bytes) + 64, 1);
    if (!at) throw std::bad_alloc();
    at_ = {at, {block.bytes}};
    start_ = aligned(at, block.at ? HUGE_PAGE : 64);
  }

  std::unique_ptr<void, Free> at_;
  void *start_ = nullptr;
};

}  // namespace noron
