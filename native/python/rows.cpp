#include "rows.h"

#include <memory>
#include <optional>

namespace noron {

ArrayRows ArrayRows::dense(nb::object x) {
  const AnyArray a = as_array(x, "x");
  const bool is_double = is_of<double>(a);
  const void *values = numbers(is_double, a, "x", {-1, -1});
  return {DataRows::dense(values, length(a, 0), length(a, 1), is_double), std::move(x)};
}

ArrayRows ArrayRows::bytes(nb::object x, nb::object table, nb::object chosen) {
  const AnyArray a = as_array(x, "x"), t = as_array(table, "table");
  const uint8_t *values = numbers<uint8_t>(a, "x", {-1, -1});
  const bool is_double = is_of<double>(t);
  const void *all = numbers(is_double, t, "table", {256});
  const int64_t none = 0, *places = nullptr;
  int64_t n = 0;
  if (!chosen.is_none()) {
    const AnyArray c = as_array(chosen, "chosen");
    places = numbers<int64_t>(c, "chosen", {-1});
    n = length(c, 0);
    if (!n) places = &none;  // an empty array may have no address, which would mean all rows
  }
  return {DataRows::bytes(values, length(a, 0), length(a, 1), all, is_double, places, n), std::move(x)};
}

ArrayRows ArrayRows::compressed(nb::object starts, nb::object columns, nb::object values,
                                int64_t n_columns) {
  const AnyArray s = as_array(starts, "starts"), c = as_array(columns, "columns");
  const AnyArray v = as_array(values, "values");
  const int64_t *from = numbers<int64_t>(s, "starts", {-1});
  if (length(s, 0) < 1) refuse("starts must have one entry more than there are rows");
  const int32_t *column = numbers<int32_t>(c, "columns", {-1});
  const int64_t n_entries = length(c, 0);
  const bool is_double = is_of<double>(v);
  const void *value = numbers(is_double, v, "values", {n_entries});
  return {DataRows::compressed(from, column, value, length(s, 0) - 1, n_columns, n_entries, is_double),
          nb::object()};
}

ArrayRows ArrayRows::compress(int threads, int batch_rows) const {
  std::optional<DataRows> made;
  {
    const nb::gil_scoped_release released;
    made.emplace(data.compress(threads, batch_rows));
  }
  const bool shares = made->rows.values == data.rows.values;
  return {std::move(*made), shares ? alive_ : nb::object()};
}

nb::object ArrayRows::encode(nb::object table, int threads) const {
  void *meanings = writable(data.is_double, table, "table", {256});
  auto codes = std::make_unique<Memory>();
  {
    const nb::gil_scoped_release released;
    *codes = data.encode(meanings, threads);
  }
  if (!codes->get()) return nb::none();
  const auto n = static_cast<size_t>(data.rows.n_rows), columns = static_cast<size_t>(data.rows.n_columns);
  uint8_t *at = codes->as<uint8_t>();
  const nb::capsule owner(codes.release(), [](void *p) noexcept { delete static_cast<Memory *>(p); });
  return nb::cast(nb::ndarray<nb::numpy, uint8_t, nb::ndim<2>>(at, {n, columns}, owner));
}

void ArrayRows::fold(nb::object scale, nb::object shift) {
  const int64_t n = data.rows.n_columns;
  data.fold(numbers(data.is_double, as_array(scale, "scale"), "scale", {n}),
            numbers(data.is_double, as_array(shift, "shift"), "shift", {n}));
}

}  // namespace noron
