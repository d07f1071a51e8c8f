"""Models of other libraries: read as data, and built anew as a `NeuralNetwork`.

Each module reads one library's models into the steps of `build`, which makes the network of them.
"""

from noron.interop.keras import from_keras
from noron.interop.onnx import from_onnx
from noron.interop.sklearn import from_sklearn
from noron.interop.torch import from_torch

__all__ = ["from_keras", "from_onnx", "from_sklearn", "from_torch"]
