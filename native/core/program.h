// A network as plain data: Network and Workspace write it after all checks, and the kernels read it.
#pragma once

#include <cstdint>

#include "noron.h"

namespace noron {

using BitGenerator = noron_random;
using Segment = noron_segment;
using Sums = noron_sums;
using Table = noron_table;

#define NORON_ENUMERATOR(name, setting) name,
enum class Kind : int { NORON_KINDS(NORON_ENUMERATOR) };
enum class Activation : int { NORON_ACTIVATIONS(NORON_ENUMERATOR) };
enum class LossKind : int { NORON_LOSSES(NORON_ENUMERATOR) };
enum class Link : int { NORON_LINKS(NORON_ENUMERATOR) };
enum class Update : int { NORON_UPDATES(NORON_ENUMERATOR) };
enum class Outcome : int { NORON_OUTCOMES(NORON_ENUMERATOR) };
#undef NORON_ENUMERATOR

// One layer. Offsets count numbers in theta (W, b; gamma, beta) or in buffers (mean, var or std).
struct Op {
  Kind kind;
  Activation activation;
  int n_in, n_out;
  int64_t weight, bias, mean, var;  // -1: there is none
  double setting, momentum;         // rate, slope, alpha or epsilon; of running statistics
  int partner;                      // the other end of a residual block
  const Table *tables;              // of an embedding, one for each of the last inputs
  int n_tables;
  // Made by the plan:
  bool relu;         // a dense layer whose output goes through the ReLU behind it at once
  bool masks_input;  // a dense layer whose input comes out of such a ReLU: dx is masked at once
  bool wants_dx;     // whether anything before it learns
  bool bfloat16;     // a dense layer whose products are of bfloat16, while it is trained
  int dx_from;       // the first of its inputs whose dx is needed
  int ld_in, ld_out; // numbers from row to row of x and y
  void *x, *y, *dx, *dy, *extra;
  void *panels;           // room for W and its slots while a run takes many steps, or null
  int64_t panel_numbers;  // of each of them
  // Made by the kernels: how the columns are divided.
  int most, owners, unit;  // of a panel; threads with their own; where theirs are cut
};

struct Loss {
  LossKind kind;
  Link link;
  double setting;              // label smoothing, gamma, delta or q
  const double *class_weight;  // (n_classes,), or null
  int n_outputs;
};

struct Penalty {
  double l1, l2;
  double shared_l2;  // divided by the weight of a batch's rows
};

struct Optimizer {
  Update kind;
  double beta1, beta2, epsilon, weight_decay;
  bool epsilon_hat;  // epsilon stands beside sqrt(v), not beside sqrt(v_hat)
};

// Rows in one of three forms: dense numbers, bytes with a table of 256 numbers, compressed rows
// (columns of 2 or 4 bytes; values as numbers, or as bytes with the table). If only the byte 0
// stands for zero, the zeros can be skipped.
struct Rows {
  enum class Form : int { dense, bytes, compressed } form;
  int64_t id;  // of these rows and their folding: no others ever have it
  int64_t n_rows;
  int n_columns;
  const void *values;  // numbers of the network's type, or bytes
  bool values_are_bytes, skips_zeros;
  const int64_t *chosen;  // which rows of the bytes these are, or null
  const void *table;  // 256 numbers of the network's type
  const int64_t *starts;
  const void *columns;
  bool columns_are_short;
  int64_t most_in_row;
  const void *scale, *shift;  // (n_columns,) of a standardisation folded in, or null

  int64_t row(int64_t i) const { return chosen ? chosen[i] : i; }
};

struct Targets {
  const int64_t *labels;  // (n_rows,), or null
  const void *numbers;    // (n_rows, n_outputs), or null
  const void *weight;     // (n_rows,), or null
};

// A barrier at which the threads of a run wait for each other.
struct Team;
void wait_for_all(Team *team);
int n_threads(const Team *team);

// A penalty is summed in blocks of so many numbers; for a dense layer, of so many inputs in the
// columns of a register.
constexpr int PENALTY_BLOCK = 4096, PENALTY_ROWS = 256;

// From so many inputs and units on, rounding the operands costs less than bfloat16 saves.
constexpr int FEWEST_ROUNDED = 256;
// A product of bfloat16 is made of so many rows and pairs of terms at a time, and needs a workspace of
// so many numbers: for both operands, and for one of them that has to be transposed.
constexpr int ROUNDED_ROWS = 264, ROUNDED_PAIRS = 512;
constexpr int64_t ROUNDED_NUMBERS =
    (ROUNDED_ROWS + 32) * int64_t(ROUNDED_PAIRS + 16) + 32 * int64_t(ROUNDED_PAIRS);

// A batch of compressed rows: its entries row by row, and column by column.
struct Entries {
  int *start, *column;  // (rows + 1,), and the column of each entry
  void *value;
  void *by_column;      // entries of a column: from c * bucket on, or from first[c] on
  int64_t bucket;       // room for the entries of a column; 0: their places are counted out
  int *fill, *first;    // (n_columns,): how many, or where they end; where they begin
  int *touched, *n_touched;  // the columns that are listed
  int64_t *batch;       // of the batch that is listed: how many rows, of which data, and which
};

// A batch of bytes, column by column, with its rows in groups of 64; a bit marks each nonzero byte.
struct Masks {
  uint8_t *by_column;  // (columns, 64 * groups)
  uint64_t *set;       // (columns, groups)
};

struct Program {
  int n_ops, n_inputs, n_outputs;
  Op *ops;
  Loss loss;
  Penalty penalty;
  const Segment *weights;  // the parts of theta that pay the penalty
  int n_weights;
  Optimizer optimizer;
  int64_t n_theta, n_buffers;
  void *theta, *grad, *buffers, *slot0, *slot1;
  int batch_rows;  // what the workspaces are made for
  void *input;     // the gathered batch (batch_rows, ld)
  void *gradient_of_loss, *row_loss, *share;
  double *row_correct;
  double *penalty_blocks;
  void *panels;  // one workspace for packed panels a thread
  int64_t panel_bytes;
  Entries *entries;  // one for each thread
  Masks *masks;      // likewise
};

struct Prediction;

// A run of steps.
struct Run {
  Program *program;
  Rows rows;
  Targets targets;
  int64_t *order;      // the rows of an epoch; shuffled here before each if `shuffle`
  bool orders;         // an order for each epoch, one behind the other
  int64_t n_order;     // rows in an epoch
  int batch_size;
  int n_epochs;
  bool shuffle, update;  // update = false: one look, the gradient stays in `grad`
  const double *rates;   // one for each step of the run
  int64_t t;             // steps taken before the run
  BitGenerator *random;  // null: as in prediction
  void *good_theta;      // theta before the last step that is taken, or null
  Sums *sums;            // one for each epoch, to which is added
  double *seconds;       // from the first step to the end of each epoch, or null
  const Prediction *watched;  // its rows are predicted after each epoch, or null; an `out` an epoch
  double *profile;       // seconds in the rows, each layer forward, the loss, each layer back; or null
  int (*interrupted)();  // or null
  Team *team;
  // What comes out:
  Outcome outcome;
  int64_t steps_done;
  bool stop, broke_off;  // broke_off: in the middle of an update
  double begun, asked;   // when it began, and when it was last asked whether Ctrl-C was pressed
  uint8_t *flags;  // for each thread whether its gradient, and its weights, are not all finite
};

struct Prediction {
  Program *program;
  Rows rows;
  int64_t start, stop;
  void *out;  // (n_rows, n_outputs), no gaps
  bool link, checks;  // checks: dense rows have yet to be looked through for NaN and infinity
  Team *team;
  // What comes out:
  bool is_refused;
};

// Runs over the same rows in the same order in one thread, which share the gathered batches.
struct Together {
  Run *const *runs;
  int n;
  int64_t steps;  // so many batches are gathered at a time, each run then takes so many steps
  Masks *masks;   // one for each, or null
  void *input;    // (steps, batch_size, ld), or null; with neither, each run gathers for itself
  int number_size;
};

// Images that are read at other places: pixel (i, j), counted from the centre, at affine (i, j, 1)'
// plus `strength` times the smoothed noise.
struct Deformation {
  static constexpr int ROWS = 4;  // rows of pixels that are made at a time
  int64_t n;
  int height, width;
  const void *images;   // (all, height, width): numbers, or bytes that stand for those of `table`
  const void *table;    // 256 numbers, or null
  const int64_t *rows;  // (n,): which images
  const void *affine;   // (n, 2, 3)
  const uint8_t *noise; // (n, 2, n_down, n_across): 0 for -1, 255 for 1; or null
  const float *down;    // (height, n_down): weights of the noise
  int n_down, n_across;
  double strength;
  void *out;            // (n, height, width)
  // Workspaces; rows of pixels have `padded` numbers, those of noise `noise_ld`.
  int padded, noise_ld;
  float *weights;       // (n_across, padded): weights of the smoothed noise
  float *numbers[2];    // (n_down, noise_ld): the noise of each axis
  float *smooth, *bend[2];  // ROWS of noise, of pixels
  void *columns, *image;
};

struct Kernels {
  const char *name;
  bool (*supported)();
  bool (*has_bfloat16)();
  void (*run_float)(Run *, int thread);
  void (*run_double)(Run *, int thread);
  void (*together_float)(const Together *);
  void (*together_double)(const Together *);
  void (*predict_float)(Prediction *, int thread);
  void (*predict_double)(Prediction *, int thread);
  void (*deform_float)(const Deformation *);
  void (*deform_double)(const Deformation *);
};

double now();  // seconds of a steady clock

}  // namespace noron
