// A plan bound to arrays, and its runs.
#pragma once

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <string>
#include <vector>

#include "../core/plan.h"
#include "rows.h"

namespace noron {

// The arrays and numbers of a run, as they are given.
struct RunArguments {
  nb::object labels, y, weight, order;
  int n_epochs, batch_size;
  bool shuffle, update;
  nb::object rates;
  int64_t t;
  nb::object random, good_theta, sums, seconds, profile, watcher, watched, scores;
  int threads;
};

// How to update: an optimizer and its vectors, and penalties on parts of theta.
struct OptimizerArguments {
  std::string update;
  double beta1, beta2, epsilon, weight_decay;
  bool epsilon_hat;
  std::vector<nb::object> slots;
  double l1, l2, shared_l2;
  std::vector<noron_segment> weights;
};

// A layer, and the tables of an embedding.
struct LayerArguments : noron_layer {
  std::vector<noron_table> tables;
};

// A network and the arrays of its numbers.
struct NetworkArguments {
  std::vector<LayerArguments> layers;
  int n_inputs;
  std::string loss, link;
  double setting;
  std::vector<double> class_weight;
  nb::object theta, grad, buffers;
  int batch_rows;
  bool training, bfloat16;
};

class Session {
 public:
  explicit Session(const NetworkArguments &given);
  static Session &of(nb::handle given);

  void optimize(const OptimizerArguments &given);
  // Checks the arrays of a run.
  noron_run_settings settings(const ArrayRows &x, const RunArguments &given);
  noron_result run(const ArrayRows &x, const RunArguments &given);
  // Runs in one thread, each of its plan, over the same rows in the same order.
  static std::vector<noron_result> run_several(const std::vector<nb::object> &plans, const ArrayRows &x,
                                               const std::vector<RunArguments> &given);
  // Whether Ctrl-C stopped the last run in the middle of an update.
  bool broke_off() const { return last_.broke_off; }
  // Whether there was no memory for panels of the weights in the last run.
  bool is_short_of_memory() const { return last_.is_short_of_memory; }
  // The seconds of the last run that a thread, on average, waited for others that had no core.
  double waited() const { return last_.waited; }

  bool predict(const ArrayRows &x, int64_t start, int64_t stop, nb::object out, bool link, int threads);
  // Write the predictions for a C-contiguous array of the plan's type and width to another array;
  // false for anything else, which the caller then converts.
  bool predict_array(nb::handle x, nb::handle out, int threads);

  Plan plan;

 private:
  nb::object theta_, grad_, buffers_;
  std::vector<nb::object> slots_;
  noron_result last_{};

  void bind_order(noron_run_settings &s, nb::handle order);
  void bind_targets(noron_run_settings &s, const RunArguments &given, int64_t rows);
  void bind_watch(noron_run_settings &s, const RunArguments &given);
};

// The bit generator of NumPy in a capsule, which does not keep it alive; null for None.
noron_random *random_of(nb::handle capsule);

// Raises what a signal's handler raised, if that stopped a run.
void raise_if_stopped(const noron_result &result);

}  // namespace noron
