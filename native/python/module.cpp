// noron-native: compiled kernels for noron, as a Python module.
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <utility>

#include "../core/instruction_sets.h"
#include "../core/names.h"
#include "../core/shuffle.h"
#include "deform.h"
#include "session.h"

namespace noron {

// Each name with that of its one number, or "".
template <class E>
static nb::dict settings_of() {
  nb::dict result;
  for (const Name &known : Names<E>::all) result[known.name] = known.setting;
  return result;
}

static void permutation(nb::object random, nb::object out) {
  noron_random *generator = random_of(random);
  if (!generator) refuse("a random generator is needed");
  int64_t *order = writable<int64_t>(out, "out", {-1});
  shuffle(generator, order, length(as_array(out, "out"), 0));
}

}  // namespace noron

NB_MODULE(_native, m) {
  using namespace noron;
#if defined(NDEBUG)
  nb::set_leak_warnings(false);  // what is alive when Python ends is no concern of its user
#endif
  m.def("instruction_set", [] { return chosen_kernels().name; });
  m.def("instruction_sets", &instruction_sets);
  m.def("use_instruction_set", &use_instruction_set);
  m.def("has_bfloat16", [] { return chosen_kernels().has_bfloat16(); });
  m.def("permutation", &permutation);
  add_deform(m);

  nb::class_<ArrayRows>(m, "Rows")
      .def_static("dense", &ArrayRows::dense)
      .def_static("bytes", &ArrayRows::bytes, nb::arg("x"), nb::arg("table"), nb::arg("chosen").none())
      .def_static("compressed", &ArrayRows::compressed)
      .def("compress", &ArrayRows::compress, nb::arg("threads") = 1, nb::arg("batch_rows") = 64)
      .def("encode", &ArrayRows::encode)
      .def("fold", &ArrayRows::fold)
      .def_prop_ro("form", &ArrayRows::form)
      .def_prop_ro("n_entries", &ArrayRows::n_entries);

  m.attr("ACTIVATIONS") = settings_of<Activation>();
  m.attr("FEWEST_ROUNDED") = FEWEST_ROUNDED;
  m.attr("LOSSES") = settings_of<LossKind>();

  nb::class_<LayerArguments>(m, "Layer")
      .def("__init__", [](LayerArguments *l, const std::string &kind, int n_in, int n_out) {
        new (l) LayerArguments{noron_layer_of(static_cast<int>(named<Kind>(kind)), n_in, n_out), {}};
      })
      .def_prop_rw("kind", [](const LayerArguments &l) { return name_of(Kind(l.kind)); },
                   [](LayerArguments &l, const std::string &name) { l.kind = int(named<Kind>(name)); })
      .def_prop_rw("activation", [](const LayerArguments &l) { return name_of(Activation(l.activation)); },
                   [](LayerArguments &l, const std::string &name) { l.activation = int(named<Activation>(name)); })
      .def_rw("n_in", &noron_layer::n_in)
      .def_rw("n_out", &noron_layer::n_out)
      .def_rw("weight", &noron_layer::weight)
      .def_rw("bias", &noron_layer::bias)
      .def_rw("mean", &noron_layer::mean)
      .def_rw("var", &noron_layer::var)
      .def_rw("setting", &noron_layer::setting)
      .def_rw("momentum", &noron_layer::momentum)
      .def_rw("partner", &noron_layer::partner)
      .def_rw("tables", &LayerArguments::tables)
      .def_prop_rw("relu", [](const LayerArguments &l) { return l.relu != 0; },
                   [](LayerArguments &l, bool relu) { l.relu = relu; });

  nb::class_<noron_table>(m, "Table")
      .def("__init__",
           [](noron_table *t, int64_t weight, int64_t size, int64_t width) { *t = {weight, size, width}; },
           nb::kw_only(), nb::arg("weight"), nb::arg("size"), nb::arg("width"));

  nb::class_<noron_segment>(m, "Segment")
      .def("__init__", [](noron_segment *s, int64_t start, int64_t stop) { *s = {start, stop}; },
           nb::arg("start"), nb::arg("stop"));

  nb::class_<RunArguments>(m, "Run")
      .def("__init__",
           [](RunArguments *run, nb::object labels, nb::object y, nb::object weight, nb::object order,
              int n_epochs, int batch_size, bool shuffle, bool update, nb::object rates, int64_t t,
              nb::object random, nb::object good_theta, nb::object sums, nb::object seconds,
              nb::object profile, nb::object watcher, nb::object watched, nb::object scores, int threads) {
             new (run) RunArguments{
                 std::move(labels), std::move(y), std::move(weight), std::move(order), n_epochs, batch_size,
                 shuffle, update, std::move(rates), t, std::move(random), std::move(good_theta),
                 std::move(sums), std::move(seconds), std::move(profile), std::move(watcher),
                 std::move(watched), std::move(scores), threads};
           },
           nb::kw_only(), nb::arg("labels").none(), nb::arg("y").none(), nb::arg("weight").none(),
           nb::arg("order"), nb::arg("n_epochs"), nb::arg("batch_size"), nb::arg("shuffle"),
           nb::arg("update"), nb::arg("rates"), nb::arg("t"), nb::arg("random").none(),
           nb::arg("good_theta").none(), nb::arg("sums"), nb::arg("seconds").none(),
           nb::arg("profile").none() = nb::none(), nb::arg("watcher").none() = nb::none(),
           nb::arg("watched").none() = nb::none(), nb::arg("scores").none() = nb::none(), nb::arg("threads"));

  nb::class_<noron_result>(m, "Result")
      .def_prop_ro("outcome", [](const noron_result &r) { return name_of(Outcome(r.outcome)); })
      .def_ro("steps", &noron_result::steps);

  nb::class_<Session>(m, "Plan")
      .def("__init__",
           [](Session *session, const std::vector<LayerArguments> &layers, int n_inputs, const std::string &loss,
              const std::string &link, double setting, const std::vector<double> &class_weight,
              nb::object theta, nb::object grad, nb::object buffers, int batch_rows, bool training,
              bool bfloat16) {
             new (session) Session({layers, n_inputs, loss, link, setting, class_weight, theta, grad, buffers,
                                    batch_rows, training, bfloat16});
           },
           nb::kw_only(), nb::arg("layers"), nb::arg("n_inputs"), nb::arg("loss"), nb::arg("link"),
           nb::arg("setting"), nb::arg("class_weight"), nb::arg("theta").none(), nb::arg("grad").none(),
           nb::arg("buffers").none(), nb::arg("batch_rows"), nb::arg("training"), nb::arg("bfloat16") = false)
      .def("optimize",
           [](Session &session, const std::string &update, double beta1, double beta2, double epsilon,
              double weight_decay, bool epsilon_hat, const std::vector<nb::object> &slots, double l1,
              double l2, double shared_l2, const std::vector<noron_segment> &weights) {
             session.optimize({update, beta1, beta2, epsilon, weight_decay, epsilon_hat, slots, l1, l2,
                               shared_l2, weights});
           },
           nb::kw_only(), nb::arg("update"), nb::arg("beta1"), nb::arg("beta2"), nb::arg("epsilon"),
           nb::arg("weight_decay"), nb::arg("epsilon_hat"), nb::arg("slots"), nb::arg("l1"),
           nb::arg("l2"), nb::arg("shared_l2"), nb::arg("weights"))
      .def("run", &Session::run)
      .def_prop_ro("broke_off", &Session::broke_off)
      .def_prop_ro("is_short_of_memory", &Session::is_short_of_memory)
      .def_prop_ro("waited", &Session::waited)
      .def("predict", &Session::predict)
      .def("predict_array", &Session::predict_array);

  m.def("run_several", &Session::run_several);
}
