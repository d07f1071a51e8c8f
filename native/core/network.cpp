#include "network.h"

#include <algorithm>

#include "names.h"

namespace noron {

constexpr int64_t MOST_LAYERS = 100000;
constexpr int MOST_BATCH_ROWS = 1 << 26;

Network::Network(const noron_network &given)
    : is_double(given.is_double), training(given.training) {
  if (given.batch_rows < 1 || given.batch_rows > MOST_BATCH_ROWS) refuse("batch_rows is out of range");
  if (given.n_inputs < 1) refuse("n_inputs is out of range");
  if (given.bfloat16 && is_double) refuse("bfloat16 is for numbers of float");
  program.batch_rows = given.batch_rows;
  bind(given);
  read_layers(given);
  check_blocks();
  if (draws && !training) refuse("nothing is dropped in a prediction");
  read_loss(given);
}

void Network::bind(const noron_network &given) {
  if (given.n_theta < 0 || given.n_buffers < 0) refuse("theta or buffers are of negative length");
  if (given.n_theta > 0 && !(given.theta && (given.grad || !training))) refuse("theta and grad are needed");
  if (given.n_buffers > 0 && !given.buffers) refuse("buffers are needed");
  program.n_theta = given.n_theta;
  program.n_buffers = given.n_buffers;
  program.theta = given.theta;
  program.grad = given.grad;
  program.buffers = given.buffers;
}

static Op op_of(const noron_layer &layer) {
  Op op{};
  op.kind = numbered<Kind>(layer.kind);
  op.activation = numbered<Activation>(layer.activation);
  op.n_in = layer.n_in;
  op.n_out = layer.n_out;
  op.weight = layer.weight;
  op.bias = layer.bias;
  op.mean = layer.mean;
  op.var = layer.var;
  op.setting = layer.setting;
  op.momentum = layer.momentum;
  op.partner = layer.partner;
  op.relu = layer.relu;
  op.n_tables = layer.n_tables;
  return op;
}

void Network::read_layers(const noron_network &given) {
  if (given.n_layers < 1 || given.n_layers > MOST_LAYERS) refuse("the number of layers is out of range");
  if (given.n_tables > 0) tables_.assign(given.tables, given.tables + given.n_tables);
  int width = given.n_inputs;
  int64_t n_tables = 0;
  bool learns = false, has_dense = false;
  for (int64_t i = 0; i < given.n_layers; ++i) {
    Op op = op_of(given.layers[i]);
    if (op.n_in != width || op.n_out < 1 || op.n_in > MOST_UNITS || op.n_out > MOST_UNITS)
      refuse("a layer's width does not fit the one before it");
    take_tables(op, n_tables);
    n_tables += op.n_tables;
    check(op);
    const bool dense = op.kind == Kind::dense;
    op.masks_input = dense && i > 0 && ops.back().kind == Kind::dense && ops.back().relu;
    // The inputs of the first one are as they were given, and may be compressed.
    op.bfloat16 = given.bfloat16 && dense && has_dense && std::min(op.n_in, op.n_out) >= FEWEST_ROUNDED;
    has_dense = has_dense || dense;
    op.wants_dx = learns;
    if (learns && i > 0 && ops.back().kind == Kind::embedding && !ops.back().wants_dx)  // none for numbers
      op.dx_from = (ops.back().n_in - ops.back().n_tables) / 16 * 16;
    learns = learns || op.weight >= 0;
    draws = draws || op.kind == Kind::dropout;
    width = op.n_out;
    widest = std::max({widest, op.n_in, op.n_out});
    ops.push_back(op);
  }
  if (n_tables != given.n_tables) refuse("there are tables that no embedding has");
  program.n_inputs = given.n_inputs;
  program.n_outputs = width;
  program.n_ops = static_cast<int>(ops.size());
  program.ops = ops.data();
}

bool Network::rounds() const {
  return std::any_of(ops.begin(), ops.end(), [](const Op &op) { return op.bfloat16; });
}

void Network::check_place(int64_t at, int64_t n, int64_t limit, bool needed) const {
  if (at < 0 ? needed : at > limit - n) refuse("a layer's numbers lie outside theta or buffers");
}

// The next tables, if it is an embedding: they must lie in theta and make up its width.
void Network::take_tables(Op &op, int64_t from) const {
  const int64_t n = op.n_tables;
  if ((op.kind == Kind::embedding) != (n > 0) || n < 0 || n > op.n_in)
    refuse("an embedding, and nothing else, has a table for each of its last inputs");
  if (n == 0) return;
  if (n > static_cast<int64_t>(tables_.size()) - from) refuse("an embedding's tables are missing");
  if (op.weight >= 0) refuse("an embedding has its numbers in tables");
  op.tables = tables_.data() + from;
  op.weight = op.tables[0].weight;
  int64_t width = op.n_in - n;
  for (int i = 0; i < op.n_tables; ++i) {
    const Table &table = op.tables[i];
    if (table.size < 1 || table.size > MOST_UNITS || table.width < 1 || table.width > MOST_UNITS)
      refuse("the size of a table is out of range");
    check_place(table.weight, table.size * table.width, program.n_theta, true);
    width += table.width;
  }
  if (width != op.n_out) refuse("an embedding's width does not fit its tables");
}

void Network::check(const Op &op) const {
  const bool dense = op.kind == Kind::dense;
  if (dense) {
    check_place(op.weight, int64_t(op.n_in) * op.n_out, program.n_theta, true);
    check_place(op.bias, op.n_out, program.n_theta, false);
  } else if (op.kind != Kind::embedding && op.n_in != op.n_out) {
    refuse("only a dense layer and an embedding change the width");
  }
  const bool norm = op.kind == Kind::batch_norm || op.kind == Kind::layer_norm;
  if (norm) check_place(op.weight, op.n_in, program.n_theta, true);
  if (norm) check_place(op.bias, op.n_in, program.n_theta, true);
  const bool has_numbers = dense || norm || op.kind == Kind::embedding;
  if (!has_numbers && (op.weight >= 0 || op.bias >= 0))
    refuse("only dense and normalizing layers and embeddings have numbers in theta");
  if (op.kind == Kind::batch_norm || op.kind == Kind::standardize) {
    check_place(op.mean, op.n_in, program.n_buffers, true);
    check_place(op.var, op.n_in, program.n_buffers, true);
  } else if (op.mean >= 0 || op.var >= 0) {
    refuse("only batch_norm and standardize have numbers in buffers");
  }
  if (op.relu && !dense) refuse("only a dense layer has a ReLU of its own");
  if (op.kind == Kind::dropout && !(op.setting >= 0 && op.setting < 1))
    refuse("the rate of a dropout is out of range");
}

// Check that each residual block begins and ends once, with the same width.
void Network::check_blocks() const {
  const int n = static_cast<int>(ops.size());
  for (int i = 0; i < n; ++i) {
    const Op &op = ops[i];
    const bool begins = op.kind == Kind::residual_begin;
    if (!begins && op.kind != Kind::residual_end) continue;
    const bool there = op.partner >= 0 && op.partner < n && (begins ? op.partner > i : op.partner < i);
    if (!there || ops[op.partner].kind != (begins ? Kind::residual_end : Kind::residual_begin) ||
        ops[op.partner].partner != i || ops[op.partner].n_in != op.n_in)
      refuse("a residual block has no beginning, no end, or two widths");
  }
}

void Network::read_loss(const noron_network &given) {
  class_weight_.assign(given.class_weight, given.class_weight + given.n_class_weight);
  program.loss = {numbered<LossKind>(given.loss), numbered<Link>(given.link), given.setting,
                  class_weight_.empty() ? nullptr : class_weight_.data(), program.n_outputs};
  const size_t weights = program.loss.kind == LossKind::binary_cross_entropy ? 2 : program.n_outputs;
  if (!class_weight_.empty() && class_weight_.size() != weights)
    refuse("class_weight does not fit the outputs");
}

void Network::optimize(const noron_optimizer_settings &given) {
  const Update kind = numbered<Update>(given.update);
  const int needed = kind >= Update::adam ? 2 : kind >= Update::momentum ? 1 : 0;
  if (given.n_slots != needed) refuse("the optimizer has other slots than these");
  std::vector<Segment> weights;
  int64_t before = 0;
  for (int64_t i = 0; i < given.n_weights; ++i) {
    const auto [start, stop] = given.weights[i];
    if (start < 0 || stop < start || stop > program.n_theta) refuse("a weight lies outside theta");
    if (start < before) refuse("the weights are not in order, or overlap");
    before = stop;
    weights.push_back({start, stop});
  }
  program.optimizer = {kind, given.beta1, given.beta2, given.epsilon, given.weight_decay, given.epsilon_hat != 0};
  program.slot0 = needed > 0 ? given.slots[0] : nullptr;
  program.slot1 = needed > 1 ? given.slots[1] : nullptr;
  program.penalty = {given.l1, given.l2, given.shared_l2};
  weights_ = std::move(weights);
  program.weights = weights_.data();
  program.n_weights = static_cast<int>(weights_.size());
}

}  // namespace noron
