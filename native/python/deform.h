// Deformed images: all that Python gives for them is checked here.
#pragma once

#include <string>
#include <vector>

#include "../core/instruction_sets.h"
#include "../core/workspace.h"
#include "rows.h"

namespace noron {

class Deformer {
 public:
  Deformer(const ArrayRows &given, nb::handle index, nb::handle affine, nb::handle noise, nb::handle down,
           nb::handle across, double strength, nb::handle out)
      : is_double_(given.data.is_double) {
    const DataRows &x = given.data;
    const AnyArray rows = as_array(index, "index"), of_noise = as_array(down, "down");
    d_.rows = numbers<int64_t>(rows, "index", {-1});
    d_.n = static_cast<int64_t>(rows.shape(0));
    d_.down = weights(of_noise, "down", d_.height, d_.n_down);
    const AnyArray of_columns = as_array(across, "across");
    const float *by_column = weights(of_columns, "across", d_.width, d_.n_across);
    read_images(x);
    d_.affine = numbers(is_double_, as_array(affine, "affine"), "affine", {d_.n, 2, 3});
    if (!noise.is_none())
      d_.noise = numbers<uint8_t>(as_array(noise, "noise"), "noise", {d_.n, 2, d_.n_down, d_.n_across});
    d_.strength = strength;
    d_.out = writable(is_double_, out, "out", {d_.n, x.rows.n_columns});
    make_workspaces(by_column);
  }

  void run() const { (is_double_ ? chosen_kernels().deform_double : chosen_kernels().deform_float)(&d_); }

 private:
  static const float *weights(const AnyArray &a, const char *name, int &side, int &count) {
    const float *at = numbers<float>(a, name, {-1, -1});
    for (size_t i = 0; i < 2; ++i)
      if (a.shape(i) < 2 - i || a.shape(i) > size_t(MOST_UNITS)) refuse(std::string(name) + " has no such size");
    side = static_cast<int>(a.shape(0));
    count = static_cast<int>(a.shape(1));
    if (count > side) refuse(std::string(name) + " has more columns than rows");
    return at;
  }

  void read_images(const DataRows &x) {
    if (int64_t(d_.height) * d_.width != x.rows.n_columns) refuse("x holds no images of that size");
    if (x.rows.form == Rows::Form::compressed || x.rows.scale) refuse("images must be dense, or bytes");
    d_.images = x.rows.values;
    d_.table = x.rows.values_are_bytes ? x.rows.table : nullptr;
    chosen_.reserve(static_cast<size_t>(d_.n));
    for (int64_t i = 0; i < d_.n; ++i) {
      if (d_.rows[i] < 0 || d_.rows[i] >= x.rows.n_rows) refuse("index names row " + std::to_string(d_.rows[i]));
      chosen_.push_back(x.rows.row(d_.rows[i]));
    }
    d_.rows = chosen_.data();
  }

  template <class T>
  T *room(int64_t n) {
    memory_.emplace_back(n * static_cast<int64_t>(sizeof(T)));
    return memory_.back().template as<T>();
  }

  void make_workspaces(const float *by_column) {
    d_.padded = padded(d_.width);
    d_.noise_ld = padded(d_.n_across);
    if (is_double_)
      center_columns(room<double>(d_.padded));
    else
      center_columns(room<float>(d_.padded));
    if (d_.table) d_.image = room<double>(int64_t(d_.height) * d_.width);
    if (!d_.noise) return;
    d_.weights = room<float>(int64_t(d_.n_across) * d_.padded);
    for (int64_t j = 0; j < d_.width; ++j)
      for (int64_t q = 0; q < d_.n_across; ++q) d_.weights[q * d_.padded + j] = by_column[j * d_.n_across + q];
    for (float *&to : d_.numbers) to = room<float>(int64_t(d_.n_down) * d_.noise_ld);
    for (float *&to : d_.bend) to = room<float>(int64_t(Deformation::ROWS) * d_.padded);
    d_.smooth = room<float>(int64_t(Deformation::ROWS) * d_.noise_ld);
  }

  template <class T>
  void center_columns(T *to) {
    for (int j = 0; j < d_.width; ++j) to[j] = T(j) - T(d_.width - 1) / 2;
    d_.columns = to;
  }

  Deformation d_{};
  bool is_double_;
  std::vector<int64_t> chosen_;
  std::vector<Memory> memory_;
};

inline void deform(const ArrayRows &x, nb::object index, nb::object affine, nb::object noise,
                   nb::object down, nb::object across, double strength, nb::object out) {
  const Deformer deformer(x, index, affine, noise, down, across, strength, out);
  nb::gil_scoped_release released;
  deformer.run();
}

inline void add_deform(nb::module_ &m) {
  m.def("deform", &deform, nb::arg("x"), nb::kw_only(), nb::arg("index"), nb::arg("affine"),
        nb::arg("noise").none(), nb::arg("down"), nb::arg("across"), nb::arg("strength"), nb::arg("out"));
}

}  // namespace noron
