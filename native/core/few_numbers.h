// Codes for numbers of which there are few different ones.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstring>

namespace noron {

// Gives a code to each of up to 256 different numbers, 0 to the number 0. Many threads may use it.
template <class Bits>
class FewNumbers {
 public:
  FewNumbers() { slots_[0].code.store(0); }

  // The code of a number, a new code for a new number; -1 if there are more than 256.
  int code(Bits b) {
    unsigned at = static_cast<unsigned>((uint64_t(b) * 0x9E3779B97F4A7C15ull) >> 54);
    for (;; at = (at + 1) % SLOTS) {
      int found = slots_[at].code.load(std::memory_order_acquire);
      if (found < 0) found = add(slots_[at], b);
      if (found < 0 || slots_[at].number == b) return found;
    }
  }
  void copy_to(Bits *table) const { std::memcpy(table, numbers_, sizeof(numbers_)); }

 private:
  struct Slot {
    Bits number = 0;
    std::atomic<int> code{-1};
  };
  static constexpr unsigned SLOTS = 1024;
  Slot slots_[SLOTS];
  Bits numbers_[256] = {};
  int known_ = 1;
  std::atomic<bool> locked_{false};  // for moments, and no std::mutex, which WebAssembly lacks

  // The present value of the slot: another thread may have written it first.
  int add(Slot &slot, Bits b) {
    while (locked_.exchange(true, std::memory_order_acquire)) {
    }
    int found = slot.code.load();
    if (found < 0 && known_ < 256) {
      slot.number = numbers_[known_] = b;
      found = known_++;
      slot.code.store(found, std::memory_order_release);
    }
    locked_.store(false, std::memory_order_release);
    return found;
  }
};

}  // namespace noron
