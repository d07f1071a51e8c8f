// Rows become rows in which zeros cost little.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <type_traits>

#include "error.h"
#include "few_numbers.h"
#include "rows.h"
#include "team.h"

namespace noron {

constexpr double MANY = 0.08;  // the share of numbers from which on all are looked at

template <class Unit>
static int count_not_zero(const Unit *x, int n) {
  int count = 0;
  for (int j = 0; j < n; ++j) count += x[j] != 0;
  return count;
}

// Call each(index, unit) for each of n units that is not zero; test eight bytes at once.
template <class Unit, class Each>
static void not_zero(const Unit *x, int n, Each each) {
  constexpr int STEP = 8 / sizeof(Unit);
  int j = 0;
  for (; j + STEP <= n; j += STEP) {
    uint64_t together;
    std::memcpy(&together, x + j, 8);
    if (!together) continue;
    for (int i = 0; i < STEP; ++i)
      if (x[j + i]) each(j + i, x[j + i]);
  }
  for (; j < n; ++j)
    if (x[j]) each(j, x[j]);
}

// The code of a number, as one thread remembers it. Hardly ever do two numbers share a place;
// an empty place is right for the number 0, whose code is 0.
template <class Bits>
struct Cached {
  Bits number = 0;
  int code = 0;
  static constexpr size_t PLACES = 1 << 13;
  static size_t place(Bits b) { return (uint64_t(b) * 0x9E3779B97F4A7C15ull) >> (64 - 13); }
};

template <class Bits>
[[gnu::noinline]] static int look_up(FewNumbers<Bits> &few, Cached<Bits> &at, Bits b) {
  at = {b, few.code(b)};
  return at.code;
}

// Handle a few numbers at once if any is not zero: a branch for each would be mispredicted too
// often. Every code is written. False if there are too many different numbers.
template <class Bits>
static bool encode_row(FewNumbers<Bits> &few, Cached<Bits> *cache, const Bits *x, int n, uint8_t *to) {
  constexpr int TOGETHER = 8;
  int worst = 0;
  const auto encode_one = [&](int j) {
    Cached<Bits> &at = cache[Cached<Bits>::place(x[j])];
    const int code = at.number == x[j] ? at.code : look_up(few, at, x[j]);
    worst |= code;
    to[j] = static_cast<uint8_t>(code);
  };
  int from = 0;
  for (; from + TOGETHER <= n; from += TOGETHER) {
    Bits any = 0;
    for (int j = 0; j < TOGETHER; ++j) any |= x[from + j];
    if (!any) {
      std::memset(to + from, 0, TOGETHER);
      continue;
    }
#pragma GCC unroll 8
    for (int j = 0; j < TOGETHER; ++j) encode_one(from + j);
  }
  for (; from < n; ++from) encode_one(from);
  return worst >= 0;
}

double DataRows::share_not_zero() const {
  const int64_t n = std::min<int64_t>(rows.n_rows, 256), columns = rows.n_columns;
  int64_t found = 0;
  const auto look = [&](auto unit) {
    const auto *x = static_cast<const decltype(unit) *>(rows.values);
    for (int64_t k = 0; k < n; ++k)
      found += count_not_zero(x + rows.row(rows.n_rows * k / n) * columns, rows.n_columns);
  };
  if (rows.form == Rows::Form::bytes)
    look(uint8_t());
  else if (is_double)
    look(uint64_t());
  else
    look(uint32_t());
  return n ? double(found) / double(n * columns) : 0;
}

bool DataRows::is_zero(int code) const {
  return is_double ? table_.as<double>()[code] == 0 : table_.as<float>()[code] == 0;
}

bool DataRows::only_zero_is_zero() const {
  for (int code = 1; code < 256; ++code)
    if (is_zero(code)) return false;
  return is_zero(0);
}

DataRows DataRows::skipping() const {
  DataRows d;
  d.is_double = is_double;
  d.rows = rows;
  d.rows.skips_zeros = true;
  d.chosen_ = chosen_;
  if (d.rows.chosen) d.rows.chosen = d.chosen_.data();
  d.keep_table(table_.get());
  return d;
}

template <class Work>
void DataRows::share(int threads, Work work) const {
  const int64_t n = rows.n_rows, parts = std::max<int64_t>(1, std::min<int64_t>(threads, n / 256));
  Team team;
  in_parallel(team, static_cast<int>(parts), [&](int i) {
    work(n * i / team.size, n * (i + 1) / team.size);
  });
}

template <class Count>
DataRows DataRows::counted(int threads, Count count) const {
  DataRows d;
  d.is_double = is_double;
  d.set_shape(rows.n_rows, rows.n_columns);
  d.starts_.resize(static_cast<size_t>(rows.n_rows) + 1);
  share(threads, [&](int64_t from, int64_t to) {
    for (int64_t i = from; i < to; ++i) d.starts_[i + 1] = count(i);
  });
  for (int64_t i = 0; i < rows.n_rows; ++i) d.starts_[i + 1] += d.starts_[i];
  return d;
}

template <class V, class Visit, class Code>
bool DataRows::fill(DataRows &d, int threads, Visit visit, Code code) const {
  d.reserve(d.starts_.back(), sizeof(V));
  std::atomic<bool> given_up{false};
  const auto write = [&](auto *columns) {
    share(threads, [&](int64_t from, int64_t to) {
      for (int64_t i = from; i < to && !given_up.load(std::memory_order_relaxed); ++i) {
        int64_t e = d.starts_[i];
        visit(i, [&](int j, auto unit) {
          const auto value = code(unit);
          if (std::is_same_v<V, uint8_t> && static_cast<int64_t>(value) < 0) given_up = true;
          columns[e] = static_cast<std::remove_reference_t<decltype(*columns)>>(j);
          d.values_.as<V>()[e++] = static_cast<V>(value);
        });
      }
    });
  };
  if (d.rows.columns_are_short)
    write(d.columns_.as<uint16_t>());
  else
    write(d.columns_.as<int32_t>());
  return !given_up;
}

DataRows DataRows::compress_bytes(int threads) const {
  const uint8_t *x = static_cast<const uint8_t *>(rows.values);
  bool zero[256];
  for (int b = 0; b < 256; ++b) zero[b] = is_zero(b);
  const bool plain = only_zero_is_zero();
  const auto visit = [&](int64_t i, auto each) {
    const uint8_t *row = x + rows.row(i) * rows.n_columns;
    if (plain) return not_zero(row, rows.n_columns, each);
    for (int j = 0; j < rows.n_columns; ++j)
      if (!zero[row[j]]) each(j, row[j]);
  };
  DataRows d = counted(threads, [&](int64_t i) {
    const uint8_t *row = x + rows.row(i) * rows.n_columns;
    if (plain) return count_not_zero(row, rows.n_columns);
    int count = 0;
    for (int j = 0; j < rows.n_columns; ++j) count += !zero[row[j]];
    return count;
  });
  fill<uint8_t>(d, threads, visit, [](uint8_t b) { return int(b); });
  d.rows.values_are_bytes = true;
  d.keep_table(table_.get());
  d.finish();
  return d;
}

template <class Bits>
Memory DataRows::encode_rows(Bits *table, int threads) const {
  const Bits *x = static_cast<const Bits *>(rows.values);
  const int64_t columns = rows.n_columns;
  Memory codes = Memory::unwritten(rows.n_rows * columns);
  FewNumbers<Bits> few;
  std::vector<Cached<Bits>> caches(Cached<Bits>::PLACES * static_cast<size_t>(threads));
  std::atomic<size_t> taken{0};
  std::atomic<bool> given_up{false};
  share(threads, [&](int64_t from, int64_t end) {
    Cached<Bits> *cache = caches.data() + Cached<Bits>::PLACES * taken++;
    uint8_t *to = codes.as<uint8_t>() + from * columns;
    for (int64_t i = from; i < end && !given_up.load(std::memory_order_relaxed); ++i, to += columns)
      if (!encode_row(few, cache, x + i * columns, rows.n_columns, to)) given_up = true;
  });
  few.copy_to(table);
  return given_up ? Memory() : std::move(codes);
}

template <class Bits, class T>
Memory DataRows::encode_finite(T *table, int threads) const {
  Bits bits[256];
  Memory codes = share_not_zero() < MANY ? Memory() : encode_rows(bits, threads);
  if (!codes.get()) return codes;
  std::memcpy(table, bits, sizeof(bits));
  for (int code = 1; code < 256; ++code) {
    if (!bits[code]) table[code] = table[1];  // no number has this code
    if (table[code] == 0 || !std::isfinite(table[code])) return {};
  }
  return codes;
}

template <class Bits>
DataRows DataRows::compress_numbers(bool many, int threads) const {
  const Bits *x = static_cast<const Bits *>(rows.values);
  Bits table[256];
  if (Memory codes = many ? encode_rows(table, threads) : Memory(); codes.get()) {
    DataRows d;
    d.is_double = is_double;
    d.set_shape(rows.n_rows, rows.n_columns);
    d.values_ = std::move(codes);
    d.keep_table(table);
    d.rows.form = Rows::Form::bytes;
    d.rows.values = d.values_.get();
    d.rows.values_are_bytes = d.rows.skips_zeros = true;
    return d;
  }
  const auto visit = [&](int64_t i, auto each) {
    not_zero(x + i * rows.n_columns, rows.n_columns, each);
  };
  DataRows d = counted(threads, [&](int64_t i) {
    return count_not_zero(x + i * rows.n_columns, rows.n_columns);
  });
  FewNumbers<Bits> few;
  // One-hot tables and small counts hold few different numbers: store each as a byte.
  if (!many && fill<uint8_t>(d, threads, visit, [&few](Bits b) { return few.code(b); })) {
    few.copy_to(table);
    d.keep_table(table);
    d.rows.values_are_bytes = true;
  } else {
    fill<Bits>(d, threads, visit, [](Bits b) { return b; });
  }
  d.finish();
  return d;
}

DataRows DataRows::compress(int threads, int batch_rows) const {
  if (rows.form == Rows::Form::compressed || rows.skips_zeros)
    refuse("these rows are compressed already");
  if (threads < 1 || threads > 64) refuse("threads is out of range");
  const bool many = batch_rows >= 16 && share_not_zero() >= MANY;
  if (rows.form == Rows::Form::bytes) {
    if (many && only_zero_is_zero()) return skipping();
    return compress_bytes(threads);
  }
  return is_double ? compress_numbers<uint64_t>(many, threads)
                   : compress_numbers<uint32_t>(many, threads);
}

Memory DataRows::encode(void *table, int threads) const {
  if (rows.form != Rows::Form::dense) refuse("only dense rows are encoded");
  if (threads < 1 || threads > 64) refuse("threads is out of range");
  return is_double ? encode_finite<uint64_t>(static_cast<double *>(table), threads)
                   : encode_finite<uint32_t>(static_cast<float *>(table), threads);
}

}  // namespace noron
