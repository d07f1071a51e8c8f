"""The recipe with which the lab begins."""

from collections.abc import Mapping
from typing import Any

from noron.data import TOYS
from noron.experiments.spec import SHAPED

DEFAULTS: Mapping[str, Any] = {
    "data": "moons",
    "points": 500,
    "hidden": [8, 8],
    "activation": "tanh",
    "learning_rate": 0.1,
    "batch_size": 10,
    "validation": 0.3,
}
"""Settings that a page leaves out are these, and otherwise those of a recipe."""


def defaults_for(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the lab's defaults beside these settings: other data have their own number of points,
    and `layers` says all of the network.

    >>> defaults_for({"data": "mnist"}).get("points"), defaults_for({})["points"]
    (None, 500)
    """
    left_out = set() if values.get("data", DEFAULTS["data"]) in TOYS else {"points"}
    left_out |= set(SHAPED) if values.get("layers") not in (None, "none") else set()
    return {key: value for key, value in DEFAULTS.items() if key not in left_out}
