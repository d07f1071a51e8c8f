// Checks of all arrays from Python, made once before any of them is read.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#if defined(__linux__)
#include <sys/mman.h>
#include <unistd.h>
#endif

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>

namespace noron {

namespace nb = nanobind;

using AnyArray = nb::ndarray<nb::ro>;

[[noreturn]] inline void refuse(const std::string &text) { throw nb::value_error(text.c_str()); }

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

constexpr int64_t HUGE_PAGE = 1 << 21;

// Frees memory; mapped memory needs its size for that.
struct Free {
  size_t mapped = 0;
  void operator()(void *p) const {
#if defined(MADV_HUGEPAGE)
    if (mapped) {
      munmap(p, mapped);
      return;
    }
#endif
    std::free(p);
  }
};

// Zeroed memory, aligned for every vector register; throws std::bad_alloc if there is none.
class Memory {
 public:
  Memory() = default;
  explicit Memory(int64_t bytes) {
    // calloc, because pages that have not been written yet cost nothing
    take(std::calloc(allowed(bytes) + 64, 1), {});
    start_ = aligned(64);
#if defined(MADV_HUGEPAGE)
    const int64_t page = sysconf(_SC_PAGESIZE);  // 4 KB here, up to 64 KB on Arm
    if (bytes >= 4 * HUGE_PAGE) madvise(aligned(page), static_cast<size_t>(bytes - page), MADV_HUGEPAGE);
#endif
  }

  // On huge pages if the system has them: data on small pages may be mapped to few sets of a cache,
  // which then holds less of it than its size.
  static Memory on_huge_pages(int64_t bytes) {
#if defined(MADV_HUGEPAGE)
    Memory m;
    const size_t taken = allowed(bytes) + HUGE_PAGE;
    void *at = mmap(nullptr, taken, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    m.take(at == MAP_FAILED ? nullptr : at, {taken});
    m.start_ = m.aligned(HUGE_PAGE);
    madvise(m.start_, static_cast<size_t>((bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE), MADV_HUGEPAGE);
    return m;
#else
    return Memory(bytes);
#endif
  }

  template <class T>
  T *as() const {
    return static_cast<T *>(start_);
  }
  void *get() const { return start_; }

 private:
  static size_t allowed(int64_t bytes) {
    if (bytes < 0 || bytes > (int64_t(1) << 46)) throw std::bad_alloc();
    return static_cast<size_t>(bytes);
  }
  void take(void *at, Free how) {
    if (!at) throw std::bad_alloc();
    at_ = {at, how};
  }
  // The first aligned address in the memory.
  void *aligned(uintptr_t to) const {
    return reinterpret_cast<void *>((reinterpret_cast<uintptr_t>(at_.get()) + to - 1) / to * to);
  }

  std::unique_ptr<void, Free> at_;
  void *start_ = nullptr;
};

}  // namespace noron
