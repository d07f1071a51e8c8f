// All memory that a network needs beside its numbers: it grows when a run needs more of it.
#pragma once

#include <vector>

#include "memory.h"
#include "network.h"

namespace noron {

// The distance of rows in numbers. A multiple of 64 would map them to few cache sets, so it gets 16
// more.
int padded(int64_t n);
int leading(int64_t n);

class Workspace {
 public:
  // Binds the network's layers to memory for the values between them, if it is for training.
  explicit Workspace(Network &network);
  Workspace(const Workspace &) = delete;
  Workspace &operator=(const Workspace &) = delete;

  // What a run needs before it begins:
  void make_penalty_blocks();
  void make_panels(int threads);  // for packed numbers, in each thread
  // For W and the optimizer's slots of dense layers, if the run is long enough for that. False if
  // there is not so much memory: then they stay where they are.
  bool make_weight_panels(const Rows &x, bool pays);
  void make_entries(const Rows &x, int64_t batch_rows, int threads);  // of a batch of compressed rows
  void make_masks(int64_t batch_rows, int threads);  // of a batch of bytes whose zeros are skipped

  // A program for each thread, which predicts such rows.
  Program *make_predictors(const Rows &x, int threads);

 private:
  Network &network_;
  std::vector<Memory> values_, entry_memory_, predictor_entry_memory_, mask_memory_;
  Memory panels_, penalty_blocks_, weight_panels_;
  int panels_for_ = 0;
  int64_t weight_panel_bytes_ = 0;
  std::vector<Entries> entries_;
  int64_t entries_for_ = -1, entry_rows_ = 0;
  std::vector<Masks> masks_;
  int64_t mask_rows_ = 0;
  std::vector<Program> predictors_;
  std::vector<std::vector<Op>> predictor_ops_;
  std::vector<Entries> predictor_entries_;
  int64_t predictor_entries_for_ = -1;

  class Taker;
  void bind(std::vector<Op> &ops, Program &p, bool training);
  void lay_out(std::vector<Op> &ops, Program &p, bool training, Taker &from) const;
  bool are_small() const;
  bool may_have_panels(const Op &op, const Rows &x) const;
  void add_entries(std::vector<Entries> &to, std::vector<Memory> &memory, int64_t most, int64_t rows,
                   bool by_column) const;
  void add_predictor(int64_t rows);
};

// The bytes of a batch's masks, and these in such memory.
int64_t mask_bytes(int64_t n_columns, int64_t rows);
Masks masks_in(const Memory &memory, int64_t at, int64_t n_columns, int64_t rows);

}  // namespace noron
