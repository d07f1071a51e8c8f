// The lists of what there is, for C and C++. Each is the one place where its names stand: the enum,
// what callers give and read, and the name of the one number that sets it, or "". To add an
// activation, add it here and its formulas to kernels/maths.h and kernels/layers.h.
#pragma once

#define NORON_KINDS(X)                                                                        \
  X(dense, "") X(activation, "") X(softmax, "") X(dropout, "rate") X(batch_norm, "epsilon")   \
  X(layer_norm, "epsilon") X(standardize, "") X(residual_begin, "") X(residual_end, "")       \
  X(embedding, "")
#define NORON_ACTIVATIONS(X)                                                                  \
  X(identity, "") X(sigmoid, "") X(tanh, "") X(relu, "") X(leaky_relu, "slope") X(elu, "alpha") \
  X(selu, "") X(gelu, "") X(silu, "") X(mish, "") X(softplus, "")
#define NORON_LOSSES(X)                                                                       \
  X(cross_entropy, "label_smoothing") X(binary_cross_entropy, "label_smoothing")              \
  X(focal, "gamma") X(mse, "") X(mae, "") X(huber, "delta") X(quantile, "q") X(poisson, "")
#define NORON_LINKS(X) X(identity, "") X(sigmoid, "") X(softmax, "") X(exp, "")
// How a gradient updates the weights as soon as it is known.
#define NORON_UPDATES(X)                                                                      \
  X(keep, "") X(sgd, "") X(momentum, "") X(nesterov, "") X(adam, "") X(adamw, "")
// How a run ends: all steps done, stopped from outside, or after a number that is not finite in a
// look at a batch or in a step.
#define NORON_OUTCOMES(X) X(done, "") X(stopped, "") X(look_diverged, "") X(step_diverged, "")
