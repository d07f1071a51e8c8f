"""From scores to plain sentences: which tool to use, and what would help."""

from collections.abc import Mapping, Sequence

from noron.data.tables import Encoding
from noron.data.tables.encoders import Dropped
from noron.estimators.reports.scores import Score

BADLY_CALIBRATED = 0.05
SUSPICIOUS = 0.8
NEAR_PERFECT = 0.95


def which_tool(ahead: Mapping[str, Score], linear_ahead: Score) -> str:
    """`ahead`: by rival how much better the network is; `linear_ahead`: how much better the linear
    model is than boosting. Better is sure where an interval lies on one side of 0.
    """
    guess, linear, boosting = (
        ahead[name] for name in ("guess", "linear model", "gradient boosting")
    )
    best = max(0.0, -linear.mean, -boosting.mean)  # of the best model, above the network
    if guess.mean + best <= 0 or (guess.low <= 0 and best == 0):
        return (
            "Nothing here predicts better than a guess that looks at no column: find columns that "
            "have to do with the target, or more rows."
        )
    if boosting.high < 0 and linear_ahead.mean < 0:
        return "Use gradient boosting: on these rows it is better than the network, surely so."
    if linear.high < 0:
        return "Use the linear model: on these rows it is better than the network, surely so."
    if linear.low <= 0 and linear_ahead.high >= 0:
        return (
            "Use the linear model: the network is not surely better than it, and a linear model is "
            "smaller, faster and can be read."
        )
    if boosting.low > 0 and linear.low > 0:
        return "Use the network: it is better than the linear model and boosting, surely so."
    if boosting.mean < 0:
        return (
            "Try gradient boosting first: on average the network is a little behind it, though not "
            "surely."
        )
    return (
        "Use the network, or gradient boosting: the network is ahead on average, but the "
        "difference is within what chance does."
    )


def more_rows(by_rows: Sequence[tuple[int, Score]], last_gain: Score | None) -> str | None:
    """Whether more data would help, from what the last doubling of the rows brought."""
    if last_gain is None:
        return None
    (fewer, _), (most, _) = by_rows[-2], by_rows[-1]
    step = f"going from {fewer:,} to {most:,} rows"
    if last_gain.low > 0:
        return f"More rows would help: {step} still made the network better."
    if last_gain.mean > 0:
        return f"More rows may help a little: {step} made the network better, but not surely."
    return f"More rows alone would hardly help: {step} made the network no better."


def about_probabilities(error: float | None) -> str | None:
    """Whether the probabilities can be taken at their word."""
    if error is None:
        return None
    if error > BADLY_CALIBRATED:
        return (
            f"Do not take its probabilities at their word: they are off by {error:.1%} on average."
        )
    return f"Its probabilities can be taken at their word: they are off by {error:.1%} on average."


def too_good(importances: Sequence[tuple[str, float, float]], explained: float) -> str | None:
    """A warning where one column gives the answer away."""
    total = sum(max(mean, 0) for _, mean, _ in importances)
    if not importances or explained < NEAR_PERFECT or total <= 0:
        return None
    name, mean, _ = importances[0]
    if mean < SUSPICIOUS * total:
        return None
    return (
        f"Too good to be true? Column {name!r} gives nearly all of it away: make sure that it is "
        "known before the answer is."
    )


def left_out(encoding: Encoding) -> str | None:
    """Which columns nothing was learnt from."""
    names = [repr(e.column) for e in encoding.encoders if isinstance(e, Dropped)]
    if not names:
        return None
    shown = ", ".join(names[:6]) + (", ..." if len(names) > 6 else "")
    return f"Left out, see below why: {shown}."
