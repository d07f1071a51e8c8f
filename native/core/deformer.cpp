#include "deformer.h"

#include <string>

#include "error.h"
#include "instruction_sets.h"
#include "workspace.h"

namespace noron {

static void check_weights(const char *name, int side, int count) {
  if (side < 2 || count < 1 || side > MOST_UNITS || count > MOST_UNITS)
    refuse(std::string(name) + " has no such size");
  if (count > side) refuse(std::string(name) + " has more columns than rows");
}

Deformer::Deformer(const DataRows &x, const noron_deform_settings &given) : is_double_(x.is_double) {
  check_weights("down", given.height, given.n_down);
  check_weights("across", given.width, given.n_across);
  d_.n = given.n;
  d_.height = given.height;
  d_.width = given.width;
  choose_images(x, given);
  d_.affine = given.affine;
  d_.noise = given.noise;
  d_.down = given.down;
  d_.n_down = given.n_down;
  d_.n_across = given.n_across;
  d_.strength = given.strength;
  d_.out = given.out;
  make_workspaces(given.across);
}

void Deformer::run() const {
  const Kernels &kernels = chosen_kernels();
  (is_double_ ? kernels.deform_double : kernels.deform_float)(&d_);
}

void Deformer::choose_images(const DataRows &x, const noron_deform_settings &given) {
  if (int64_t(d_.height) * d_.width != x.rows.n_columns) refuse("x holds no images of that size");
  if (x.rows.form == Rows::Form::compressed || x.rows.scale) refuse("images must be dense, or bytes");
  d_.images = x.rows.values;
  d_.table = x.rows.values_are_bytes ? x.rows.table : nullptr;
  chosen_.reserve(static_cast<size_t>(d_.n));
  for (int64_t i = 0; i < d_.n; ++i) {
    const int64_t row = given.index[i];
    if (row < 0 || row >= x.rows.n_rows) refuse("index names row " + std::to_string(row));
    chosen_.push_back(x.rows.row(row));
  }
  d_.rows = chosen_.data();
}

template <class T>
T *Deformer::room(int64_t n) {
  memory_.emplace_back(n * static_cast<int64_t>(sizeof(T)));
  return memory_.back().template as<T>();
}

void Deformer::make_workspaces(const float *by_column) {
  d_.padded = padded(d_.width);
  d_.noise_ld = padded(d_.n_across);
  is_double_ ? center_columns<double>() : center_columns<float>();
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
void Deformer::center_columns() {
  T *to = room<T>(d_.padded);
  for (int j = 0; j < d_.width; ++j) to[j] = T(j) - T(d_.width - 1) / 2;
  d_.columns = to;
}

}  // namespace noron
