// Runs of several plans in one call, which share the gathered batches.
#pragma once

#include "plan.h"

namespace noron {

// The shared batches should stay in a near cache: gathering more at once costs more than it saves.
constexpr int64_t GATHERED_BYTES = 1 << 16;

// The data of each run of a call.
struct Members {
  const std::vector<nb::object> &plans, &rates, &random, &good_theta, &sums, &seconds, &watchers, &scores;
  const std::vector<int64_t> &t;

  size_t size() const { return plans.size(); }
  void check() const {
    if (plans.empty()) refuse("there is nothing to run");
    for (const auto *list : {&rates, &random, &good_theta, &sums, &seconds, &watchers, &scores})
      if (list->size() != plans.size()) refuse("the lists are of different lengths");
    if (t.size() != plans.size()) refuse("the lists are of different lengths");
  }
};

// The memory for the batches that all runs read, if they can share them.
class Gathered {
 public:
  Gathered(Together &all, const Run &one) {
    const Program &p = *one.program;
    const int64_t per_epoch = Plan::steps_of(one), size = one.rows.n_columns;
    all.steps = per_epoch;
    if (all.n < 2) return;
    int dense = 0, apart = 0;  // first layers that are dense; that do not write where they read
    for (int i = 0; i < all.n; ++i) {
      const Op &first = all.runs[i]->program->ops[0];
      dense += first.kind == Kind::dense;
      apart += first.y != first.x;
    }
    const bool masked = one.rows.skips_zeros && dense == all.n;
    const bool takes_numbers = one.rows.skips_zeros || one.rows.form == Rows::Form::compressed ? dense == 0 : true;
    if (!masked && !(takes_numbers && apart == all.n)) return;
    const int64_t columns = (size + 63) / 64 * 64, groups = (one.batch_size + 63) / 64;
    const int64_t bytes = masked ? columns * groups * (64 + 8)
                                 : int64_t(one.batch_size) * p.ops[0].ld_in * all.number_size;
    all.steps = std::clamp<int64_t>(GATHERED_BYTES / bytes, 1, per_epoch);
    memory_ = Memory(bytes * all.steps);
    if (!masked) {
      all.input = memory_.get();
      return;
    }
    for (int64_t i = 0; i < all.steps; ++i) {
      uint8_t *at = memory_.as<uint8_t>() + i * bytes;
      masks_.push_back({at, reinterpret_cast<uint64_t *>(at + columns * groups * 64)});
    }
    all.masks = masks_.data();
  }

 private:
  Memory memory_;
  std::vector<Masks> masks_;
};

// A program that uses the workspaces of another one of the same shape: the values between the
// layers are not needed after a step, and stay in the nearest cache if all programs use the same
// memory.
struct Guest {
  Program program;
  std::vector<Op> ops;

  Guest(const Program &own, const Program &host) : program(own), ops(own.ops, own.ops + own.n_ops) {
    program.ops = ops.data();
    if (own.n_ops != host.n_ops || own.batch_rows != host.batch_rows || own.panel_bytes != host.panel_bytes)
      return;
    for (int i = 0; i < own.n_ops; ++i) {
      const Op &a = own.ops[i], &b = host.ops[i];
      const bool same = a.kind == b.kind && a.n_in == b.n_in && a.n_out == b.n_out && a.ld_in == b.ld_in &&
                        a.ld_out == b.ld_out && a.wants_dx == b.wants_dx && !a.extra == !b.extra;
      if (!same || a.kind == Kind::residual_begin) return;
    }
    for (int i = 0; i < own.n_ops; ++i) {
      Op &op = ops[i];
      const Op &there = host.ops[i];
      op.x = there.x;
      op.y = there.y;
      op.dx = there.dx;
      op.dy = there.dy;
      op.extra = there.extra;
    }
    program.input = host.input;
    program.gradient_of_loss = host.gradient_of_loss;
    program.row_loss = host.row_loss;
    program.share = host.share;
    program.row_correct = host.row_correct;
    program.panels = host.panels;
  }
  Guest(const Guest &) = delete;
  Guest &operator=(const Guest &) = delete;
};

inline std::vector<std::tuple<int, int64_t>> run_several(
    const std::vector<nb::object> &plans, const DataRows &x, nb::object labels, nb::object y,
    nb::object weight, nb::object order, int n_epochs, int batch_size,
    const std::vector<nb::object> &rates, const std::vector<int64_t> &t,
    const std::vector<nb::object> &random, const std::vector<nb::object> &good_theta,
    const std::vector<nb::object> &sums, const std::vector<nb::object> &seconds,
    const std::vector<nb::object> &watchers, nb::object watched,
    const std::vector<nb::object> &scores) {
  const Members of{plans, rates, random, good_theta, sums, seconds, watchers, scores, t};
  of.check();
  const size_t n = of.size();
  std::vector<std::unique_ptr<AtWork>> at_work;
  std::vector<Run> runs(n);
  std::vector<Run *> all_runs;
  std::vector<Prediction> predictions(n);
  std::vector<uint8_t> flags(2 * n);
  std::vector<std::unique_ptr<Guest>> guests;
  for (size_t i = 0; i < n; ++i) {
    Plan &plan = Plan::of(plans[i]);
    if (plan.at_work()) refuse("a plan is at work in another thread, or named twice");
    at_work.push_back(std::make_unique<AtWork>(plan.at_work()));
    plan.ready(runs[i], x, labels, y, weight, order, n_epochs, batch_size, false, true, rates[i], t[i],
               random[i], good_theta[i], sums[i], seconds[i], 1);
    plan.make_homes(1);
    at_work.push_back(plan.watch(runs[i], predictions[i], watchers[i], watched, scores[i], 1));
    runs[i].flags = flags.data() + 2 * i;
    guests.push_back(std::make_unique<Guest>(*runs[i].program, *runs[0].program));
    runs[i].program = &guests.back()->program;
    all_runs.push_back(&runs[i]);
  }
  const bool is_double = Plan::of(plans[0]).is_double();
  Together all{all_runs.data(), static_cast<int>(n), 0, nullptr, nullptr, is_double ? 8 : 4};
  const Gathered gathered(all, runs[0]);
  {
    nb::gil_scoped_release released;
    (is_double ? chosen_kernels().together_double : chosen_kernels().together_float)(&all);
  }
  std::vector<std::tuple<int, int64_t>> ends;
  for (size_t i = 0; i < n; ++i) {
    Plan::of(plans[i]).ended(runs[i]);
    ends.emplace_back(static_cast<int>(runs[i].outcome), runs[i].steps_done);
  }
  if (runs[0].outcome == Outcome::stopped && PyErr_Occurred()) throw nb::python_error();
  return ends;
}

}  // namespace noron
