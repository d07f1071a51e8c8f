// Predictions: the same layers forward, batch by batch; each thread has its own rows.
#pragma once

#include "nonzeros.h"
#include "steps.h"

namespace NORON_ISA {

// Find what is not zero in some dense rows, and let the worker read only that, if it is less work.
template <class T>
void take_nonzeros(Worker<T> &w, const T *x, int n, int rows, bool &is_finite) {
  const noron::Entries &entries = w.entries();
  uint64_t *const words = static_cast<uint64_t *>(entries.value), *const sets = words + int64_t(rows) * blocks_of(n);
  w.sparse = find_nonzeros(x, n, rows, words, is_finite);
  w.nonzeros = w.sparse ? x : nullptr;
  w.sets = nullptr;
  if (!w.sparse) return;
  if (ROWS_AT_ONCE == 2 && rows >= FEWEST_BY_COLUMNS) {
    turn_words(words, n, rows, sets);
    if (pays_by_columns(sets, n)) w.sets = sets;
  }
  if (!w.sets) list_pairs(entries, words, n, rows);
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
      const T *const next = x + int64_t(rows) * n;
      w.upcoming = {reinterpret_cast<const char *>(next),
                    reinterpret_cast<const char *>(next + min_of(int64_t(p.batch_rows), left - rows) * n)};
      take_nonzeros(w, x, n, rows, is_finite);
    }
    if (q->checks) {  // check here, where the rows are read anyway
      if (!w.nonzeros) is_finite = all_finite(x, int64_t(rows) * n);
      if (!is_finite) __atomic_store_n(&q->is_refused, true, __ATOMIC_RELAXED);
      if (__atomic_load_n(&q->is_refused, __ATOMIC_RELAXED)) return;
    }
    if (!w.nonzeros) w.gather(rows);
    w.forward(rows, false);
    for (int i = 0; i < rows; ++i) {
      T *s = static_cast<T *>(last.y) + static_cast<int64_t>(i) * last.ld_out;
      if (q->link) apply_link<T>(p.loss.link, s, p.n_outputs);
      memcpy(static_cast<T *>(q->out) + (at + i) * p.n_outputs, s,
             sizeof(T) * static_cast<size_t>(p.n_outputs));
    }
  }
}

}  // namespace NORON_ISA
