"""Schedules: PyTorch's recorded rates, purity, and what is refused."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from noron.core.errors import SettingError
from noron.schedules import (
    Constant,
    Cosine,
    ExponentialDecay,
    OneCycle,
    ReduceOnPlateau,
    Schedule,
    StepDecay,
    WarmUp,
    as_schedule,
)

TORCH = json.loads((Path(__file__).parent / "oracles" / "torch_schedules.json").read_text())
EXAMPLES = [
    Constant(0.1),
    StepDecay(0.1, factor=0.3, every=4),
    ExponentialDecay(0.1),
    Cosine(0.1, final=0.01),
    OneCycle(0.1),
    WarmUp(Cosine(0.1), epochs=2.5),
    WarmUp({"name": "step", "learning_rate": 0.1}, epochs=1),
    ReduceOnPlateau(0.1, monitor="loss", patience=1),
]


@pytest.mark.parametrize("case", TORCH["cases"], ids=lambda c: f"{c['schedule']}")
def test_follows_pytorch(case):
    schedule = Schedule.make(case["schedule"])
    losses, rates = TORCH["losses"], case["rates"]
    rows = [{"epoch": i, "val_loss": loss} for i, loss in enumerate(losses)]
    ours = [schedule.rate(i, len(rates) - 1, rows[:i]) for i in range(len(rates))]
    np.testing.assert_allclose(ours, rates, rtol=1e-12)
    assert len(set(rates)) > 3  # something happens in each recorded case


def test_all_members_have_an_example():
    named = {name for name, m in Schedule.members.items() if m.__module__ == "noron.schedules"}
    assert named == {schedule.name for schedule in EXAMPLES}


@pytest.mark.parametrize("schedule", EXAMPLES, ids=repr)
def test_pure_positive_and_round_trips(schedule):
    rows = [{"epoch": i, "loss": 1.0} for i in range(12)]
    at = np.linspace(0, 11.99, 40).tolist()
    forwards = [schedule.rate(e, 12, rows[: int(e)]) for e in at]
    backwards = [schedule.rate(e, 12, rows[: int(e)]) for e in at[::-1]]
    assert forwards == backwards[::-1]
    assert all(type(rate) is float and rate > 0 for rate in forwards)
    assert Schedule.make(json.loads(json.dumps(schedule.settings()))) == schedule


@pytest.mark.parametrize("schedule", [Cosine(0.1, final=0.01), OneCycle(0.1)], ids=repr)
def test_the_end_is_kept_when_training_goes_on_beyond_the_plan(schedule):
    assert schedule.rate(15, 10) == schedule.rate(10, 10) == schedule.rate(10.5, 10)


def test_warm_up_rises_in_a_straight_line_and_hands_over():
    inner = Cosine(0.2)
    schedule = WarmUp(inner, epochs=2, start=0.1)
    rates = [schedule.rate(e, 10) for e in (0, 0.5, 1, 1.5, 2)]
    np.testing.assert_allclose(rates, [0.02, 0.065, 0.11, 0.155, 0.2])
    assert schedule.rate(6, 10) == inner.rate(4, 8)
    assert schedule.rate(10, 10) == pytest.approx(0, abs=1e-15)
    assert WarmUp(0.1).schedule == Constant(0.1)


def test_a_warm_up_as_long_as_the_training_only_rises():
    rates = [WarmUp(Cosine(0.2), epochs=5).rate(e, 3) for e in np.linspace(0, 3, 7)]
    assert (np.diff(rates) > 0).all()


def test_plateau_watches_upwards_what_should_rise():
    rising = [{"val_accuracy": 0.5 + 0.01 * i, "loss": 1.0} for i in range(20)]
    assert ReduceOnPlateau(0.1, "val_accuracy", patience=2).rate(20, 99, rising) == 0.1
    down = ReduceOnPlateau(0.1, "val_accuracy", patience=2, mode="min")
    assert down.rate(20, 99, rising) < 0.1
    assert ReduceOnPlateau(0.1, "loss", patience=19).rate(20, 99, rising) == 0.1
    assert ReduceOnPlateau(0.1, "loss", patience=18).rate(20, 99, rising) == pytest.approx(0.01)


def test_plateau_counts_nan_as_no_progress_and_skips_missing_values():
    nan = [{"val_loss": math.nan}] * 4
    assert ReduceOnPlateau(0.1, patience=3).rate(4, 9, nan) == pytest.approx(0.01)
    assert ReduceOnPlateau(0.1, patience=3).rate(3, 9, nan[:3]) == 0.1
    seldom = [{"loss": 1.0}, {"loss": 1.0, "val_loss": 1.0}, {"loss": 1.0, "val_loss": None}]
    assert ReduceOnPlateau(0.1, patience=0).rate(3, 9, seldom) == 0.1


def test_plateau_never_raises_a_rate_that_is_below_the_minimum():
    rows = [{"val_loss": 1.0}] * 9
    assert ReduceOnPlateau(1e-3, patience=0, minimum=0.01).rate(9, 9, rows) == 1e-3


def test_plateau_names_what_is_recorded():
    with pytest.raises(SettingError, match=r"'val_loss'.*give one of accuracy, loss"):
        ReduceOnPlateau(0.1).rate(1, 10, [{"loss": 1.0, "accuracy": 0.5}])
    assert ReduceOnPlateau(0.1).rate(0, 10) == 0.1


def test_as_schedule_takes_numbers_schedules_and_settings():
    assert as_schedule(1) == Constant(1.0)
    assert as_schedule(np.float32(0.5)) == Constant(0.5)
    assert as_schedule(Cosine(0.1)) == Cosine(0.1)
    assert as_schedule({"name": "cosine", "learning_rate": 0.1}) == Cosine(0.1)


@pytest.mark.parametrize(
    "given",
    [0, 0.0, -0.1, math.nan, math.inf, True, "0.1", "cosine", None, [0.1], Cosine,
     {}, {"name": "cosin"}, {"name": "cosine"}, {"name": "cosine", "rate": 0.1}],
    ids=repr,
)  # fmt: skip
def test_as_schedule_refuses_the_rest(given):
    with pytest.raises(SettingError, match=r"give|known are|missing"):
        as_schedule(given)


REFUSED = [
    {"name": "step", "learning_rate": 0.1, "factor": 0},
    {"name": "step", "learning_rate": 0.1, "factor": 1.5},
    {"name": "step", "learning_rate": 0.1, "every": 0},
    {"name": "step", "learning_rate": 0.1, "every": 2.5},
    {"name": "exponential", "learning_rate": 0.1, "factor": -1},
    {"name": "exponential", "learning_rate": math.nan},
    {"name": "cosine", "learning_rate": 0.1, "final": -0.1},
    {"name": "one_cycle", "peak": 0},
    {"name": "one_cycle", "peak": 0.1, "warm_up": 0},
    {"name": "one_cycle", "peak": 0.1, "warm_up": 1},
    {"name": "one_cycle", "peak": 0.1, "start_divisor": 0.5},
    {"name": "one_cycle", "peak": 0.1, "final_divisor": 0},
    {"name": "warm_up", "schedule": "cosine"},
    {"name": "warm_up", "schedule": 0.1, "epochs": 0},
    {"name": "warm_up", "schedule": 0.1, "start": 1.5},
    {"name": "reduce_on_plateau", "learning_rate": 0.1, "factor": 1},
    {"name": "reduce_on_plateau", "learning_rate": 0.1, "patience": -1},
    {"name": "reduce_on_plateau", "learning_rate": 0.1, "monitor": ""},
    {"name": "reduce_on_plateau", "learning_rate": 0.1, "monitor": 3},
    {"name": "reduce_on_plateau", "learning_rate": 0.1, "min_delta": -1},
    {"name": "reduce_on_plateau", "learning_rate": 0.1, "mode": "down"},
]


@pytest.mark.parametrize("settings", REFUSED, ids=str)
def test_bad_settings_are_refused(settings):
    with pytest.raises(SettingError, match=r"give|known are"):
        Schedule.make(settings)


@pytest.mark.parametrize("schedule", EXAMPLES, ids=repr)
def test_the_rates_of_an_epoch_are_those_of_its_steps(schedule):
    rows = [{"epoch": i + 1, "loss": 1.0, "val_loss": 1.0} for i in range(40)]
    each = [schedule.rate(3 + i / 7, 50, rows) for i in range(7)]
    assert schedule.rates(3, 7, 50, rows) == each
