// The rows of a data set, made from arrays.
#pragma once

#include "../core/rows.h"
#include "arrays.h"

namespace noron {

class ArrayRows {
 public:
  // (n, columns) of float32 or float64; kept alive, not copied.
  static ArrayRows dense(nb::object x);
  // (n, columns) of bytes, kept alive, each standing for an entry of a table of 256 numbers.
  // `chosen` says which rows of x these are; None for all.
  static ArrayRows bytes(nb::object x, nb::object table, nb::object chosen);
  static ArrayRows compressed(nb::object starts, nb::object columns, nb::object values, int64_t n_columns);

  ArrayRows compress(int threads, int batch_rows) const;
  // An array of bytes, or None; what the bytes stand for is written to `table`.
  nb::object encode(nb::object table, int threads) const;
  void fold(nb::object scale, nb::object shift);
  const char *form() const { return data.form(); }
  int64_t n_entries() const { return data.n_entries(); }

  DataRows data;

 private:
  nb::object alive_;

  ArrayRows(DataRows &&rows, nb::object alive) : data(std::move(rows)), alive_(std::move(alive)) {}
};

}  // namespace noron
