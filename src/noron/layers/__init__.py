"""The layers: one idea per file, with forward and backward side by side."""

from noron.core.registry import import_modules
from noron.layers.activations import (
    ELU,
    GELU,
    SELU,
    Identity,
    LeakyReLU,
    Mish,
    ReLU,
    Sigmoid,
    SiLU,
    Softmax,
    Softplus,
    Tanh,
)
from noron.layers.base import Elementwise, Layer, ParameterSpec
from noron.layers.dense import Dense
from noron.layers.dropout import Dropout
from noron.layers.embedding import Embedding
from noron.layers.normalization import BatchNorm, LayerNorm, Standardize
from noron.layers.residual import Residual

__all__ = [
    "ELU",
    "GELU",
    "SELU",
    "BatchNorm",
    "Dense",
    "Dropout",
    "Elementwise",
    "Embedding",
    "Identity",
    "Layer",
    "LayerNorm",
    "LeakyReLU",
    "Mish",
    "ParameterSpec",
    "ReLU",
    "Residual",
    "SiLU",
    "Sigmoid",
    "Softmax",
    "Softplus",
    "Standardize",
    "Tanh",
]

import_modules(__name__, __path__)
