"""Optimizers: how the weights follow the gradient. Each works on one flat vector, theta.

The imports, which register them, are in order of increasing complexity.
"""

# isort: off
from noron.core.registry import import_modules
from noron.optimizers.base import Direction, Optimizer
from noron.optimizers.gradient_descent import SGD, Momentum, Nesterov
from noron.optimizers.adaptive import Adadelta, Adagrad, RMSprop
from noron.optimizers.adam import Adam, Adamax, AdamW, NAdam, RAdam
from noron.optimizers.lion import Lion
from noron.optimizers.muon import Muon
from noron.optimizers.schedule_free import ScheduleFreeAdamW
from noron.optimizers.lbfgs import LBFGS
from noron.optimizers.wrappers import EMA, ClipNorm, ClipValue
# isort: on

__all__ = [
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Adamax",
    "ClipNorm",
    "ClipValue",
    "Direction",
    "EMA",
    "LBFGS",
    "Lion",
    "Momentum",
    "Muon",
    "NAdam",
    "Nesterov",
    "Optimizer",
    "RAdam",
    "RMSprop",
    "SGD",
    "ScheduleFreeAdamW",
]

import_modules(__name__, __path__)
