// Panels: what is carried in comes out again, and the products of panels have the bits of those of
// theta, for all threads, few rows and many.
#include "kernels/few_rows.h"
#include "kernels/outputs.h"
#include "kernels/panels.h"

#include "check.h"

using namespace NORON_ISA;
using check::Random;
using noron::Update;

// A dense layer of which W begins in the middle of theta.
template <class T>
struct Layer {
  static constexpr int BEFORE = 5;
  noron::Program program{};
  Op in_theta{}, in_panels{};
  std::vector<T> theta, m, v, grad, panels;

  Layer(int n_in, int n_out, int rows, int threads, int vectors, Update kind) {
    const int64_t numbers = int64_t(n_in) * n_out + 2 * BEFORE, room = n_in * round_up(n_out, 16) + 17;
    Random random(n_in + n_out);
    for (auto *some : {&theta, &m, &v}) *some = random.numbers<T>(numbers);
    for (T &x : v) x *= x;  // a mean of squares
    grad.assign(static_cast<size_t>(numbers), T(0));
    panels.assign(static_cast<size_t>(3 * room), T(99));
    program.optimizer = {kind, 0.9, 0.99, 1e-6, 0.01, false};
    program.theta = theta.data();
    program.grad = grad.data();
    program.slot0 = m.data();
    program.slot1 = v.data();
    in_theta.n_in = n_in;
    in_theta.n_out = n_out;
    in_theta.weight = BEFORE;
    in_panels = in_theta;
    in_panels.panels = panels.data();
    in_panels.panel_numbers = room;
    divide_columns<T>(in_panels, rows, threads, vectors > WIDE_VECTORS, vectors);
  }
  Updater<T> updater() const { return Updater<T>(program, 0.1, 3, true, 0.01); }
  template <bool IN>
  void carry_all(int threads) {
    for (int i = 0; i < threads; ++i) carry<IN>(in_panels, updater(), i, threads);
  }
};

template <class T>
static void carried(int n_in, int n_out, int threads, int vectors) {
  Layer<T> layer(n_in, n_out, 64, threads, vectors, Update::adam);
  const std::vector<T> W = layer.theta, m = layer.m, v = layer.v;
  layer.template carry_all<true>(threads);
  bool zeros = true, apart = true;
  every_panel<T>(layer.in_panels, [&](Range j, int64_t place, int gap) {
    for (int i = 0; i < n_in; ++i)
      for (int c = j.to - j.from; c < gap; ++c) zeros &= layer.panels[static_cast<size_t>(place + i * gap + c)] == 0;
    apart &= place + int64_t(n_in) * gap <= layer.in_panels.panel_numbers;
  });
  for (auto *some : {&layer.theta, &layer.m, &layer.v}) {
    std::fill(some->begin() + Layer<T>::BEFORE, some->end() - Layer<T>::BEFORE, T(77));
  }
  layer.template carry_all<false>(threads);
  check::that(zeros && apart, "panels of %d x %d, %d threads: the last columns are not 0", n_in, n_out, threads);
  check::that(layer.theta == W && layer.m == m && layer.v == v, "panels of %d x %d, %d threads: not as before",
              n_in, n_out, threads);
}

// Forward, dx and the step of W, once with panels and once without.
template <class T>
static void products(int n_in, int n_out, int rows, int threads, Update kind) {
  Random random(rows);
  const int ld_in = static_cast<int>(round_up(n_in, 16)), ld_out = static_cast<int>(round_up(n_out, 16));
  const auto x = random.numbers<T>(int64_t(rows) * ld_in, 3), dy = random.numbers<T>(int64_t(rows) * ld_out);
  const Left<T> X{x.data(), ld_in}, DY{dy.data(), ld_out};
  std::vector<T> packed(static_cast<size_t>(panel_numbers<T>(max_of(max_of(n_in, n_out), rows))));
  std::vector<T> y[2], dx[2], after[2];
  for (const bool has_panels : {false, true}) {
    Layer<T> layer(n_in, n_out, rows, threads, panel_vectors(rows), kind);
    const Op &op = has_panels ? layer.in_panels : layer.in_theta;
    std::vector<T> &out = y[has_panels], &back = dx[has_panels];
    out.assign(static_cast<size_t>(rows) * ld_out, T(0));
    back.assign(static_cast<size_t>(rows) * ld_in, T(0));
    ToOutput<T> forward{out.data(), ld_out, nullptr, false};
    ToInput<T> backward{back.data(), ld_in, nullptr};
    Updater<T> all = layer.updater(), u = updater_of(op, all);
    const bool few = rows <= FEW_ROWS;
    if (!has_panels) {
      multiply<T, Read::rows>(0, rows, 0, n_out, n_in, X, {layer.theta.data() + op.weight, n_out, false, false}, rows,
                              n_out, packed.data(), forward);
      if (few)
        dots(op, DY, rows, layer.theta.data(), {0, n_in}, static_cast<const T *>(nullptr), back.data(), ld_in);
      else
        multiply<T, Read::rows>(0, rows, 0, n_in, n_out, DY, {layer.theta.data() + op.weight, n_out, true, false}, rows,
                                n_in, packed.data(), backward);
      ToWeights<T> to{u, op, {}};
      multiply<T, Read::columns>(0, n_in, 0, n_out, rows, X, {dy.data(), ld_out, false, true}, n_in, n_out,
                                 packed.data(), to);
    } else {
      layer.template carry_all<true>(threads);
      for (int i = 0; i < op.owners; ++i) multiply_panels<T>(op, {0, rows}, columns_of<T>(op, i), X, forward);
      if (few)
        dots(op, DY, rows, layer.panels.data(), {0, n_in}, static_cast<const T *>(nullptr), back.data(), ld_in);
      else
        multiply_turned<T>(op, {0, rows}, {0, n_in}, DY, packed.data(), backward);
      ToWeights<T> to{u, op, {}};
      for (int i = 0; i < op.owners; ++i) {
        const Range j = columns_of<T>(op, i);
        if (n_in % 2)
          multiply<T, Read::columns>(0, n_in, j.from, j.to, rows, X, {dy.data(), ld_out, false, true}, n_in, n_out,
                                     packed.data(), to);
        else
          multiply_into_panels<T>(op, {0, n_in}, j, rows, X, DY, packed.data(),
                                  rows % 2 ? 0 : static_cast<int64_t>(packed.size()), to);
      }
      layer.template carry_all<false>(threads);
    }
    after[has_panels] = layer.theta;
    for (const auto *slot : {&layer.m, &layer.v}) after[has_panels].insert(after[has_panels].end(), slot->begin(), slot->end());
  }
  bool forward = true, back = true;
  for (int i = 0; i < rows; ++i) {
    forward &= check::same_bits(&y[0][static_cast<size_t>(i * ld_out)], &y[1][static_cast<size_t>(i * ld_out)], n_out);
    back &= check::same_bits(&dx[0][static_cast<size_t>(i * ld_in)], &dx[1][static_cast<size_t>(i * ld_in)], n_in);
  }
  const bool step = check::same_bits(after[0].data(), after[1].data(), static_cast<int>(after[0].size()));
  check::that(forward && back && step, "panels, %d-bit numbers, %d rows, %d x %d, %d threads, update %d: other %s",
              int(8 * sizeof(T)), rows, n_in, n_out, threads, int(kind), forward ? back ? "weights" : "dx" : "scores");
}

template <class T>
static void all() {
  for (const int n_out : {1, 3, 16, 17, 33, 100, 130})
    for (const int threads : {1, 2, 3})
      for (const int vectors : {TILE_VECTORS, WIDE_VECTORS, 8}) carried<T>(19, n_out, threads, vectors);
  for (const int n_in : {8, 9, 40, 65})
    for (const int n_out : {16, 31, 50, 100, 257})
      for (const int rows : {1, 2, 3, 4, 5, 13, 40, 64})
        for (const int threads : {1, 2, 3})
          for (const Update kind : {Update::sgd, Update::nesterov, Update::adamw})
            products<T>(n_in, n_out, rows, threads, kind);
}

static void tests() {
  all<float>();
  all<double>();
}

int main() { return check::run("panels", tests); }
