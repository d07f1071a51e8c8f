"""Rows that an augmentation changes; images are deformed by a kernel, to the same bits, sooner."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, final

import numpy as np

from noron.core.types import RNG, Array
from noron.data.augmentation import Augmentation, Deform
from noron.data.rows import Inputs, SparseRows
from noron.engines.native import lowering
from noron.engines.native.binding import kernel_array, native_rows
from noron.engines.threads import available_threads
from noron.network import Network


@final
class AugmentedRows:
    """The rows of x, to be changed anew each time they are taken."""

    def __init__(self, augmentation: Augmentation, x: Inputs, network: Network) -> None:
        self.augmentation, self.x, self.dtype = augmentation, x, network.theta.dtype
        self.rows: Any = None
        self.out = np.empty((0, x.shape[1]), self.dtype)
        module: Any = lowering.kernels().module
        has_kernel = module is not None and isinstance(augmentation, Deform)
        if has_kernel and not isinstance(x, SparseRows):
            self.rows = native_rows(module, x, network, "as it is", False)

    def take(self, order: Array, batch_size: int, key: int, t: int) -> Array:
        """Return the rows at `order`, changed, for the steps from t on, until the next call.

        The random numbers of step t are those of the generator of (key, t).
        """
        if len(order) > len(self.out):
            self.out = np.empty((len(order), self.x.shape[1]), self.dtype)
        x = self.out[: len(order)]

        def change(start: int) -> None:
            batch = slice(start, start + batch_size)
            rng = np.random.default_rng([key, t + start // batch_size])
            self._change(order[batch], rng, x[batch])

        starts, threads = range(0, len(order), batch_size), available_threads()
        if threads == 1:  # a browser's Python can start no other
            for start in starts:
                change(start)
            return x
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(change, starts))
        return x

    def _change(self, index: Array, rng: RNG, out: Array) -> None:
        """Write the rows at `index`, changed by numbers from `rng`, to `out`, in this thread."""
        augmentation = self.augmentation
        if self.rows is None or not isinstance(augmentation, Deform):
            out[:] = augmentation.forward(self.x[index], rng)
            return
        drawn = augmentation.draw(len(index), *augmentation.shape(out.shape[1]), rng)
        module: Any = lowering.kernels().module
        given = drawn._asdict() | {"affine": drawn.affine.astype(out.dtype)}
        module.deform(self.rows, index=kernel_array(index, np.int64), out=out, **given)
