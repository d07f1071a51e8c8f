// Images that are moved and bent: each pixel is read at another place, between the four nearest ones.
//
// These are the pixels of NumPy's version, src/noron/data/augmentation.py, to the last bit: the sums
// are of whole numbers below 2^24, so that their order is free, and all else is rounded in its order.
#pragma once

#include "../program.h"
#include "vector.h"

namespace NORON_ISA {

constexpr int PIXELS = 64;  // of a row at a time

// to[j] = sum_q weights[q] rows[q][j] for n numbers, in vectors; rows lie `apart` from each other.
NORON_INLINE void weighted_sum(const float *weights, int count, const float *rows, int64_t apart,
                               int64_t n, float *to) {
  for (int64_t j = 0; j < n; j += LANES<float>) {
    Vec<float> sum{};
    for (int q = 0; q < count; ++q) sum = fused(weights[q], load(rows + q * apart + j), sum);
    store(to + j, sum);
  }
}

// The noise of a row of pixels, smoothed in both directions.
NORON_INLINE void smooth_row(const noron::Deformation &d, const float *noise, int row, float *to) {
  const Vec<float> unit = splat(0x1p-9f), to_whole = splat(0x1.8p23f);  // adding it rounds to whole ones
  weighted_sum(d.down + int64_t(row) * d.n_down, d.n_down, noise, d.noise_ld, d.noise_ld, d.smooth);
  for (int q = 0; q < d.noise_ld; q += LANES<float>)
    store(d.smooth + q, (load(d.smooth + q) * unit + to_whole) - to_whole);
  weighted_sum(d.smooth, d.n_across, d.weights, d.padded, d.padded, to);
}

// Where n pixels of a row are read along one axis: the pixel before, and how far behind it.
template <class T>
NORON_INLINE void places_of(const T *columns, T first, T step, const float *bend, T strength, int side,
                            int n, int *before, T *behind) {
  const T last = T(side - 1);
  const int last_but_one = side - 2;
  for (int k = 0; k < n; ++k) {
    T at = first + step * columns[k];
    if (bend) at += strength * T(bend[k]);
    at = at > 0 ? at : T(0);  // also for NaN
    at = at < last ? at : last;
    const int whole = static_cast<int>(at);
    before[k] = whole < last_but_one ? whole : last_but_one;
    behind[k] = at - T(before[k]);
  }
}

// Some pixels of a row; affine: two rows of three numbers.
template <class T>
NORON_INLINE void read_pixels(const noron::Deformation &d, const T *image, const T *affine, int row,
                              int column, int n, T *to) {
  const T *columns = static_cast<const T *>(d.columns) + column;
  const T from_centre = T(row) - T(d.height - 1) / 2, strength = T(d.strength);
  const T first[] = {affine[0] * from_centre + affine[2], affine[3] * from_centre + affine[5]};
  int top[PIXELS], left[PIXELS];
  T y[PIXELS], x[PIXELS], above[2 * PIXELS], below[2 * PIXELS];
  const float *const bend[] = {d.noise ? d.bend[0] + column : nullptr, d.noise ? d.bend[1] + column : nullptr};
  places_of(columns, first[0], affine[1], bend[0], strength, d.height, n, top, y);
  places_of(columns, first[1], affine[4], bend[1], strength, d.width, n, left, x);
  for (int k = 0; k < n; ++k) {
    const T *p = image + (int64_t(top[k]) * d.width + left[k]);
    memcpy(above + 2 * k, p, 2 * sizeof(T));
    memcpy(below + 2 * k, p + d.width, 2 * sizeof(T));
  }
  for (int k = 0; k < n; ++k) {
    const T upper = above[2 * k] * (1 - x[k]) + above[2 * k + 1] * x[k];
    const T lower = below[2 * k] * (1 - x[k]) + below[2 * k + 1] * x[k];
    to[k] = upper * (1 - y[k]) + lower * y[k];
  }
}

template <class T>
void deform_images(const noron::Deformation *given) {
  const noron::Deformation &d = *given;
  const int64_t size = int64_t(d.height) * d.width, noise_size = int64_t(d.n_down) * d.n_across;
  for (int64_t i = 0; i < d.n; ++i) {
    const T *image = static_cast<const T *>(d.images) + (d.table ? 0 : d.rows[i] * size);
    if (d.table) {
      const uint8_t *bytes = static_cast<const uint8_t *>(d.images) + d.rows[i] * size;
      T *decoded = static_cast<T *>(d.image);
      for (int64_t p = 0; p < size; ++p) decoded[p] = static_cast<const T *>(d.table)[bytes[p]];
      image = decoded;
    }
    for (int axis = 0; d.noise && axis < 2; ++axis) {
      const uint8_t *u = d.noise + (2 * i + axis) * noise_size;
      for (int r = 0; r < d.n_down; ++r)
        for (int c = 0; c < d.n_across; ++c)
          d.numbers[axis][r * int64_t(d.noise_ld) + c] = 2.0f * float(u[int64_t(r) * d.n_across + c]) - 255.0f;
    }
    for (int row = 0; row < d.height; ++row) {
      for (int axis = 0; d.noise && axis < 2; ++axis) smooth_row(d, d.numbers[axis], row, d.bend[axis]);
      T *to = static_cast<T *>(d.out) + i * size + int64_t(row) * d.width, pixels[PIXELS];
      for (int column = 0; column < d.width; column += PIXELS) {
        const T *affine = static_cast<const T *>(d.affine) + 6 * i;
        read_pixels(d, image, affine, row, column, min_of(PIXELS, d.padded - column), pixels);
        memcpy(to + column, pixels, sizeof(T) * min_of(PIXELS, d.width - column));
      }
    }
  }
}

}  // namespace NORON_ISA
