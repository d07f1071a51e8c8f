// Bytes turned into columns with a bit for each that is not zero, and the first layer's products that
// read only these: the bits of the dense products.
#include "../core/kernels/masks.h"
#include "check.h"

using namespace NORON_ISA;
using check::Random;
using noron::Masks;

static std::vector<uint8_t> some_bytes(int64_t n, int one_in, uint64_t seed) {
  Random random(seed);
  std::vector<uint8_t> bytes(static_cast<size_t>(n));
  for (uint8_t &b : bytes) b = random.below(one_in) ? 0 : static_cast<uint8_t>(1 + random.below(255));
  return bytes;
}

// A block of every size, from rows that end with it, into columns between which nothing is written.
static void blocks_of_bytes() {
  for (int here = 1; here <= 64; here += here < 20 || here > 60 ? 1 : 5)
    for (int columns = 1; columns <= 64; columns += columns < 20 || columns > 60 ? 1 : 5) {
      std::vector<std::vector<uint8_t>> rows;
      const uint8_t *at[64];
      for (int i = 0; i < here; ++i) {
        rows.push_back(some_bytes(columns, 3, static_cast<uint64_t>(64 * here + i)));
        at[i] = rows.back().data();
      }
      const int stride = 64 + 16;
      std::vector<uint8_t> to(static_cast<size_t>(64 * stride), 99);
      std::vector<uint64_t> set(2 * 64, 77);
      transpose_64(at, 0, here, columns, {to.data(), stride, set.data(), 2});
      bool bytes = true, bits = true, apart = true;
      for (int c = 0; c < 64; ++c) {
        uint64_t expected = 0;
        for (int i = 0; i < 64 && c < columns; ++i) {
          const uint8_t byte = i < here ? rows[static_cast<size_t>(i)][static_cast<size_t>(c)] : 0;
          bytes &= to[static_cast<size_t>(c * stride + i)] == byte;
          expected |= uint64_t(byte != 0) << i;
        }
        bits &= set[static_cast<size_t>(2 * c)] == (c < columns ? expected : 77);
        for (int i = 64; i < stride; ++i) apart &= to[static_cast<size_t>(c * stride + i)] == 99;
        apart &= set[static_cast<size_t>(2 * c + 1)] == 77;
      }
      check::that(bytes && bits && apart, "transpose_64 of %d rows, %d columns: %s", here, columns,
                  !bytes  ? "other bytes"
                  : !bits ? "other bits"
                          : "writes elsewhere");
    }
}

// A batch of rows of bytes in both forms: as masks, and as the numbers that the bytes stand for.
template <class T>
struct Batch {
  int rows, columns;
  std::vector<uint8_t> bytes;
  std::vector<T> table, scale, shift;
  std::vector<int64_t> chosen, index;
  Rows data{};
  std::vector<uint8_t> by_column;
  std::vector<uint64_t> set;
  Masks masks{};

  Batch(int m, int n, int one_in, bool chooses, bool standardizes) : rows(m), columns(n) {
    Random random(static_cast<uint64_t>(m * 100 + n));
    const int all = 2 * m + 3;
    bytes = some_bytes(int64_t(all) * n, one_in, 5);
    table = random.numbers<T>(256, 0);
    table[0] = 0;
    scale = random.numbers<T>(n, 0);
    shift = random.numbers<T>(n, 0);
    for (int i = 0; i < all; ++i) chosen.push_back((i * 5 + 1) % all);
    for (int i = 0; i < m; ++i) index.push_back((i * 3 + 2) % all);
    data.form = Rows::Form::bytes;
    data.n_rows = all;
    data.n_columns = n;
    data.values = bytes.data();
    data.values_are_bytes = data.skips_zeros = true;
    data.table = table.data();
    if (chooses) data.chosen = chosen.data();
    if (standardizes) data.scale = scale.data(), data.shift = shift.data();
    const int64_t groups = blocks_of(m), held = round_up(n, 64);
    by_column.resize(static_cast<size_t>(held * 64 * groups));
    set.resize(static_cast<size_t>(held * groups));
    masks = {by_column.data(), set.data()};
    take_masks(masks, data, index.data(), {index.data(), m / 2}, m);
  }
  T x(int i, int c) const {
    const int64_t row = data.row(index[static_cast<size_t>(i)]);
    return table[bytes[static_cast<size_t>(row * columns + c)]];
  }
  Masked<T> masked() const { return {masks, data, blocks_of(rows)}; }
  // The terms of a sum in the order of the dense product. A standardized row is x scale - shift; the
  // kernels apply the scale to W or to the complete sum.
  T scaled(T w, int c) const { return data.scale ? w * scale[static_cast<size_t>(c)] : w; }
};

template <class T>
static void forward(const Batch<T> &batch, int units) {
  Random random(9);
  const int ld = static_cast<int>(round_up(units, LANES<T>));
  const std::vector<T> W = random.numbers<T>(int64_t(batch.columns) * units);
  std::vector<T> y(static_cast<size_t>(batch.rows * ld)), mine(static_cast<size_t>(64 * 4 * LANES<T>));
  const Range parts[] = {{0, batch.rows}, {0, batch.rows / 2}, {batch.rows / 2, batch.rows}};
  for (const Range &rows : parts) {
    for (T &one : y) one = 5;
    masked_forward(batch.masked(), rows, {0, units}, W.data(), units, static_cast<int64_t>(W.size()),
                   y.data(), ld, mine.data());
    bool equal = true, apart = true;
    for (int i = 0; i < batch.rows; ++i)
      for (int j = 0; j < units; ++j) {
        T sum = 0;
        for (int c = 0; c < batch.columns; ++c)
          sum =
              check::multiply_add(batch.x(i, c), batch.scaled(W[static_cast<size_t>(c * units + j)], c), sum);
        const T &got = y[static_cast<size_t>(i * ld + j)];
        if (i >= rows.from && i < rows.to)
          equal &= check::same_bits(&got, &sum, 1);
        else
          apart &= got == 5;
      }
    check::that(equal && apart, "masked_forward, %d-bit numbers, rows %d..%d of %d, %d columns, %d units: %s",
                int(8 * sizeof(T)), rows.from, rows.to, batch.rows, batch.columns, units,
                equal ? "writes elsewhere" : "other bits");
  }
}

// dW as the dense product makes it, or as a step of plain gradient descent leaves W.
template <class T>
static void backward(const Batch<T> &batch, int units, bool steps, bool every) {
  Random random(11);
  const int ld = static_cast<int>(round_up(units, LANES<T>));
  std::vector<T> W = random.numbers<T>(int64_t(batch.columns) * units), before = W;
  std::vector<T> grad(W.size(), T(3)), dy = random.numbers<T>(batch.rows * ld), db = random.numbers<T>(ld);
  noron::Program program{};
  program.theta = W.data();
  program.grad = grad.data();
  program.optimizer.kind = Update::sgd;
  Updater<T> u(program, 0.1, 1, steps, 0);
  Op op{};
  op.n_in = batch.columns;
  op.n_out = units;
  op.dy = dy.data();
  op.ld_out = ld;
  masked_gradient(batch.masked(), op, {0, batch.columns}, {0, units}, db.data(), every, u);
  bool equal = true;
  for (int c = 0; c < batch.columns; ++c) {
    bool is_touched = every;
    for (int i = 0; i < batch.rows; ++i) is_touched |= batch.x(i, c) != 0;
    for (int j = 0; j < units; ++j) {
      T g = 0;
      for (int i = 0; i < batch.rows; ++i)
        g = check::multiply_add(batch.x(i, c), dy[static_cast<size_t>(i * ld + j)], g);
      g = batch.scaled(g, c);
      if (batch.data.shift)
        g = check::multiply_add(-batch.shift[static_cast<size_t>(c)], db[static_cast<size_t>(j)], g);
      const size_t at = static_cast<size_t>(c * units + j);
      const T untouched = T(3),
              moved = is_touched ? check::multiply_add(T(-T(0.1)), g, before[at]) : before[at];
      equal &= check::same_bits(&grad[at], steps || !is_touched ? &untouched : &g, 1);
      equal &= check::same_bits(&W[at], steps ? &moved : &before[at], 1);
    }
  }
  check::that(equal, "masked_gradient, %d-bit numbers, %d rows, %d columns, %d units, %s, %s: other bits",
              int(8 * sizeof(T)), batch.rows, batch.columns, units, steps ? "a step" : "kept",
              every ? "every input" : "those that are not zero");
}

template <class T>
static void products() {
  for (const int rows : {1, 15, 64, 65, 130})
    for (const int columns : {1, 2, 63, 64, 65, 130})
      for (int variant = 0; variant < 4; ++variant) {
        const Batch<T> batch(rows, columns, variant < 2 ? 3 : 12, variant & 1, variant == 3);
        bool equal = true;
        for (int c = 0; c < columns; ++c)
          for (int i = 0; i < 64 * blocks_of(rows); ++i) {
            const int64_t row = i < rows ? batch.data.row(batch.index[static_cast<size_t>(i)]) : 0;
            const uint8_t byte = i < rows ? batch.bytes[static_cast<size_t>(row * columns + c)] : 0;
            equal &= batch.masked().bytes(c)[i] == byte;
            equal &= (batch.masked().set(c)[i / 64] >> i % 64 & 1) == (byte != 0);
          }
        check::that(equal, "take_masks of %d rows, %d columns: other bits", rows, columns);
        for (const int units : {1, 7, 8, 33, 70}) {
          forward(batch, units);
          backward(batch, units, false, true);
          backward(batch, units, true, true);
          if (!batch.data.shift) backward(batch, units, true, false);  // a shift reaches every input
        }
      }
}

static void tests() {
  blocks_of_bytes();
  products<float>();
  products<double>();
}

int main() { return check::run("masks", tests); }
