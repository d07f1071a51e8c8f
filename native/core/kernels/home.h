// A thread's columns of the first layer, in separate memory while it takes many steps: cache lines
// that hold numbers of two threads would move back and forth between their caches.
#pragma once

#include "layers.h"
#include "update.h"

namespace NORON_ISA {

template <class T>
struct Home {
  bool is_used = false;
  Op op;                // the first layer, as if these were all of its columns
  T *theta, *grad, *m, *v;
  int64_t numbers = 0;  // of W

  // Copy those columns of the layer to `place`, if they fit into `bytes`. A thread without columns
  // succeeds too: it leaves the layer and its bias to the other threads.
  void move_in(const Op &first, Range columns, const Updater<T> &u, char *place, int64_t bytes) {
    const int width = columns.to - columns.from;
    numbers = round_up(int64_t(first.n_in) * width, 16);
    if (4 * numbers * int64_t(sizeof(T)) > bytes) return;
    is_used = true;
    theta = reinterpret_cast<T *>(place);
    grad = theta + numbers;
    m = grad + numbers;
    v = m + numbers;
    op = first;
    op.n_out = width;
    op.weight = 0;
    if (op.bias >= 0) op.bias += columns.from;
    op.y = static_cast<T *>(op.y) + columns.from;
    op.dy = static_cast<T *>(op.dy) + columns.from;
    left_at_ = first.weight + columns.from;
    gap_ = first.n_out;
    carry<true>(u);
  }

  // Copy the present numbers back to theta and the slots.
  void carry_back(const Updater<T> &u) const {
    if (is_used) carry<false>(u);
  }

  Updater<T> updater(const Updater<T> &u) const {
    Updater<T> mine = u;
    mine.theta = theta;
    mine.grad = grad;
    mine.m = m;
    mine.v = v;
    return mine;
  }

 private:
  int64_t left_at_ = 0, gap_ = 0;  // where the columns are in theta, from row to row

  template <bool IN>
  void carry(const Updater<T> &u) const {
    T *const there[] = {u.theta, u.m, u.v}, *const here[] = {theta, m, v};
    for (int k = 0; k < 3; ++k)
      for (int64_t i = 0; there[k] && i < op.n_in; ++i) {
        T *away = there[k] + left_at_ + i * gap_, *own = here[k] + i * op.n_out;
        memcpy(IN ? own : away, IN ? away : own, sizeof(T) * static_cast<size_t>(op.n_out));
      }
  }
};

}  // namespace NORON_ISA
