"""Losses: how wrong the network is, as one number, and its gradient."""

from noron.core.registry import import_modules
from noron.losses.base import Loss
from noron.losses.classification import BinaryCrossEntropy, CrossEntropy, Focal
from noron.losses.regression import (
    Huber,
    MeanAbsoluteError,
    MeanSquaredError,
    Poisson,
    Quantile,
    RegressionLoss,
)

__all__ = [
    "BinaryCrossEntropy",
    "CrossEntropy",
    "Focal",
    "Huber",
    "Loss",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "Poisson",
    "Quantile",
    "RegressionLoss",
]

import_modules(__name__, __path__)
