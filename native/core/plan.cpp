#include "plan.h"

#include <algorithm>
#include <string>

#include "error.h"
#include "instruction_sets.h"
#include "team.h"

namespace noron {

constexpr int64_t MOST_STEPS = int64_t(1) << 40;
// From so many steps, over so many rows, on it pays to carry the weights to panels and back.
constexpr int64_t MANY_STEPS = 8, MANY_ROWS = 256;
constexpr const char *AT_WORK = "this plan is at work in another thread";

Hold Plan::hold(const char *otherwise) {
  Hold here(held_);
  if (!here) refuse(otherwise);
  return here;
}

void Plan::optimize(const noron_optimizer_settings &given) {
  const Hold here = hold(AT_WORK);
  network_.optimize(given);
  workspace_.make_penalty_blocks();
}

static void check_threads(int threads) {
  if (threads < 1 || threads > MOST_THREADS) refuse("threads is out of range");
}

int64_t Plan::steps(const noron_run_settings &given) const {
  if (!network_.training) refuse("this plan is for predictions only");
  if (given.n_epochs < 1 || given.n_order < 1) refuse("there is nothing to run over");
  if (given.batch_size < 1 || given.batch_size > network_.program.batch_rows) refuse("batch_size is out of range");
  const int64_t steps = (given.n_order - 1) / given.batch_size + 1;
  if (given.n_epochs > MOST_STEPS / steps) refuse("n_epochs is out of range");
  return steps * given.n_epochs;
}

noron_result Plan::run(const DataRows &x, const noron_run_settings &given) {
  const Hold here = hold(AT_WORK);
  Run run = ready(x, given);
  const bool is_short_of_memory = !make_weight_panels(run, steps(given));
  std::vector<uint8_t> flags(2 * static_cast<size_t>(given.threads));
  run.flags = flags.data();
  Team team;
  run.team = &team;
  Prediction prediction{};
  const std::unique_ptr<Hold> watcher = watch(run, prediction, given);
  const auto work = is_double() ? chosen_kernels().run_double : chosen_kernels().run_float;
  in_parallel(team, given.threads, [&run, work](int thread) { work(&run, thread); });
  return {static_cast<int>(run.outcome), run.steps_done, run.broke_off, is_short_of_memory,
          team.waited_for_a_core(now() - run.begun)};
}

// False if there is no memory for them.
bool Plan::make_weight_panels(const Run &run, int64_t steps) {
  const bool many = steps >= MANY_STEPS && steps * run.batch_size >= MANY_ROWS;
  const bool updates = run.update && network_.program.optimizer.kind != Update::keep;
  return workspace_.make_weight_panels(run.rows, many && updates);
}

// Check all settings of a run, and make its memory.
Run Plan::ready(const DataRows &x, const noron_run_settings &given) {
  steps(given);
  if (!given.order || !given.rates || !given.sums) refuse("order, rates and sums are needed");
  check_rows(x);
  check_threads(given.threads);
  if (network_.rounds() && !chosen_kernels().has_bfloat16()) refuse("this processor has no products of bfloat16");
  Run run{};
  run.program = &network_.program;
  run.rows = x.rows;
  run.order = given.order;
  run.orders = given.orders;
  run.n_order = given.n_order;
  run.batch_size = given.batch_size;
  run.n_epochs = given.n_epochs;
  run.shuffle = given.shuffle;
  run.update = given.update;
  check_order(run);
  read_targets(run, given);
  run.rates = given.rates;
  run.t = given.t;
  run.random = given.random;
  if (!run.random && (run.shuffle || network_.draws)) refuse("a random generator is needed");
  run.good_theta = given.good_theta;
  run.sums = given.sums;
  run.seconds = given.seconds;
  run.profile = given.profile;
  run.interrupted = given.interrupted;
  make_memory(run, given.threads);
  return run;
}

void Plan::check_order(const Run &run) const {
  const int64_t rows = run.rows.n_rows;
  if (run.orders && run.shuffle) refuse("an order for each epoch is not shuffled");
  if (run.shuffle && (run.n_order > rows || run.n_order > 0xffffffff)) refuse("order is longer than there are rows");
  if (run.shuffle) return;
  const int64_t n = run.n_order * (run.orders ? run.n_epochs : 1);
  for (int64_t i = 0; i < n; ++i)
    if (run.order[i] < 0 || run.order[i] >= rows)
      refuse("order names row " + std::to_string(run.order[i]) + " of " + std::to_string(rows));
}

void Plan::read_targets(Run &run, const noron_run_settings &given) const {
  const Program &p = network_.program;
  run.targets.weight = given.weight;
  run.targets.labels = given.labels;
  run.targets.numbers = given.labels ? nullptr : given.y;
  if (!given.labels) {
    if (!given.y) refuse("labels or y are needed");
    return;
  }
  if (p.loss.kind != LossKind::cross_entropy && p.loss.kind != LossKind::focal) refuse("labels are for classes");
  const bool every_row = run.shuffle || run.orders;
  const int64_t n = every_row ? run.rows.n_rows : run.n_order;
  for (int64_t i = 0; i < n; ++i) {
    const int64_t label = given.labels[every_row ? i : run.order[i]];
    if (label < 0 || label >= p.n_outputs) refuse("the label " + std::to_string(label) + " has no output");
  }
}

void Plan::make_memory(const Run &run, int threads) {
  if (run.rows.form == Rows::Form::compressed) workspace_.make_entries(run.rows, run.batch_size, threads);
  if (run.rows.skips_zeros) workspace_.make_masks(run.batch_size, threads);
  workspace_.make_panels(threads);
}

// Let a run predict rows after each of its epochs, by another plan of the same network, made for
// predictions. That plan is held for as long as the returned object lives.
std::unique_ptr<Hold> Plan::watch(Run &run, Prediction &q, const noron_run_settings &given) const {
  if (!given.watcher) return nullptr;
  Plan &other = static_cast<Plan &>(*given.watcher);
  if (!given.watched) refuse("there are no rows to be watched");
  if (!given.scores) refuse("there is no place for the scores");
  const DataRows &x = static_cast<const DataRows &>(*given.watched);
  if (other.network_.training) refuse("the watcher is not for predictions");
  if (other.program().theta != program().theta || other.is_double() != is_double())
    refuse("the watcher is of another network");
  other.check_rows_to_predict(x);
  auto held = std::make_unique<Hold>(other.hold("the watcher is at work in another thread"));
  q.program = other.workspace_.make_predictors(x.rows, given.threads);
  q.rows = x.rows;
  q.stop = x.rows.n_rows;
  q.out = given.scores;
  q.team = run.team;
  run.watched = &q;
  return held;
}

void Plan::check_rows(const DataRows &x) const {
  const int n = network_.program.n_inputs;
  if (x.rows.n_columns != n)
    refuse("x has " + std::to_string(x.rows.n_columns) + " columns, the network " + std::to_string(n) + " inputs");
  if (x.is_double != is_double()) refuse("x and theta are of different types");
}

void Plan::check_rows_to_predict(const DataRows &x) const {
  check_rows(x);
  if (x.rows.skips_zeros) refuse("rows of bytes without zeros are for training");
}

bool Plan::predict(const DataRows &x, int64_t start, int64_t stop, void *out, bool link, int threads) {
  check_rows_to_predict(x);
  if (start < 0 || stop < start || stop > x.rows.n_rows) refuse("these rows are not there");
  Prediction q{};
  q.rows = x.rows;
  q.start = start;
  q.stop = stop;
  q.out = out;
  q.link = link;
  return predict(q, threads);
}

bool Plan::predict_finite(const Rows &x, void *out, int threads) {
  Prediction q{};
  q.rows = x;
  q.stop = x.n_rows;
  q.out = out;
  q.link = q.checks = true;
  return predict(q, threads);
}

bool Plan::predict(Prediction &q, int threads) {
  if (network_.training) refuse("this plan is for training only");
  check_threads(threads);
  const Hold here(held_);
  if (!here) return false;
  q.program = workspace_.make_predictors(q.rows, threads);
  const auto work = is_double() ? chosen_kernels().predict_double : chosen_kernels().predict_float;
  if (threads == 1) {  // one row takes less than a microsecond: no time for a team
    work(&q, 0);
    return !q.is_refused;
  }
  Team team;
  q.team = &team;
  in_parallel(team, threads, [&q, work](int thread) { work(&q, thread); });
  return !q.is_refused;
}

}  // namespace noron
