"""What can be chosen in a recipe, by the registries: what is added there appears in the page."""

import dataclasses
from functools import cache
from typing import Any

import numpy as np

from noron.core.registry import Family
from noron.data import TOYS
from noron.lab.faults import FAULTS
from noron.losses import Loss
from noron.tools.catalogue import members

FAMILIES = (
    "activation",
    "initializer",
    "loss",
    "regularizer",
    "optimizer",
    "schedule",
    "stopping rule",
)

DRAWN = 60
"""The points of a toy in its small picture."""


def catalogue() -> dict[str, Any]:
    """Return the names in each family with the settings that they have and their usual values;
    None stands for a setting that has none."""
    listed = {
        family.replace(" ", "_"): [_entry(name, kind) for name, kind in members(family).items()]
        for family in FAMILIES
    }
    toys = [{"name": name, "points": _some_points(name)} for name in TOYS]
    return listed | {"data": toys, "fault": list(FAULTS)}


@cache
def _some_points(name: str) -> list[list[float]]:
    """Return some points of a toy for a small picture: the inputs, and the class or number."""
    x, y = TOYS[name](n=DRAWN, seed=0)
    return np.column_stack([x, y]).round(2).tolist()


def _entry(name: str, kind: type[Family]) -> dict[str, Any]:
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    settings = {field.name: _usual(field) for field in fields if field.init}
    entry: dict[str, Any] = {"name": name, "settings": settings}
    if issubclass(kind, Loss):
        entry["task"] = kind.task
    return entry


def _usual(field: Any) -> Any:
    """Return the usual value of a setting as JSON can hold it."""
    value = field.default
    return value if isinstance(value, str | int | float | bool) else None
