// Products of bfloat16 against sums of the rounded numbers; and the same bits for every division of
// the work.
#include "../core/kernels/bfloat16.h"
#include "../core/kernels/outputs.h"
#include "check.h"

using namespace NORON_ISA;
using check::Random;

#if defined(__AVX512F__)
// x in bfloat16: the nearest one, an even one in the middle.
static float nearest(float x) {
  uint32_t bits;
  memcpy(&bits, &x, 4);
  bits = (bits + 0x7fff + (bits >> 16 & 1)) & 0xffff0000u;
  memcpy(&x, &bits, 4);
  return x;
}

template <Read HOW>
struct Product {
  const int rows, columns, terms;
  const bool transposed;
  const int64_t a_stride, b_stride, c_stride;
  const std::vector<float> A, B;
  std::vector<float> panels;

  Product(int m, int n, int k, bool is_transposed)
      : rows(m), columns(n), terms(k), transposed(is_transposed), a_stride((HOW == Read::rows ? k : m) + 3),
        b_stride((transposed ? k : n) + 5), c_stride(round_up(n, LANES<float>)),
        A(Random(7).numbers<float>((HOW == Read::rows ? m : k) * a_stride)),
        B(Random(8).numbers<float>((transposed ? n : k) * b_stride)), panels(noron::ROUNDED_NUMBERS) {}

  float a(int i, int k) const { return nearest(A[size_t(HOW == Read::rows ? i * a_stride + k : k * a_stride + i)]); }
  float b(int k, int j) const { return nearest(B[size_t(transposed ? j * b_stride + k : k * b_stride + j)]); }

  // The rows and columns from (i0, j0) to (i1, j1), written to C.
  void run(std::vector<float> &C, int i0, int i1, int j0, int j1) {
    ToOutput<float> out{C.data(), static_cast<int>(c_stride), nullptr, false};
    const Left<float> left{A.data(), a_stride};
    const Right<float> right{B.data(), b_stride, transposed, false};
    multiply_rounded<HOW>(i0, i1, j0, j1, terms, left, right, panels.data(), out);
  }

  void test() {
    const char *how = HOW == Read::rows ? "rows" : "columns";
    std::vector<float> C(size_t(rows * c_stride)), parts(C.size());
    run(C, 0, rows, 0, columns);
    for (int i = 0; i < rows; i += 1 + i / 9)
      for (int j = 0; j < columns; j += 1 + j / 20) {
        double sum = 0, sizes = 0;
        for (int k = 0; k < terms; ++k) {
          sum += double(a(i, k)) * b(k, j);
          sizes += std::fabs(double(a(i, k)) * b(k, j));
        }
        const double off = std::fabs(C[size_t(i * c_stride + j)] - sum), most = terms * 6e-8 * sizes;
        check::that(off <= most, "A by %s, B%s, (%d, %d) of %d terms is off by %g", how,
                    transposed ? " transposed" : "", i, j, terms, off);
      }
    const int middle = rows / 3, edge = columns > 32 ? 32 : columns;
    run(parts, 0, middle, 0, edge);
    run(parts, middle, rows, 0, edge);
    run(parts, 0, rows, edge, columns);
    for (int i = 0; i < rows; ++i)
      check::that(check::same_bits(&C[size_t(i * c_stride)], &parts[size_t(i * c_stride)], columns),
                  "A by %s, row %d of %d terms: other bits in parts", how, i, terms);
  }
};

template <Read HOW>
static void products(bool transposed) {
  for (int m = 1; m <= 26; ++m)
    for (const int n : {1, 15, 16, 17, 32, 33, 47, 70})
      for (const int k : {1, 2, 3, 31, 32, 33, 64, 67}) Product<HOW>(m, n, k, transposed).test();
  const int rows = noron::ROUNDED_ROWS, terms = 2 * noron::ROUNDED_PAIRS;  // sizes that are divided into blocks
  for (const int k : {terms - 1, terms, terms + 1, 2 * terms + 3}) Product<HOW>(5, 33, k, transposed).test();
  for (const int m : {rows - 1, rows, rows + 1, 2 * rows + 7}) Product<HOW>(m, 33, 19, transposed).test();
  Product<HOW>(rows + 1, 40, terms + 1, transposed).test();
}
#endif

static void tests() {
#if defined(__AVX512F__)
  if (has_bfloat16()) {
    for (const bool transposed : {false, true}) {
      products<Read::rows>(transposed);
      products<Read::columns>(transposed);
    }
    return;
  }
#endif
  check::that(!has_bfloat16(), "there are no products of bfloat16");
}

int main() { return check::run("rounded", tests); }
