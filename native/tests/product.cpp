// C = A B against three loops: every number is the sum over k in ascending order, to the last bit.
#include "../core/kernels/outputs.h"
#include "../core/kernels/products.h"
#include "check.h"

using namespace NORON_ISA;
using check::Random;

static constexpr int MOST = 70, GAP = 3;

// A product of matrices that are read from memory in one of the ways that `multiply` knows.
template <class T, Read HOW>
struct Product {
  int rows, columns, terms;
  bool transposed, padded;
  int64_t a_stride, b_stride, c_stride;
  std::vector<T> A, B, C, panels;

  Product(int m, int n, int k, bool is_transposed, bool is_padded)
      : rows(m), columns(n), terms(k), transposed(is_transposed), padded(is_padded) {
    Random random(7);
    a_stride = (HOW == Read::rows ? k : m) + GAP;
    b_stride = padded ? round_up(n, LANES<T>) : (transposed ? k : n) + GAP;
    c_stride = round_up(n, LANES<T>) + LANES<T>;
    A = random.numbers<T>((HOW == Read::rows ? m : k) * a_stride);
    B = random.numbers<T>((transposed ? n : k) * b_stride);
    C.resize(static_cast<size_t>(m * c_stride));
    panels.resize(static_cast<size_t>(panel_numbers<T>(k)));
  }
  T a(int i, int k) const {
    return A[static_cast<size_t>(HOW == Read::rows ? i * a_stride + k : k * a_stride + i)];
  }
  T b(int k, int j) const { return B[static_cast<size_t>(transposed ? j * b_stride + k : k * b_stride + j)]; }

  // The three loops: the sums of the first `k` terms, given those of the first k - 1.
  void add_term(int k, std::vector<T> &sums) const {
    for (int i = 0; i < rows; ++i)
      for (int j = 0; j < columns; ++j) {
        T &sum = sums[static_cast<size_t>(i) * columns + j];
        sum = check::multiply_add(a(i, k - 1), b(k - 1, j), sum);
      }
  }

  // Where the tiles go, and which numbers are said to be complete.
  struct Plain {
    Product &of;
    std::vector<char> complete;
    int vectors(int rows) const { return product_vectors(rows); }
    T *place(int i, int j, int, int, bool, int64_t &stride) {
      stride = of.c_stride;
      return of.C.data() + i * stride + j;
    }
    void done(int i, int j, int height, int width, bool last) {
      for (int r = i; last && r < i + height; ++r) {
        char *at = &complete[static_cast<size_t>(r) * of.columns + j];
        memset(at, *at + 1, static_cast<size_t>(width));
      }
    }
  };

  // The rows and columns of C from (i0, j0) to (i1, j1), of the first k terms. How large the whole
  // is, is the caller's word; if it is large, `multiply` divides the product into blocks.
  void run(int i0, int i1, int j0, int j1, int k, int whole, const std::vector<T> &sums) {
    const std::vector<T> untouched(static_cast<size_t>(c_stride), T(12345));
    for (int i = 0; i < rows; ++i) memcpy(&C[i * c_stride], untouched.data(), sizeof(T) * untouched.size());
    Plain out{*this, std::vector<char>(static_cast<size_t>(rows) * columns)};
    multiply<T, HOW>(i0, i1, j0, j1, k, {A.data(), a_stride}, {B.data(), b_stride, transposed, padded}, whole,
                     whole, panels.data(), out);
    const std::vector<char> ones(static_cast<size_t>(columns), 1), zeros(static_cast<size_t>(columns), 0);
    bool equal = true, once = true, apart = true;
    for (int i = 0; i < rows; ++i) {
      const T *c = C.data() + i * c_stride, *none = untouched.data();
      const char *complete = &out.complete[static_cast<size_t>(i) * columns];
      const bool is_in = i >= i0 && i < i1 && j0 < j1;
      const int from = is_in ? j0 : 0, to = is_in ? j1 : 0, end = from + int(round_up(to - from, LANES<T>));
      equal &= check::same_bits(c + from, &sums[static_cast<size_t>(i) * columns + from], to - from);
      once &= check::same_bits(complete, zeros.data(), from) &&
              check::same_bits(complete + from, ones.data(), to - from) &&
              check::same_bits(complete + to, zeros.data(), columns - to);
      apart &= check::same_bits(c, none, from) && check::same_bits(c + end, none, c_stride - end);
    }
    const char *how = HOW == Read::rows ? "rows" : "columns";
    check::that(equal && once && apart,
                "A by %s, B%s%s, %d-bit numbers, rows %d..%d, columns %d..%d, %d terms, whole %d: %s", how,
                transposed ? " transposed" : "", padded ? " padded" : "", int(8 * sizeof(T)), i0, i1, j0, j1,
                k, whole,
                !equal  ? "other bits"
                : !once ? "a tile is not done once"
                        : "writes elsewhere");
  }
};

// All sizes up to 70, of the number of terms some.
template <class T, Read HOW>
static void small_products(bool transposed, bool padded) {
  for (int n = 1; n <= MOST; ++n) {
    if (padded && n < MOST && n % 3) continue;  // of padded ones, the rest of a row is other memory
    Product<T, HOW> p(MOST, padded ? n : MOST, MOST, transposed, padded);
    std::vector<T> sums(static_cast<size_t>(MOST) * p.columns);
    for (int k = 1; k <= MOST; ++k) {
      p.add_term(k, sums);
      if (k > 4 && (k > 18 || k % 8 > 1) && k != 33 && k != MOST) continue;
      for (int m = 1; m <= MOST; m += m < 26 ? 1 : 11) p.run(0, m, 0, n, k, MOST, sums);
    }
  }
}

template <class T, Read HOW>
static void part_of_a_product(bool transposed, bool padded) {
  Product<T, HOW> p(37, MOST, 19, transposed, padded);
  std::vector<T> sums(static_cast<size_t>(37 * MOST));
  for (int k = 1; k <= 19; ++k) p.add_term(k, sums);
  for (int from = 0; from <= 33; from += 11)
    for (int to = from; to <= 37; to += 6)
      for (int j0 = 0; j0 < MOST; j0 += LANES<T>)
        for (int j1 = j0; j1 <= MOST; j1 += 7) p.run(from, to, j0, j1, 19, MOST, sums);
}

// Sizes that are divided into blocks: of terms, of rows and of columns.
template <class T, Read HOW>
static void large_products(bool transposed, bool padded) {
  const int sizes[][3] = {{I_BLOCK + 15, 45, 2 * K_BLOCK + 3},
                          {TILE_ROWS, 33, K_BLOCK + 1},
                          {TILE_ROWS + 1, J_BLOCK + 21, 5},
                          {2, J_BLOCK + 9, 3}};
  for (const auto &size : sizes) {
    Product<T, HOW> p(size[0], size[1], size[2], transposed, padded);
    std::vector<T> sums(static_cast<size_t>(size[0]) * size[1]);
    for (int k = 1; k <= size[2]; ++k) p.add_term(k, sums);
    for (const int whole : {1, 1 << 20}) p.run(0, size[0], 0, size[1], size[2], whole, sums);
  }
}

// What is made of a tile as soon as it is complete: bias and ReLU; 0 where the ReLU in front was at 0.
template <class T>
static void outputs_of_tiles() {
  const int m = 29, n = 41, k = 23;
  for (int variant = 0; variant < 4; ++variant) {
    Product<T, Read::rows> p(m, n, k, false, false);
    std::vector<T> sums(static_cast<size_t>(m * n)), bias = Random(3).numbers<T>(n);
    for (int t = 1; t <= k; ++t) p.add_term(t, sums);
    std::vector<T> mask = Random(5).numbers<T>(m * p.c_stride, 3);
    const bool has_bias = variant & 1, relu = variant & 2;
    const int ld = static_cast<int>(p.c_stride);
    ToOutput<T> forward{p.C.data(), ld, has_bias ? bias.data() : nullptr, relu};
    ToInput<T> back{p.C.data(), ld, has_bias ? mask.data() : nullptr};
    const Left<T> A{p.A.data(), p.a_stride};
    const Right<T> B{p.B.data(), p.b_stride, false, false};
    for (const bool is_forward : {true, false}) {
      if (is_forward)
        multiply<T, Read::rows>(0, m, 0, n, k, A, B, m, n, p.panels.data(), forward);
      else
        multiply<T, Read::rows>(0, m, 0, n, k, A, B, m, n, p.panels.data(), back);
      for (int i = 0; i < m; ++i)
        for (int j = 0; j < n; ++j) {
          T z = sums[static_cast<size_t>(i) * n + j];
          if (is_forward && has_bias) z += bias[static_cast<size_t>(j)];
          if (is_forward && relu && z < 0) z = 0;
          if (!is_forward && has_bias && !(mask[static_cast<size_t>(i * ld + j)] > 0)) z = 0;
          check::that(p.C[static_cast<size_t>(i * ld + j)] == z, "output %d of a tile, %s: (%d, %d)", variant,
                      is_forward ? "forward" : "back", i, j);
        }
    }
  }
}

template <class T, Read HOW>
static void all() {
  for (const bool transposed : {false, true})
    for (const bool padded : {false, true}) {
      if (transposed && padded) continue;
      small_products<T, HOW>(transposed, padded);
      part_of_a_product<T, HOW>(transposed, padded);
      large_products<T, HOW>(transposed, padded);
    }
}

static void tests() {
  all<float, Read::rows>();
  all<float, Read::columns>();
  all<double, Read::rows>();
  all<double, Read::columns>();
  outputs_of_tiles<float>();
  outputs_of_tiles<double>();
}

int main() { return check::run("product", tests); }
