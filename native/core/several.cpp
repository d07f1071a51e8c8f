// Runs of several plans in one call, which share the gathered batches.
#include <algorithm>

#include "error.h"
#include "instruction_sets.h"
#include "plan.h"

namespace noron {

// The shared batches should stay in a near cache: gathering more at once costs more than it saves.
constexpr int64_t GATHERED_BYTES = 1 << 16;

// The memory for the batches that all runs read, if they can share them.
class SharedBatches {
 public:
  SharedBatches(Together &all, const Run &one) {
    const int64_t n_columns = one.rows.n_columns, per_epoch = (one.n_order + one.batch_size - 1) / one.batch_size;
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
    const int64_t bytes = masked ? mask_bytes(n_columns, one.batch_size)
                                 : int64_t(one.batch_size) * one.program->ops[0].ld_in * all.number_size;
    all.steps = std::clamp<int64_t>(GATHERED_BYTES / bytes, 1, per_epoch);
    memory_ = Memory(bytes * all.steps);
    if (!masked) {
      all.input = memory_.get();
      return;
    }
    for (int64_t i = 0; i < all.steps; ++i)
      masks_.push_back(masks_in(memory_, i * bytes, n_columns, one.batch_size));
    all.masks = masks_.data();
  }

 private:
  Memory memory_;
  std::vector<Masks> masks_;
};

// A program that uses the workspace of another one of the same shape: the values between the layers
// are not needed after a step, and stay in the nearest cache if all programs use the same memory.
class SharedWorkspace {
 public:
  Program program;

  SharedWorkspace(const Program &own, const Program &other)
      : program(own), ops_(own.ops, own.ops + own.n_ops) {
    program.ops = ops_.data();
    if (own.n_ops != other.n_ops || own.batch_rows != other.batch_rows || own.panel_bytes != other.panel_bytes)
      return;
    for (int i = 0; i < own.n_ops; ++i)
      if (!are_alike(own.ops[i], other.ops[i])) return;
    for (int i = 0; i < own.n_ops; ++i) {
      Op &op = ops_[i];
      const Op &there = other.ops[i];
      op.x = there.x;
      op.y = there.y;
      op.dx = there.dx;
      op.dy = there.dy;
      op.extra = there.extra;
    }
    program.input = other.input;
    program.gradient_of_loss = other.gradient_of_loss;
    program.row_loss = other.row_loss;
    program.share = other.share;
    program.row_correct = other.row_correct;
    program.panels = other.panels;
  }
  SharedWorkspace(const SharedWorkspace &) = delete;
  SharedWorkspace &operator=(const SharedWorkspace &) = delete;

 private:
  std::vector<Op> ops_;

  static bool are_alike(const Op &a, const Op &b) {
    return a.kind == b.kind && a.kind != Kind::residual_begin && a.n_in == b.n_in && a.n_out == b.n_out &&
           a.ld_in == b.ld_in && a.ld_out == b.ld_out && a.wants_dx == b.wants_dx && !a.extra == !b.extra;
  }
};

static void check_alike(const noron_run_settings &a, const noron_run_settings &b) {
  if (a.labels != b.labels || a.y != b.y || a.weight != b.weight || a.order != b.order ||
      a.n_order != b.n_order || a.orders != b.orders || a.n_epochs != b.n_epochs || a.batch_size != b.batch_size)
    refuse("the runs are not over the same batches");
  if (a.shuffle || !a.update || a.threads != 1) refuse("several runs update in one thread, in a given order");
}

std::vector<noron_result> run_several(const std::vector<Plan *> &plans, const DataRows &x,
                                      const std::vector<noron_run_settings> &given) {
  if (plans.empty()) refuse("there is nothing to run");
  const size_t n = plans.size();
  std::vector<Hold> held;
  std::vector<std::unique_ptr<Hold>> watchers;
  std::vector<Run> runs(n);
  std::vector<Run *> all_runs;
  std::vector<Prediction> predictions(n);
  std::vector<uint8_t> flags(2 * n);
  std::vector<bool> are_short_of_memory;
  std::vector<std::unique_ptr<SharedWorkspace>> shared;
  for (size_t i = 0; i < n; ++i) {
    Plan &plan = *plans[i];
    held.push_back(plan.hold("a plan is at work in another thread, or named twice"));
    check_alike(given[i], given[0]);
    runs[i] = plan.ready(x, given[i]);
    are_short_of_memory.push_back(!plan.make_weight_panels(runs[i], plan.steps(given[i])));
    watchers.push_back(plan.watch(runs[i], predictions[i], given[i]));
    runs[i].flags = flags.data() + 2 * i;
    shared.push_back(std::make_unique<SharedWorkspace>(*runs[i].program, *runs[0].program));
    runs[i].program = &shared.back()->program;
    all_runs.push_back(&runs[i]);
  }
  const bool is_double = plans[0]->is_double();
  Together all{all_runs.data(), static_cast<int>(n), 0, nullptr, nullptr, is_double ? 8 : 4};
  const SharedBatches batches(all, runs[0]);
  (is_double ? chosen_kernels().together_double : chosen_kernels().together_float)(&all);
  std::vector<noron_result> results;
  for (size_t i = 0; i < n; ++i)
    results.push_back({static_cast<int>(runs[i].outcome), runs[i].steps_done, runs[i].broke_off,
                       are_short_of_memory[i], 0});
  return results;
}

}  // namespace noron
