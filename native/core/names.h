// The names of the enums of program.h, as Python gives and reads them.
#pragma once

#include <nanobind/nanobind.h>

#include <string>

#include "arrays.h"
#include "program.h"

namespace noron {

struct Name {
  const char *name, *setting;
};

template <class E>
struct Names;

#define NORON_NAME(name, setting) {#name, setting},
#define NORON_NAMES(E, LIST, WHAT)             \
  template <>                                  \
  struct Names<E> {                            \
    static constexpr const char *what = WHAT;  \
    static constexpr Name all[] = {LIST(NORON_NAME)}; \
  };
NORON_NAMES(Kind, NORON_KINDS, "kind of layer")
NORON_NAMES(Activation, NORON_ACTIVATIONS, "activation")
NORON_NAMES(LossKind, NORON_LOSSES, "loss")
NORON_NAMES(Link, NORON_LINKS, "link")
NORON_NAMES(Update, NORON_UPDATES, "update")
#undef NORON_NAMES
#undef NORON_NAME

template <class E>
E named(const std::string &name) {
  int i = 0;
  for (const Name &known : Names<E>::all) {
    if (name == known.name) return static_cast<E>(i);
    ++i;
  }
  refuse(std::string("there is no ") + Names<E>::what + " of that name");
}

template <class E>
const char *name_of(E value) {
  return Names<E>::all[static_cast<int>(value)].name;
}

// Each name with that of its one number, or "".
template <class E>
nb::dict settings_of() {
  nb::dict result;
  for (const Name &known : Names<E>::all) result[known.name] = known.setting;
  return result;
}

}  // namespace noron
