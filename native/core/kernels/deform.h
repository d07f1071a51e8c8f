// Images that are moved and bent: each pixel is read at another place, between the four nearest ones.
//
// These are the pixels of NumPy's version, src/noron/data/augmentation.py, to the last bit: the sums
// are of whole numbers below 2^24, so that their order is free, and all else is rounded in its order.
#pragma once

#include "../program.h"
#include "vector.h"

namespace NORON_ISA {

constexpr int PIXELS = 64;  // of a row at a time
constexpr int ROWS = noron::Deformation::ROWS;

// to[i][j] = sum_q weights[i][q] from[q][j], for so many rows i at once: one sum has to wait for each
// of its additions. Rows lie `apart` from each other.
template <int N>
NORON_INLINE void weighted_sums(const float *weights, int weights_apart, int count, const float *from,
                                float *to, int apart) {
  for (int j = 0; j < apart; j += LANES<float>) {
    Vec<float> sum[N] = {};
    for (int q = 0; q < count; ++q) {
      const Vec<float> row = load(from + int64_t(q) * apart + j);
      for (int i = 0; i < N; ++i) sum[i] = fused(weights[int64_t(i) * weights_apart + q], row, sum[i]);
    }
    for (int i = 0; i < N; ++i) store(to + int64_t(i) * apart + j, sum[i]);
  }
}

// The noise of N rows of pixels, smoothed in both directions.
template <int N>
NORON_INLINE void smooth_rows(const noron::Deformation &d, const float *noise, int row, float *to) {
  const Vec<float> unit = splat(0x1p-9f), to_whole = splat(0x1.8p23f);  // adding it rounds to whole ones
  weighted_sums<N>(d.down + int64_t(row) * d.n_down, d.n_down, d.n_down, noise, d.smooth, d.noise_ld);
  for (int q = 0; q < N * d.noise_ld; q += LANES<float>)
    store(d.smooth + q, (load(d.smooth + q) * unit + to_whole) - to_whole);
  weighted_sums<N>(d.smooth, d.noise_ld, d.n_across, d.weights, to, d.padded);
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

// Some pixels of up to ROWS rows; affine: two rows of three numbers.
template <class T>
NORON_INLINE void read_pixels(const noron::Deformation &d, const T *image, const T *affine, int row,
                              int n_rows, int column, T *out) {
  const int n = min_of(PIXELS, d.padded - column), kept = min_of(PIXELS, d.width - column);
  const T *columns = static_cast<const T *>(d.columns) + column;
  int top[ROWS][PIXELS], left[ROWS][PIXELS];
  T y[ROWS][PIXELS], x[ROWS][PIXELS], above[ROWS][2 * PIXELS], below[ROWS][2 * PIXELS], pixels[PIXELS];
  for (int r = 0; r < n_rows; ++r) {
    const T from_centre = T(row + r) - T(d.height - 1) / 2, strength = T(d.strength);
    const float *bend[2] = {};
    for (int axis = 0; d.noise && axis < 2; ++axis) bend[axis] = d.bend[axis] + int64_t(r) * d.padded + column;
    places_of(columns, affine[0] * from_centre + affine[2], affine[1], bend[0], strength, d.height, n, top[r], y[r]);
    places_of(columns, affine[3] * from_centre + affine[5], affine[4], bend[1], strength, d.width, n, left[r], x[r]);
  }
  for (int r = 0; r < n_rows; ++r)
    for (int k = 0; k < n; ++k) {
      const T *p = image + (int64_t(top[r][k]) * d.width + left[r][k]);
      memcpy(above[r] + 2 * k, p, 2 * sizeof(T));
      memcpy(below[r] + 2 * k, p + d.width, 2 * sizeof(T));
    }
  for (int r = 0; r < n_rows; ++r) {
    for (int k = 0; k < n; ++k) {
      const T upper = above[r][2 * k] * (1 - x[r][k]) + above[r][2 * k + 1] * x[r][k];
      const T lower = below[r][2 * k] * (1 - x[r][k]) + below[r][2 * k + 1] * x[r][k];
      pixels[k] = upper * (1 - y[r][k]) + lower * y[r][k];
    }
    memcpy(out + int64_t(r) * d.width + column, pixels, sizeof(T) * kept);
  }
}

// The image as numbers.
template <class T>
NORON_INLINE const T *numbers_of(const noron::Deformation &d, int64_t at, int64_t size) {
  if (!d.table) return static_cast<const T *>(d.images) + at;
  const uint8_t *bytes = static_cast<const uint8_t *>(d.images) + at;
  T *decoded = static_cast<T *>(d.image);
  for (int64_t p = 0; p < size; ++p) decoded[p] = static_cast<const T *>(d.table)[bytes[p]];
  return decoded;
}

template <class T>
void deform_images(const noron::Deformation *given) {
  const noron::Deformation &d = *given;
  const int64_t size = int64_t(d.height) * d.width;
  for (int64_t i = 0; i < d.n; ++i) {
    const T *image = numbers_of<T>(d, d.rows[i] * size, size), *affine = static_cast<const T *>(d.affine) + 6 * i;
    T *out = static_cast<T *>(d.out) + i * size;
    for (int axis = 0; d.noise && axis < 2; ++axis)
      for (int q = 0; q < d.n_down; ++q) {
        const uint8_t *u = d.noise + ((2 * i + axis) * d.n_down + q) * d.n_across;
        float *to = d.numbers[axis] + int64_t(q) * d.noise_ld;
        for (int c = 0; c < d.n_across; ++c) to[c] = 2.0f * float(u[c]) - 255.0f;
      }
    for (int row = 0; row < d.height; row += ROWS) {
      const int n_rows = min_of(ROWS, d.height - row);
      for (int axis = 0; d.noise && axis < 2; ++axis)
        if (n_rows == ROWS)
          smooth_rows<ROWS>(d, d.numbers[axis], row, d.bend[axis]);
        else
          for (int r = 0; r < n_rows; ++r)
            smooth_rows<1>(d, d.numbers[axis], row + r, d.bend[axis] + int64_t(r) * d.padded);
      for (int column = 0; column < d.width; column += PIXELS)
        read_pixels(d, image, affine, row, n_rows, column, out + int64_t(row) * d.width);
    }
  }
}

}  // namespace NORON_ISA
