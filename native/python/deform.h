// Images that are deformed, made from arrays.
#pragma once

#include <limits>

#include "../core/deformer.h"
#include "rows.h"

namespace noron {

inline int side(const AnyArray &a, size_t axis) {
  const int64_t n = length(a, axis);
  return n > std::numeric_limits<int>::max() ? -1 : static_cast<int>(n);  // the core refuses -1
}

inline void deform(const ArrayRows &x, nb::object index, nb::object affine, nb::object noise,
                   nb::object down, nb::object across, double strength, nb::object out) {
  const bool is_double = x.data.is_double;
  const AnyArray rows = as_array(index, "index");
  const AnyArray of_rows = as_array(down, "down"), of_columns = as_array(across, "across");
  noron_deform_settings s{};
  s.index = numbers<int64_t>(rows, "index", {-1});
  s.n = length(rows, 0);
  s.down = numbers<float>(of_rows, "down", {-1, -1});
  s.across = numbers<float>(of_columns, "across", {-1, -1});
  s.height = side(of_rows, 0);
  s.n_down = side(of_rows, 1);
  s.width = side(of_columns, 0);
  s.n_across = side(of_columns, 1);
  s.affine = numbers(is_double, as_array(affine, "affine"), "affine", {s.n, 2, 3});
  if (!noise.is_none())
    s.noise = numbers<uint8_t>(as_array(noise, "noise"), "noise", {s.n, 2, s.n_down, s.n_across});
  s.strength = strength;
  s.out = writable(is_double, out, "out", {s.n, int64_t(s.height) * s.width});
  const Deformer deformer(x.data, s);
  const nb::gil_scoped_release released;
  deformer.run();
}

inline void add_deform(nb::module_ &m) {
  m.def("deform", &deform, nb::arg("x"), nb::kw_only(), nb::arg("index"), nb::arg("affine"),
        nb::arg("noise").none(), nb::arg("down"), nb::arg("across"), nb::arg("strength"), nb::arg("out"));
}

}  // namespace noron
