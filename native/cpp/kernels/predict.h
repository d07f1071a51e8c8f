// Predictions: the same layers forward, batch by batch; each thread has its own rows.
#pragma once

#include "steps.h"

namespace NORON_ISA {

// Whether every number is finite: its exponent is not all ones.
template <class T>
bool all_finite(const T *x, int64_t n) {
  typedef typename IntegerOf<T>::type I;
  const I ones = sizeof(T) == 4 ? I(0x7f800000) : I(0x7ff0000000000000);
  IVec<T> bad{};
  int64_t i = 0;
  for (; i + LANES<T> <= n; i += LANES<T>) bad |= (bits<IVec<T>>(load(x + i)) & ones) == ones;
  bad |= (bits<IVec<T>>(load_some(x + i, int(n - i))) & ones) == ones;
  for (int k = 0; k < LANES<T>; ++k)
    if (bad[k]) return false;
  return true;
}

// Convert dense rows to entries if that is less work; false if too few numbers are zero.
template <class T>
bool take_not_zero(const noron::Entries &to, const Rows &data, int64_t first, int rows) {
  const int n = data.n_columns;
  const int most = static_cast<int>(rows * int64_t(n) * 2 / 5);
  T *value = static_cast<T *>(to.value);
  int e = 0;
  for (int i = 0; i < rows; ++i) {
    const T *x = static_cast<const T *>(data.values) + (first + i) * n;
    to.start[i] = e;
    for (int j = 0; j < n; j += LANES<T>)
      e += keep_not_zero<T>(load_some(x + j, min_of(LANES<T>, n - j)), j, value + e, to.column + e);
    if (e > most) return false;
  }
  to.start[rows] = e;
  return true;
}

template <class T>
void predict_rows(noron::Prediction *q, int thread) {
  const Program &p = q->program[thread];
  const int threads = noron::n_threads(q->team);
  Worker<T> w(p, q->rows, 0, 1, nullptr);
  const Op &last = p.ops[p.n_ops - 1];
  const bool may_skip = q->rows.form == Rows::Form::dense && p.ops[0].kind == Kind::dense &&
                        p.n_inputs >= 32;
  const Range mine = share_of(q->stop - q->start, p.batch_rows, thread, threads);
  int64_t index[256];
  for (int64_t at = mine.from; at < mine.to; at += p.batch_rows) {
    const int64_t left = mine.to - at;
    const int rows = static_cast<int>(left < p.batch_rows ? left : p.batch_rows);
    for (int i = 0; i < rows; ++i) index[i] = q->start + at + i;
    w.index = index;
    if (q->checks) {  // check here, where the rows are read anyway
      const int64_t n = q->rows.n_columns;
      const T *x = static_cast<const T *>(q->rows.values) + (q->start + at) * n;
      if (!all_finite(x, rows * n)) __atomic_store_n(&q->is_refused, true, __ATOMIC_RELAXED);
      if (__atomic_load_n(&q->is_refused, __ATOMIC_RELAXED)) return;
    }
    if (may_skip) w.sparse = take_not_zero<T>(w.entries(), q->rows, q->start + at, rows);
    if (!(w.sparse && may_skip)) w.gather(rows);
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
