// Whole runs through noron.h, on each instruction set of this processor: gradients against central
// differences, and the same bits for any number of threads, form of the rows and kind of order.
#include <algorithm>

#include "net.h"

// ---- gradients

// The gradient that a look leaves in `grad` against central differences of the loss.
static void gradient(const char *name, const std::vector<Layer> &layers, int loss, int link) {
  const Data<double> data(9, 3);
  const Held x(dense_rows(data));
  Net<double> net(data, layers, loss, link);
  const auto loss_at = [&] {
    noron_run_settings given = net.settings(1, N_ROWS, 1);
    given.update = 0;
    given.good_theta = nullptr;
    for (double &one : net.buffers) one = 1;
    net.run(x.rows, given);
    return net.sums[0].loss / net.sums[0].weight;
  };
  loss_at();
  const std::vector<double> grad = net.grad;
  double off = 0;
  for (size_t i = 0; i < grad.size(); i += 3) {
    const double w = net.theta[i], h = 1e-5;
    net.theta[i] = w + h;
    const double above = loss_at();
    net.theta[i] = w - h;
    const double below = loss_at();
    net.theta[i] = w;
    off = std::fmax(off, std::fabs((above - below) / (2 * h) - grad[i]) / (1 + std::fabs(grad[i])));
  }
  check::that(off < 1e-7, "the gradient of a network with %s is off by %g", name, off);
}

static void gradients() {
#define NORON_TEST(NAME, SETTING)                                                                   \
  gradient(#NAME, {dense(6), applied(noron_activation_##NAME), dense(3)}, noron_loss_cross_entropy, \
           noron_link_softmax);
  NORON_ACTIVATIONS(NORON_TEST)
#undef NORON_TEST
  const std::vector<Layer> plain = {dense(7), applied(noron_activation_tanh), dense(3)};
  gradient("binary cross-entropy", plain, noron_loss_binary_cross_entropy, noron_link_sigmoid);
  gradient("focal loss", plain, noron_loss_focal, noron_link_softmax);
  gradient("squared errors", plain, noron_loss_mse, noron_link_identity);
  gradient("absolute errors", plain, noron_loss_mae, noron_link_identity);
  gradient("Huber's loss", plain, noron_loss_huber, noron_link_identity);
  gradient("quantiles", plain, noron_loss_quantile, noron_link_identity);
  gradient("Poisson's loss", plain, noron_loss_poisson, noron_link_exp);
  const Layer batch_norm = {noron_kind_batch_norm, 0, 0, 1e-3},
              layer_norm = {noron_kind_layer_norm, 0, 0, 1e-3}, softmax = {noron_kind_softmax, 0, 0, 0},
              begin = {noron_kind_residual_begin, 0, 0, 0}, end = {noron_kind_residual_end, 0, 0, 0};
  const auto among = [](const Layer &layer) {
    return std::vector<Layer>{dense(6), layer, applied(noron_activation_tanh), dense(3)};
  };
  gradient("batch normalization", among(batch_norm), noron_loss_mse, noron_link_identity);
  gradient("layer normalization", among(layer_norm), noron_loss_mse, noron_link_identity);
  gradient("softmax within", among(softmax), noron_loss_mse, noron_link_identity);
  gradient("a residual block", {dense(6), begin, dense(6), applied(noron_activation_tanh), end, dense(3)},
           noron_loss_mse, noron_link_identity);
}

// ---- the same bits

template <class T>
static std::vector<std::vector<Layer>> networks() {
  const Layer batch_norm = {noron_kind_batch_norm, 0, 0, 1e-3},
              layer_norm = {noron_kind_layer_norm, 0, 0, 1e-3};
  std::vector<std::vector<Layer>> made;
  for (const int width : {1, 10, 32, 50, 64, 100, 130})
    made.push_back({dense(width), applied(noron_activation_relu), dense(3)});
  made.push_back({dense(33), batch_norm, applied(noron_activation_gelu), dense(20), layer_norm, dense(3)});
  return made;
}

template <class T>
static std::string trained(const Data<T> &data, const std::vector<Layer> &layers, int update, double penalty,
                           const noron_rows *x, int batch_size, int threads) {
  Net<T> net(data, layers, noron_loss_cross_entropy, noron_link_softmax);
  net.optimize(update, penalty, penalty);
  net.run(x, net.settings(2, batch_size, threads));
  check::that(net.result.outcome == noron_outcome_done, "a run does not end: outcome %d", net.result.outcome);
  return net.bits();
}

template <class T>
static void same_bits(const char *isa) {
  const Data<T> data(70, 3);
  const Held x(dense_rows(data)), bytes(noron_rows_compress(x.rows, 1, 20)),
      same(noron_rows_compress(x.rows, 2, 20));
  const Data<T> few(70, 3, 30);
  const Held few_x(dense_rows(few)), entries(noron_rows_compress(few_x.rows, 1, 20));
  int number = 0;
  for (const std::vector<Layer> &layers : networks<T>())
    for (const int batch_size : {number ? 20 : 1, 70}) {
      const int update = noron_update_sgd + number % 5, threads = 2 + number % 2;
      const double penalty = number++ % 2 ? 0 : 1e-3;
      const auto compare = [&](const Data<T> &of, const Held &rows, const Held &other, const char *form) {
        const auto bits = [&](const Held &given, int n) {
          return trained(of, layers, update, penalty, given.rows, batch_size, n);
        };
        const std::string one = bits(rows, 1);
        const char *text = "%s, %d-bit numbers, network %d: other bits from %s with %d threads";
        check::that(bits(rows, threads) == one, text, isa, int(8 * sizeof(T)), number, "dense rows", threads);
        check::that(bits(other, 1) == one, text, isa, int(8 * sizeof(T)), number, form, 1);
        check::that(bits(other, threads) == one, text, isa, int(8 * sizeof(T)), number, form, threads);
      };
      compare(data, x, number % 3 ? bytes : same, "bytes");
      compare(few, few_x, entries, "entries");
    }
}

// ---- orders

static uint64_t next_64(void *state) { return static_cast<Random *>(state)->next(); }
static uint32_t next_32(void *state) {
  return static_cast<uint32_t>(static_cast<Random *>(state)->next() >> 7);
}
static double next_double(void *state) { return static_cast<Random *>(state)->uniform(); }

// Shuffled as NumPy does: from the last place down, a place drawn until it is small enough.
template <class T>
static void shuffles() {
  const Data<T> data(20, 3);
  const Held x(dense_rows(data));
  const std::vector<Layer> layers = {dense(16), applied(noron_activation_tanh), dense(3)};
  std::vector<int64_t> orders;
  Random ours(77), theirs(77);
  for (int epoch = 0; epoch < 3; ++epoch) {
    std::vector<int64_t> order = data.order;
    for (uint32_t i = N_ROWS - 1; i > 0; --i) {
      uint32_t mask = i, drawn;
      for (int shift = 1; shift < 32; shift *= 2) mask |= mask >> shift;
      do drawn = next_32(&theirs) & mask;
      while (drawn > i);
      std::swap(order[i], order[drawn]);
    }
    orders.insert(orders.end(), order.begin(), order.end());
  }
  noron_random random = {&ours, next_64, next_32, next_double, next_64};
  std::string bits[3];
  for (int way = 0; way < 3; ++way) {
    Net<T> net(data, layers, noron_loss_cross_entropy, noron_link_softmax);
    net.optimize(noron_update_sgd);
    noron_run_settings given = net.settings(3, 10, way == 2 ? 1 : 2);
    if (way == 0) given.shuffle = 1, given.random = &random;
    if (way == 1) given.orders = 1, given.order = orders.data();
    net.run(x.rows, given);
    bits[way] = net.bits();
  }
  check::that(bits[0] == bits[1], "shuffled and given orders: other bits");
  check::that(bits[0] != bits[2], "shuffled rows come in another order");
}

// Several runs in one call against each of them alone.
template <class T>
static void several() {
  const Data<T> data(40, 3);
  const Held x(dense_rows(data)), bytes(noron_rows_compress(x.rows, 1, 20));
  const std::vector<Layer> layers = {dense(24), applied(noron_activation_relu), dense(3)};
  for (const noron_rows *rows : {x.rows, bytes.rows}) {
    Net<T> a(data, layers, noron_loss_cross_entropy, noron_link_softmax),
        b(data, layers, noron_loss_cross_entropy, noron_link_softmax);
    const int updates[] = {noron_update_sgd, noron_update_adam};
    a.optimize(updates[0]), b.optimize(updates[1]);
    noron_plan *const plans[] = {a.plan(), b.plan()};
    noron_run_settings given[] = {a.settings(2, 20, 1), b.settings(2, 20, 1)};
    given[1].order = given[0].order;
    noron_result results[2];
    works(noron_run_several(plans, rows, given, 2, results) == 0, "several runs");
    check::that(a.bits() == trained(data, layers, updates[0], 0, rows, 20, 1),
                "the first of two runs: other bits");
    check::that(b.bits() == trained(data, layers, updates[1], 0, rows, 20, 1),
                "the second of two runs: other bits");
  }
}

template <class T>
static void predictions() {
  for (const int one_in : {1, 4, 30}) {
    const Data<T> data(50, 3, one_in);
    const Held x(dense_rows(data));
    for (const std::vector<Layer> &layers : networks<T>()) {
      Net<T> net(data, layers, noron_loss_cross_entropy, noron_link_softmax, false);
      std::vector<T> all(N_ROWS * 3), other(N_ROWS * 3);
      works(noron_predict(net.plan(), x.rows, 0, N_ROWS, all.data(), 1, 1) == 0, "predictions");
      noron_predict(net.plan(), x.rows, 0, N_ROWS, other.data(), 1, 3);
      check::that(check::same_bits(all.data(), other.data(), N_ROWS * 3),
                  "predictions of three threads: other bits");
      for (int i = 0; i < N_ROWS; i += 7) {
        noron_predict(net.plan(), x.rows, i, i + 1, other.data(), 1, 1);
        check::that(check::same_bits(&all[static_cast<size_t>(3 * i)], other.data(), 3),
                    "row %d alone: other bits", i);
        const double sum = double(other[0]) + double(other[1]) + double(other[2]);
        check::that(std::fabs(sum - 1) < 1e-5, "probabilities of row %d add up to %g", i, sum);
      }
    }
  }
}

// ---- how runs end

template <class T>
static void ends() {
  Data<T> data(12, 3);
  const std::vector<Layer> layers = {dense(8), applied(noron_activation_relu), dense(3)};
  Net<T> net(data, layers, noron_loss_cross_entropy, noron_link_softmax);
  net.optimize(noron_update_sgd);
  const Held x(dense_rows(data));
  noron_run_settings given = net.settings(30, 10, 2);
  net.run(x.rows, given);
  const noron_sums &first = net.sums.front(), &last = net.sums.back();
  check::that(last.loss / last.weight < 0.99 * first.loss / first.weight, "a loss does not fall: %g, then %g",
              first.loss, last.loss);
  check::that(net.result.steps == noron_steps(net.plan(), &given), "%d steps were taken",
              int(net.result.steps));
  data.x[5] = T(INFINITY);
  const std::vector<T> before = net.theta;
  net.run(x.rows, net.settings(1, N_ROWS, 2));
  check::that(net.result.outcome == noron_outcome_look_diverged && net.result.steps == 0,
              "a number that is not finite");
  check::that(net.theta == before, "a look that diverges changes nothing");
}

static void refusals() {
#if !defined(__wasm__)  // which would end instead
  const Data<float> data(12, 3);
  Net<float> net(data, {dense(8), dense(3)}, noron_loss_cross_entropy, noron_link_softmax);
  const Held x(dense_rows(data));
  const auto refused = [&](const char *why, auto change) {
    noron_run_settings given = net.settings(1, 10, 1);
    std::vector<int64_t> wrong(N_ROWS, 3);
    change(given, wrong);
    const int failed = noron_run(net.plan(), x.rows, &given, &net.result);
    const char *error = noron_last_error();
    check::that(failed && strstr(error, why), "not refused with \"%s\": %s", why, error);
  };
  typedef noron_run_settings Given;
  typedef std::vector<int64_t> Wrong;
  refused("batch_size", [](Given &given, Wrong &) { given.batch_size = N_ROWS + 1; });
  refused("nothing to run", [](Given &given, Wrong &) { given.n_epochs = 0; });
  refused("threads", [](Given &given, Wrong &) { given.threads = 0; });
  refused("order names row",
          [](Given &given, Wrong &wrong) { wrong[4] = N_ROWS, given.order = wrong.data(); });
  refused("has no output", [](Given &given, Wrong &wrong) { given.labels = wrong.data(); });
  refused("labels or y", [](Given &given, Wrong &) { given.labels = nullptr, given.y = nullptr; });
  refused("random generator", [](Given &given, Wrong &) { given.shuffle = 1; });
  check::that(noron_use_instruction_set("none") == -1, "an unknown instruction set is refused");
#endif
}

static void tests() {
  std::vector<double> theta;
  for (int i = 0; const char *isa = noron_instruction_set(i); ++i) {
    printf("runs: %s\n", isa);
    works(noron_use_instruction_set(isa) == 0, isa);
    gradients();
    same_bits<float>(isa);
    same_bits<double>(isa);
    shuffles<float>();
    several<float>(), several<double>();
    predictions<float>(), predictions<double>();
    ends<float>(), ends<double>();
    const Data<double> data(70, 3);
    const Held x(dense_rows(data));
    Net<double> net(data, {dense(40), applied(noron_activation_tanh), dense(3)}, noron_loss_cross_entropy,
                    noron_link_softmax);
    net.optimize(noron_update_adam);
    net.run(x.rows, net.settings(3, 16, 2));
    if (theta.empty()) theta = net.theta;
    double off = 0;
    for (size_t k = 0; k < theta.size(); ++k) off = std::fmax(off, std::fabs(theta[k] - net.theta[k]));
    check::that(off < 1e-9, "%s ends %g from %s", isa, off, noron_instruction_set(0));
  }
  refusals();
}

int main() { return check::run("runs", tests); }
