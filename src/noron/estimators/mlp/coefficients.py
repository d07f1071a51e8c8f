"""`coefs_` and `intercepts_`: views of the network's weights under scikit-learn's names."""

import copy
from typing import Any

from noron.core.types import Array
from noron.estimators.mlp.translate import SklearnTranslation
from noron.layers import Dense
from noron.model.prediction import Predictor
from noron.network import Network


class Coefficients:
    """Provides views of a network's weights, which the user may write to or replace."""

    _network: Network
    _design: SklearnTranslation
    _scorer: Predictor
    coefs_: list[Array]
    intercepts_: list[Array]

    def _dense(self) -> list[tuple[Array, Array]]:
        network = self._network
        pairs = zip(network.layers, network.params, strict=True)
        return [(p[0], p[1].reshape(-1)) for layer, p in pairs if isinstance(layer, Dense)]

    def _bind(self) -> None:
        """Make `coefs_` and `intercepts_` views of the network, so that writing changes it."""
        self._own = self._dense()
        self.coefs_ = [W for W, _ in self._own]
        self.intercepts_ = [b for _, b in self._own]

    def _adopt(self) -> None:
        """Copy arrays that the user has put into `coefs_` or `intercepts_` to the network."""
        own = self.__dict__.get("_own") or self._dense()
        given = list(zip(self.coefs_, self.intercepts_, strict=True))
        if all(W is V and b is c for (W, b), (V, c) in zip(given, own, strict=True)):
            return
        if "_optimizer" in self.__dict__:
            self.__dict__["_optimizer"].learning = None  # continue from the new values
        for values, views in zip(given, own, strict=True):
            for value, view in zip(values, views, strict=True):
                view[:] = value
        self._bind()

    def _frozen(self) -> dict[str, Any]:
        """Return copies of the attributes with which an estimator predicts as this one does now."""
        twin = copy.copy(self)
        twin._network = copy.deepcopy(self._network)
        twin._scorer = Predictor(twin._network, self._design.loss)
        twin._bind()
        names = ("_network", "_scorer", "_own", "coefs_", "intercepts_")
        return {name: twin.__dict__[name] for name in names}

    def __getstate__(self) -> dict[str, Any]:
        state: dict[str, Any] = super().__getstate__()  # type: ignore[assignment]
        if "_network" in state:
            self._adopt()
            state = {k: v for k, v in state.items() if k not in ("_scorer", "_own")}
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)  # type: ignore[misc]
        if hasattr(self, "_network"):
            self._scorer = Predictor(self._network, self._design.loss)
            self._bind()
