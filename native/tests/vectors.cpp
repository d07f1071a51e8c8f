// What the kernels are written with: parts of vectors, bits of lanes, sums, and shares of threads.
#include "../core/kernels/regions.h"
#include "check.h"

using namespace NORON_ISA;
using check::Random;

// The first n lanes, from memory that ends right behind them, and into memory of which no more is
// written.
template <class T>
static void parts_of_vectors() {
  for (int n = 0; n <= LANES<T>; ++n) {
    const std::vector<T> from = Random(1).numbers<T>(n);
    std::vector<T> to(LANES<T> + 1, T(7)), first(LANES<T>), whole = Random(2).numbers<T>(LANES<T>);
    const Vec<T> v = load_some(from.data(), n);
    store_some(to.data(), load(whole.data()), n);
    store(first.data(), first_of<T>(load(whole.data()), n));
    for (int i = 0; i < LANES<T>; ++i) {
      check::that(v[i] == (i < n ? from[static_cast<size_t>(i)] : T(0)), "load_some: lane %d of %d", i, n);
      const T kept = i < n ? whole[static_cast<size_t>(i)] : T(0);
      check::that(check::same_bits(&first[static_cast<size_t>(i)], &kept, 1), "first_of: lane %d of %d", i,
                  n);
    }
    for (int i = 0; i <= LANES<T>; ++i)
      check::that(to[static_cast<size_t>(i)] == (i < n ? whole[static_cast<size_t>(i)] : T(7)),
                  "store_some: number %d of %d", i, n);
  }
}

template <class T>
static void bits_of_lanes() {
  const T inf = T(INFINITY), kinds[] = {T(0), T(-0.0), T(1), T(-1), inf, -inf, T(NAN), T(1e-44), T(-1e-44)};
  Random random(3);
  for (int repeat = 0; repeat < 200; ++repeat) {
    T x[LANES<T>];
    uint64_t expected = 0;
    for (int i = 0; i < LANES<T>; ++i) {
      x[i] = kinds[random.below(9)];
      expected |= uint64_t(!(x[i] == 0)) << i;
    }
    check::that(not_zero<T>(load(x)) == expected, "not_zero: %llx",
                static_cast<unsigned long long>(expected));
  }
  for (int repeat = 0; repeat < 200; ++repeat) {
    const uint64_t set = repeat == 0 ? 0 : random.next() & 0xffff;
    int found[16], n = 0;
    check::that(indices_of(set, 100, found) == __builtin_popcountll(set), "indices_of: how many");
    for (int i = 0; i < 16; ++i)
      if (set >> i & 1) check::that(found[n++] == 100 + i, "indices_of: bit %d", i);
    uint8_t bytes[64];
    uint64_t expected = 0;
    for (int i = 0; i < 64; ++i) {
      bytes[i] = random.below(3) ? 0 : static_cast<uint8_t>(1 << random.below(8) | random.below(256));
      expected |= uint64_t(bytes[i] != 0) << i;
    }
    check::that(bytes_not_zero(bytes) == expected, "bytes_not_zero");
  }
}

// One half is added to the other, and so on: so every instruction set adds the lanes in its order.
template <class T>
static void sums_of_lanes() {
  for (int repeat = 0; repeat < 100; ++repeat) {
    const std::vector<T> x = Random(static_cast<uint64_t>(repeat)).numbers<T>(LANES<T>);
    std::vector<T> left = x;
    for (int half = LANES<T> / 2; half; half /= 2)
      for (int i = 0; i < half; ++i) left[static_cast<size_t>(i)] += left[static_cast<size_t>(i + half)];
    const T sum = sum_of<T>(load(x.data()));
    check::that(check::same_bits(&sum, left.data(), 1), "sum_of: %.17g, not %.17g", double(sum),
                double(left[0]));
  }
}

template <class T, int MOST>
static void vectors_of_columns() {
  for (int from = 0; from < 3; ++from)
    for (int to = from; to < from + 200; ++to) {
      int next = from;
      bool in_turn = true;
      for_vectors<T, MOST>({from, to}, [&](int at, auto vectors) {
        in_turn &= at == next && decltype(vectors)::count <= MOST;
        next = at + decltype(vectors)::count * LANES<T>;
      });
      const bool is_whole = to == from ? next == from : next >= to && next - to < LANES<T>;
      check::that(in_turn && is_whole, "for_vectors of %d..%d ends at %d", from, to, next);
    }
}

// Each number of a result belongs to one thread, and no register is cut in two.
template <class T>
static void regions_of_threads() {
  for (int threads = 1; threads <= 9; ++threads)
    for (int rows = 1; rows <= 70; rows += 3)
      for (int columns = 1; columns <= 600; columns += columns < 70 ? 1 : 53) {
        std::vector<char> taken(static_cast<size_t>(rows) * columns);
        bool cut = false, alike = true, has_all = region_of<T>(rows, columns, 0, threads).has_all_rows;
        for (int i = 0; i < threads; ++i) {
          const Region r = region_of<T>(rows, columns, i, threads);
          cut |= r.columns.from % LANES<T> != 0 && r.columns.from < columns;
          alike &= r.has_all_rows == has_all && (!has_all || (r.rows.from == 0 && r.rows.to == rows));
          for (int y = r.rows.from; y < r.rows.to; ++y)
            for (int x = r.columns.from; x < r.columns.to; ++x) ++taken[static_cast<size_t>(y) * columns + x];
        }
        bool once = true;
        for (const char n : taken) once &= n == 1;
        check::that(once && alike && !cut, "region_of %d x %d for %d threads: %s", rows, columns, threads,
                    !once    ? "not each number once"
                    : !alike ? "some by rows"
                             : "a register is cut");
      }
}

template <class T>
static void all() {
  parts_of_vectors<T>();
  bits_of_lanes<T>();
  sums_of_lanes<T>();
  vectors_of_columns<T, 1>();
  vectors_of_columns<T, 4>();
  vectors_of_columns<T, 8>();
  regions_of_threads<T>();
}

static void tests() {
  all<float>();
  all<double>();
}

int main() { return check::run("vectors", tests); }
