// A network and its memory: what C knows as noron_plan.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "network.h"
#include "rows.h"
#include "workspace.h"

struct noron_plan {};

namespace noron {

// Holds a plan for its own lifetime, unless another call does: then it is false.
class Hold {
 public:
  explicit Hold(std::atomic<bool> &held) : held_(held.exchange(true, std::memory_order_acquire) ? nullptr : &held) {}
  Hold(Hold &&other) noexcept : held_(other.held_) { other.held_ = nullptr; }
  Hold &operator=(Hold &&) = delete;
  ~Hold() {
    if (held_) held_->store(false, std::memory_order_release);
  }
  explicit operator bool() const { return held_; }

 private:
  std::atomic<bool> *held_;
};

class Plan : public noron_plan {
 public:
  explicit Plan(const noron_network &given) : network_(given), workspace_(network_) {}

  bool is_double() const { return network_.is_double; }
  const Program &program() const { return network_.program; }

  void optimize(const noron_optimizer_settings &given);

  // How many steps such a run takes.
  int64_t steps(const noron_run_settings &given) const;
  noron_result run(const DataRows &x, const noron_run_settings &given);

  // Write the scores of rows, or with `link` the predictions, to `out`; false if another thread is
  // using this plan.
  bool predict(const DataRows &x, int64_t start, int64_t stop, void *out, bool link, int threads);
  // The same of rows of this plan's type and width; false also if a number is not finite.
  bool predict_finite(const Rows &x, void *out, int threads);

  friend std::vector<noron_result> run_several(const std::vector<Plan *> &plans, const DataRows &x,
                                               const std::vector<noron_run_settings> &given);

 private:
  Network network_;
  Workspace workspace_;
  std::atomic<bool> held_{false};

  Hold hold(const char *otherwise);
  Run ready(const DataRows &x, const noron_run_settings &given);
  bool make_weight_panels(const Run &run, int64_t steps);
  void check_order(const Run &run) const;
  void read_targets(Run &run, const noron_run_settings &given) const;
  void make_memory(const Run &run, int threads);
  std::unique_ptr<Hold> watch(Run &run, Prediction &q, const noron_run_settings &given) const;
  void check_rows(const DataRows &x) const;
  void check_rows_to_predict(const DataRows &x) const;
  bool predict(Prediction &q, int threads);
};

// Runs of several plans over the same rows in the same order in one thread, which share the gathered
// batches.
std::vector<noron_result> run_several(const std::vector<Plan *> &plans, const DataRows &x,
                                      const std::vector<noron_run_settings> &given);

}  // namespace noron
