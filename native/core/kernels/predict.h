// Predictions: the same layers forward, batch by batch; each thread has its own rows.
#pragma once

#include "steps.h"

namespace NORON_ISA {

// The lanes that are not finite: their exponent is all ones.
template <class T>
NORON_INLINE IVec<T> not_finite(Vec<T> x) {
  typedef typename IntegerOf<T>::type I;
  const I ones = sizeof(T) == 4 ? I(0x7f800000) : I(0x7ff0000000000000);
  return (bits<IVec<T>>(x) & ones) == ones;
}

template <class T>
bool all_finite(const T *x, int64_t n) {
  IVec<T> bad{};
  int64_t i = 0;
  for (; i + LANES<T> <= n; i += LANES<T>) bad |= not_finite<T>(load(x + i));
  bad |= not_finite<T>(load_some(x + i, int(n - i)));
  return !any_bit<T>(bad);
}

// Note for each pair of dense rows, or each row, the columns in which either is not zero, if that is
// less work; false if too few numbers are zero. In the same pass, look whether all are finite.
template <class T>
bool take_pairs(const noron::Entries &to, const T *x, int n, int rows, bool &is_finite) {
  const int most = static_cast<int>(rows * int64_t(n) * 2 / 5);
  IVec<T> bad{};
  int e = 0, n_not_zero = 0;
  for (int i = 0; i < rows; i += ROWS_AT_ONCE, x += ROWS_AT_ONCE * n) {
    const bool is_pair = ROWS_AT_ONCE == 2 && i + 1 < rows;
    IVec<T> not_zeros{};
    to.start[i / ROWS_AT_ONCE] = e;
    for (int j = 0; j < n; j += LANES<T>) {
      const int some = min_of(LANES<T>, n - j);
      const Vec<T> a = load_some(x + j, some), b = is_pair ? load_some(x + n + j, some) : Vec<T>{};
      bad |= not_finite<T>(a) | not_finite<T>(b);
      not_zeros -= (a != Vec<T>{}) + (b != Vec<T>{});
      e += indices_of(not_zero<T>(a) | not_zero<T>(b), j, to.column + e);
    }
    for (int k = 0; k < LANES<T>; ++k) n_not_zero += static_cast<int>(not_zeros[k]);
    if (n_not_zero > most) return false;
  }
  to.start[(rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE] = e;
  is_finite = !any_bit<T>(bad);
  return true;
}

template <class T>
void predict_rows(noron::Prediction *q, int thread) {
  const Program &p = q->program[thread];
  const int threads = noron::n_threads(q->team);
  Worker<T> w(p, q->rows, 0, 1, nullptr);
  const Op &last = p.ops[p.n_ops - 1];
  const bool is_dense = q->rows.form == Rows::Form::dense;
  const bool may_skip = is_dense && p.ops[0].kind == Kind::dense && p.n_inputs >= 32;
  const int n = p.n_inputs;
  const Range mine = share_of(q->stop - q->start, p.batch_rows, thread, threads);
  int64_t index[256];
  for (int64_t at = mine.from; at < mine.to; at += p.batch_rows) {
    const int64_t left = mine.to - at;
    const int rows = static_cast<int>(left < p.batch_rows ? left : p.batch_rows);
    for (int i = 0; i < rows; ++i) index[i] = q->start + at + i;
    w.index = index;
    const T *x = is_dense ? static_cast<const T *>(q->rows.values) + (q->start + at) * n : nullptr;
    bool is_finite = true;
    if (may_skip) {
      w.sparse = take_pairs(w.entries(), x, n, rows, is_finite);
      w.pairs = w.sparse ? x : nullptr;
    }
    if (q->checks) {  // check here, where the rows are read anyway
      if (!w.pairs) is_finite = all_finite(x, int64_t(rows) * n);
      if (!is_finite) __atomic_store_n(&q->is_refused, true, __ATOMIC_RELAXED);
      if (__atomic_load_n(&q->is_refused, __ATOMIC_RELAXED)) return;
    }
    if (!w.pairs) w.gather(rows);
    w.forward(rows, false, nullptr);
    for (int i = 0; i < rows; ++i) {
      T *s = static_cast<T *>(last.y) + static_cast<int64_t>(i) * last.ld_out;
      if (q->link) apply_link<T>(p.loss.link, s, p.n_outputs);
      memcpy(static_cast<T *>(q->out) + (at + i) * p.n_outputs, s,
             sizeof(T) * static_cast<size_t>(p.n_outputs));
    }
  }
}

}  // namespace NORON_ISA
