"""The settings that can change during a run: learning rate, batch size, dropout, penalties."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from noron.core.errors import SettingError, check_integer, check_number
from noron.layers import Dropout, Layer, Residual
from noron.regularizers import Regularizer, as_regularizers
from noron.schedules import Schedule, as_schedule
from noron.training.lifecycle import Lifecycle


class LiveSettings(Lifecycle, ABC):
    """Settings of a run that can be assigned between two batches; the next batch uses them."""

    @abstractmethod
    def bind(self, batch_size: int) -> None:
        """Prepare the engine for the present network and for batches of that size."""

    @property
    def learning_rate(self) -> float:
        """The learning rate of the next step. Set it to a number or a schedule."""
        place, rows = self.position, self.history.rows
        if place.rates:
            return place.rates[0]
        return self.rates.schedule.rate(place.epoch, self.rates.epochs, rows)

    @learning_rate.setter
    def learning_rate(self, value: "float | Schedule") -> None:
        self.rates.schedule = as_schedule(value)
        self._renew_rates()

    @property
    def batch_size(self) -> int:
        """The rows of a step."""
        return self._batch_size

    @batch_size.setter
    def batch_size(self, value: int) -> None:
        self.bind(min(check_integer("batch_size", value), len(self.data)))
        self._renew_rates()

    @property
    def dropout(self) -> float | None:
        """The rate of the first Dropout layer, or None without one; setting it changes all layers.

        Setting it raises SettingError if the network has no Dropout layer.
        """
        return next(_rates_of_dropout(self.state.network.layers), None)

    @dropout.setter
    def dropout(self, value: float) -> None:
        check_number("dropout", value, low=0, high=1, open_high=True)
        if self.dropout is None:
            raise SettingError(
                "the network has no Dropout layer: make it with one, such as Dropout(0.0)"
            )
        self.state.network.layers = _with_dropout(self.state.network.layers, value)
        self.bind(self._batch_size)

    @property
    def regularizer(self) -> tuple[Regularizer, ...]:
        """The penalties on the weights. Set a name, an object, a list of them, or None."""
        return self.state.network.regularizers

    @regularizer.setter
    def regularizer(self, given: Any) -> None:
        self.state.network.regularizers = as_regularizers(given)
        self.bind(self._batch_size)

    def _renew_rates(self) -> None:
        if not self.position.is_between:
            self.rates.renew(self.position, self._batch_size, self.history.rows)


def _rates_of_dropout(layers: Sequence[Layer]) -> Iterator[float]:
    for layer in layers:
        if isinstance(layer, Dropout):
            yield layer.rate
        elif isinstance(layer, Residual):
            yield from _rates_of_dropout(layer.inner)


def _with_dropout(layers: Sequence[Layer], rate: float) -> tuple[Layer, ...]:
    changed: list[Layer] = []
    for layer in layers:
        if isinstance(layer, Dropout):
            layer = replace(layer, rate=rate)
        elif isinstance(layer, Residual):
            layer = replace(layer, layers=_with_dropout(layer.inner, rate))
        changed.append(layer)
    return tuple(changed)
