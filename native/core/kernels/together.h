// Several runs over the same rows in the same order, in one thread.
//
// A few batches are gathered at a time, and then each run takes its steps on them, one run after
// the other: all runs share the batches, and a run's weights stay in the nearest cache meanwhile.
// Each run executes the same code as on its own, so its bits are the same.
#pragma once

#include "steps.h"

namespace NORON_ISA {

// Gather the batches of the steps from `first` to `last`, which lie in one epoch.
template <class T>
void gather_batches(const noron::Together &all, int64_t first, int64_t last) {
  const Run &run = *all.runs[0];
  const int64_t per_epoch = steps_of_epoch(run);
  Worker<T> w(*run.program, run.rows, 0, 1, nullptr);
  for (int64_t step = first; step < last; ++step) {
    const int64_t from = step % per_epoch * run.batch_size, left = run.n_order - from;
    const int rows = static_cast<int>(left < run.batch_size ? left : run.batch_size);
    w.index = run.order + (run.orders ? step / per_epoch * run.n_order : 0) + from;
    w.ahead = {w.index + rows, left - rows};
    if (w.masked)
      w.masks = all.masks + (step - first);
    else
      w.input = static_cast<T *>(all.input) + (step - first) * run.batch_size * w.p.ops[0].ld_in;
    w.gather(rows);
  }
}

// Take the steps from `first` to `last` of all runs that have not ended; false after Ctrl-C.
template <class T>
bool take_turns(const noron::Together &all, int64_t first, int64_t last) {
  const bool gathers = all.masks || all.input;
  for (int i = 0; i < all.n; ++i) {
    Run *const run = all.runs[i];
    if (first > 0 && run->outcome != noron::Outcome::done) continue;
    void *const own = run->program->ops[0].x;
    Worker<T> w(*run->program, run->rows, 0, 1, nullptr);
    take_steps(run, w, first, last, gathers ? &all : nullptr);
    run->program->ops[0].x = own;
    if (run->stop) return false;
  }
  return true;
}

template <class T>
void take_all_turns(const noron::Together &all) {
  const Run &one = *all.runs[0];
  const int64_t per_epoch = steps_of_epoch(one), n_steps = per_epoch * one.n_epochs;
  for (int64_t first = 0; first < n_steps;) {
    const int64_t left_of_epoch = per_epoch - first % per_epoch;
    const int64_t last = first + (all.steps < left_of_epoch ? all.steps : left_of_epoch);
    if (all.masks || all.input) gather_batches<T>(all, first, last);
    if (!take_turns<T>(all, first, last)) {
      for (int i = 0; i < all.n; ++i) all.runs[i]->outcome = noron::Outcome::stopped;
      return;
    }
    first = last;
  }
}

template <class T>
void run_together(const noron::Together *all) {
  for (int i = 0; i < all->n; ++i) {
    Run *const run = all->runs[i];
    Worker<T>(*run->program, run->rows, 0, 1, nullptr).move_in(updater_of_run<T>(*run));
    run->begun = run->asked = noron::now();
  }
  take_all_turns<T>(*all);
  for (int i = 0; i < all->n; ++i) {
    const Run &run = *all->runs[i];
    Worker<T>(*run.program, run.rows, 0, 1, nullptr).carry_back(updater_of_run<T>(run));
  }
}

}  // namespace NORON_ISA
