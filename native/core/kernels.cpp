// All kernels for one instruction set: compiled once for each, with NORON_ISA naming it.
//
// Do not use templates of the standard library in this file: the linker may keep this file's copy
// of one for the whole library, with instructions that the processor does not have.
#include "kernels/bfloat16.h"
#include "kernels/deform.h"
#include "kernels/predict.h"
#include "kernels/steps.h"
#include "kernels/together.h"

namespace NORON_ISA {

#define NORON_TEXT_OF(x) #x
#define NORON_TEXT(x) NORON_TEXT_OF(x)

extern const noron::Kernels kernels;
const noron::Kernels kernels = {NORON_TEXT(NORON_ISA),  supported,              has_bfloat16,
                                run_steps<float>,       run_steps<double>,
                                run_together<float>,    run_together<double>,
                                predict_rows<float>,    predict_rows<double>,
                                deform_images<float>,   deform_images<double>};

}  // namespace NORON_ISA
