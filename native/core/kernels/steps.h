// A run of steps: gather a batch, forward, loss, backward and update, until the end or a failure.
//
// Every thread executes the same code and computes its share of each product or pass; before a
// thread needs the results of others, all wait for each other. The shares are columns or rows of
// results, never parts of a sum, so the bits do not depend on the number of threads. Through the last
// layers, if these are small, a thread takes its own rows, on to the loss and back, with no wait.
#pragma once

#include "../program.h"
#include "../shuffle.h"
#include "bfloat16.h"
#include "few_rows.h"
#include "layers.h"
#include "losses.h"
#include "masks.h"
#include "outputs.h"
#include "panels.h"
#include "sparse.h"
#include "subnormals.h"

namespace NORON_ISA {

using noron::Kind;
using noron::PENALTY_BLOCK;
using noron::PENALTY_ROWS;
using noron::Run;

constexpr double PATIENCE = 0.03;  // seconds between two questions whether Ctrl-C was pressed
constexpr int64_t NARROW = 1 << 20;  // inputs of a batch up to which some cache holds them
constexpr double LONG_STEP = 1e8;  // multiplications from which on a step is long
constexpr int64_t SHARED_BYTES = 1 << 16;  // of the weights of layers that are divided by rows
constexpr int FEWEST_ROWS = 8;  // of a thread there

template <class T>
struct Worker {
  const Program &p;
  const int thread, threads;
  noron::Team *const team;
  const Rows &data;
  bool sparse, masked;             // the first layer's input is entries, or bytes with masks
  const int64_t *index = nullptr;  // the rows of the batch
  Ahead ahead{nullptr, 0};
  bool lists_every_column = false;
  int n_penalty_blocks = 0;
  const T *nonzeros = nullptr;     // dense rows of which zeros are not read: by columns with these bits,
  const uint64_t *sets = nullptr;  // or else two rows at once, in the columns of the entries
  Upcoming upcoming;               // the dense rows after them
  double *profile = nullptr, marked = 0;
  int by_rows;                     // the first of the last layers that are divided by rows, or n_ops
  const T *next = nullptr;         // the row of the next step, if the first layer's update multiplies it
  bool is_multiplied = false;      // whether dy of the first layer holds x W of this step
  const noron::Masks *masks = nullptr;  // where a batch is gathered: masks, or
  T *input;                             // rows of numbers

  Worker(const Program &program, const Rows &rows, int i, int n, noron::Team *t)
      : p(program), thread(i), threads(n), team(t), data(rows), by_rows(program.n_ops) {
    sparse = rows.form == Rows::Form::compressed && p.ops[0].kind == Kind::dense;
    masked = rows.skips_zeros && p.ops[0].kind == Kind::dense;
    if (masked) masks = p.masks + thread;
    input = static_cast<T *>(p.input);
  }

  // In long steps, check for Ctrl-C after each layer; all threads get the same answer, true if it
  // was pressed.
  Run *asking = nullptr;
  bool is_long = false;
  bool is_stopped() {
    if (!is_long) return false;
    if (thread == 0) ask();
    wait();
    const bool stop = asking->stop;
    wait();  // no thread may check again before all have read the answer
    return stop;
  }
  void ask() {
    const double time = noron::now();
    if (!asking->interrupted || time - asking->asked < PATIENCE) return;
    asking->asked = time;
    asking->stop = asking->interrupted();
  }

  // Add the time since the last mark to this pass.
  NORON_INLINE void mark(int what) {
    if (!profile) return;
    const double time = noron::now();
    profile[what] += time - marked;
    marked = time;
  }

  NORON_INLINE void wait() const {
    if (threads > 1) noron::wait_for_all(team);
  }
  // Whether a layer reads only those of its inputs that are not zero.
  bool skips(bool first) const { return first && (sparse || masked); }

  // This thread's part of a dense layer's result, or of its gradient: rows are then inputs.
  Region region(const Op &op, bool first, int rows) const {
    if (op.panels && op.owners > 1) return {{0, rows}, columns_of<T>(op, thread), true};
    if (op.panels) return region_by_rows(rows, op.n_out);
    if (!skips(first)) return region_of<T>(rows, op.n_out, thread, threads);
    if (op.n_out >= threads * LANES<T>) return {{0, rows}, my_columns(op.n_out), true};
    return region_by_rows(rows, op.n_out);
  }
  Region region_by_rows(int rows, int columns) const { return {my_rows(rows), {0, columns}, threads == 1}; }
  // The first of the last layers whose weights are so few, by themselves or beside the rows, that
  // every thread may read all of them.
  int first_by_rows(int rows) const {
    int o = p.n_ops;
    if (threads == 1 || is_long || rows < threads * FEWEST_ROWS) return o;
    for (int64_t bytes = 0; o > skips(true); --o) {
      const Op &op = p.ops[o - 1];
      if (op.kind == Kind::dense && !are_many(rows, op.n_out))
        bytes += int64_t(op.n_in) * op.n_out * int64_t(sizeof(T));
      if (op.kind == Kind::batch_norm || bytes > SHARED_BYTES) break;
    }
    return o;
  }
  // The memory in which every_panel() counts places.
  T *weights_of(const Op &op) const { return op.panels ? static_cast<T *>(op.panels) : theta(); }
  const noron::Entries &entries() const { return p.entries[thread]; }
  Masked<T> batch_masks(int rows) const { return {*masks, data, blocks_of(rows)}; }
  T *theta() const { return static_cast<T *>(p.theta); }
  T *panels() const {
    return reinterpret_cast<T *>(static_cast<char *>(p.panels) + thread * p.panel_bytes);
  }
  Range my_rows(int rows) const { return share_of(rows, 4, thread, threads); }
  Range my_columns(int columns) const { return share_of(columns, LANES<T>, thread, threads); }

  // ---- the weights in panels

  bool has_panels() const {
    for (int o = 0; o < p.n_ops; ++o)
      if (p.ops[o].panels) return true;
    return false;
  }

  // Copy the weights to the panels that the plan has given to layers.
  void move_in(const Updater<T> &u) {
    if (!has_panels()) return;
    for (int o = 0; thread == 0 && o < p.n_ops; ++o)
      if (p.ops[o].panels)
        divide_columns<T>(p.ops[o], p.batch_rows, threads, skips(o == 0),
                          skips(o == 0) ? (sparse ? SPARSE_VECTORS : MASKED_VECTORS) : panel_vectors(p.batch_rows));
    wait();
    for (int o = 0; o < p.n_ops; ++o)
      if (p.ops[o].panels) carry<true>(p.ops[o], u, thread, threads);
  }

  // Copy the present numbers back to theta and the slots.
  void carry_back(const Updater<T> &u) const {
    for (int o = 0; o < p.n_ops; ++o)
      if (p.ops[o].panels) carry<false>(p.ops[o], u, thread, threads);
  }

  // ---- the rows of a batch

  void gather(int rows) const {
    if (sparse)
      return read_compressed<T>(data, [&](auto from) {
        sort_entries<T>(entries(), from, index, ahead, rows, data.n_columns, lists_every_column);
      });
    if (masked) return take_masks(*masks, data, index, ahead, rows);
    const Range mine = my_rows(rows);
    const int n = data.n_columns;
    for (int i = mine.from; i < mine.to; ++i) {
      T *to = input + static_cast<int64_t>(i) * p.ops[0].ld_in;
      if (data.form == Rows::Form::dense) {
        copy_row(i, to);
      } else if (data.form == Rows::Form::bytes) {
        const uint8_t *from = row_of(data, index[i]);
        for (int j = 0; j < n; ++j) to[j] = static_cast<const T *>(data.table)[from[j]];
      } else {
        memset(to, 0, sizeof(T) * size_t(n));
        read_compressed<T>(data, [&](auto from) {
          for (int64_t e = data.starts[index[i]]; e < data.starts[index[i] + 1]; ++e)
            to[from.column(e)] = from.value(e);
        });
      }
    }
  }

  // The masks of the layers that drop some of their inputs.
  void draw_all_masks(noron::BitGenerator *random, int rows) const {
    for (int o = 0; o < p.n_ops; ++o)
      if (p.ops[o].kind == Kind::dropout) draw_masks<T>(p.ops[o], random, rows);
  }

  // Use the batch at `place` of those that were gathered for several runs.
  void take_gathered(const noron::Together &given, int64_t place) {
    if (masked)
      masks = given.masks + place;
    else
      p.ops[0].x = static_cast<T *>(given.input) + place * asking->batch_size * p.ops[0].ld_in;
  }

  // The row of the next step, where the threads have columns of the first layer in both directions.
  const T *row_ahead(int rows) const {
    const Op &op = p.ops[0];
    const bool is_one = rows == 1 && ahead.count > 0 && data.form == Rows::Form::dense;
    if (!is_one || op.kind != Kind::dense || op.n_out < LANES<T> || !region(op, true, op.n_in).has_all_rows)
      return nullptr;
    return static_cast<const T *>(data.values) + ahead.rows[0] * data.n_columns;
  }

  // Row i of a batch of dense rows; prefetch that of the next batch.
  NORON_INLINE void copy_row(int i, T *to) const {
    const int n = data.n_columns;
    const T *all = static_cast<const T *>(data.values), *from = all + index[i] * n;
    if (i < ahead.count) fetch_lines(all + ahead.rows[i] * n, n);
    if (n <= LANES<T>)
      store(to, load_some(from, n));
    else
      memcpy(to, from, sizeof(T) * size_t(n));
  }

  // A product of matrices that are not in panels.
  template <Read HOW, class Out>
  void product(Range i, Range j, int K, Left<T> A, Right<T> B, int whole_i, int whole_j, bool rounds, Out &out) {
    if constexpr (KNOWS_BFLOAT16<T>)
      if (rounds) return multiply_rounded<HOW>(i.from, i.to, j.from, j.to, K, A, B, panels(), out);
    multiply<T, HOW>(i.from, i.to, j.from, j.to, K, A, B, whole_i, whole_j, panels(), out);
  }

  // ---- forward

  void dense_forward(const Op &op, bool first, bool divides_rows, int rows, bool training) {
    T *y = static_cast<T *>(op.y);
    const T *bias = op.bias < 0 ? nullptr : theta() + op.bias;
    ToOutput<T> out{y, op.ld_out, bias, op.relu};
    const Region r = divides_rows ? region_by_rows(rows, op.n_out) : region(op, first, rows);
    const Range j = r.columns;
    if (j.from == j.to) return;
    if (first && is_multiplied) {
      memcpy(y + j.from, static_cast<const T *>(op.dy) + j.from, sizeof(T) * size_t(j.to - j.from));
      return out.done(0, j.from, 1, j.to - j.from, true);
    }
    if (!skips(first)) {
      const Left<T> x{static_cast<const T *>(op.x), op.ld_in};
      if (op.panels) return multiply_panels<T>(op, r.rows, j, x, out);
      return product<Read::rows>(r.rows, j, op.n_in, x, {theta() + op.weight, op.n_out, false, false},
                                 rows, op.n_out, training && op.bfloat16, out);
    }
    const int64_t limit = op.panels ? op.panel_numbers : p.n_theta;
    if (sets)
      masked_forward(MaskedNumbers<T>{nonzeros, op.n_in, sets, upcoming}, {0, rows}, j, theta() + op.weight, op.n_out,
                     limit - op.weight, y, op.ld_out, panels() + round_up(op.n_out, 16), true);
    else if (nonzeros)
      sparse_pairs(entries(), nonzeros, rows, op.n_in, theta() + op.weight, op.n_out, limit - op.weight, y,
                   op.ld_out, upcoming);
    each_panel<T>(op, j, [&](Range some, int64_t place, int gap) {
      place -= some.from;
      const T *const W = weights_of(op) + place;
      const T *const offset = data.shift ? shifted_bias(op, W, gap, some) : nullptr;
      if (masked)
        masked_forward(batch_masks(rows), r.rows, some, W, gap, limit - place, y, op.ld_out,
                       panels() + round_up(op.n_out, 16));
      for (int i = r.rows.from; i < r.rows.to; ++i) {
        T *to = y + static_cast<int64_t>(i) * op.ld_out;
        if (sparse && !nonzeros) {
          const noron::Entries &e = entries();
          sparse_row(e.column + e.start[i], static_cast<const T *>(e.value) + e.start[i],
                     e.start[i + 1] - e.start[i], W, gap, limit - place, some, to);
        }
        for (int v = some.from; offset && v < some.to; v += LANES<T>)
          store(to + v, load(to + v) - load(offset + v));
        out.done(i, some.from, 1, some.to - some.from, true);
      }
    });
  }

  // sum over k of shift_k W_kj, which standardizing subtracts from every row.
  T *shifted_bias(const Op &op, const T *W, int gap, Range j) {
    T *sum = panels();
    const T *shift = static_cast<const T *>(data.shift);
    for (int v = j.from; v < j.to; v += LANES<T>) {
      Vec<T> total{};
      const int n = min_of(LANES<T>, j.to - v);
      for (int k = 0; k < op.n_in; ++k)
        total = fused(shift[k], load_some(W + int64_t(k) * gap + v, n), total);
      store(sum + v, total);
    }
    return sum;
  }

  // False if it was stopped on the way.
  bool forward(int rows, bool training) {
    for (int o = 0; o < p.n_ops; ++o) {
      const Op &op = p.ops[o];
      const Range r = my_rows(rows);
      const int64_t at = static_cast<int64_t>(r.from) * op.ld_in;
      const int64_t n = static_cast<int64_t>(r.to - r.from) * op.ld_in;
      const T *x = static_cast<const T *>(op.x);
      T *y = static_cast<T *>(op.y);
      switch (op.kind) {
        case Kind::dense: dense_forward(op, o == 0, o >= by_rows, rows, training); break;
        case Kind::activation: activation_forward<T>(op, x + at, y + at, n); break;
        case Kind::softmax: softmax_forward<T>(op, r.from, r.to); break;
        case Kind::dropout: times<T>(x + at, static_cast<const T *>(op.extra) + at, y + at, n); break;
        case Kind::batch_norm: {
          const Range j = my_columns(op.n_in);
          batch_norm_forward<T>(p, op, rows, j.from, j.to, training);
          break;
        }
        case Kind::layer_norm: layer_norm_forward<T>(p, op, r.from, r.to, training); break;
        case Kind::standardize: standardize<T>(p, op, x, y, r.from, r.to, true); break;
        case Kind::embedding: embedding_forward<T>(p, op, r.from, r.to); break;
        case Kind::residual_begin: continue;  // y is x
        case Kind::residual_end: {
          const T *around = static_cast<const T *>(p.ops[op.partner].x);
          for (int64_t i = at; i < at + n; i += LANES<T>) store(y + i, load(around + i) + load(x + i));
          break;
        }
      }
      if (o < by_rows) wait();
      mark(1 + o);
      if (is_stopped()) return false;
    }
    return true;
  }

  // ---- the loss

  Row<T> row(const noron::Targets &y, const int64_t *index, int i) const {
    const Op &last = p.ops[p.n_ops - 1];
    const int n = p.n_outputs;
    return {static_cast<const T *>(last.y) + static_cast<int64_t>(i) * last.ld_out,
            y.numbers ? static_cast<const T *>(y.numbers) + index[i] * n : nullptr,
            y.labels ? y.labels[index[i]] : 0, n,
            static_cast<T *>(p.gradient_of_loss) + static_cast<int64_t>(i) * last.ld_out};
  }

  // The share of each row in the batch's mean, and the batch's weight.
  double place_shares(const noron::Targets &y, const int64_t *index, int rows) const {
    T *share = static_cast<T *>(p.share);
    if (!y.weight && !p.loss.class_weight) {
      for (int i = 0; i < rows; i += LANES<T>) store(share + i, splat(T(1.0 / rows)));
      return rows;
    }
    double total = 0, given = 0;
    for (int i = 0; i < rows; ++i) {
      const T w = y.weight ? static_cast<const T *>(y.weight)[index[i]] : T(1);
      given += w;
      share[i] = p.loss.class_weight ? w * importance<T>(p.loss, row(y, index, i)) : w;
      total += share[i];
    }
    for (int i = 0; i < rows && total > 0; ++i) share[i] = T(share[i] / total);
    return given;
  }

  void losses(const noron::Targets &y, const int64_t *index, int rows) const {
    const Range mine = my_rows(rows);
    const T *share = static_cast<const T *>(p.share);
    const bool plain = p.loss.kind == LossKind::cross_entropy && y.labels && !p.loss.class_weight &&
                       p.loss.setting == 0 && p.n_outputs <= FEW_CLASSES;
    for (int i = mine.from; plain && i < mine.to; i += LANES<T>) {
      const int n = min_of(LANES<T>, mine.to - i);
      Row<T> some[LANES<T>];
      for (int k = 0; k < n; ++k) some[k] = row(y, index, i + k);
      cross_entropies(some, n, share + i, static_cast<T *>(p.row_loss) + i, p.row_correct + i, panels());
    }
    for (int i = mine.from; !plain && i < mine.to; ++i) {
      const Row<T> r = row(y, index, i);
      p.row_correct[i] = row_correct<T>(p.loss, r);
      static_cast<T *>(p.row_loss)[i] = row_loss<T>(p.loss, r);
      for (int k = 0; k < r.n; k += LANES<T>) store(r.d + k, load(r.d + k) * share[i]);
    }
  }

  double mean_loss(int rows) const {
    const T *share = static_cast<const T *>(p.share), *loss = static_cast<const T *>(p.row_loss);
    double sum[4] = {};
    for (int i = 0; i < rows; ++i) sum[i % 4] += double(share[i]) * double(loss[i]);
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
  }

  // The strength of W^2 for a batch; the shared part is divided by the weight of the batch's rows.
  double l2_of(const noron::Targets &targets, const int64_t *index, int rows) const {
    if (p.penalty.shared_l2 == 0) return p.penalty.l2;
    double weight = rows;
    if (targets.weight) {
      weight = 0;
      for (int i = 0; i < rows; ++i) weight += double(static_cast<const T *>(targets.weight)[index[i]]);
    }
    return p.penalty.l2 + (weight > 0 ? p.penalty.shared_l2 / weight : 0);
  }

  // The penalty, summed in fixed blocks, so that it depends neither on the threads nor on the panels.
  void penalties(double l2) {
    n_penalty_blocks = 0;
    for (int s = 0; s < p.n_weights; ++s) {
      if (const Op *layer = layer_of(p.weights[s])) {
        layer_penalty(*layer, l2);
        continue;
      }
      for (int64_t at = p.weights[s].start; at < p.weights[s].stop; at += PENALTY_BLOCK) {
        const int block = n_penalty_blocks++;
        if (block % threads != thread) continue;
        const int64_t left = p.weights[s].stop - at;
        const int n = static_cast<int>(left < PENALTY_BLOCK ? left : PENALTY_BLOCK);
        Vec<T> squares{}, sizes{};
        for (int i = 0; i < n; i += LANES<T>) add_penalty(load_some(theta() + at + i, n - i), squares, sizes);
        p.penalty_blocks[block] = penalty_of(squares, sizes, l2);
      }
    }
  }
  // That of a dense layer: a block is some inputs in the columns of a register.
  void layer_penalty(const Op &op, double l2) {
    const Range mine = op.panels && op.owners > 1 ? columns_of<T>(op, thread) : my_columns(op.n_out);
    const int pieces = (op.n_in + PENALTY_ROWS - 1) / PENALTY_ROWS;
    const auto add_panel = [&](Range columns, int64_t place, int gap) {
      const T *const W = weights_of(op) + place - columns.from;
      columns = {max_of(columns.from, mine.from), min_of(columns.to, mine.to)};
      for_vectors<T, 4>(columns, [&](int c, auto vectors) {
        constexpr int NV = decltype(vectors)::count;
        for (int k = 0; k < op.n_in; k += PENALTY_ROWS) {
          Vec<T> squares[NV] = {}, sizes[NV] = {};
          for (int i = k; i < min_of(op.n_in, k + PENALTY_ROWS); ++i)
            for (int v = 0; v < NV; ++v) {
              const int at = c + v * LANES<T>;
              add_penalty(load_some(W + int64_t(i) * gap + at, columns.to - at), squares[v], sizes[v]);
            }
          for (int v = 0; v < NV; ++v)
            p.penalty_blocks[n_penalty_blocks + (c / LANES<T> + v) * pieces + k / PENALTY_ROWS] =
                penalty_of(squares[v], sizes[v], l2);
        }
      });
    };
    every_panel<T>(op, add_panel);  // of which some have no column of this thread
    n_penalty_blocks += vectors_of<T>(op.n_out) * pieces;
  }
  NORON_INLINE static void add_penalty(Vec<T> w, Vec<T> &squares, Vec<T> &sizes) {
    squares = fused(w, w, squares);
    sizes += magnitude<T>(w);
  }
  NORON_INLINE double penalty_of(Vec<T> squares, Vec<T> sizes, double l2) const {
    return p.penalty.l1 * double(sum_of<T>(sizes)) + l2 * double(sum_of<T>(squares));
  }
  // The dense layer whose weights are exactly this part of theta, or null.
  const Op *layer_of(const noron::Segment &s) const {
    for (int o = 0; o < p.n_ops; ++o) {
      const Op &op = p.ops[o];
      if (op.kind == Kind::dense && s.start == op.weight && s.stop == op.weight + int64_t(op.n_in) * op.n_out)
        return &op;
    }
    return nullptr;
  }
  double penalty() const {
    double sum = 0;
    for (int i = 0; i < n_penalty_blocks; ++i) sum += p.penalty_blocks[i];
    return sum;
  }

  // ---- backward

  void bias_back(const Op &op, int rows, Range j, T *db, Updater<T> &u, bool step) const {
    for (int v = j.from; v < j.to; v += LANES<T>) {
      Vec<T> sum[4] = {};  // every fourth row, as an addition waits for the one before it
      const T *dy = static_cast<const T *>(op.dy) + v;
      int i = 0;
      for (; i + 4 <= rows; i += 4)
#pragma GCC unroll 4
        for (int k = 0; k < 4; ++k, dy += op.ld_out) sum[k] += load(dy);
      for (; i < rows; ++i, dy += op.ld_out) sum[0] += load(dy);
      store(db + v, (sum[0] + sum[1]) + (sum[2] + sum[3]));
    }
    if (step && op.bias >= 0)
      u.block(op.bias + j.from, 0, db + j.from, 0, 1, j.to - j.from, false);
  }

  void weights_back(const Op &op, bool first, int rows, Updater<T> &all) {
    Updater<T> u = updater_of(op, all);
    const int inputs = first && sparse ? *entries().n_touched : op.n_in;
    const Region r = region(op, first, inputs);
    const Range j = r.columns;
    if (j.from == j.to) return;
    T *db = panels() + (p.panel_bytes / int64_t(sizeof(T)) - round_up(op.ld_out, 16));
    const T *shift = skips(first) ? static_cast<const T *>(data.shift) : nullptr;
    const bool has_bias = r.has_all_rows || thread == 0;
    if (has_bias || shift) bias_back(op, rows, j, db, all, has_bias);
    const Left<T> x{static_cast<const T *>(op.x), op.ld_in};
    const Left<T> dy{static_cast<const T *>(op.dy), op.ld_out};
    if (skips(first) || (rows <= FEW_ROWS && op.n_out >= LANES<T>)) {
      each_panel<T>(op, j, [&](Range some, int64_t place, int gap) {
        Op part = op;  // as if the layer were the panel
        part.weight = place - some.from;
        part.n_out = gap;
        if (first && masked)
          masked_gradient(batch_masks(rows), part, r.rows, some, db, lists_every_column, u);
        else if (first && sparse)
          sparse_gradient(entries(), part, r.rows, some, shift, db, u);
        else
          outer(x, dy, rows, r.rows, some, part, u, first ? next : nullptr, static_cast<T *>(op.dy));
      });
    } else if (!op.panels && threads == 1 && op.n_out < LANES<T> && op.n_in >= LANES<T> &&
               int64_t(rows) * op.n_in <= NARROW) {  // units in lanes would leave most of them empty
      Turned<T> out{panels(), op.n_out, {}};
      multiply<T, Read::columns>(0, op.n_out, 0, op.n_in, rows, dy, {x.at, x.stride, false, true},
                                 op.n_out, op.n_in, nullptr, out);
      u.block(op.weight, 0, panels(), 0, 1, op.n_in * op.n_out, true);
    } else {
      ToWeights<T> out{u, op, {}};
      if (op.panels && rows <= ROWS_OF_TILE && is_large<T>(op.n_in, op.n_out, rows, Read::columns))
        multiply_into_panels<T>(op, r.rows, j, rows, x, dy, panels(), db - panels(), out);
      else
        product<Read::columns>(r.rows, j, rows, x, {dy.at, dy.stride, false, true}, op.n_in, op.n_out,
                               op.bfloat16, out);
    }
    all.noticed_too(u);
  }

  void dense_back(const Op &op, bool divides_rows, int rows) {
    const int inputs = op.n_in - op.dx_from;
    Region r = divides_rows ? region_by_rows(rows, inputs) : region_of<T>(rows, inputs, thread, threads);
    r.columns = {r.columns.from + op.dx_from, r.columns.to + op.dx_from};
    const Left<T> dy{static_cast<const T *>(op.dy), op.ld_out};
    const T *mask = op.masks_input ? static_cast<const T *>(op.x) : nullptr;
    ToInput<T> out{static_cast<T *>(op.dx), op.ld_in, mask};
    if (rows <= FEW_ROWS && op.n_out >= 2 * LANES<T> && r.rows.to - r.rows.from == rows)
      dots(op, dy, rows, weights_of(op), r.columns, mask, out.dx, op.ld_in);
    else if (op.panels)
      multiply_turned<T>(op, r.rows, r.columns, dy, panels(), out);
    else
      product<Read::rows>(r.rows, r.columns, op.n_out, dy, {theta() + op.weight, op.n_out, true, false}, rows,
                          op.n_in, op.bfloat16, out);
  }

  // This thread's part of dx, where something in front of the layer learns.
  void inputs_back(int o, int rows) {
    const Op &op = p.ops[o];
    if (!op.wants_dx) return;
    const Range r = my_rows(rows);
    const int64_t at = static_cast<int64_t>(r.from) * op.ld_in;
    const int64_t n = static_cast<int64_t>(r.to - r.from) * op.ld_in;
    const T *x = static_cast<const T *>(op.x), *y = static_cast<const T *>(op.y);
    const T *dy = static_cast<const T *>(op.dy);
    T *dx = static_cast<T *>(op.dx);
    switch (op.kind) {
      case Kind::dense: dense_back(op, o >= by_rows, rows); break;
      case Kind::activation: activation_backward<T>(op, x + at, y + at, dy + at, dx + at, n); break;
      case Kind::softmax: softmax_backward<T>(op, r.from, r.to); break;
      case Kind::dropout: times<T>(dy + at, static_cast<const T *>(op.extra) + at, dx + at, n); break;
      case Kind::batch_norm: return;  // as dx needs the sums that are the gradients of its parameters
      case Kind::layer_norm: layer_norm_backward<T>(p, op, r.from, r.to, panels()); break;
      case Kind::standardize: standardize<T>(p, op, dy, dx, r.from, r.to, false); break;
      case Kind::embedding: embedding_backward<T>(op, r.from, r.to); break;
      case Kind::residual_begin: {
        const T *around = static_cast<const T *>(p.ops[op.partner].dy);
        for (int64_t i = at; i < at + n; i += LANES<T>) store(dx + i, load(dy + i) + load(around + i));
        break;
      }
      case Kind::residual_end: memcpy(dx + at, dy + at, sizeof(T) * static_cast<size_t>(n)); break;
    }
    mark(2 + p.n_ops + o);
  }

  // This thread's part of the gradients of the layer's parameters, and their update.
  void parameters_back(int o, int rows, Updater<T> &u) {
    const Op &op = p.ops[o];
    const Range j = my_columns(op.n_in);
    switch (op.kind) {
      case Kind::dense: weights_back(op, o == 0, rows, u); break;
      case Kind::batch_norm: batch_norm_backward<T>(p, op, rows, j.from, j.to, u); break;
      case Kind::layer_norm: layer_norm_gradient<T>(op, rows, j.from, j.to, u); break;
      case Kind::embedding: embedding_gradient<T>(p, op, rows, thread, threads, u); break;
      default: return;
    }
    mark(2 + p.n_ops + o);
  }

  // dx of the layers that are divided by rows.
  void rows_back(int rows) {
    for (int o = p.n_ops - 1; o >= by_rows; --o) inputs_back(o, rows);
  }

  // All that is left of the way back. False if it was stopped on it.
  bool backward(int rows, Updater<T> &u) {
    for (int o = p.n_ops - 1; o >= 0; --o) {
      const Op &op = p.ops[o];
      if (o < by_rows) inputs_back(o, rows);
      if (o < by_rows && op.wants_dx && op.kind != Kind::batch_norm) wait();  // for dx, and until W is read
      parameters_back(o, rows, u);
      if (op.kind == Kind::batch_norm) wait();
      if (is_stopped()) return false;
    }
    return true;
  }
};

NORON_INLINE int64_t steps_of_epoch(const Run &run) {
  return (run.n_order + run.batch_size - 1) / run.batch_size;
}

template <class T>
void predict_rows(noron::Prediction *q, int thread);

// Compute the scores of the watched rows with the present weights.
template <class T>
void watch(const Run &run, Worker<T> &w, int64_t epoch, const Updater<T> &u) {
  w.carry_back(u);
  w.wait();
  const SubnormalsAreZero as_in_predictions(false);
  noron::Prediction q = *run.watched;
  const int64_t scores = (q.stop - q.start) * q.program->n_outputs;
  q.out = static_cast<T *>(q.out) + epoch * scores;
  predict_rows<T>(&q, w.thread);
  w.wait();
}

// Take the steps from `first` to `last` of a run. `given` holds batches that have been gathered for
// several runs. False if the run has ended before `last`; the run then holds the reason.
template <class T>
bool take_steps(Run *run, Worker<T> &w, int64_t first, int64_t last, const noron::Together *given) {
  const SubnormalsAreZero in_steps(run->update && needs_no_subnormals(w.p.optimizer));
  const Program &p = w.p;
  const int thread = w.thread, threads = w.threads;
  double work = 0;
  for (int o = 0; o < p.n_ops; ++o) work += double(p.ops[o].n_in) * p.ops[o].n_out;
  const double multiplications = work * double(run->batch_size);
  const int64_t ask_every = multiplications < 1e5 ? 64 : multiplications < LONG_STEP ? 8 : 1;
  const int64_t per_epoch = steps_of_epoch(*run), n_steps = per_epoch * run->n_epochs;
  if (thread == 0) w.profile = run->profile;
  w.asking = run;
  w.is_long = multiplications > LONG_STEP;
  w.marked = noron::now();
  for (int64_t step = first; step < last; ++step) {
    noron::Sums &sums = run->sums[step / per_epoch];
    const int64_t in_epoch = step % per_epoch, from = in_epoch * run->batch_size;
    const int64_t *index = run->order + (run->orders ? step / per_epoch * run->n_order : 0) + from;
    const int64_t left = run->n_order - from;
    const int rows = static_cast<int>(left < run->batch_size ? left : run->batch_size);
    const bool asks = step % ask_every == 0;
    if (thread == 0) {
      if (asks) w.ask();
      if (in_epoch == 0 && run->shuffle && !run->stop)
        noron::shuffle(run->random, run->order, run->n_order);
    }
    w.index = index;
    w.ahead = {index + rows, left - rows};
    if (asks || in_epoch == 0) w.wait();  // for the answer, and for the order
    if (run->stop) {
      if (thread == 0) run->outcome = noron::Outcome::stopped;
      return false;
    }
    const double l2 = w.l2_of(run->targets, index, rows);
    Updater<T> u(p, run->rates[step], run->t + step + 1, run->update, l2);
    w.lists_every_column = !u.rests_without_gradient() || run->rows.shift;
    double weight = 0;
    if (thread == 0) {
      weight = w.place_shares(run->targets, index, rows);
      w.draw_all_masks(run->random, rows);
    }
    if (given)
      w.take_gathered(*given, step - first);
    else
      w.gather(rows);
    if (u.penalized()) w.penalties(l2);
    if (run->good_theta && step == n_steps - 1) {
      w.carry_back(u);
      w.wait();
      const Range part = share_of(p.n_theta, 64, thread, threads);
      memcpy(static_cast<T *>(run->good_theta) + part.from, w.theta() + part.from,
             sizeof(T) * static_cast<size_t>(part.to - part.from));
    }
    if (!w.skips(true)) w.wait();  // else each thread has gathered for itself
    w.mark(0);
    w.by_rows = w.first_by_rows(rows);
    if (!w.forward(rows, true)) {
      if (thread == 0) run->outcome = noron::Outcome::stopped;
      return false;
    }
    w.losses(run->targets, index, rows);
    w.mark(1 + p.n_ops);
    w.rows_back(rows);
    w.wait();
    const double loss = w.mean_loss(rows), penalty = u.penalized() ? w.penalty() : 0;
    if (!__builtin_isfinite(loss + penalty)) {
      if (thread == 0) {
        run->outcome = noron::Outcome::look_diverged;
        run->steps_done = step;
      }
      return false;
    }
    if (thread == 0) {
      sums.loss += loss * weight;
      sums.penalty += penalty * rows;
      sums.weight += weight;
      for (int i = 0; i < rows; ++i) sums.correct += p.row_correct[i];
    }
    w.next = given ? nullptr : w.row_ahead(rows);
    if (!w.backward(rows, u)) {
      if (thread == 0) {
        run->outcome = noron::Outcome::stopped;
        run->broke_off = true;
      }
      return false;
    }
    w.is_multiplied = w.next;
    run->flags[2 * thread] = any_bit<T>(u.bad_grad);
    run->flags[2 * thread + 1] = any_bit<T>(u.bad_theta);
    w.wait();
    bool bad_grad = false, bad_theta = false;
    for (int i = 0; i < threads; ++i) {
      bad_grad |= run->flags[2 * i] != 0;
      bad_theta |= run->flags[2 * i + 1] != 0;
    }
    if (bad_grad || bad_theta) {
      if (thread == 0) {
        run->outcome = bad_grad ? noron::Outcome::look_diverged : noron::Outcome::step_diverged;
        run->steps_done = step;
      }
      return false;
    }
    if (run->watched && in_epoch == per_epoch - 1) watch(*run, w, step / per_epoch, u);
    if (thread == 0 && in_epoch == per_epoch - 1 && run->seconds)
      run->seconds[step / per_epoch] = noron::now() - run->begun;
    if (thread == 0) run->steps_done = step + 1;
  }
  if (thread == 0) run->outcome = noron::Outcome::done;
  return true;
}

// An updater with the vectors of a run, to carry them.
template <class T>
Updater<T> updater_of_run(const Run &run) {
  return Updater<T>(*run.program, 0, 1, run.update, 0);
}

template <class T>
void run_steps(Run *run, int thread) {
  Worker<T> w(*run->program, run->rows, thread, noron::n_threads(run->team), run->team);
  const Updater<T> u = updater_of_run<T>(*run);
  w.move_in(u);
  w.wait();  // until all threads have started, as only the steps are timed
  if (thread == 0) run->begun = run->asked = noron::now();
  const int64_t n_steps = steps_of_epoch(*run) * run->n_epochs;
  take_steps(run, w, 0, n_steps, nullptr);
  w.carry_back(u);
}

}  // namespace NORON_ISA
