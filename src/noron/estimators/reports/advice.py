"""Advice from the scores, in sentences: which model to use, and what would help."""

from collections.abc import Mapping, Sequence

from noron.data.tables import Encoding
from noron.data.tables.encoders import Dropped
from noron.estimators.reports.scores import Score

GUESS, LINEAR, BOOSTING, NETWORK = "guess", "linear model", "gradient boosting", "network"
BADLY_CALIBRATED = 0.05
SUSPICIOUS = 0.8
NEAR_PERFECT = 0.95


def which_tool(ahead: Mapping[str, Score], linear_ahead: Score) -> tuple[str, str]:
    """Return which model to use, its name and a sentence.

    A difference is significant if its interval excludes 0.

    Args:
        ahead: for each baseline, how much better the network is.
        linear_ahead: how much better the linear model is than boosting.
    """
    guess, linear, boosting = (ahead[name] for name in (GUESS, LINEAR, BOOSTING))
    best = max(0.0, -linear.mean, -boosting.mean)  # of the best model, above the network
    if guess.mean + best <= 0 or (guess.low <= 0 and best == 0):
        return GUESS, (
            "No model here predicts better than a guess that uses no column: find columns that are "
            "related to the target, or more rows."
        )
    better = "on these rows it is significantly better than the network."
    if boosting.high < 0 and linear_ahead.mean < 0:
        return BOOSTING, f"Use gradient boosting: {better}"
    if linear.high < 0:
        return LINEAR, f"Use the linear model: {better}"
    if linear.low <= 0 and linear_ahead.high >= 0:
        return LINEAR, (
            "Use the linear model: the network is not significantly better, and a linear model is "
            "smaller, faster and can be read."
        )
    if boosting.low > 0 and linear.low > 0:
        return NETWORK, (
            "Use the network: it is significantly better than the linear model and boosting."
        )
    if boosting.mean < 0:
        return BOOSTING, (
            "Try gradient boosting first: on average it is a little better than the network, but "
            "the difference may be chance."
        )
    return NETWORK, (
        "Use the network, or gradient boosting: on average the network is better, but the "
        "difference may be chance."
    )


def too_little_time(names: Sequence[str]) -> str | None:
    """Return which models needed more time than they had."""
    if not names:
        return None
    return (
        f"The time limit cut short: {', '.join(names)}. A longer one (--time-limit, time_limit) "
        "may give better scores."
    )


def more_rows(by_rows: Sequence[tuple[int, Score]], last_gain: Score | None) -> str | None:
    """Return whether more rows would help, from the gain of the last doubling of the rows."""
    if last_gain is None:
        return None
    (fewer, _), (most, _) = by_rows[-2], by_rows[-1]
    step = f"going from {fewer:,} to {most:,} rows"
    if last_gain.low > 0:
        return f"More rows would help: {step} still made the network better."
    if last_gain.mean > 0:
        return f"More rows may help a little: {step} improved the network, perhaps by chance."
    return f"More rows alone would hardly help: {step} did not make the network better."


def about_probabilities(error: float | None) -> str | None:
    """Return whether the probabilities can be trusted; `error` is the calibration error."""
    if error is None:
        return None
    if error > BADLY_CALIBRATED:
        return f"Do not trust its probabilities: they are wrong by {error:.1%} on average."
    return f"You can trust its probabilities: they are wrong by only {error:.1%} on average."


def too_good(importances: Sequence[tuple[str, float, float]], explained: float) -> str | None:
    """Return a warning if one column alone nearly determines the target."""
    total = sum(max(mean, 0) for _, mean, _ in importances)
    if not importances or explained < NEAR_PERFECT or total <= 0:
        return None
    name, mean, _ = importances[0]
    if mean < SUSPICIOUS * total:
        return None
    return (
        f"Too good to be true? Column {name!r} alone nearly determines the target: make sure that "
        "it is known before the target is."
    )


def left_out(encoding: Encoding) -> str | None:
    """Return which columns were left out."""
    names = [repr(e.column) for e in encoding.encoders if isinstance(e, Dropped)]
    if not names:
        return None
    shown = ", ".join(names[:6]) + (", ..." if len(names) > 6 else "")
    return f"Columns that were left out, for the reasons below: {shown}."
