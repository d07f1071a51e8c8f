"""Rows of a data set, and deformed images of them: see the stub _native.pyi."""

import ctypes
from typing import Any, final

import numpy as np
from noron_native import c_api
from noron_native.arrays import ANY, address, float_type
from noron_native.c_api import CDeformSettings, checked, whole
from numpy.typing import NDArray


class Owner:
    """An object of the core, which ends with this one."""

    _free: Any
    at: int | None = None

    def __del__(self) -> None:
        if self.at is not None:
            self._free(self.at)


@final
class Rows(Owner):
    """See the stub."""

    _free = c_api.rows_free

    def __init__(self, at: int, dtype: np.dtype[Any], shape: tuple[int, int], alive: object):
        self.at = checked(at)
        self.dtype, self.shape, self._alive = dtype, shape, alive

    @staticmethod
    def dense(x: NDArray[Any], /) -> "Rows":
        """See the stub."""
        dtype = float_type(x)
        at = address(x, "x", dtype, ANY, ANY)
        return Rows(c_api.rows_dense(at, *x.shape, dtype.itemsize == 8), dtype, x.shape, x)

    @staticmethod
    def bytes(x: NDArray[Any], table: NDArray[Any], chosen: NDArray[Any] | None) -> "Rows":
        """See the stub."""
        at, dtype = address(x, "x", np.uint8, ANY, ANY), float_type(table)
        numbers = address(table, "table", dtype, 256)
        places = None if chosen is None else address(chosen, "chosen", np.int64, ANY)
        n = 0 if chosen is None else len(chosen)
        made = c_api.rows_bytes(at, *x.shape, numbers, dtype.itemsize == 8, places, n)
        return Rows(made, dtype, (len(x) if chosen is None else n, x.shape[1]), x)

    @staticmethod
    def compressed(
        starts: NDArray[Any], columns: NDArray[Any], values: NDArray[Any], n_columns: int, /
    ) -> "Rows":
        """See the stub."""
        starts_at, dtype = address(starts, "starts", np.int64, ANY), float_type(values)
        if len(starts) < 1:
            raise ValueError("starts must have one entry more than there are rows")
        columns_at = address(columns, "columns", np.int32, ANY)
        values_at = address(values, "values", dtype, len(columns))
        shape = len(starts) - 1, whole("n_columns", n_columns)
        double = dtype.itemsize == 8
        made = c_api.rows_compressed(starts_at, columns_at, values_at, *shape, len(columns), double)
        return Rows(made, dtype, shape, None)

    def compress(self, threads: int = 1, batch_rows: int = 64) -> "Rows":
        """See the stub."""
        made = c_api.rows_compress(self.at, threads, batch_rows)
        return Rows(made, self.dtype, self.shape, self._alive)

    def encode(self, table: NDArray[Any], threads: int, /) -> NDArray[Any] | None:
        """See the stub."""
        codes = np.empty(self.shape, np.uint8)
        to = address(table, "table", self.dtype, 256, to_write=True)
        is_of_no_use = checked(c_api.rows_encode(self.at, to, threads, codes.ctypes.data))
        return None if is_of_no_use else codes

    def fold(self, scale: NDArray[Any], shift: NDArray[Any], /) -> None:
        """See the stub."""
        n = self.shape[1]
        factors = address(scale, "scale", self.dtype, n)
        checked(c_api.rows_fold(self.at, factors, address(shift, "shift", self.dtype, n)))

    @property
    def form(self) -> str:
        """See the stub."""
        return c_api.rows_form(self.at).decode()

    @property
    def n_entries(self) -> int:
        """See the stub."""
        return c_api.rows_n_entries(self.at)


def deform(
    x: Rows,
    *,
    index: NDArray[Any],
    affine: NDArray[Any],
    noise: NDArray[Any] | None,
    down: NDArray[Any],
    across: NDArray[Any],
    strength: float,
    out: NDArray[Any],
) -> None:
    """See the stub."""
    s = CDeformSettings(strength=strength)
    s.index, s.n = address(index, "index", np.int64, ANY), len(index)
    s.down = address(down, "down", np.float32, ANY, ANY)
    s.across = address(across, "across", np.float32, ANY, ANY)
    (s.height, s.n_down), (s.width, s.n_across) = down.shape, across.shape
    s.affine = address(affine, "affine", x.dtype, s.n, 2, 3)
    if noise is not None:
        s.noise = address(noise, "noise", np.uint8, s.n, 2, s.n_down, s.n_across)
    s.out = address(out, "out", x.dtype, s.n, s.height * s.width, to_write=True)
    checked(c_api.deform(x.at, ctypes.byref(s)))
