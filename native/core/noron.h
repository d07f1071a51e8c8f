// The compiled kernels of noron for C: a network is trained and predicts in memory of the caller.
//
// Functions that can fail return NULL or -1, and noron_last_error() says why. Numbers are float, or
// double where `is_double` is set; matrices lie in memory without gaps, rows first. What is given by
// a pointer has to live as long as the plan or the rows that were made with it; what the settings of
// a run point to, until that run has ended. Lengths that no field names stand in the comments, and
// cannot be checked.
#pragma once

#include <stdint.h>

#include "lists.h"

#ifdef __cplusplus
extern "C" {
#endif

// noron_kind_dense, noron_activation_relu, noron_loss_mse, noron_link_softmax, noron_update_adam, ...
#define NORON_ENUMERATOR(name, setting) noron_kind_##name,
enum noron_kind { NORON_KINDS(NORON_ENUMERATOR) noron_n_kinds };
#undef NORON_ENUMERATOR
#define NORON_ENUMERATOR(name, setting) noron_activation_##name,
enum noron_activation { NORON_ACTIVATIONS(NORON_ENUMERATOR) noron_n_activations };
#undef NORON_ENUMERATOR
#define NORON_ENUMERATOR(name, setting) noron_loss_##name,
enum noron_loss { NORON_LOSSES(NORON_ENUMERATOR) noron_n_losses };
#undef NORON_ENUMERATOR
#define NORON_ENUMERATOR(name, setting) noron_link_##name,
enum noron_link { NORON_LINKS(NORON_ENUMERATOR) noron_n_links };
#undef NORON_ENUMERATOR
#define NORON_ENUMERATOR(name, setting) noron_update_##name,
enum noron_update { NORON_UPDATES(NORON_ENUMERATOR) noron_n_updates };
#undef NORON_ENUMERATOR
#define NORON_ENUMERATOR(name, setting) noron_outcome_##name,
enum noron_outcome { NORON_OUTCOMES(NORON_ENUMERATOR) noron_n_outcomes };
#undef NORON_ENUMERATOR

// One layer; begin with noron_layer_of(). Places count numbers in theta (W, b; gamma, beta) or in
// buffers (mean, var or std); -1: the layer has none.
typedef struct noron_layer {
  int kind;        // enum noron_kind
  int activation;  // enum noron_activation
  int n_in, n_out;
  int64_t weight, bias, mean, var;
  double setting;   // its one number: rate, slope, alpha or epsilon
  double momentum;  // of running statistics
  int partner;      // the place of the other end of a residual block
  int relu;         // whether a dense layer's output goes through the ReLU behind it at once
  int n_tables;     // of an embedding: one for each of its last inputs
} noron_layer;

// A table of an embedding: `size` vectors of `width` numbers, from theta[weight] on.
typedef struct noron_table {
  int64_t weight, size, width;
} noron_table;

typedef struct noron_network {
  const noron_layer *layers;  // read only while the plan is made
  int64_t n_layers;
  const noron_table *tables;   // of all embeddings, in order; read only while the plan is made
  int64_t n_tables;
  int n_inputs;
  int loss, link;              // enum noron_loss, enum noron_link
  double setting;              // the loss's one number: label smoothing, gamma, delta or q
  const double *class_weight;  // read only while the plan is made; or NULL
  int64_t n_class_weight;
  int is_double;
  void *theta, *grad;  // n_theta numbers each
  int64_t n_theta;
  void *buffers;
  int64_t n_buffers;
  int batch_rows;  // the most rows of a batch
  int training;    // 0: for predictions only
  int bfloat16;    // training multiplies in bfloat16, with sums of float, where wide dense layers follow others
} noron_network;

// The numbers start, ..., stop - 1 of theta.
typedef struct noron_segment {
  int64_t start, stop;
} noron_segment;

// The optimizer, and penalties on parts of theta: |w|, w^2, and w^2 divided by the weight of a
// batch's rows.
typedef struct noron_optimizer_settings {
  int update;  // enum noron_update
  double beta1, beta2, epsilon, weight_decay;
  int epsilon_hat;     // epsilon stands beside sqrt(v), not beside sqrt(v_hat)
  void *const *slots;  // vectors like theta: none, one for momentum, two for adam
  int n_slots;
  double l1, l2, shared_l2;
  const noron_segment *weights;  // what pays the penalties: in order, none twice
  int64_t n_weights;
} noron_optimizer_settings;

// A bit generator, as `numpy/random/bitgen.h` lays it out.
typedef struct noron_random {
  void *state;
  uint64_t (*next_uint64)(void *);
  uint32_t (*next_uint32)(void *);
  double (*next_double)(void *);
  uint64_t (*next_raw)(void *);
} noron_random;

typedef struct noron_sums {
  double loss, penalty, correct, weight;
} noron_sums;

typedef struct noron_plan noron_plan;
typedef struct noron_rows noron_rows;

// A run of steps.
typedef struct noron_run_settings {
  const int64_t *labels;  // of every row, for losses of classes; or NULL
  const void *y;          // else (rows, outputs)
  const void *weight;     // of every row, or NULL
  int64_t *order;         // the rows of an epoch; written only if `shuffle`
  int64_t n_order;        // rows in an epoch
  int orders;             // an order for each epoch, one behind the other
  int n_epochs, batch_size;
  int shuffle;  // before each epoch, as NumPy does
  int update;   // 0: one look at a batch, the gradient stays in `grad`
  const double *rates;  // the learning rate of each step: noron_steps() of them
  int64_t t;            // steps taken before the run
  noron_random *random;  // needed to shuffle and for dropout
  void *good_theta;      // receives theta before the last step that is taken, or NULL
  noron_sums *sums;      // one for each epoch, to which is added
  double *seconds;       // receives the time from the first step to the end of each epoch, or NULL
  double *profile;  // seconds in the rows, each layer forward, the loss, each layer back; or NULL
  noron_plan *watcher;  // a plan of the same network for predictions, or NULL
  const noron_rows *watched;  // the rows that it predicts after each epoch
  void *scores;               // receives these predictions: (epochs, rows, outputs)
  int threads;
  int (*interrupted)(void);  // asked from time to time: anything but 0 ends the run; or NULL
} noron_run_settings;

// Images that are read at other places: the n rows `index` of x, each height x width. Pixel (i, j),
// counted from the centre, is read at affine (i, j, 1)' plus `strength` times the smoothed noise.
typedef struct noron_deform_settings {
  const int64_t *index;
  int64_t n;
  const void *affine;    // (n, 2, 3), of the type of the rows
  const uint8_t *noise;  // (n, 2, n_down, n_across): 0 for -1, 255 for 1; or NULL
  const float *down, *across;  // (height, n_down), (width, n_across): weights of the noise
  int height, width, n_down, n_across;
  double strength;
  void *out;  // receives (n, height * width)
} noron_deform_settings;

// How a run ended.
typedef struct noron_result {
  int outcome;  // enum noron_outcome
  int64_t steps;
  int broke_off;  // stopped in the middle of an update
  int is_short_of_memory;  // for panels of the weights: the steps took longer, with the same results
  double waited;  // seconds that a thread, on average, waited for others that had no core
} noron_result;

// What failed last in this thread; it lasts until the next failure.
const char *noron_last_error(void);

// A layer of that kind without numbers.
noron_layer noron_layer_of(int kind, int n_in, int n_out);

noron_plan *noron_plan_new(const noron_network *network);
void noron_plan_free(noron_plan *plan);

// Rows of dense numbers, (n_rows, n_columns), not copied.
noron_rows *noron_rows_dense(const void *x, int64_t n_rows, int64_t n_columns, int is_double);
// Rows of bytes, not copied, each for a number of `table`, which has 256 and is copied. `chosen`,
// copied too, are n_chosen places of rows; NULL for all.
noron_rows *noron_rows_bytes(const uint8_t *x, int64_t n_rows, int64_t n_columns, const void *table,
                             int is_double, const int64_t *chosen, int64_t n_chosen);
// Compressed rows, copied: the entries of row i are starts[i], ..., starts[i + 1] - 1, their columns
// in ascending order.
noron_rows *noron_rows_compressed(const int64_t *starts, const int32_t *columns, const void *values,
                                  int64_t n_rows, int64_t n_columns, int64_t n_entries,
                                  int is_double);
// Dense rows or bytes in a form in which zeros cost little, for batches of so many rows.
noron_rows *noron_rows_compress(const noron_rows *rows, int threads, int batch_rows);
// Dense numbers as bytes into (n_rows, n_columns) of `out`, and what these stand for into `table`; 1
// if that is not worth it or not possible: then nothing is written to `out`.
int noron_rows_encode(const noron_rows *rows, void *table, int threads, uint8_t *out);
// Multiply each number of compressed rows by its column's scale and subtract its shift.
int noron_rows_fold(noron_rows *rows, const void *scale, const void *shift);
// "dense", "bytes", "bytes without zeros" or "compressed".
const char *noron_rows_form(const noron_rows *rows);
// How many numbers compressed rows hold; -1 for others.
int64_t noron_rows_n_entries(const noron_rows *rows);
void noron_rows_free(noron_rows *rows);

// How to update; before it is called, runs only compute gradients.
int noron_optimizer(noron_plan *plan, const noron_optimizer_settings *settings);
// How many steps such a run takes.
int64_t noron_steps(const noron_plan *plan, const noron_run_settings *settings);
int noron_run(noron_plan *plan, const noron_rows *x, const noron_run_settings *settings,
              noron_result *result);
// Runs of n plans over the same rows in the same order in one thread, which share their batches.
int noron_run_several(noron_plan *const *plans, const noron_rows *x,
                      const noron_run_settings *settings, int n, noron_result *results);
// The scores of the rows start, ..., stop - 1, or with `link` the predictions, into (rows, outputs).
// 1 if another thread is using the plan: then nothing is written.
int noron_predict(noron_plan *plan, const noron_rows *x, int64_t start, int64_t stop, void *out,
                  int link, int threads);
// The predictions for n_rows dense rows of the plan's type and width; 1 also if a number is not finite.
int noron_predict_finite(noron_plan *plan, const void *x, int64_t n_rows, void *out, int threads);

// Shuffle 0, 1, ..., n - 1 into `order`, as NumPy does.
void noron_permutation(noron_random *random, int64_t *order, int64_t n);

// The name number i of a list ("kind", "activation", "loss", "link", "update", "outcome"), and that of
// its one number, or ""; NULL behind the last one.
const char *noron_name(const char *list, int i, const char **setting);
// The inputs and units that a dense layer has at least whose products may be of bfloat16.
int noron_fewest_rounded(void);

int noron_deform(const noron_rows *x, const noron_deform_settings *settings);

// The instruction sets of this processor, the best one first; NULL behind the last one.
const char *noron_instruction_set(int i);
// Use another one than the best from now on.
int noron_use_instruction_set(const char *name);
// Whether the present one has products of bfloat16.
int noron_has_bfloat16(void);

#ifdef __cplusplus
}
#endif
