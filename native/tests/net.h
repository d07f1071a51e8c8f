// Networks and data with which whole runs are tested, through noron.h.
#pragma once

#include <string>

#include "../core/noron.h"
#include "check.h"

using check::Random;

static constexpr int N_ROWS = 96;

// Whether a call succeeded; if not, why.
static bool works(bool holds, const char *what) {
  return check::that(holds, "%s: %s", what, noron_last_error());
}

struct Layer {
  int kind, activation, units;  // units: of a dense layer
  double setting;
};
static Layer dense(int units) { return {noron_kind_dense, 0, units, 0}; }
static Layer applied(int activation) { return {noron_kind_activation, activation, 0, 0.3}; }

// Rows with targets for every loss; with many zeros, and of few different numbers, so that each form
// of rows suits them.
template <class T>
struct Data {
  int n_inputs, n_outputs;
  std::vector<T> x, y, weight;
  std::vector<int64_t> labels, order;

  Data(int inputs, int outputs, int one_in = 4) : n_inputs(inputs), n_outputs(outputs) {
    Random random(23);
    for (int i = 0; i < N_ROWS * inputs; ++i)
      x.push_back(random.below(one_in) ? 0 : T(1 + random.below(15)) / 8);
    for (int i = 0; i < N_ROWS * outputs; ++i) y.push_back(T(random.below(2)));
    for (int i = 0; i < N_ROWS; ++i) {
      labels.push_back(random.below(outputs));
      order.push_back(i);
      weight.push_back(T(0.5 + random.uniform()));
    }
  }
};

// A network with its numbers, and the plan for it.
template <class T>
class Net {
 public:
  std::vector<T> theta, grad, buffers, m, v, good;
  std::vector<noron_sums> sums;
  noron_result result{};

  Net(const Data<T> &data, const std::vector<Layer> &layers, int loss, int link, bool training = true)
      : data_(data), loss_(loss) {
    std::vector<noron_layer> made;
    int width = data.n_inputs;
    for (const Layer &layer : layers) {
      noron_layer l = noron_layer_of(layer.kind, width, layer.units ? layer.units : width);
      l.activation = layer.activation;
      l.setting = layer.setting;
      l.momentum = 0.9;
      if (layer.kind == noron_kind_dense) {
        l.weight = place(theta, int64_t(l.n_in) * l.n_out);
        weights_.push_back({l.weight, l.weight + int64_t(l.n_in) * l.n_out});
      }
      if (layer.kind == noron_kind_batch_norm || layer.kind == noron_kind_layer_norm)
        l.weight = place(theta, width);
      if (l.weight >= 0) l.bias = place(theta, l.n_out);
      if (layer.kind == noron_kind_batch_norm) l.mean = place(buffers, width), l.var = place(buffers, width);
      if (layer.kind == noron_kind_residual_end)
        for (size_t i = 0; i < made.size(); ++i)
          if (made[i].kind == noron_kind_residual_begin && made[i].partner < 0) {
            l.partner = static_cast<int>(i);
            made[i].partner = static_cast<int>(made.size());
          }
      width = l.n_out;
      made.push_back(l);
    }
    Random random(5);
    for (T &w : theta) w = T(0.6 * random.uniform() - 0.3);
    for (T &b : buffers) b = T(1);
    grad.resize(theta.size()), m.resize(theta.size()), v.resize(theta.size()), good.resize(theta.size());
    noron_network network{};
    network.layers = made.data();
    network.n_layers = static_cast<int64_t>(made.size());
    network.n_inputs = data.n_inputs;
    network.loss = loss;
    network.link = link;
    network.setting = loss == noron_loss_quantile ? 0.3
                      : loss == noron_loss_huber  ? 0.4
                      : loss == noron_loss_focal  ? 2
                                                  : 0;
    network.is_double = sizeof(T) == 8;
    network.theta = theta.data();
    network.grad = grad.data();
    network.n_theta = static_cast<int64_t>(theta.size());
    network.buffers = buffers.data();
    network.n_buffers = static_cast<int64_t>(buffers.size());
    network.batch_rows = N_ROWS;
    network.training = training;
    plan_ = noron_plan_new(&network);
    works(plan_ != nullptr, "a plan");
  }
  ~Net() { noron_plan_free(plan_); }
  Net(const Net &) = delete;
  Net &operator=(const Net &) = delete;

  noron_plan *plan() const { return plan_; }

  void optimize(int update, double l1 = 0, double l2 = 0) {
    void *const slots[] = {m.data(), v.data()};
    noron_optimizer_settings settings{};
    settings.update = update;
    settings.beta1 = 0.9, settings.beta2 = 0.99, settings.epsilon = 1e-6, settings.weight_decay = 0.01;
    settings.slots = slots;
    settings.n_slots = update >= noron_update_adam ? 2 : update >= noron_update_momentum;
    settings.l1 = l1, settings.l2 = l2;
    settings.weights = weights_.data();
    settings.n_weights = static_cast<int64_t>(weights_.size());
    works(noron_optimizer(plan_, &settings) == 0, "an optimizer");
  }

  noron_run_settings settings(int epochs, int batch_size, int threads) {
    noron_run_settings given{};
    const bool classes = loss_ == noron_loss_cross_entropy || loss_ == noron_loss_focal;
    given.labels = classes ? data_.labels.data() : nullptr;
    given.y = data_.y.data();
    given.weight = data_.weight.data();
    order_ = data_.order;
    given.order = order_.data();
    given.n_order = N_ROWS;
    given.n_epochs = epochs;
    given.batch_size = batch_size;
    given.update = 1;
    rates_.assign(static_cast<size_t>(epochs * ((N_ROWS + batch_size - 1) / batch_size)), 0.02);
    given.rates = rates_.data();
    sums.assign(static_cast<size_t>(epochs), {});
    given.sums = sums.data();
    given.good_theta = good.data();
    given.threads = threads;
    return given;
  }
  bool run(const noron_rows *x, const noron_run_settings &given) {
    return works(noron_run(plan_, x, &given, &result) == 0, "a run");
  }

  // Everything that a run leaves behind.
  std::string bits() const {
    std::string all;
    for (const auto *one : {&theta, &m, &v, &buffers, &good})
      all.append(reinterpret_cast<const char *>(one->data()), sizeof(T) * one->size());
    return all.append(reinterpret_cast<const char *>(sums.data()), sizeof(noron_sums) * sums.size());
  }

 private:
  const Data<T> &data_;
  int loss_;
  std::vector<noron_segment> weights_;
  std::vector<int64_t> order_;
  std::vector<double> rates_;
  noron_plan *plan_;

  static int64_t place(std::vector<T> &numbers, int64_t n) {
    const auto at = static_cast<int64_t>(numbers.size());
    numbers.resize(static_cast<size_t>(at + n));
    return at;
  }
};

// Rows that are freed with this object.
struct Held {
  noron_rows *rows;
  explicit Held(noron_rows *given) : rows(given) { works(rows, "rows"); }
  ~Held() { noron_rows_free(rows); }
  Held(const Held &) = delete;
  Held &operator=(const Held &) = delete;
};

template <class T>
static noron_rows *dense_rows(const Data<T> &data) {
  return noron_rows_dense(data.x.data(), N_ROWS, data.n_inputs, sizeof(T) == 8);
}
