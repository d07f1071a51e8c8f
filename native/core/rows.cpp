#include "rows.h"

#include <atomic>
#include <cstring>
#include <string>

#include "error.h"

namespace noron {

DataRows DataRows::dense(const void *x, int64_t n, int64_t columns, bool is_double) {
  DataRows d;
  d.is_double = is_double;
  d.rows.values = x;
  d.rows.form = Rows::Form::dense;
  d.set_shape(n, columns);
  return d;
}

DataRows DataRows::bytes(const uint8_t *x, int64_t n, int64_t columns, const void *table,
                         bool is_double, const int64_t *chosen, int64_t n_chosen) {
  DataRows d;
  d.is_double = is_double;
  d.rows.values = x;
  d.rows.values_are_bytes = true;
  d.rows.form = Rows::Form::bytes;
  d.keep_table(table);
  d.set_shape(n, columns);
  if (!chosen) return d;
  for (int64_t i = 0; i < n_chosen; ++i)
    if (chosen[i] < 0 || chosen[i] >= n) refuse("chosen names row " + std::to_string(chosen[i]));
  d.chosen_.assign(chosen, chosen + n_chosen);
  d.rows.n_rows = n_chosen;
  d.rows.chosen = d.chosen_.data();
  return d;
}

DataRows DataRows::compressed(const int64_t *from, const int32_t *column, const void *values,
                              int64_t n, int64_t n_columns, int64_t n_entries, bool is_double) {
  DataRows d;
  d.is_double = is_double;
  d.set_shape(n, n_columns);
  if (from[0] != 0 || from[n] != n_entries)
    refuse("starts must begin with 0 and end with the number of entries");
  for (int64_t i = 0; i < n; ++i) {
    if (from[i] > from[i + 1]) refuse("starts falls behind row " + std::to_string(i));
    if (from[i] < 0 || from[i + 1] > n_entries)
      refuse("starts leaves the entries in row " + std::to_string(i));
    for (int64_t e = from[i]; e < from[i + 1]; ++e) {
      if (column[e] < 0 || column[e] >= n_columns)
        refuse("row " + std::to_string(i) + " has the column " + std::to_string(column[e]) +
               " of " + std::to_string(n_columns));
      if (e > from[i] && column[e] <= column[e - 1])
        refuse("the columns of row " + std::to_string(i) + " are not in ascending order");
    }
  }
  d.reserve(n_entries, static_cast<size_t>(d.number_size()));
  d.starts_.assign(from, from + n + 1);
  for (int64_t e = 0; e < n_entries; ++e) d.set_column(e, column[e]);
  std::memcpy(d.values_.get(), values, static_cast<size_t>(n_entries) * d.number_size());
  d.finish();
  return d;
}

void DataRows::fold(const void *scale, const void *shift) {
  if (rows.form != Rows::Form::compressed && !rows.skips_zeros)
    refuse("only compressed rows are folded");
  const int64_t size = int64_t(rows.n_columns) * number_size();
  fold_ = Memory(2 * size);
  renew();
  rows.scale = fold_.get();
  rows.shift = fold_.as<char>() + size;
  std::memcpy(fold_.as<char>(), scale, static_cast<size_t>(size));
  std::memcpy(fold_.as<char>() + size, shift, static_cast<size_t>(size));
}

const char *DataRows::form() const {
  const char *names[] = {"dense", "bytes", "compressed"};
  return rows.skips_zeros ? "bytes without zeros" : names[static_cast<int>(rows.form)];
}

void DataRows::renew() {
  static std::atomic<int64_t> made{0};
  rows.id = ++made;
}

void DataRows::set_shape(int64_t n, int64_t columns) {
  if (n < 0) refuse("the number of rows is out of range");
  if (columns < 1 || columns > 0x7fffffff) refuse("the number of columns is out of range");
  rows.n_rows = n;
  rows.n_columns = static_cast<int>(columns);
}

void DataRows::reserve(int64_t n_entries, size_t value_size) {
  rows.columns_are_short = rows.n_columns <= 65536;
  columns_ = Memory(n_entries * (rows.columns_are_short ? 2 : 4));
  values_ = Memory(n_entries * static_cast<int64_t>(value_size));
}

void DataRows::set_column(int64_t e, int column) {
  if (rows.columns_are_short)
    columns_.as<uint16_t>()[e] = static_cast<uint16_t>(column);
  else
    columns_.as<int32_t>()[e] = column;
}

void DataRows::finish() {
  rows.form = Rows::Form::compressed;
  rows.starts = starts_.data();
  rows.columns = columns_.get();
  rows.values = values_.get();
  rows.most_in_row = 0;
  for (size_t i = 0; i + 1 < starts_.size(); ++i)
    if (starts_[i + 1] - starts_[i] > rows.most_in_row) rows.most_in_row = starts_[i + 1] - starts_[i];
}

void DataRows::keep_table(const void *table) {
  table_ = Memory(256 * number_size());
  std::memcpy(table_.get(), table, static_cast<size_t>(256 * number_size()));
  rows.table = table_.get();
}

}  // namespace noron
