// Which of the compiled kernels are used.
#pragma once

#include <string>
#include <vector>

#include "program.h"

namespace noron {

const Kernels &chosen_kernels();  // at first the best that this processor has

std::vector<const char *> instruction_sets();  // those that this processor has, the best one first
void use_instruction_set(const std::string &name);

}  // namespace noron
