"""The few type names that the whole library speaks."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
RNG: TypeAlias = np.random.Generator

Params: TypeAlias = tuple[Array, ...]
"""What one layer learns, in the order of its `parameters()`."""

Backward: TypeAlias = Callable[[Array], tuple[Array, Params]]
"""dL/dy -> (dL/dx, dL/dparams): the second half of every `forward`."""
