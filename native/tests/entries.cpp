// The first layer's products that read only the entries of compressed rows: the bits of the dense
// products.
#include "../core/kernels/predict.h"
#include "../core/kernels/sparse.h"
#include "check.h"

using namespace NORON_ISA;
using check::Random;
using noron::Entries;

// Room for the entries of a batch; behind each part stands a number that has to stay.
template <class T>
struct Room {
  std::vector<int> start, column, fill, first, touched;
  std::vector<T> value;
  std::vector<Entry<T>> by_column;
  std::vector<int64_t> batch;
  int n_touched = 0;
  Entries entries{};

  Room(int rows, int columns, int most, bool in_buckets) {
    const auto size = [](int64_t n) { return static_cast<size_t>(n); };
    start.resize(size(rows + 1));
    column.resize(size(most + 16));
    value.resize(size(most + 16));
    fill.resize(size(columns));
    first.resize(size(columns));
    touched.resize(size(columns + 1));
    batch.resize(size(rows + 2));
    by_column.resize(size(in_buckets ? int64_t(columns) * (rows + 1) : most));
    entries = {start.data(), column.data(), value.data(),   by_column.data(), in_buckets ? rows + 1 : 0,
               fill.data(),  first.data(),  touched.data(), &n_touched, batch.data()};
  }
};

// Compressed rows in one of their four forms, and the same as numbers.
template <class T>
struct Batch {
  int rows, columns;
  std::vector<int64_t> starts{0}, index;
  std::vector<uint16_t> short_columns;
  std::vector<int32_t> long_columns;
  std::vector<uint8_t> bytes;
  std::vector<T> numbers, table, scale, shift, dense;
  Rows data{};

  Batch(int m, int n, double filled, bool is_short, bool has_bytes, bool standardizes) : rows(m), columns(n) {
    Random random(static_cast<uint64_t>(m * 1000 + n));
    table = random.numbers<T>(256, 0);
    scale = random.numbers<T>(n, 0);
    shift = random.numbers<T>(n, 0);
    const int all = m + 4;
    std::vector<T> every(static_cast<size_t>(all) * n);
    for (int i = 0; i < all; ++i) {
      for (int c = 0; c < n; ++c)
        if (random.uniform() < filled) {
          const uint8_t byte = static_cast<uint8_t>(random.below(256));
          bytes.push_back(byte);
          numbers.push_back(table[byte]);
          short_columns.push_back(static_cast<uint16_t>(c));
          long_columns.push_back(c);
          every[static_cast<size_t>(i) * n + c] =
              standardizes ? table[byte] * scale[static_cast<size_t>(c)] : table[byte];
        }
      starts.push_back(static_cast<int64_t>(bytes.size()));
    }
    for (int i = 0; i < m; ++i) index.push_back((i * 3 + 2) % all);
    for (const int64_t i : index)
      dense.insert(dense.end(), &every[static_cast<size_t>(i * n)], &every[static_cast<size_t>(i * n)] + n);
    data.form = Rows::Form::compressed;
    data.n_rows = all;
    data.n_columns = n;
    data.values = has_bytes ? static_cast<const void *>(bytes.data()) : numbers.data();
    data.values_are_bytes = has_bytes;
    data.table = table.data();
    data.starts = starts.data();
    data.columns = is_short ? static_cast<const void *>(short_columns.data()) : long_columns.data();
    data.columns_are_short = is_short;
    if (standardizes) data.scale = scale.data(), data.shift = shift.data();
  }
  T x(int i, int c) const { return dense[static_cast<size_t>(i) * columns + c]; }
};

// The three loops.
template <class T>
static T forward_sum(const Batch<T> &batch, const std::vector<T> &W, int i, int units, int j) {
  T sum = 0;
  for (int c = 0; c < batch.columns; ++c)
    sum = check::multiply_add(batch.x(i, c), W[static_cast<size_t>(c * units + j)], sum);
  return sum;
}

template <class T>
static void rows_of_entries(const Batch<T> &batch, const Entries &e, int units) {
  const std::vector<T> W = Random(3).numbers<T>(int64_t(batch.columns) * units);
  std::vector<T> y(static_cast<size_t>(round_up(units, LANES<T>)));
  for (int i = 0; i < batch.rows; ++i) {
    sparse_row(e.column + e.start[i], static_cast<const T *>(e.value) + e.start[i],
               e.start[i + 1] - e.start[i], W.data(), units, static_cast<int64_t>(W.size()), {0, units},
               y.data());
    bool equal = true;
    for (int j = 0; j < units; ++j) {
      const T sum = forward_sum(batch, W, i, units, j);
      equal &= check::same_bits(&y[static_cast<size_t>(j)], &sum, 1);
    }
    check::that(equal, "sparse_row, %d-bit numbers, row %d of %d, %d columns, %d units: other bits",
                int(8 * sizeof(T)), i, batch.rows, batch.columns, units);
  }
}

template <class T>
static void gradient(const Batch<T> &batch, const Entries &e, int units, bool every) {
  Random random(11);
  const int ld = static_cast<int>(round_up(units, LANES<T>));
  std::vector<T> W = random.numbers<T>(int64_t(batch.columns) * units), grad(W.size(), T(3));
  std::vector<T> dy = random.numbers<T>(batch.rows * ld), db = random.numbers<T>(ld);
  noron::Program program{};
  program.theta = W.data();
  program.grad = grad.data();
  Updater<T> u(program, 0.1, 1, false, 0);
  Op op{};
  op.n_in = batch.columns;
  op.n_out = units;
  op.dy = dy.data();
  op.ld_out = ld;
  const T *shift = static_cast<const T *>(batch.data.shift);
  sparse_gradient(e, op, {0, *e.n_touched}, {0, units}, shift, db.data(), u);
  bool equal = true;
  for (int c = 0; c < batch.columns; ++c) {
    bool is_touched = every;
    for (int i = 0; i < e.start[batch.rows]; ++i) is_touched |= e.column[i] == c;
    for (int j = 0; j < units; ++j) {
      T g = 0;
      for (int i = 0; i < batch.rows; ++i)
        g = check::multiply_add(batch.x(i, c), dy[static_cast<size_t>(i * ld + j)], g);
      if (shift) g = check::multiply_add(-shift[c], db[static_cast<size_t>(j)], g);
      if (!is_touched) g = T(3);
      equal &= check::same_bits(&grad[static_cast<size_t>(c * units + j)], &g, 1);
    }
  }
  check::that(equal, "sparse_gradient, %d-bit numbers, %d rows, %d columns, %d units, %s: other bits",
              int(8 * sizeof(T)), batch.rows, batch.columns, units,
              every ? "every input" : "those with an entry");
}

template <class T>
static void products() {
  for (const int rows : {1, 5, 64, 70})
    for (const int columns : {1, 40, 131})
      for (int variant = 0; variant < 16; ++variant) {
        const bool every = variant & 1, in_buckets = variant & 2;
        Batch<T> batch(rows, columns, variant < 8 ? 0.3 : 0.02, variant & 1, variant & 4,
                             variant % 5 == 0);
        Room<T> room(rows, columns, rows * columns, in_buckets);
        for (const int id : {1, 1, 2}) {  // the same batch again, and one that looks like it
          batch.data.id = id;
          read_compressed<T>(batch.data, [&](auto from) {
            sort_entries<T>(room.entries, from, batch.index.data(), {batch.index.data(), rows / 2}, rows,
                            columns, every);
          });
          bool ascending = true;
          for (int i = 1; i < room.n_touched; ++i)
            ascending &= !every || room.touched[static_cast<size_t>(i)] == i;
          check::that(ascending && (!every || room.n_touched == columns),
                      "sort_entries lists every column in order");
          for (const int units : {1, 7, 33, 70}) {
            rows_of_entries(batch, room.entries, units);
            gradient(batch, room.entries, units, every);
          }
        }
      }
}

// Dense rows of which two, or all column by column, are read at once: bits as if each had been read
// alone, without its zeros.
template <class T>
struct Sparse {
  int rows, columns, units, ld;
  std::vector<T> x, W, y;
  std::vector<uint64_t> words;

  Sparse(int m, int n, int k, int variant, Random &random)
      : rows(m), columns(n), units(k), ld(static_cast<int>(round_up(k, LANES<T>))),
        x(static_cast<size_t>(m * n)), W(random.numbers<T>(int64_t(n) * k, 9)), y(static_cast<size_t>(m * ld)),
        words(static_cast<size_t>(m * blocks_of(n))) {
    const T weights[] = {T(INFINITY), T(NAN), T(-0.0), T(1e-30)};
    for (T &one : x)
      if (random.below(10) == 0) one = random.number<T>(0);
    for (int i = 0; variant == 1 && i < 5; ++i)
      W[static_cast<size_t>(random.below(columns * units))] = weights[random.below(4)];
    if (variant == 2) x[0] = T(NAN);
  }

  bool is_right() const {
    bool equal = true;
    for (int i = 0; i < rows; ++i)
      for (int j = 0; j < units; ++j) {
        T sum = 0;
        for (int c = 0; c < columns; ++c)
          if (x[static_cast<size_t>(i * columns + c)] != 0)
            sum = check::multiply_add(x[static_cast<size_t>(i * columns + c)],
                                      W[static_cast<size_t>(c * units + j)], sum);
        const T got = y[static_cast<size_t>(i * ld + j)];
        equal &= std::isnan(sum) ? std::isnan(got) : check::same_bits(&got, &sum, 1);
      }
    return equal;
  }

  Upcoming all() const {
    return {reinterpret_cast<const char *>(x.data()), reinterpret_cast<const char *>(x.data() + x.size())};
  }

  void read_pairs() {
    Room<T> room(rows, columns, rows * columns, false);
    list_pairs(room.entries, words.data(), columns, rows);
    Upcoming again = all();
    sparse_pairs(room.entries, x.data(), rows, columns, W.data(), units, static_cast<int64_t>(W.size()),
                 y.data(), ld, again);
  }

  void read_columns() {
    std::vector<uint64_t> sets(static_cast<size_t>(64 * blocks_of(columns)));
    std::vector<T> mine(64 * 4 * LANES<T>);
    turn_words(words.data(), columns, rows, sets.data());
    Upcoming again = all();
    masked_forward(MaskedNumbers<T>{x.data(), columns, sets.data(), again}, {0, rows}, {0, units}, W.data(), units,
                   static_cast<int64_t>(W.size()), y.data(), ld, mine.data(), true);
  }
};

template <class T>
static void sparse_rows() {
  Random random(17);
  for (const int rows : {1, 2, 7, 33, 64})
    for (const int columns : {32, 45, 131})
      for (const int units : {1, 8, 33, 130})
        for (int variant = 0; variant < 3; ++variant) {
          Sparse<T> s(rows, columns, units, variant, random);
          bool is_finite = variant == 2;
          if (!find_nonzeros(s.x.data(), columns, rows, s.words.data(), is_finite)) continue;
          check::that(is_finite == (variant != 2), "find_nonzeros: whether all numbers are finite");
          for (const bool by_columns : {false, true}) {
            s.y.assign(s.y.size(), 3);
            by_columns ? s.read_columns() : s.read_pairs();
            check::that(s.is_right(), "%s, %d-bit numbers, %d rows, %d columns, %d units, variant %d: other bits",
                        by_columns ? "by columns" : "in pairs", int(8 * sizeof(T)), rows, columns, units,
                        variant);
          }
        }
}

static void turned_bits() {
  Random random(3);
  for (const int rows : {1, 37, 64}) {
    const int columns = 128, per_row = blocks_of(columns);
    uint64_t words[64 * 2], sets[64 * 2];
    for (uint64_t &word : words) word = random.next() ^ random.next() << 32;
    turn_words(words, columns, rows, sets);
    for (int i = 0; i < 64; ++i)
      for (int j = 0; j < columns; ++j) {
        const bool is_set = i < rows && words[i * per_row + j / 64] >> j % 64 & 1;
        check::that((sets[j] >> i & 1) == is_set, "turn_words: row %d of %d, column %d", i, rows, j);
      }
  }
}

static void tests() {
  products<float>();
  products<double>();
  turned_bits();
  sparse_rows<float>();
  sparse_rows<double>();
}

int main() { return check::run("entries", tests); }
