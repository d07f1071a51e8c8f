// A network that has passed all checks, as the kernels read it.
#pragma once

#include <vector>

#include "program.h"

namespace noron {

constexpr int64_t MOST_UNITS = int64_t(1) << 30;

class Network {
 public:
  // Checks all that is given, and throws std::invalid_argument if something does not fit.
  explicit Network(const noron_network &given);
  Network(const Network &) = delete;
  Network &operator=(const Network &) = delete;

  // How to update: an optimizer and its vectors; penalties, and the parts of theta that pay them.
  void optimize(const noron_optimizer_settings &given);

  Program program{};
  std::vector<Op> ops;
  const bool is_double, training;
  bool draws = false;  // whether training draws random numbers for more than the order of the rows
  int widest = 0;      // the most inputs or outputs of a layer

  int64_t number_size() const { return is_double ? 8 : 4; }
  bool rounds() const;  // whether a layer's products are of bfloat16

 private:
  std::vector<Segment> weights_;
  std::vector<double> class_weight_;
  std::vector<Table> tables_;

  void bind(const noron_network &given);
  void read_layers(const noron_network &given);
  void check(const Op &op) const;
  void take_tables(Op &op, int64_t from) const;
  void check_place(int64_t at, int64_t n, int64_t limit, bool needed) const;
  void check_blocks() const;
  void read_loss(const noron_network &given);
};

}  // namespace noron
