#include "session.h"

#include <string>

#include "../core/names.h"

namespace noron {

// Fewer rows than this are predicted before the interpreter could be let go and taken back.
constexpr int64_t FEW_ROWS = 32;

// The layers and tables as C reads them.
struct Layers {
  std::vector<noron_layer> layers;
  std::vector<noron_table> tables;

  explicit Layers(const std::vector<LayerArguments> &given) {
    for (const LayerArguments &layer : given) {
      layers.push_back(layer);
      layers.back().n_tables = static_cast<int>(layer.tables.size());
      tables.insert(tables.end(), layer.tables.begin(), layer.tables.end());
    }
  }
};

static noron_network network_of(const NetworkArguments &given, const Layers &layers) {
  const AnyArray theta = as_array(given.theta, "theta"), buffers = as_array(given.buffers, "buffers");
  noron_network n{};
  n.layers = layers.layers.data();
  n.n_layers = static_cast<int64_t>(layers.layers.size());
  n.tables = layers.tables.data();
  n.n_tables = static_cast<int64_t>(layers.tables.size());
  n.n_inputs = given.n_inputs;
  n.loss = static_cast<int>(named<LossKind>(given.loss));
  n.link = static_cast<int>(named<Link>(given.link));
  n.setting = given.setting;
  n.class_weight = given.class_weight.data();
  n.n_class_weight = static_cast<int64_t>(given.class_weight.size());
  n.is_double = is_of<double>(theta);
  n.n_theta = static_cast<int64_t>(theta.size());
  n.n_buffers = static_cast<int64_t>(buffers.size());
  n.theta = writable(n.is_double, given.theta, "theta", {n.n_theta});
  n.grad = writable(n.is_double, given.grad, "grad", {n.n_theta});
  n.buffers = writable(n.is_double, given.buffers, "buffers", {n.n_buffers});
  n.batch_rows = given.batch_rows;
  n.training = given.training;
  n.bfloat16 = given.bfloat16;
  return n;
}

Session::Session(const NetworkArguments &given)
    : plan(network_of(given, Layers(given.layers))), theta_(given.theta), grad_(given.grad), buffers_(given.buffers) {}

Session &Session::of(nb::handle given) {
  if (!nb::isinstance<Session>(given)) refuse("a plan is needed here");
  return nb::cast<Session &>(given);
}

void Session::optimize(const OptimizerArguments &given) {
  std::vector<void *> slots;
  for (const nb::object &slot : given.slots)
    slots.push_back(writable(plan.is_double(), slot, "a slot", {plan.program().n_theta}));
  noron_optimizer_settings s{};
  s.update = static_cast<int>(named<Update>(given.update));
  s.beta1 = given.beta1;
  s.beta2 = given.beta2;
  s.epsilon = given.epsilon;
  s.weight_decay = given.weight_decay;
  s.epsilon_hat = given.epsilon_hat;
  s.slots = slots.data();
  s.n_slots = static_cast<int>(slots.size());
  s.l1 = given.l1;
  s.l2 = given.l2;
  s.shared_l2 = given.shared_l2;
  s.weights = given.weights.data();
  s.n_weights = static_cast<int64_t>(given.weights.size());
  plan.optimize(s);
  slots_ = given.slots;
}

void Session::bind_order(noron_run_settings &s, nb::handle order) {
  const AnyArray a = as_array(order, "order");
  s.orders = a.ndim() == 2;
  if (s.shuffle) {
    if (s.orders) refuse("an order for each epoch is not shuffled");
    s.order = writable<int64_t>(order, "order", {-1});
  } else {
    const int64_t *rows = s.orders ? numbers<int64_t>(a, "order", {s.n_epochs, -1})
                                   : numbers<int64_t>(a, "order", {-1});
    s.order = const_cast<int64_t *>(rows);
  }
  s.n_order = length(a, s.orders);
}

void Session::bind_targets(noron_run_settings &s, const RunArguments &given, int64_t rows) {
  const bool is_double = plan.is_double();
  if (given.labels.is_none())
    s.y = numbers(is_double, as_array(given.y, "y"), "y", {rows, plan.program().n_outputs});
  else
    s.labels = numbers<int64_t>(as_array(given.labels, "labels"), "labels", {rows});
  if (!given.weight.is_none())
    s.weight = numbers(is_double, as_array(given.weight, "weight"), "weight", {rows});
}

void Session::bind_watch(noron_run_settings &s, const RunArguments &given) {
  if (given.watcher.is_none()) return;
  Session &other = of(given.watcher);
  if (!nb::isinstance<ArrayRows>(given.watched)) refuse("there are no rows to be watched");
  const DataRows &x = nb::cast<const ArrayRows &>(given.watched).data;
  s.watcher = &other.plan;
  s.watched = &x;
  const int64_t n_outputs = other.plan.program().n_outputs;
  s.scores = writable(plan.is_double(), given.scores, "scores", {s.n_epochs, x.rows.n_rows, n_outputs});
}

noron_random *random_of(nb::handle random) {
  if (random.is_none()) return nullptr;
  void *generator = PyCapsule_GetPointer(random.ptr(), "BitGenerator");
  if (!generator) throw nb::python_error();
  return static_cast<noron_random *>(generator);
}

static int interrupted() {
  const nb::gil_scoped_acquire held;
  return PyErr_CheckSignals();
}

noron_run_settings Session::settings(const ArrayRows &x, const RunArguments &given) {
  noron_run_settings s{};
  s.n_epochs = given.n_epochs;
  s.batch_size = given.batch_size;
  s.shuffle = given.shuffle;
  s.update = given.update;
  s.t = given.t;
  s.threads = given.threads;
  s.interrupted = interrupted;
  bind_order(s, given.order);
  s.rates = numbers<double>(as_array(given.rates, "rates"), "rates", {plan.steps(s)});
  bind_targets(s, given, x.data.rows.n_rows);
  s.random = random_of(given.random);
  const int64_t n_theta = plan.program().n_theta, n_ops = plan.program().n_ops;
  if (!given.good_theta.is_none())
    s.good_theta = writable(plan.is_double(), given.good_theta, "good_theta", {n_theta});
  s.sums = reinterpret_cast<noron_sums *>(writable<double>(given.sums, "sums", {s.n_epochs, 4}));
  if (!given.seconds.is_none()) s.seconds = writable<double>(given.seconds, "seconds", {s.n_epochs});
  if (!given.profile.is_none()) s.profile = writable<double>(given.profile, "profile", {2 + 2 * n_ops});
  bind_watch(s, given);
  return s;
}

noron_result Session::run(const ArrayRows &x, const RunArguments &given) {
  const noron_run_settings s = settings(x, given);
  noron_result result;
  {
    const nb::gil_scoped_release released;
    result = plan.run(x.data, s);
  }
  last_ = result;
  raise_if_stopped(result);
  return result;
}

void raise_if_stopped(const noron_result &result) {
  if (result.outcome == noron_outcome_stopped && PyErr_Occurred()) throw nb::python_error();
}

bool Session::predict(const ArrayRows &x, int64_t start, int64_t stop, nb::object out, bool link, int threads) {
  const int64_t n = start >= 0 && stop >= start ? stop - start : 0;
  void *to = writable(plan.is_double(), out, "out", {n, plan.program().n_outputs});
  if (threads == 1 && n < FEW_ROWS) return plan.predict(x.data, start, stop, to, link, threads);
  const nb::gil_scoped_release released;
  return plan.predict(x.data, start, stop, to, link, threads);
}

bool Session::predict_array(nb::handle x, nb::handle out, int threads) {
  const Buffer from(x, false), to(out, true);
  const Program &p = plan.program();
  const char type = plan.is_double() ? 'd' : 'f';
  if (!from.is(type, p.n_inputs) || !to.is(type, p.n_outputs)) return false;
  if (from.rows() != to.rows()) return false;
  Rows rows{};
  rows.form = Rows::Form::dense;
  rows.n_rows = from.rows();
  rows.n_columns = p.n_inputs;
  rows.values = from.at<void>();
  if (threads == 1 && rows.n_rows < FEW_ROWS) return plan.predict_finite(rows, to.at<void>(), threads);
  const nb::gil_scoped_release released;
  return plan.predict_finite(rows, to.at<void>(), threads);
}

std::vector<noron_result> Session::run_several(const std::vector<nb::object> &plans, const ArrayRows &x,
                                               const std::vector<RunArguments> &given) {
  if (given.size() != plans.size()) refuse("the lists are of different lengths");
  std::vector<Plan *> all;
  std::vector<noron_run_settings> settings;
  for (size_t i = 0; i < plans.size(); ++i) {
    Session &session = Session::of(plans[i]);
    all.push_back(&session.plan);
    settings.push_back(session.settings(x, given[i]));
  }
  std::vector<noron_result> results;
  {
    const nb::gil_scoped_release released;
    results = noron::run_several(all, x.data, settings);
  }
  for (size_t i = 0; i < plans.size(); ++i) Session::of(plans[i]).last_ = results[i];
  for (const noron_result &result : results) raise_if_stopped(result);
  return results;
}

}  // namespace noron
