// The rows of a data set: dense numbers, bytes with a table, or compressed rows made here.
#pragma once

#include <vector>

#include "memory.h"
#include "program.h"

// The rows of C.
struct noron_rows {};

namespace noron {

class DataRows : public noron_rows {
 public:
  Rows rows{};
  bool is_double = false;

  DataRows() { renew(); }

  // (n, columns) of dense numbers, not copied.
  static DataRows dense(const void *x, int64_t n, int64_t columns, bool is_double);
  // (n, columns) of bytes, not copied, each standing for an entry of a table of 256 numbers. Of the
  // n rows, those at the places `chosen`; null for all.
  static DataRows bytes(const uint8_t *x, int64_t n, int64_t columns, const void *table,
                        bool is_double, const int64_t *chosen, int64_t n_chosen);
  // Compressed rows, copied and checked: columns ascending in each row, all in range.
  static DataRows compressed(const int64_t *starts, const int32_t *column, const void *values,
                             int64_t n, int64_t n_columns, int64_t n_entries, bool is_double);

  // The same rows in a form in which zeros cost little: bytes whose zeros are skipped, if many
  // inputs are not zero and a batch has many rows; otherwise compressed rows.
  DataRows compress(int threads, int batch_rows) const;
  // Dense numbers as bytes, and what these stand for into `table`. No memory if that is not worth it
  // or not possible: too few are not zero, too many different, -0, or not finite.
  Memory encode(void *table, int threads) const;
  // Multiply each value by its column's scale and subtract its shift, whenever rows are read.
  void fold(const void *scale, const void *shift);

  int64_t n_entries() const { return rows.form == Rows::Form::compressed ? starts_.back() : -1; }
  const char *form() const;
  int64_t number_size() const { return is_double ? 8 : 4; }

 private:
  std::vector<int64_t> starts_, chosen_;
  Memory columns_, values_, table_, fold_;

  void renew();  // they are other rows from now on
  void set_shape(int64_t n, int64_t columns);
  void reserve(int64_t n_entries, size_t value_size);
  void set_column(int64_t e, int column);
  void finish();
  void keep_table(const void *table);
  bool is_zero(int code) const;
  bool only_zero_is_zero() const;
  // The share of numbers that are not zero, estimated from a few rows spread over all.
  double share_not_zero() const;

  // The same bytes, marked so that zeros are skipped.
  DataRows skipping() const;
  DataRows compress_bytes(int threads) const;
  template <class Bits>
  DataRows compress_numbers(bool many, int threads) const;
  // Numbers as bytes, and what these stand for; no memory if there are too many different ones.
  template <class Bits>
  Memory encode_rows(Bits *table, int threads) const;
  template <class Bits, class T>
  Memory encode_finite(T *table, int threads) const;

  // Call work(from, to) for shares of the rows, each in its own thread.
  template <class Work>
  void share(int threads, Work work) const;
  // Rows like these with room for `count(row)` entries in each.
  template <class Count>
  DataRows counted(int threads, Count count) const;
  // Write every entry's column, and its value as `code` returns it; false if `code` returns -1.
  template <class V, class Visit, class Code>
  bool fill(DataRows &d, int threads, Visit visit, Code code) const;
};

}  // namespace noron
