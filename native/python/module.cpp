// noron-native: compiled kernels for noron, as a Python module.
#include "plan.h"
#include "shuffle.h"
#include "together.h"

namespace noron {}

#define NORON_DECLARE(ISA)               \
  namespace ISA {                        \
  extern const noron::Kernels kernels;   \
  }
#if defined(__x86_64__)
NORON_DECLARE(avx512)
NORON_DECLARE(avx2)
#endif
NORON_DECLARE(baseline)

namespace noron {

static std::vector<const Kernels *> all_kernels() {
  return {
#if defined(__x86_64__)
      &avx512::kernels, &avx2::kernels,
#endif
      &baseline::kernels};
}

static const Kernels *&current() {
  static const Kernels *chosen = [] {
    for (const Kernels *k : all_kernels())
      if (k->supported()) return k;
    return &baseline::kernels;
  }();
  return chosen;
}

const Kernels &chosen_kernels() { return *current(); }

static std::vector<std::string> instruction_sets() {
  std::vector<std::string> names;
  for (const Kernels *k : all_kernels())
    if (k->supported()) names.push_back(k->name);
  return names;
}

static void use_instruction_set(const std::string &name) {
  for (const Kernels *k : all_kernels())
    if (name == k->name && k->supported()) {
      current() = k;
      return;
    }
  refuse("this processor has no " + name);
}

}  // namespace noron

NB_MODULE(_native, m) {
  using namespace noron;
#if defined(NDEBUG)
  nb::set_leak_warnings(false);  // what is alive when Python ends is no concern of its user
#endif
  m.def("instruction_set", [] { return std::string(chosen_kernels().name); });
  m.def("instruction_sets", &instruction_sets);
  m.def("use_instruction_set", &use_instruction_set);

  m.def("permutation", [](nb::object random, nb::object out) {
    BitGenerator *g = static_cast<BitGenerator *>(PyCapsule_GetPointer(random.ptr(), "BitGenerator"));
    if (!g) throw nb::python_error();
    int64_t *order = writable<int64_t>(out, "out", {-1});
    shuffle(g, order, static_cast<int64_t>(as_array(out, "out").size()));
  });

  nb::class_<DataRows>(m, "Rows")
      .def_static("dense", &DataRows::dense)
      .def_static("bytes", &DataRows::bytes, nb::arg("x"), nb::arg("table"), nb::arg("chosen").none())
      .def_static("compressed", &DataRows::compressed)
      .def("compress", &DataRows::compress, nb::arg("threads") = 1, nb::arg("batch_rows") = 64)
      .def("encode", &DataRows::encode)
      .def("fold", &DataRows::fold)
      .def_prop_ro("form", &DataRows::form)
      .def_prop_ro("n_entries", &DataRows::n_entries);

  m.attr("ACTIVATIONS") = settings_of<Activation>();
  m.attr("LOSSES") = settings_of<LossKind>();

  nb::class_<Layer>(m, "Layer")
      .def(nb::init<const std::string &, int, int>())
      .def_prop_rw("kind", [](const Layer &l) { return name_of(l.kind); },
                   [](Layer &l, const std::string &name) { l.kind = named<Kind>(name); })
      .def_prop_rw("activation", [](const Layer &l) { return name_of(l.activation); },
                   [](Layer &l, const std::string &name) { l.activation = named<Activation>(name); })
      .def_rw("n_in", &Layer::n_in)
      .def_rw("n_out", &Layer::n_out)
      .def_rw("weight", &Layer::weight)
      .def_rw("bias", &Layer::bias)
      .def_rw("mean", &Layer::mean)
      .def_rw("var", &Layer::var)
      .def_rw("setting", &Layer::setting)
      .def_rw("momentum", &Layer::momentum)
      .def_rw("partner", &Layer::partner)
      .def_rw("relu", &Layer::relu);

  nb::class_<Plan>(m, "Plan")
      .def(nb::init<const std::vector<Layer> &, int, const std::string &, const std::string &, double,
                    std::vector<double>, nb::object, nb::object, nb::object, int, bool>(),
           nb::kw_only(), nb::arg("layers"), nb::arg("n_inputs"), nb::arg("loss"), nb::arg("link"),
           nb::arg("setting"), nb::arg("class_weight"), nb::arg("theta").none(), nb::arg("grad").none(),
           nb::arg("buffers").none(), nb::arg("batch_rows"), nb::arg("training"))
      .def("optimize", &Plan::optimize, nb::kw_only(), nb::arg("update"), nb::arg("beta1"),
           nb::arg("beta2"), nb::arg("epsilon"), nb::arg("weight_decay"), nb::arg("epsilon_hat"),
           nb::arg("slots"), nb::arg("l1"), nb::arg("l2"), nb::arg("shared_l2"), nb::arg("weights"))
      .def("run", &Plan::run, nb::arg("x"), nb::kw_only(), nb::arg("labels").none(), nb::arg("y").none(),
           nb::arg("weight").none(), nb::arg("order"), nb::arg("n_epochs"), nb::arg("batch_size"),
           nb::arg("shuffle"), nb::arg("update"), nb::arg("rates"), nb::arg("t"),
           nb::arg("random").none(), nb::arg("good_theta").none(), nb::arg("sums"),
           nb::arg("seconds").none(), nb::arg("profile").none() = nb::none(),
           nb::arg("watcher").none() = nb::none(), nb::arg("watched").none() = nb::none(),
           nb::arg("scores").none() = nb::none(), nb::arg("threads"))
      .def_prop_ro("broke_off", &Plan::broke_off)
      .def("predict", &Plan::predict)
      .def("predict_array", &Plan::predict_array);

  m.def("run_several", &run_several, nb::arg("plans"), nb::arg("x"), nb::kw_only(),
        nb::arg("labels").none(), nb::arg("y").none(), nb::arg("weight").none(), nb::arg("order"),
        nb::arg("n_epochs"), nb::arg("batch_size"), nb::arg("rates"), nb::arg("t"), nb::arg("random"),
        nb::arg("good_theta"), nb::arg("sums"), nb::arg("seconds"), nb::arg("watchers"),
        nb::arg("watched").none(), nb::arg("scores"));
}
