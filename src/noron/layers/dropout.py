"""Dropout: in training, each number becomes 0 with some probability."""

from dataclasses import dataclass
from typing import final

from noron.core.errors import check_number
from noron.core.types import RNG, Array, Backward, Params
from noron.layers.base import Layer


@final
@dataclass(frozen=True)
class Dropout(Layer, name="dropout"):
    """y = x * mask / (1 - rate), where mask is 0 with probability `rate`, else 1.

    Dividing by 1 - rate keeps the expectation, E[y] = x. So prediction, which drops nothing, needs
    no correction. Srivastava et al. (2014), section 4; "inverted" as in section 10.
    """

    rate: float = 0.5

    def __post_init__(self) -> None:
        hint = "a rate of 1 would drop every number"
        check_number("rate", self.rate, low=0, high=1, open_high=True, hint=hint)

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """x * mask / (1 - rate) when training, else x; dx = dy * mask / (1 - rate)."""
        if rng is None or self.rate == 0:
            return x, lambda dy: (dy, ())
        kept = rng.random(x.shape, dtype=x.dtype.type) >= self.rate  # uniform on [0, 1)
        mask = kept * x.dtype.type(1 / (1 - self.rate))
        return x * mask, lambda dy: (dy * mask, ())
