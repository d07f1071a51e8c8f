"""The rules about the training: penalty, dropout, gradients, learning rate and epochs."""

from collections.abc import Iterable

import numpy as np

from noron.layers import Dropout, Identity, Layer, Residual, Sigmoid, Tanh
from noron.training.advice import Advice
from noron.training.diagnosis.facts import Facts


def penalty(run: Facts) -> Advice | None:
    """A penalty, or weight decay, that leaves the weights no room."""
    decay = run.state.optimizer.settings().get("weight_decay", 0)
    given = [*map(repr, run.state.network.regularizers), *[f"weight_decay={decay:g}"] * (decay > 0)]
    if not given or run.skill > 0.5:
        return None
    cost = run.rows[-1].get("penalty", 0.0)
    if run.shrunk > 0.5 and cost < run.size:
        return None
    shrank = f"shrank to {run.shrunk:.1%} of their first size"
    seen = shrank if run.shrunk < 0.5 else f"cost {cost:.3g}"
    return Advice(
        "penalty",
        f"The weights {seen}, and the loss stays at {run.curve[-1]:.4g}: {', '.join(given)} is too "
        "large",
        "Try a tenth of it",
    )


def dropout(run: Facts) -> Advice | None:
    """So much dropped that little is learnt."""
    rate = max(_dropout(run.layers), default=0.0)
    if rate < 0.6 or run.skill > 0.5:
        return None
    without = run.learnt(run.end.loss)
    if without - run.skill < 0.15 and run.skill > 0.2 and rate < 0.8:
        return None
    return Advice(
        "dropout",
        f"Dropout({rate:g}) drops {rate:.0%} of the units, and the training loss stays at "
        f"{run.curve[-1]:.4g} ({run.end.loss:.4g} with nothing dropped)",
        "Try Dropout(0.2)",
        "Try --dropout 0.2",
    )


def _dropout(layers: Iterable[Layer]) -> list[float]:
    """Return the rates of the dropout layers, also within residual blocks."""
    rates = [layer.rate for layer in layers if isinstance(layer, Dropout)]
    inner = (_dropout(layer.inner) for layer in layers if isinstance(layer, Residual))
    return rates + [rate for some in inner for rate in some]


def dead(run: Facts) -> Advice | None:
    """Units that are 0, or saturated, for every row."""
    if run.fine:
        return None
    for place, share in run.end.flat.items():
        layer = run.layers[place]
        if share < 0.5 or isinstance(layer, Identity):
            continue
        width = run.end.widths[place]
        first = run.begin.flat[place]
        state = "saturated" if isinstance(layer, Sigmoid | Tanh) else "dead"
        gives = "their slope is 0" if state == "saturated" else "they give 0"
        since = "from the start" if first >= 0.5 else "since the training"
        way = "Make a new network with the default initializer"
        if first < 0.5:
            way = "Make a new network and take a smaller learning_rate"
        return Advice(
            f"{state} units",
            f"{round(share * width)} of {width} units of layer {place} ({layer.name}) are {state} "
            f"{since}: {gives} for every row",
            f'{way}, or activation="leaky_relu"' if state == "dead" else way,
            "Take a smaller --learning-rate, or --activation leaky_relu",
        )
    return None


def gradients(run: Facts) -> Advice | None:
    """Gradients that vanish, or explode, on the way back through the layers."""
    if run.fine or len(run.end.slopes) < 2:
        return None
    for look in (run.end, run.begin):
        first, last = look.slopes[0], max(look.slopes[-1], 1e-30)
        if first / last < 3e-3:
            return Advice(
                "vanishing gradients",
                f"The gradient vanishes on its way back: it is {last:.2g} in the last of "
                f"{len(look.slopes)} weight matrices and {first:.2g} in the first",
                'Take fewer layers, activation="relu", or BatchNorm() before each activation',
                "Take fewer layers in --hidden, or --activation relu",
            )
        if first / last > 1e3 or run.begin.loss - run.guess > 5 * run.size:
            return Advice(
                "exploding gradients",
                f"The signals explode: the first loss is {run.begin.loss:.4g}, where guessing "
                f"gives {run.guess:.4g}, and the gradient is {first:.2g} in the first weight "
                f"matrix and {last:.2g} in the last",
                "Leave the initializer out, or put BatchNorm() before each activation",
            )
    return None


def rate_too_high(run: Facts) -> Advice | None:
    """Steps so long that the loss jumps, or ends above a guess's."""
    end, best = run.curve[-1], min(run.curve)
    held = run.rows[-1].get("val_loss", 0.0)
    chance = f"no better than guessing ({run.guess:.4g})"
    if held - run.guess > 3 * run.size and run.moved > 10:
        seen = (
            f"The validation loss is {held:.4g}, {chance}, and the weights have moved by "
            f"{run.moved:.3g} times their first size"
        )
    elif end > 1.25 * best and end - best > 0.15 * run.size:
        seen = f"The loss fell to {best:.4g} and rose to {end:.4g}"
    elif not run.fine and run.skill < -0.05 and run.end.loss > 1.01 * run.begin.loss:
        seen = f"The loss ended at {end:.4g}, {chance}"
    elif not run.fine and run.skill < 0.1 and run.moved > 3:
        seen = (
            f"The loss stays at {end:.4g}, {chance}, and the weights have moved by "
            f"{run.moved:.3g} times their first size"
        )
    else:
        return None
    return Advice(
        "rate too high",
        f"{seen}: the learning rate {number(run.rate)} is too large",
        f'Try a smaller one, such as {number(run.rate / 10)}, or learning_rate="auto"',
        f"Try a smaller one, --learning-rate {number(run.rate / 10)}, or --learning-rate auto",
    )


def rate_too_low(run: Facts) -> Advice | None:
    """Steps so short that nothing happens."""
    if run.skill > 0.8 or (run.fine and run.moved > 1e-3):
        return None
    first, end = run.begin.loss, run.end.loss
    fell = (first - end) / run.size
    is_far = run.moved > min(0.1, run.steps / 500)
    if is_far or fell > min(0.25, 0.02 * len(run.rows)) or end > first * 1.05:
        return None
    return Advice(
        "rate too low",
        f"The loss fell from {first:.4g} to {end:.4g} in {run.epochs}: the learning rate "
        f"{number(run.rate)} is too small",
        'Try a larger one, or learning_rate="auto"',
        "Try a larger one, or --learning-rate auto",
    )


def too_few_epochs(run: Facts) -> Advice | None:
    """A loss that still falls steeply at the end."""
    if not run.whole or run.is_learnt(0.5, 0.65) or not _improves(run):
        return None
    before, within, end = _stages(run)
    last, fell = (within - end) / run.size, (before - within) / run.size
    goes_on = min(max(last / fell, 0), 0.8) if fell > 0 else 0.8
    left = last * goes_on / (1 - goes_on)
    if last < 0.02 or (left < 0.2 and (run.skill > 0.3 or last < 0.03)):
        return None
    return Advice(
        "too few epochs",
        f"The loss still falls steeply, from {within:.4g} to {end:.4g} at the end of {run.epochs}",
        f"Train longer, such as epochs={3 * len(run.rows)}, or with a larger learning_rate",
        f"Train longer, such as --epochs {3 * len(run.rows)}, or with a larger --learning-rate",
    )


def _stages(run: Facts) -> list[float]:
    """Return the loss before, within and at the end of the last part of the run."""
    curve = run.curve
    if len(curve) < 3:
        return [run.begin.loss, float(np.mean(curve)), run.end.loss]
    part = max(len(curve) // 5, 1)
    return [float(np.mean(curve[len(curve) - i * part :][:part])) for i in (3, 2, 1)]


def _improves(run: Facts) -> bool:
    """Return whether the last epochs made the validation loss smaller, if there is one."""
    losses = run.rows.column("val_loss") if "val_loss" in run.rows[-1] else []
    part = max(len(losses) // 5, 1)
    late, before = losses[-part:], losses[-2 * part : -part]
    return not before or bool(np.mean(late) < np.mean(before))


def number(x: float) -> str:
    """Return a number with three digits, and without an exponent if it is near 1."""
    if not 1e-7 < x < 1e7:
        return f"{x:.3g}"
    return np.format_float_positional(x, 3, fractional=False, trim="-")
