// A prepared network: its layers are bound to theta and to workspaces for batches of a given size.
#pragma once

#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <memory>
#include <tuple>
#include <vector>

#include "names.h"
#include "rows.h"
#include "team.h"

namespace noron {

const Kernels &chosen_kernels();

// A layer as Python describes it: its kind, its widths, where its numbers begin (-1: it has none),
// and its settings.
struct Layer {
  Layer(const std::string &of, int inputs, int outputs)
      : kind(named<Kind>(of)), n_in(inputs), n_out(outputs) {}

  Kind kind;
  int n_in, n_out;
  Activation activation = Activation::identity;
  int64_t weight = -1, bias = -1, mean = -1, var = -1;
  double setting = 0, momentum = 0;
  int partner = -1;  // the place of the other end of a residual block
  bool relu = false;
};

constexpr int MOST_THREADS = 64;
constexpr int64_t MOST_UNITS = int64_t(1) << 30;
constexpr int64_t MANY_STEPS = 8;            // from which on moving a layer's numbers pays
constexpr int64_t HOME_BYTES = 1 << 21;      // up to about what a thread's own cache holds

inline int padded(int64_t n) { return static_cast<int>((n + 15) / 16 * 16); }

// The distance of rows in numbers. A multiple of 64 would map them to few cache sets, so it gets 16
// more.
inline int leading(int64_t n) {
  const int ld = padded(n);
  return ld % 64 == 0 ? ld + 16 : ld;
}

class Plan {
 public:
  Plan(const std::vector<Layer> &layers, int n_inputs, const std::string &loss,
       const std::string &link, double setting, std::vector<double> class_weight, nb::object theta,
       nb::object grad, nb::object buffers, int batch_rows, bool training) {
    n_inputs_ = n_inputs;
    if (batch_rows < 1 || batch_rows > (1 << 26)) refuse("batch_rows is out of range");
    if (n_inputs < 1) refuse("n_inputs is out of range");
    bind(theta, grad, buffers);
    read_layers(layers);
    check_blocks();
    if (draws_ && !training) refuse("nothing is dropped in a prediction");
    class_weight_ = std::move(class_weight);
    program_.loss = {named<LossKind>(loss), named<Link>(link), setting,
                     class_weight_.empty() ? nullptr : class_weight_.data(), program_.n_outputs};
    const size_t weights = program_.loss.kind == LossKind::binary_cross_entropy ? 2 : program_.n_outputs;
    if (!class_weight_.empty() && class_weight_.size() != weights)
      refuse("class_weight does not fit the outputs");
    program_.batch_rows = batch_rows;
    training_ = training;
    if (training) make_workspaces(ops_, program_, true);
  }

  // How to update: an optimizer and its vectors; penalties, and the parts of theta that pay them.
  void optimize(const std::string &update, double beta1, double beta2, double epsilon,
                double weight_decay, bool epsilon_hat, const std::vector<nb::object> &slots,
                double l1, double l2, double shared_l2,
                const std::vector<std::tuple<int64_t, int64_t>> &weights) {
    if (at_work_) refuse("this plan is at work in another thread");
    const Update kind = named<Update>(update);
    const size_t needed = kind >= Update::adam ? 2 : kind >= Update::momentum ? 1 : 0;
    if (slots.size() != needed) refuse("the optimizer has other slots than these");
    program_.optimizer = {kind, beta1, beta2, epsilon, weight_decay, epsilon_hat};
    void **to[] = {&program_.slot0, &program_.slot1};
    for (size_t i = 0; i < slots.size(); ++i) *to[i] = vector(slots[i], "a slot", program_.n_theta);
    slots_ = slots;
    program_.penalty = {l1, l2, shared_l2};
    weights_.clear();
    const Op &first = ops_[0];
    const int64_t pieces = (int64_t(first.n_in) + PENALTY_ROWS - 1) / PENALTY_ROWS;
    int64_t blocks = (int64_t(first.n_out) + 1) / 2 * pieces, before = 0;  // two numbers at least
    for (const auto &[start, stop] : weights) {
      if (start < 0 || stop < start || stop > program_.n_theta) refuse("a weight lies outside theta");
      if (start < before) refuse("the weights are not in order, or overlap");
      before = stop;
      weights_.push_back({start, stop});
      blocks += (stop - start + PENALTY_BLOCK - 1) / PENALTY_BLOCK;
    }
    program_.weights = weights_.data();
    program_.n_weights = static_cast<int>(weights_.size());
    penalty_blocks_ = Memory(blocks * 8);
    program_.penalty_blocks = penalty_blocks_.as<double>();
    }

  std::tuple<int, int64_t> run(const DataRows &x, nb::object labels, nb::object y, nb::object weight,
                               nb::object order, int n_epochs, int batch_size, bool shuffle,
                               bool update, nb::object rates, int64_t t, nb::object random,
                               nb::object good_theta, nb::object sums, nb::object seconds,
                               nb::object profile, nb::object watcher, nb::object watched,
                               nb::object scores, int threads) {
    if (at_work_) refuse("this plan is at work in another thread");
    const AtWork from_here_on(at_work_);
    Run run{};
    ready(run, x, labels, y, weight, order, n_epochs, batch_size, shuffle, update, rates, t, random,
          good_theta, sums, seconds, threads);
    if (!profile.is_none()) run.profile = writable<double>(profile, "profile", {2 + 2 * program_.n_ops});
    make_homes(update && steps_of(run) * n_epochs >= MANY_STEPS ? threads : 1);
    std::vector<uint8_t> flags(2 * static_cast<size_t>(threads));
    run.flags = flags.data();
    Team team;
    run.team = &team;
    Prediction prediction{};
    const std::unique_ptr<AtWork> also = watch(run, prediction, watcher, watched, scores, threads);
    {
      nb::gil_scoped_release released;
      const auto work = is_double_ ? chosen_kernels().run_double : chosen_kernels().run_float;
      in_parallel(team, threads, [&run, work](int thread) { work(&run, thread); });
    }
    ended(run);
    if (run.outcome == Outcome::stopped && PyErr_Occurred()) throw nb::python_error();
    return {static_cast<int>(run.outcome), run.steps_done};
  }

  static Plan &of(nb::handle given) {
    if (!nb::isinstance<Plan>(given)) refuse("a plan is needed here");
    return nb::cast<Plan &>(given);
  }

  // Check all arguments of a run of this plan, and fill in `run`.
  void ready(Run &run, const DataRows &x, nb::handle labels, nb::handle y, nb::handle weight,
             nb::handle order, int n_epochs, int batch_size, bool shuffle, bool update,
             nb::handle rates, int64_t t, nb::handle random, nb::handle good_theta, nb::handle sums,
             nb::handle seconds, int threads) {
    if (!training_) refuse("this plan is for predictions only");
    run.program = &program_;
    run.rows = x.rows;
    check_rows(x);
    if (n_epochs < 1) refuse("there is nothing to run over");
    const AnyArray rows = as_array(order, "order");
    run.orders = rows.ndim() == 2;
    if (run.orders && shuffle) refuse("an order for each epoch is not shuffled");
    run.n_order = static_cast<int64_t>(rows.size()) / (run.orders ? n_epochs : 1);
    run.order = shuffle        ? writable<int64_t>(order, "order", {-1})
                : run.orders ? const_cast<int64_t *>(numbers<int64_t>(rows, "order", {n_epochs, run.n_order}))
                             : const_cast<int64_t *>(numbers<int64_t>(rows, "order", {-1}));
    if (run.n_order < 1) refuse("there is nothing to run over");
    if (batch_size < 1 || batch_size > program_.batch_rows) refuse("batch_size is out of range");
    if (threads < 1 || threads > MOST_THREADS) refuse("threads is out of range");
    if (shuffle && (run.n_order > x.rows.n_rows || run.n_order > 0xffffffff)) refuse("order is longer than there are rows");
    const int64_t named = static_cast<int64_t>(rows.size());
    for (int64_t i = 0; !shuffle && i < named; ++i)
      if (run.order[i] < 0 || run.order[i] >= x.rows.n_rows)
        refuse("order names row " + std::to_string(run.order[i]) + " of " + std::to_string(x.rows.n_rows));
    targets(run, labels, y, weight, shuffle || run.orders);
    const int64_t steps = (run.n_order + batch_size - 1) / batch_size;
    if (n_epochs > (int64_t(1) << 40) / steps) refuse("n_epochs is out of range");
    run.rates = numbers<double>(as_array(rates, "rates"), "rates", {steps * n_epochs});
    run.sums = reinterpret_cast<Sums *>(writable<double>(sums, "sums", {n_epochs, 4}));
    if (!seconds.is_none()) run.seconds = writable<double>(seconds, "seconds", {n_epochs});
    if (!good_theta.is_none()) run.good_theta = vector(good_theta, "good_theta", program_.n_theta);
    if (!random.is_none()) {
      run.random = static_cast<BitGenerator *>(PyCapsule_GetPointer(random.ptr(), "BitGenerator"));
      if (!run.random) throw nb::python_error();
    } else if (shuffle || draws_) {
      refuse("a random generator is needed");
    }
    run.batch_size = batch_size;
    run.n_epochs = n_epochs;
    run.shuffle = shuffle;
    run.update = update;
    run.t = t;
    run.interrupted = [] {
      nb::gil_scoped_acquire held;
      return PyErr_CheckSignals() != 0;
    };
    if (x.rows.form == Rows::Form::compressed) place_for_entries(x, batch_size, threads);
    if (x.rows.skips_zeros) place_for_masks(batch_size, threads);
    if (threads > panels_for_) make_panels(threads);
  }

  // Let a run predict rows after each of its epochs, by another plan of the same network, made for
  // predictions. That plan is in use for as long as the returned object lives.
  std::unique_ptr<AtWork> watch(Run &run, Prediction &q, nb::handle watcher, nb::handle watched,
                                nb::handle scores, int threads) const {
    if (watcher.is_none()) return nullptr;
    Plan &other = of(watcher);
    if (!nb::isinstance<DataRows>(watched)) refuse("there are no rows to be watched");
    const DataRows &x = nb::cast<const DataRows &>(watched);
    if (other.training_) refuse("the watcher is not for predictions");
    if (other.at_work_) refuse("the watcher is at work in another thread");
    if (other.program_.theta != program_.theta || other.is_double_ != is_double_) refuse("the watcher is of another network");
    other.check_rows_to_predict(x);
    const int64_t n = x.rows.n_rows, n_outputs = other.program_.n_outputs;
    std::unique_ptr<AtWork> at_work = std::make_unique<AtWork>(other.at_work_);
    other.make_predictors(threads, x);
    q.program = other.predictors_.data();
    q.rows = x.rows;
    q.stop = n;
    q.out = is_double_ ? static_cast<void *>(writable<double>(scores, "scores", {run.n_epochs, n, n_outputs}))
                       : static_cast<void *>(writable<float>(scores, "scores", {run.n_epochs, n, n_outputs}));
    q.team = run.team;
    run.watched = &q;
    return at_work;
  }

  // Memory for a thread's columns of the first layer: W, its gradient and the optimizer's slots.
  void make_homes(int threads) {
    const Op &first = ops_[0];
    const int64_t columns = (first.n_out + threads - 1) / threads + 16;
    program_.home_bytes = (4 * (first.n_in * columns + 16) * size() + 127) / 128 * 128;
    const bool pays = threads > 1 && first.kind == Kind::dense && program_.home_bytes <= HOME_BYTES;
    if (pays && threads != homes_for_) {
      homes_ = Memory::on_huge_pages(program_.home_bytes * threads);
      homes_for_ = threads;
    }
    program_.homes = pays ? homes_.get() : nullptr;
  }

  bool is_double() const { return is_double_; }
  bool &at_work() { return at_work_; }
  void ended(const Run &run) { broke_off_ = run.broke_off; }
  static int64_t steps_of(const Run &run) { return (run.n_order + run.batch_size - 1) / run.batch_size; }

  // Write the scores of rows, or with the link the predictions, to `out`; false if another thread
  // is using this plan.
  bool predict(const DataRows &x, int64_t start, int64_t stop, nb::object out, bool link, int threads) {
    check_rows_to_predict(x);
    if (start < 0 || stop < start || stop > x.rows.n_rows) refuse("these rows are not there");
    if (threads < 1 || threads > MOST_THREADS) refuse("threads is out of range");
    void *to = is_double_ ? static_cast<void *>(writable<double>(out, "out", {stop - start, program_.n_outputs}))
                          : static_cast<void *>(writable<float>(out, "out", {stop - start, program_.n_outputs}));
    return predict_into(x, start, stop, to, link, false, threads);
  }

  bool predict_into(const DataRows &x, int64_t start, int64_t stop, void *out, bool link, bool checks,
                    int threads) {
    if (training_) refuse("this plan is for training only");
    if (at_work_) return false;
    const AtWork from_here_on(at_work_);
    make_predictors(threads, x);
    Prediction q{};
    q.program = predictors_.data();
    q.rows = x.rows;
    q.start = start;
    q.stop = stop;
    q.out = out;
    q.link = link;
    q.checks = checks;
    const auto work = is_double_ ? chosen_kernels().predict_double : chosen_kernels().predict_float;
    if (threads == 1 && stop - start < 32) {  // shorter than letting the interpreter go and back
      work(&q, 0);
    } else {
      Team team;
      q.team = &team;
      nb::gil_scoped_release released;
      in_parallel(team, threads, [&q, work](int thread) { work(&q, thread); });
    }
    return !q.is_refused;
  }

  // Whether Ctrl-C stopped the last run in the middle of an update.
  bool broke_off() const { return broke_off_; }

  // Write the predictions for a C-contiguous array of the plan's type and width to another array;
  // false for anything else, which the caller then converts.
  bool predict_array(nb::handle x, nb::handle out, int threads) {
    const Buffer from(x, false), to(out, true);
    const char type = is_double_ ? 'd' : 'f';
    if (!from.is(type, n_inputs_) || !to.is(type, program_.n_outputs)) return false;
    if (from.rows() != to.rows() || threads < 1 || threads > MOST_THREADS) return false;
    array_.rows.form = Rows::Form::dense;
    array_.rows.n_rows = from.rows();
    array_.rows.n_columns = n_inputs_;
    array_.rows.values = from.at<void>();
    return predict_into(array_, 0, from.rows(), to.at<void>(), true, true, threads);
  }

 private:
  Program program_{};
  std::vector<Op> ops_;
  std::vector<Segment> weights_;
  std::vector<double> class_weight_;
  std::vector<nb::object> slots_;
  nb::object theta_, grad_, buffers_;
  std::vector<Memory> memory_;
  Memory panels_, penalty_blocks_, homes_;
  std::vector<Entries> entries_, predictor_entries_;
  std::vector<Memory> entry_memory_;
  int64_t entries_for_ = -1, entry_rows_ = 0, mask_rows_ = 0;
  std::vector<Masks> masks_;
  std::vector<Memory> mask_memory_;
  int n_inputs_, panels_for_ = 0, homes_for_ = 0, widest_ = 0;
  bool is_double_ = false, training_ = false, draws_ = false, at_work_ = false, broke_off_ = false;
  // For predictions, each thread has its own program.
  std::vector<Program> predictors_;
  std::vector<std::vector<Op>> predictor_ops_;
  int64_t predictor_entries_for_ = -1;
  DataRows array_;

  int64_t size() const { return is_double_ ? 8 : 4; }

  void *vector(nb::handle given, const char *name, int64_t n) const {
    return is_double_ ? static_cast<void *>(writable<double>(given, name, {n}))
                      : static_cast<void *>(writable<float>(given, name, {n}));
  }

  void bind(nb::object theta, nb::object grad, nb::object buffers) {
    const AnyArray a = as_array(theta, "theta");
    is_double_ = is_of<double>(a);
    program_.n_theta = static_cast<int64_t>(a.size());
    program_.n_buffers = static_cast<int64_t>(as_array(buffers, "buffers").size());
    program_.theta = vector(theta, "theta", program_.n_theta);
    program_.grad = vector(grad, "grad", program_.n_theta);
    program_.buffers = vector(buffers, "buffers", program_.n_buffers);
    theta_ = theta;
    grad_ = grad;
    buffers_ = buffers;
  }

  void check_place(int64_t at, int64_t n, int64_t limit, bool needed) const {
    if (at < 0 ? needed : at > limit - n) refuse("a layer's numbers lie outside theta or buffers");
  }

  void read_layers(const std::vector<Layer> &layers) {
    if (layers.empty() || layers.size() > 100000) refuse("the number of layers is out of range");
    int width = n_inputs_;
    for (const Layer &layer : layers) {
      const int n_in = layer.n_in, n_out = layer.n_out;
      if (n_in != width || n_out < 1 || n_in > MOST_UNITS || n_out > MOST_UNITS)
        refuse("a layer's width does not fit the one before it");
      Op op{};
      op.kind = layer.kind;
      op.activation = layer.activation;
      op.n_in = n_in;
      op.n_out = n_out;
      op.weight = layer.weight;
      op.bias = layer.bias;
      op.mean = layer.mean;
      op.var = layer.var;
      op.setting = layer.setting;
      op.momentum = layer.momentum;
      op.partner = layer.partner;
      op.relu = layer.relu;
      const int i = static_cast<int>(ops_.size());
      if (op.kind == Kind::dense) {
        check_place(op.weight, int64_t(n_in) * n_out, program_.n_theta, true);
        check_place(op.bias, n_out, program_.n_theta, false);
        op.masks_input = i > 0 && ops_[i - 1].kind == Kind::dense && ops_[i - 1].relu;
      } else if (n_in != n_out) {
        refuse("only a dense layer changes the width");
      }
      const bool norm = op.kind == Kind::batch_norm || op.kind == Kind::layer_norm;
      if (norm) check_place(op.weight, n_in, program_.n_theta, true);
      if (norm) check_place(op.bias, n_in, program_.n_theta, true);
      if (op.kind != Kind::dense && !norm && (op.weight >= 0 || op.bias >= 0))
        refuse("only dense and normalizing layers have numbers in theta");
      if (op.kind == Kind::batch_norm || op.kind == Kind::standardize) {
        check_place(op.mean, n_in, program_.n_buffers, true);
        check_place(op.var, n_in, program_.n_buffers, true);
      } else if (op.mean >= 0 || op.var >= 0) {
        refuse("only batch_norm and standardize have numbers in buffers");
      }
      if (op.relu && op.kind != Kind::dense) refuse("only a dense layer has a ReLU of its own");
      if (op.kind == Kind::dropout && !(op.setting >= 0 && op.setting < 1))
        refuse("the rate of a dropout is out of range");
      draws_ = draws_ || op.kind == Kind::dropout;
      ops_.push_back(op);
      width = n_out;
      widest_ = std::max({widest_, n_in, n_out});
    }
    bool learns = false;
    for (Op &op : ops_) {
      op.wants_dx = learns;
      learns = learns || op.weight >= 0;
    }
    program_.n_inputs = n_inputs_;
    program_.n_outputs = width;
    program_.n_ops = static_cast<int>(ops_.size());
    program_.ops = ops_.data();
  }

  // Check that each residual block begins and ends once, with the same width.
  void check_blocks() const {
    const int n = static_cast<int>(ops_.size());
    for (int i = 0; i < n; ++i) {
      const Op &op = ops_[i];
      const bool begins = op.kind == Kind::residual_begin;
      if (!begins && op.kind != Kind::residual_end) continue;
      const bool there = op.partner >= 0 && op.partner < n && (begins ? op.partner > i : op.partner < i);
      if (!there || ops_[op.partner].kind != (begins ? Kind::residual_end : Kind::residual_begin) ||
          ops_[op.partner].partner != i || ops_[op.partner].n_in != op.n_in)
        refuse("a residual block has no beginning, no end, or two widths");
    }
  }

  void *room(int64_t count) {
    memory_.emplace_back(count * size());
    return memory_.back().get();
  }

  // Allocate the values and gradients between the layers, and bind the layers to them.
  void make_workspaces(std::vector<Op> &ops, Program &p, bool training) {
    const int64_t rows = p.batch_rows;
    void *x = p.input = room(rows * leading(n_inputs_));
    int ld = leading(n_inputs_);
    for (Op &op : ops) {
      op.x = x;
      op.ld_in = ld;
      op.ld_out = op.kind == Kind::dense ? leading(op.n_out) : ld;
      op.y = op.kind == Kind::residual_begin ? x : room(rows * op.ld_out);
      const bool keeps = op.kind == Kind::dropout || op.kind == Kind::batch_norm || op.kind == Kind::layer_norm;
      if (training && keeps) op.extra = room(rows * ld + std::max<int64_t>(ld, padded(rows)));
      x = op.y;
      ld = op.ld_out;
    }
    p.ops = ops.data();
    if (!training) return;
    p.gradient_of_loss = room(rows * ld);
    void *dy = p.gradient_of_loss;
    for (size_t i = ops.size(); i-- > 0;) {
      ops[i].dy = dy;
      if (ops[i].wants_dx) ops[i].dx = dy = room(rows * ops[i].ld_in);
    }
    p.row_loss = room(padded(rows));
    p.share = room(padded(rows));
    memory_.emplace_back(rows * 8);
    p.row_correct = memory_.back().as<double>();
    make_panels(1);
  }

  void make_panels(int threads) {
    const int64_t blocks = int64_t(256) * (2048 + 64 + 192), whole = std::max<int64_t>(widest_, program_.batch_rows) * 64;
    program_.panel_bytes = ((small() ? 0 : blocks) + whole + 4 * int64_t(leading(widest_)) + 64) * size();
    program_.panel_bytes = (program_.panel_bytes + 63) / 64 * 64;
    panels_ = Memory(program_.panel_bytes * threads);
    program_.panels = panels_.get();
    panels_for_ = threads;
  }

  // Whether all products are too small to be divided into blocks.
  bool small() const {
    for (const Op &op : ops_)
      if (op.kind == Kind::dense) {
        const int64_t rows = program_.batch_rows;
        const int64_t most = std::max({int64_t(op.n_in) * op.n_out, rows * op.n_in, rows * op.n_out});
        if (most * size() > 512 * 1024) return false;
      }
    return true;
  }

  void check_rows(const DataRows &x) const {
    if (x.rows.n_columns != n_inputs_)
      refuse("x has " + std::to_string(x.rows.n_columns) + " columns, the network " + std::to_string(n_inputs_) + " inputs");
    if (x.is_double != is_double_) refuse("x and theta are of different types");
  }

  void check_rows_to_predict(const DataRows &x) const {
    check_rows(x);
    if (x.rows.skips_zeros) refuse("rows of bytes without zeros are for training");
  }

  void targets(Run &run, nb::handle labels, nb::handle y, nb::handle weight, bool every_row) const {
    const int64_t n = run.rows.n_rows;
    const bool classes = program_.loss.kind == LossKind::cross_entropy || program_.loss.kind == LossKind::focal;
    if (!labels.is_none()) {
      if (!classes) refuse("labels are for classes");
      run.targets.labels = numbers<int64_t>(as_array(labels, "labels"), "labels", {n});
      const int64_t looked_at = every_row ? n : run.n_order;
      for (int64_t i = 0; i < looked_at; ++i) {
        const int64_t label = run.targets.labels[every_row ? i : run.order[i]];
        if (label < 0 || label >= program_.n_outputs) refuse("the label " + std::to_string(label) + " has no output");
      }
    } else {
      run.targets.numbers = rows_of_numbers(y, "y", {n, program_.n_outputs});
    }
    if (!weight.is_none()) run.targets.weight = rows_of_numbers(weight, "weight", {n});
  }

  const void *rows_of_numbers(nb::handle given, const char *name, std::initializer_list<int64_t> shape) const {
    const AnyArray a = as_array(given, name);
    return is_double_ ? static_cast<const void *>(numbers<double>(a, name, shape))
                      : static_cast<const void *>(numbers<float>(a, name, shape));
  }

  // Memory in each thread for the entries of a batch, enough for every possible batch.
  void place_for_entries(const DataRows &x, int64_t rows, int threads) {
    const int64_t most = rows * x.rows.most_in_row;
    if (most > 0x7fffffff) refuse("a batch has too many entries");
    const bool fits = most <= entries_for_ && rows <= entry_rows_;
    if (fits && threads <= static_cast<int>(entries_.size())) return;
    entries_for_ = std::max(most, entries_for_);
    entry_rows_ = std::max(rows, entry_rows_);
    entries_.clear();
    entry_memory_.clear();
    for (int i = 0; i < threads; ++i)
      add_entries(entries_, entry_memory_, entries_for_, entry_rows_, true);
    program_.entries = entries_.data();
  }

  // Memory in each thread for the masks of a batch.
  void place_for_masks(int64_t rows, int threads) {
    if (rows <= mask_rows_ && threads <= static_cast<int>(masks_.size())) return;
    mask_rows_ = std::max(rows, mask_rows_);
    const int64_t columns = (n_inputs_ + 63) / 64 * 64, groups = (mask_rows_ + 63) / 64;
    masks_.clear();
    mask_memory_.clear();
    for (int i = 0; i < threads; ++i) {
      mask_memory_.emplace_back(columns * groups * (64 + 8));
      uint8_t *at = mask_memory_.back().as<uint8_t>();
      masks_.push_back({at, reinterpret_cast<uint64_t *>(at + columns * groups * 64)});
    }
    program_.masks = masks_.data();
  }

  void add_entries(std::vector<Entries> &to, std::vector<Memory> &memory, int64_t most, int64_t rows,
                   bool by_column) const {
    const int64_t n = n_inputs_, entries = padded(most) + 16, pair = 2 * size();
    const int64_t in_buckets = n * (rows + 1);
    Entries e{};
    e.bucket = in_buckets * pair <= (1 << 20) ? rows + 1 : 0;
    const int64_t columns = by_column ? n : 0;
    memory.emplace_back(entries * size() + (!by_column ? 0 : (e.bucket ? in_buckets : entries) * pair));
    e.value = memory.back().get();
    if (by_column) e.by_column = memory.back().as<char>() + entries * size();
    memory.emplace_back((rows + 1 + entries + 3 * columns + 2) * 4);
    e.start = memory.back().as<int>();
    e.column = e.start + rows + 1;
    e.fill = e.column + entries;
    e.first = e.fill + columns;
    e.n_touched = e.first + columns;
    e.touched = e.n_touched + 1;
    to.push_back(e);
  }

  void make_predictors(int threads, const DataRows &x) {
    const int64_t most_rows = std::clamp<int64_t>((int64_t(1) << 20) / widest_, 1, 64);
    while (static_cast<int>(predictors_.size()) < threads) {
      predictor_ops_.push_back(ops_);
      Program p = program_;
      p.batch_rows = static_cast<int>(most_rows);
      make_workspaces(predictor_ops_.back(), p, false);
      if (!program_.panels) make_panels(1);
      memory_.emplace_back(program_.panel_bytes);
      p.panel_bytes = program_.panel_bytes;
      p.panels = memory_.back().get();
      predictors_.push_back(p);
      predictor_entries_for_ = -1;
    }
    const bool compressed = x.rows.form == Rows::Form::compressed;
    const int64_t most = most_rows * (compressed ? x.rows.most_in_row : n_inputs_);
    if (most > predictor_entries_for_) {
      predictor_entries_.clear();
      for (size_t i = 0; i < predictors_.size(); ++i)
        add_entries(predictor_entries_, memory_, most, most_rows, false);
      predictor_entries_for_ = most;
    }
    for (size_t i = 0; i < predictors_.size(); ++i) {
      predictors_[i].ops = predictor_ops_[i].data();
      predictors_[i].entries = &predictor_entries_[i];
    }
  }
};

}  // namespace noron
