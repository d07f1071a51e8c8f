// Checks of all arrays from Python, made once before any of them is read.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <cstdint>
#include <string>

#include "../core/error.h"

namespace noron {

namespace nb = nanobind;

using AnyArray = nb::ndarray<nb::ro>;

template <class T>
constexpr const char *name_of() {
  return std::is_same_v<T, float>     ? "float32"
         : std::is_same_v<T, double>  ? "float64"
         : std::is_same_v<T, uint8_t> ? "uint8"
         : std::is_same_v<T, int32_t> ? "int32"
                                      : "int64";
}

template <class T>
bool is_of(const AnyArray &a) {
  return a.dtype() == nb::dtype<T>();
}

inline bool is_contiguous(const AnyArray &a) {
  int64_t stride = 1;
  for (size_t i = a.ndim(); i-- > 0;) {
    if (a.shape(i) > 1 && a.stride(i) != stride) return false;
    stride *= static_cast<int64_t>(a.shape(i));
  }
  return true;
}

template <class T>
bool is_aligned(const void *at) {
  return reinterpret_cast<uintptr_t>(at) % alignof(T) == 0;
}

// The numbers of a contiguous array of that type and shape; -1 in the shape means any length.
template <class T>
const T *numbers(const AnyArray &a, const char *name, std::initializer_list<int64_t> shape) {
  const std::string who = name;
  if (!is_of<T>(a)) refuse(who + " must hold " + name_of<T>());
  if (a.ndim() != shape.size())
    refuse(who + " must have " + std::to_string(shape.size()) + " dimensions, it has " +
           std::to_string(a.ndim()));
  size_t i = 0;
  for (const int64_t n : shape) {
    if (n >= 0 && static_cast<int64_t>(a.shape(i)) != n)
      refuse(who + " must have the length " + std::to_string(n) + " along axis " +
             std::to_string(i) + ", it has " + std::to_string(a.shape(i)));
    ++i;
  }
  if (!is_contiguous(a)) refuse(who + " must lie in memory without gaps, rows first");
  if (!is_aligned<T>(a.data())) refuse(who + " must begin at a multiple of its numbers' size");
  return static_cast<const T *>(a.data());
}

// The same for an array that is written to.
template <class T>
T *writable(nb::handle given, const char *name, std::initializer_list<int64_t> shape) {
  nb::ndarray<> a;
  if (!nb::try_cast(given, a)) refuse(std::string(name) + " must be an array that can be written to");
  return const_cast<T *>(numbers<T>(AnyArray(a), name, shape));
}

// The same of numbers of the network's type.
inline const void *numbers(bool is_double, const AnyArray &a, const char *name,
                           std::initializer_list<int64_t> shape) {
  return is_double ? static_cast<const void *>(numbers<double>(a, name, shape)) : numbers<float>(a, name, shape);
}

inline void *writable(bool is_double, nb::handle given, const char *name,
                      std::initializer_list<int64_t> shape) {
  return is_double ? static_cast<void *>(writable<double>(given, name, shape)) : writable<float>(given, name, shape);
}

inline int64_t length(const AnyArray &a, size_t axis) { return static_cast<int64_t>(a.shape(axis)); }

inline AnyArray as_array(nb::handle given, const char *name) {
  AnyArray a;
  if (!nb::try_cast(given, a)) refuse(std::string(name) + " must be an array of native numbers");
  return a;
}

// Fast access to an array's memory, for predictions of single rows.
class Buffer {
 public:
  Buffer(nb::handle array, bool to_write) {
    const int flags = PyBUF_FORMAT | PyBUF_C_CONTIGUOUS | (to_write ? PyBUF_WRITABLE : 0);
    held_ = PyObject_GetBuffer(array.ptr(), &view_, flags) == 0;
    if (!held_) PyErr_Clear();
  }
  ~Buffer() {
    if (held_) PyBuffer_Release(&view_);
  }
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;

  // Whether it is rows of `columns` numbers of that type ('f' or 'd').
  bool is(char type, int64_t columns) const {
    return held_ && view_.ndim == 2 && view_.shape[1] == columns && view_.format &&
           view_.format[0] == type && view_.format[1] == 0 &&
           (type == 'd' ? is_aligned<double>(view_.buf) : is_aligned<float>(view_.buf));
  }
  int64_t rows() const { return view_.shape[0]; }
  template <class T>
  T *at() const {
    return static_cast<T *>(view_.buf);
  }

 private:
  Py_buffer view_;
  bool held_;
};

}  // namespace noron
