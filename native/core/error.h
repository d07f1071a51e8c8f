// How the core refuses what does not fit.
#pragma once

#include <stdexcept>
#include <string>

namespace noron {

[[noreturn]] inline void refuse(const std::string &text) { throw std::invalid_argument(text); }

}  // namespace noron
