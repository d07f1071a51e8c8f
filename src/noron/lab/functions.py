"""Activations and losses as curves, and their settings as sliders, all by the registries."""

import dataclasses
import math
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import numpy as np

from noron.core.closed import check_fields, is_required
from noron.core.errors import (
    DataError,
    SettingError,
    check_integer,
    check_number,
    shown,
    unknown_name,
)
from noron.core.registry import Family
from noron.core.types import Array
from noron.initializers import Initializer
from noron.lab.frames import finite
from noron.layers import Elementwise, Layer, Softmax
from noron.losses import Loss, RegressionLoss
from noron.tools.catalogue import members

POINTS = 401
"""The points of a curve: from -5 to 5, one every 0.025."""
MOST_CURVES = 32
"""The curves of one answer."""
FARTHEST = 1000.0
"""The largest number on the axis of a curve."""
MOST_CLASSES = 10
"""The scores that a softmax turns into probabilities here, and the classes of a loss."""

FINEST = 0.01
"""The steps of a slider."""
Made = TypeVar("Made", bound=Family)

USUAL = 1.0
"""What a setting without a default begins with."""


def listed() -> dict[str, Any]:
    """Return the activations, losses and initializers that can be made without further settings,
    with their sliders."""
    activations = [
        _entry(kind, is_elementwise=issubclass(kind, Elementwise))
        for kind in members("activation").values()
    ]
    losses = [_entry(kind, task=kind.task) for kind in Loss.members.values()]
    initializers = [_entry(kind) for kind in Initializer.members.values()]
    return {
        "activations": [entry for entry in activations if entry],
        "losses": [entry for entry in losses if entry],
        "initializers": [entry["name"] for entry in initializers if entry],
    }


def _entry(kind: type[Family], **facts: Any) -> dict[str, Any]:
    """Return a class as a page lists it; nothing if it cannot be made with the numbers of its
    sliders."""
    settings = sliders(kind)
    is_made = _is_legal(kind, {slider["name"]: slider["usual"] for slider in settings})
    return {"name": kind.name, "sliders": settings, **facts} if is_made else {}


def _is_legal(kind: type[Family], settings: Mapping[str, Any]) -> bool:
    try:
        _make(kind, {"name": kind.name, **settings})
    except SettingError:
        return False
    return True


def _make(family: type[Made], settings: Mapping[str, Any]) -> Made:
    """Return what these settings describe, each of its own type. Raises SettingError."""
    made = family.make(dict(settings))
    check_fields(made)
    return made


def activation_of(settings: Mapping[str, Any]) -> Layer:
    """Return the activation of a name and settings. Raises SettingError."""
    name, known = settings.get("name"), members("activation")
    if not isinstance(name, str) or name not in known:
        raise unknown_name("activation", name, known)
    return _make(Layer, settings)


# ---- settings


def sliders(kind: type[Family]) -> list[dict[str, Any]]:
    """Return each setting of a class that is a number: its name, its usual value, and the lowest
    and the highest number around it that the class takes, up to four times as large.

    A class refuses what is not legal; so its own checks say how far a slider goes.
    """
    fields = [f for f in dataclasses.fields(kind) if f.init]  # type: ignore[arg-type]
    usual = {f.name: _usual(f) for f in fields}
    numbers = {name: number for name, number in usual.items() if number is not None}
    return [_slider(kind, name, numbers) for name in numbers]


def _usual(field: "dataclasses.Field[Any]") -> float | None:
    """Return the number that a setting begins with; None if it is none."""
    given: Any = USUAL if is_required(field) else field.default
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    if not is_number or not math.isfinite(given):
        return None
    return int(given) if field.type in (int, "int") else float(given)


def _slider(kind: type[Family], name: str, numbers: Mapping[str, float]) -> dict[str, Any]:
    usual = numbers[name]
    step = 1 if isinstance(usual, int) else FINEST

    def takes(value: float) -> bool:
        return _is_legal(kind, {**numbers, name: value})

    most = 4 * max(1, round(abs(usual) / FINEST) * FINEST)
    low, high = (_last_legal(takes, usual, step * side, most) for side in (-1, 1))
    return {"name": name, "usual": usual, "low": low, "high": high, "step": step}


def _last_legal(takes: Callable[[float], bool], usual: float, step: float, most: float) -> float:
    """Return the last multiple of the step, seen from the usual value, that is still legal."""
    n, last = round(usual / step), usual
    while abs(value := round((n + 1) * step, 9)) <= most and takes(value):
        n, last = n + 1, value
    return last + 0  # no -0.0


# ---- curves


def axis(low: float, high: float) -> Array:
    """Return POINTS numbers from low to high. Raises SettingError."""
    check_number("low", low, low=-FARTHEST, high=FARTHEST)
    check_number("high", high, low=-FARTHEST, high=FARTHEST)
    if not low < high:
        raise SettingError(f"high is {high:g}: give a number above low, {low:g}")
    return np.linspace(low, high, POINTS)


def check_count(name: str, given: list[Any]) -> None:
    """Raise SettingError for more curves than MOST_CURVES."""
    if len(given) > MOST_CURVES:
        raise SettingError(f"{name} has {len(given)} entries: give at most {MOST_CURVES}")


@np.errstate(all="ignore")
def activation_curve(settings: Mapping[str, Any], z: Array) -> dict[str, Any]:
    """Return f(z) and f'(z), and where f' jumps. Raises SettingError for what is no activation of
    single numbers."""
    activation = activation_of(settings)
    if not isinstance(activation, Elementwise):
        raise SettingError(
            f"curves: {shown(activation.name)} has no curve: give an activation that is "
            "a function of one number"
        )
    a = activation.f(z)
    slopes = activation.df(z, np.asarray(a))
    return {
        "name": activation.name,
        "values": _plain(a, z),
        "slopes": _plain(slopes, z),
        "kinks": list(activation.kinks),
    }


@np.errstate(all="ignore")
def loss_curve(
    settings: Mapping[str, Any], scores: Array, target: float, classes: int
) -> dict[str, Any]:
    """Return the loss of one row over its score, the derivative by it, and the prediction.

    For numbers the score is compared with the target. For classes it is the score of the true
    class, while the others have the score 0; for two classes with one score, that of the class 1.
    `fits` says whether the loss takes this target; the numbers are empty if it does not. Raises
    SettingError.
    """
    loss = _make(Loss, settings)
    rows, y = _rows_of(loss, scores, target, classes)
    curve: dict[str, Any] = {"name": loss.name, "task": loss.task, "kinks": []}
    empty: dict[str, Any] = {"fits": False, "values": [], "slopes": [], "predictions": []}
    try:
        loss.check(y, rows.shape[1])
    except DataError:
        return curve | empty
    values, gradient = loss.rows(rows, y)
    if isinstance(loss, RegressionLoss):
        curve["kinks"] = [target + kink for kink in loss.kinks]
    return curve | {
        "fits": True,
        "values": _plain(values, scores),
        "slopes": _plain(gradient()[:, 0], scores),
        "predictions": _plain(loss.predict(rows)[:, 0], scores),
    }


def _rows_of(loss: Loss, scores: Array, target: float, classes: int) -> tuple[Array, Array]:
    """Return a row of scores for each number, the varied one first, and the targets."""
    check_number("target", target, low=-FARTHEST, high=FARTHEST)
    check_integer("classes", classes, at_least=2, at_most=MOST_CLASSES)
    n = len(scores)
    if loss.task == "classes":
        rows = np.zeros((n, classes))
        rows[:, 0] = scores
        return rows, np.zeros(n, np.int64)
    return scores.reshape(n, 1), np.full(n, 1.0 if loss.task == "binary" else target)


@np.errstate(all="ignore")
def softmax_of(scores: list[float], temperature: float, true_class: int) -> dict[str, Any]:
    """Return softmax(scores / temperature), the cross-entropy -log p of the true class, and its
    derivative by scores / temperature, p - y. Raises SettingError."""
    if not 2 <= len(scores) <= MOST_CLASSES:
        raise SettingError(f"scores has {len(scores)} numbers: give 2 to {MOST_CLASSES}")
    for score in scores:
        check_number("scores", score, low=-FARTHEST, high=FARTHEST)
    check_number("temperature", temperature, low=0, open_low=True, high=FARTHEST)
    check_integer("true_class", true_class, at_least=0, at_most=len(scores) - 1)
    z = np.array([scores], np.float64) / temperature
    p, _ = Softmax().forward((), z)
    loss, gradient = Loss.make("cross_entropy").rows(z, np.array([true_class]))
    return {"p": p[0].tolist(), "loss": finite(loss[0]), "gradient": gradient()[0].tolist()}


def _plain(values: Any, like: Array) -> list[float | None]:
    """Return numbers as JSON can hold them; a class may return one number for all."""
    whole = np.broadcast_to(np.asarray(values, np.float64), like.shape)
    return [finite(value) for value in whole.tolist()]
