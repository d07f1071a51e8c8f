#include "workspace.h"

#include <algorithm>

#include "error.h"

namespace noron {

// A layer with fewer units fills no vector, and one with fewer inputs no tile.
constexpr int FEWEST_UNITS = 16, FEWEST_INPUTS = 8;
constexpr int64_t SPARSE_BYTES = 1 << 22;  // of a W of which a step on sparse rows may read little
constexpr int64_t PANEL_GAP = 17 * 16;     // as W and its slots would else share a few cache sets
constexpr int64_t BUCKET_BYTES = 1 << 20;

int padded(int64_t n) { return static_cast<int>((n + 15) / 16 * 16); }

int leading(int64_t n) {
  const int ld = padded(n);
  return ld % 64 == 0 ? ld + 16 : ld;
}

Workspace::Workspace(Network &network) : network_(network) {
  if (!network.training) return;
  bind(network.ops, network.program, true);
  make_panels(1);
}

// Takes numbers from some memory, one behind the other; of no memory, only counts the bytes.
class Workspace::Taker {
 public:
  Taker(char *start, int64_t number_size) : start_(start), number_size_(number_size) {}
  int64_t bytes() const { return bytes_; }
  void *room(int64_t count) {
    char *const at = start_ ? start_ + bytes_ : nullptr;
    bytes_ += (count * number_size_ + 63) / 64 * 64;
    return at;
  }

 private:
  char *start_;
  int64_t number_size_, bytes_ = 0;
};

// Allocate the values and gradients between the layers, and bind the layers to them. They lie together,
// as a large block is on huge pages.
void Workspace::bind(std::vector<Op> &ops, Program &p, bool training) {
  Taker counter(nullptr, network_.number_size());
  lay_out(ops, p, training, counter);
  values_.emplace_back(counter.bytes());
  Taker taker(values_.back().as<char>(), network_.number_size());
  lay_out(ops, p, training, taker);
}

void Workspace::lay_out(std::vector<Op> &ops, Program &p, bool training, Taker &from) const {
  const auto room = [&](int64_t count) { return from.room(count); };
  const int64_t rows = p.batch_rows;
  void *x = p.input = room(rows * leading(p.n_inputs));
  int ld = leading(p.n_inputs);
  for (Op &op : ops) {
    op.x = x;
    op.ld_in = ld;
    op.ld_out = op.n_out != op.n_in || op.kind == Kind::dense ? leading(op.n_out) : ld;
    op.y = op.kind == Kind::residual_begin ? x : room(rows * op.ld_out);
    const bool keeps = op.kind == Kind::dropout || op.kind == Kind::batch_norm || op.kind == Kind::layer_norm;
    if (training && keeps) op.extra = room(rows * ld + std::max<int64_t>(ld, padded(rows)));
    x = op.y;
    ld = op.ld_out;
  }
  p.ops = ops.data();
  if (!training) return;
  p.gradient_of_loss = room(rows * ld);
  void *dy = p.gradient_of_loss;
  for (size_t i = ops.size(); i-- > 0;) {
    ops[i].dy = dy;
    if (ops[i].wants_dx) ops[i].dx = dy = room(rows * ops[i].ld_in);
  }
  p.row_loss = room(padded(rows));
  p.share = room(padded(rows));
  p.row_correct = static_cast<double *>(room(padded(rows) * 8 / network_.number_size()));
}

void Workspace::make_penalty_blocks() {
  Program &p = network_.program;
  int64_t blocks = 0;
  for (const Op &op : network_.ops)
    if (op.kind == Kind::dense)  // a vector has two numbers at least
      blocks += (int64_t(op.n_out) + 1) / 2 * ((int64_t(op.n_in) + PENALTY_ROWS - 1) / PENALTY_ROWS);
  for (int i = 0; i < p.n_weights; ++i)
    blocks += (p.weights[i].stop - p.weights[i].start + PENALTY_BLOCK - 1) / PENALTY_BLOCK;
  const int n_weights = p.n_weights;
  p.n_weights = 0;  // until there is memory for them
  penalty_blocks_ = Memory(blocks * 8);
  p.penalty_blocks = penalty_blocks_.as<double>();
  p.n_weights = n_weights;
}

// Whether all products are too small to be divided into blocks.
bool Workspace::are_small() const {
  const int64_t rows = network_.program.batch_rows;
  for (const Op &op : network_.ops)
    if (op.kind == Kind::dense) {
      const int64_t most = std::max({int64_t(op.n_in) * op.n_out, rows * op.n_in, rows * op.n_out});
      if (most * network_.number_size() > 512 * 1024) return false;
    }
  return true;
}

void Workspace::make_panels(int threads) {
  if (threads <= panels_for_) return;
  Program &p = network_.program;
  const int64_t blocks = int64_t(256) * (2048 + 64 + 192);
  const int64_t whole = std::max<int64_t>(network_.widest, p.batch_rows) * 64;
  const int64_t packed = network_.rounds() ? std::max(blocks, ROUNDED_NUMBERS) : are_small() ? 0 : blocks;
  const int64_t numbers = packed + whole + 4 * int64_t(leading(network_.widest)) + 64;
  p.panel_bytes = (numbers * network_.number_size() + 63) / 64 * 64;
  panels_ = Memory(p.panel_bytes * threads);
  p.panels = panels_.get();
  panels_for_ = threads;
}

bool Workspace::may_have_panels(const Op &op, const Rows &x) const {
  const Program &p = network_.program;
  if (op.kind != Kind::dense || op.bfloat16) return false;
  const int64_t from = op.weight, to = from + int64_t(op.n_in) * op.n_out;
  for (int i = 0; i < p.n_weights; ++i) {  // a part of theta that pays a penalty is read as one
    const Segment &paying = p.weights[i];
    if (paying.start < to && paying.stop > from && (paying.start != from || paying.stop != to)) return false;
  }
  const bool is_first = &op == network_.ops.data();
  if (is_first && x.form == Rows::Form::compressed)
    return (to - from) * network_.number_size() <= SPARSE_BYTES;
  return (is_first && x.skips_zeros) || (op.n_out >= FEWEST_UNITS && op.n_in >= FEWEST_INPUTS);
}

bool Workspace::make_weight_panels(const Rows &x, bool pays) {
  const Program &p = network_.program;
  const int64_t vectors = 1 + !!p.slot0 + !!p.slot1;
  int64_t bytes = 0;
  for (Op &op : network_.ops) {
    op.panels = nullptr;
    op.panel_numbers = 0;
    if (pays && may_have_panels(op, x)) op.panel_numbers = int64_t(op.n_in) * padded(op.n_out) + PANEL_GAP;
    bytes += vectors * op.panel_numbers * network_.number_size();
  }
  if (bytes > weight_panel_bytes_) {
    weight_panel_bytes_ = 0;
    weight_panels_ = Memory();
    try {
      weight_panels_ = Memory::on_huge_pages(bytes);
    } catch (const std::bad_alloc &) {
      return false;
    }
    weight_panel_bytes_ = bytes;
  }
  char *at = weight_panels_.as<char>();
  for (Op &op : network_.ops)
    if (op.panel_numbers > 0) {
      op.panels = at;
      at += vectors * op.panel_numbers * network_.number_size();
    }
  return true;
}

// Enough for every possible batch.
void Workspace::make_entries(const Rows &x, int64_t batch_rows, int threads) {
  const int64_t most = batch_rows * x.most_in_row;
  if (most > 0x7fffffff) refuse("a batch has too many entries");
  if (most > entries_for_ || batch_rows > entry_rows_) {
    entries_.clear();
    entry_memory_.clear();
  }
  entries_for_ = std::max(most, entries_for_);
  entry_rows_ = std::max(batch_rows, entry_rows_);
  while (static_cast<int>(entries_.size()) < threads)
    add_entries(entries_, entry_memory_, entries_for_, entry_rows_, true);
  network_.program.entries = entries_.data();
}

void Workspace::add_entries(std::vector<Entries> &to, std::vector<Memory> &memory, int64_t most,
                            int64_t rows, bool by_column) const {
  const int64_t n = network_.program.n_inputs, size = network_.number_size();
  const int64_t entries = padded(most) + 16, in_buckets = n * (rows + 1);
  Entries e{};
  e.bucket = in_buckets * 2 * size <= BUCKET_BYTES ? rows + 1 : 0;
  const int64_t columns = by_column ? n : 0;
  const int64_t pairs = !by_column ? 0 : e.bucket ? in_buckets : entries;
  memory.emplace_back((entries + 2 * pairs) * size);
  e.value = memory.back().get();
  if (by_column) e.by_column = memory.back().as<char>() + entries * size;
  memory.emplace_back((rows + 1 + entries + 3 * columns + 2) * 4);
  e.start = memory.back().as<int>();
  e.column = e.start + rows + 1;
  e.fill = e.column + entries;
  e.first = e.fill + columns;
  e.n_touched = e.first + columns;
  e.touched = e.n_touched + 1;
  if (by_column) memory.emplace_back((rows + 2) * 8);
  e.batch = by_column ? memory.back().as<int64_t>() : nullptr;
  to.push_back(e);
}

static int64_t groups_of(int64_t rows) { return (rows + 63) / 64; }
static int64_t byte_columns(int64_t n_columns) { return (n_columns + 63) / 64 * 64; }

int64_t mask_bytes(int64_t n_columns, int64_t rows) {
  return byte_columns(n_columns) * groups_of(rows) * (64 + 8);
}

Masks masks_in(const Memory &memory, int64_t at, int64_t n_columns, int64_t rows) {
  uint8_t *bytes = memory.as<uint8_t>() + at;
  return {bytes, reinterpret_cast<uint64_t *>(bytes + byte_columns(n_columns) * groups_of(rows) * 64)};
}

void Workspace::make_masks(int64_t batch_rows, int threads) {
  const int64_t n = network_.program.n_inputs;
  if (batch_rows > mask_rows_) {
    masks_.clear();
    mask_memory_.clear();
    mask_rows_ = batch_rows;
  }
  while (static_cast<int>(masks_.size()) < threads) {
    mask_memory_.emplace_back(mask_bytes(n, mask_rows_));
    masks_.push_back(masks_in(mask_memory_.back(), 0, n, mask_rows_));
  }
  network_.program.masks = masks_.data();
}

void Workspace::add_predictor(int64_t rows) {
  make_panels(1);
  std::vector<Op> ops = network_.ops;
  Program p = network_.program;
  p.batch_rows = static_cast<int>(rows);
  bind(ops, p, false);
  values_.emplace_back(p.panel_bytes);
  p.panels = values_.back().get();
  predictor_ops_.push_back(std::move(ops));
  predictors_.push_back(p);
}

Program *Workspace::make_predictors(const Rows &x, int threads) {
  const int64_t rows = std::clamp<int64_t>((int64_t(1) << 20) / network_.widest, 1, 64);
  while (static_cast<int>(predictors_.size()) < threads) add_predictor(rows);
  const bool compressed = x.form == Rows::Form::compressed;
  const int64_t most = rows * (compressed ? x.most_in_row : network_.program.n_inputs);
  if (most > predictor_entries_for_) {
    predictor_entries_.clear();
    predictor_entry_memory_.clear();
    predictor_entries_for_ = most;
  }
  while (predictor_entries_.size() < predictors_.size())
    add_entries(predictor_entries_, predictor_entry_memory_, predictor_entries_for_, rows, false);
  for (size_t i = 0; i < predictors_.size(); ++i) {
    predictors_[i].ops = predictor_ops_[i].data();
    predictors_[i].entries = &predictor_entries_[i];
  }
  return predictors_.data();
}

}  // namespace noron
