// The functions of noron.h. No exception leaves them.
#include "noron.h"

#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "deformer.h"
#include "error.h"
#include "instruction_sets.h"
#include "names.h"
#include "plan.h"
#include "shuffle.h"

using noron::DataRows;
using noron::Plan;

static thread_local std::string last_error;

// Do something; if that fails, keep the reason and return `otherwise`.
template <class Result, class Do>
static Result caught(Result otherwise, Do work) noexcept {
  try {
    try {
      return work();
    } catch (const std::bad_alloc &) {
      last_error = "there is not enough memory";
    } catch (const std::exception &error) {
      last_error = error.what();
    }
  } catch (...) {  // no memory even for the reason
  }
  return otherwise;
}

static Plan &plan_of(noron_plan *plan) {
  if (!plan) noron::refuse("a plan is needed here");
  return *static_cast<Plan *>(plan);
}

static const DataRows &rows_of(const noron_rows *rows) {
  if (!rows) noron::refuse("rows are needed here");
  return *static_cast<const DataRows *>(rows);
}

static DataRows &rows_to_change(noron_rows *rows) { return const_cast<DataRows &>(rows_of(rows)); }

template <class Make>
static noron_rows *new_rows(Make make) {
  return caught<noron_rows *>(nullptr, [&] { return new DataRows(make()); });
}

const char *noron_last_error() { return last_error.c_str(); }

noron_layer noron_layer_of(int kind, int n_in, int n_out) {
  noron_layer layer{};
  layer.kind = kind;
  layer.n_in = n_in;
  layer.n_out = n_out;
  layer.weight = layer.bias = layer.mean = layer.var = layer.partner = -1;
  return layer;
}

noron_plan *noron_plan_new(const noron_network *network) {
  return caught<noron_plan *>(nullptr, [&] { return new Plan(*network); });
}

void noron_plan_free(noron_plan *plan) { delete static_cast<Plan *>(plan); }

noron_rows *noron_rows_dense(const void *x, int64_t n_rows, int64_t n_columns, int is_double) {
  return new_rows([&] { return DataRows::dense(x, n_rows, n_columns, is_double); });
}

noron_rows *noron_rows_bytes(const uint8_t *x, int64_t n_rows, int64_t n_columns, const void *table,
                             int is_double, const int64_t *chosen, int64_t n_chosen) {
  return new_rows([&] { return DataRows::bytes(x, n_rows, n_columns, table, is_double, chosen, n_chosen); });
}

noron_rows *noron_rows_compressed(const int64_t *starts, const int32_t *columns, const void *values,
                                  int64_t n_rows, int64_t n_columns, int64_t n_entries,
                                  int is_double) {
  return new_rows([&] {
    return DataRows::compressed(starts, columns, values, n_rows, n_columns, n_entries, is_double);
  });
}

noron_rows *noron_rows_compress(const noron_rows *rows, int threads, int batch_rows) {
  return new_rows([&] { return rows_of(rows).compress(threads, batch_rows); });
}

int noron_rows_encode(const noron_rows *rows, void *table, int threads, uint8_t *out) {
  return caught(-1, [&] {
    const DataRows &given = rows_of(rows);
    noron::Memory codes = given.encode(table, threads);
    if (!codes.get()) return 1;
    std::memcpy(out, codes.get(), static_cast<size_t>(given.rows.n_rows * given.rows.n_columns));
    return 0;
  });
}

int noron_rows_fold(noron_rows *rows, const void *scale, const void *shift) {
  return caught(-1, [&] {
    rows_to_change(rows).fold(scale, shift);
    return 0;
  });
}

const char *noron_rows_form(const noron_rows *rows) {
  return caught<const char *>(nullptr, [&] { return rows_of(rows).form(); });
}

int64_t noron_rows_n_entries(const noron_rows *rows) {
  return caught<int64_t>(-1, [&] { return rows_of(rows).n_entries(); });
}

void noron_rows_free(noron_rows *rows) { delete static_cast<DataRows *>(rows); }

int noron_optimizer(noron_plan *plan, const noron_optimizer_settings *settings) {
  return caught(-1, [&] {
    plan_of(plan).optimize(*settings);
    return 0;
  });
}

int64_t noron_steps(const noron_plan *plan, const noron_run_settings *settings) {
  return caught<int64_t>(-1, [&] { return plan_of(const_cast<noron_plan *>(plan)).steps(*settings); });
}

int noron_run(noron_plan *plan, const noron_rows *x, const noron_run_settings *settings,
              noron_result *result) {
  return caught(-1, [&] {
    *result = plan_of(plan).run(rows_of(x), *settings);
    return 0;
  });
}

int noron_run_several(noron_plan *const *plans, const noron_rows *x,
                      const noron_run_settings *settings, int n, noron_result *results) {
  return caught(-1, [&] {
    std::vector<Plan *> all;
    for (int i = 0; i < n; ++i) all.push_back(&plan_of(plans[i]));
    const std::vector<noron_run_settings> given(settings, settings + all.size());
    int i = 0;
    for (const noron_result &result : run_several(all, rows_of(x), given)) results[i++] = result;
    return 0;
  });
}

int noron_predict(noron_plan *plan, const noron_rows *x, int64_t start, int64_t stop, void *out,
                  int link, int threads) {
  return caught(-1, [&] { return plan_of(plan).predict(rows_of(x), start, stop, out, link, threads) ? 0 : 1; });
}

int noron_predict_finite(noron_plan *plan, const void *x, int64_t n_rows, void *out, int threads) {
  return caught(-1, [&] {
    Plan &given = plan_of(plan);
    const DataRows rows = DataRows::dense(x, n_rows, given.program().n_inputs, given.is_double());
    return given.predict_finite(rows.rows, out, threads) ? 0 : 1;
  });
}

void noron_permutation(noron_random *random, int64_t *order, int64_t n) { noron::shuffle(random, order, n); }

template <class E>
static const char *name_in(int i, const char **setting) {
  constexpr int n = sizeof(noron::Names<E>::all) / sizeof(noron::Name);
  if (i < 0 || i >= n) return nullptr;
  *setting = noron::Names<E>::all[i].setting;
  return noron::Names<E>::all[i].name;
}

const char *noron_name(const char *list, int i, const char **setting) {
  const auto is = [&](const char *name) { return std::strcmp(list, name) == 0; };
  if (is("kind")) return name_in<noron::Kind>(i, setting);
  if (is("activation")) return name_in<noron::Activation>(i, setting);
  if (is("loss")) return name_in<noron::LossKind>(i, setting);
  if (is("link")) return name_in<noron::Link>(i, setting);
  if (is("update")) return name_in<noron::Update>(i, setting);
  if (is("outcome")) return name_in<noron::Outcome>(i, setting);
  return nullptr;
}

int noron_deform(const noron_rows *x, const noron_deform_settings *settings) {
  return caught(-1, [&] {
    noron::Deformer(rows_of(x), *settings).run();
    return 0;
  });
}

int noron_fewest_rounded(void) { return noron::FEWEST_ROUNDED; }

const char *noron_instruction_set(int i) {
  return caught<const char *>(nullptr, [&]() -> const char * {
    const auto names = noron::instruction_sets();
    return i >= 0 && i < static_cast<int>(names.size()) ? names[i] : nullptr;
  });
}

int noron_has_bfloat16(void) { return noron::chosen_kernels().has_bfloat16(); }

int noron_use_instruction_set(const char *name) {
  return caught(-1, [&] {
    noron::use_instruction_set(name);
    return 0;
  });
}
