// The names of the enums of program.h, as callers give and read them.
#pragma once

#include <string>

#include "error.h"
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
NORON_NAMES(Outcome, NORON_OUTCOMES, "outcome")
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

// The same of its place in the list, as it is given in C.
template <class E>
E numbered(int number) {
  constexpr int n = sizeof(Names<E>::all) / sizeof(Name);
  if (number < 0 || number >= n) refuse(std::string("there is no ") + Names<E>::what + " of that number");
  return static_cast<E>(number);
}

template <class E>
const char *name_of(E value) {
  return Names<E>::all[static_cast<int>(value)].name;
}

}  // namespace noron
