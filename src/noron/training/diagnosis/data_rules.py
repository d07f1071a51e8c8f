"""The rules about data, and about both ends of the network."""

from collections.abc import Callable

import numpy as np

from noron.layers import Dropout, Identity, Layer, ReLU, Sigmoid, Softmax, Tanh
from noron.losses import Poisson
from noron.training.advice import Advice
from noron.training.diagnosis.facts import Facts
from noron.training.diagnosis.rows import copies, guess_of, sample

Rule = Callable[[Facts], Advice | None]

UNSCALED = 30.0
"""The size of inputs or targets that is always named; a third of it, if little is learnt."""

MOST_LEAK = 64
"""The validation rows that are looked for among the training rows."""

ORDER = "See that X and y are in the same order (shuffle both with the same permutation)"

BOUNDS: dict[type[Layer], tuple[float, float]] = {
    Sigmoid: (0, 1), Softmax: (0, 1), Tanh: (-1, 1), ReLU: (0, np.inf),
}  # fmt: skip
"""Between which numbers an activation stays."""


def last_layer(run: Facts) -> Advice | None:
    """An activation at the end that bounds the scores, which the loss expects to be free."""
    last = next(
        layer for layer in reversed(run.layers) if not isinstance(layer, Identity | Dropout)
    )
    if type(last) not in BOUNDS:
        return None
    low, high = BOUNDS[type(last)]
    ends, remedy = f"The layers end with {last.name}", "Remove the last activation"
    if run.loss.task != "regression":
        if high == np.inf:
            return None
        least, own = np.log1p(np.exp(-high)), "sigmoid"
        if run.loss.task == "classes":
            others = run.state.network.n_outputs - 1
            least, own = np.log1p(others * np.exp(low - high)), "softmax"
        return Advice(
            "last layer",
            f"{ends}, and the loss {run.loss.name} applies its own {own} to that, so it cannot "
            f"fall below {least:.3g}",
            remedy,
        )
    least, most = float(run.batch.y.min()), float(run.batch.y.max())
    if low - 0.1 * (most - least) <= least and most <= high + 0.1 * (most - least):
        return None
    return Advice(
        "last layer",
        f"{ends}, which gives {low:g} to {high:g}, but y goes from {least:.3g} to {most:.3g}",
        remedy,
    )


def symmetry(run: Facts) -> Advice | None:
    """Hidden units that start equal and therefore stay equal."""
    for segment in run.matrices[:-1]:
        W = segment.of(run.start)
        if W.shape[1] > 1 and (W[0] == W[0, 0]).all() and (W[:, :1] == W).all():
            return Advice(
                "symmetry",
                f"All {W.shape[1]} units of {segment.name} start with the same weights, so they "
                "stay equal",
                'Leave the initializer out, or take "he_normal"',
            )
    return None


def constant_inputs(run: Facts) -> Advice | None:
    """Rows that are all the same."""
    x = run.inputs
    if not x.size or len(x) < 8 or (np.abs(x[-1] - x[0]) > 1e-6 * np.abs(x[0])).any():
        return None
    slack = 1e-6 * np.abs(x[:1])
    if not (np.abs(x - x[:1]) > slack).any():
        return Advice(
            "constant inputs",
            f"Every row of X is the same (column 0 is always {x[0, 0]:.3g}), so nothing tells the "
            "rows apart",
            "Look at how X was made",
        )
    return None


def inputs(run: Facts) -> Advice | None:
    """Inputs far from unit scale."""
    x = run.inputs
    if not x.size:
        return None
    sizes = np.sqrt(np.einsum("ij,ij->j", x, x) / len(x))
    column = int(sizes.argmax())
    size, reach = float(sizes[column]), float(np.abs(x[:, column]).max())
    remedy = "Put Standardize() first in the network, or divide X"
    if size > UNSCALED or (size > UNSCALED / 3 and not run.fine):
        return Advice(
            "inputs",
            f"The inputs are not scaled: column {column} reaches {reach:,.4g}",
            remedy,
            "Add --standardize",
        )
    if size < 0.02 and not run.fine:
        return Advice(
            "inputs",
            f"The inputs are not scaled: no column reaches further than {np.abs(x).max():.2g}",
            remedy,
            "Add --standardize",
        )
    return None


def targets(run: Facts) -> Advice | None:
    """Numbers to predict that are far from unit scale."""
    if run.loss.task != "regression" or isinstance(run.loss, Poisson):
        return None
    y = run.data.y[: 2**16].astype(np.float64)
    mean, deviation = float(y.mean()), float(y.std())
    size = max(abs(mean), deviation)
    far = size > (3 * UNSCALED if run.skill > 0.9 else UNSCALED / 3 if not run.fine else UNSCALED)
    if far or (deviation < 0.02 and not run.fine):
        return Advice(
            "targets",
            f"The targets are not scaled: y has the mean {mean:.3g} and the deviation "
            f"{deviation:.3g}",
            "Train on (y - y.mean()) / y.std()",
        )
    return None


def leak(run: Facts) -> Advice | None:
    """Validation rows that are training rows, too, by more than what is natural in these rows."""
    if run.validation is None:
        return None
    held = run.validation.pick(sample(len(run.validation), MOST_LEAK))
    leaked = copies(run.data, held) > 0
    if leaked.sum() < 5 or leaked.mean() < 0.05:
        return None
    own = run.data.pick(sample(len(run.data), MOST_LEAK))
    share = leaked.mean() - (copies(run.data, own) > 1).mean()
    if share < 0.05:
        return None
    return Advice(
        "leak",
        f"{share:.0%} of the validation rows are training rows too, so the validation says nothing "
        "about new rows",
        "Split before you copy rows, or give validation=0.2",
        "Split the rows before you copy any",
    )


def memorized(run: Facts) -> Advice | None:
    """Training rows that are learnt by heart, and teach nothing about others."""
    held, row = run.validation, run.rows[-1]
    if held is None or len(held) < 20 or run.skill < 0.08:
        return None
    if run.loss.task == "regression":
        if run.skill < 0.15 or max(run.rows.column("val_r2")) > 0.03:
            return None
        seen = f"R squared of the validation rows is {row['val_r2']:.2f}"
    else:
        guess = guess_of(run.loss, held.y, held.weight, run.state.network.n_outputs)[0]
        if (guess - min(run.rows.column("val_loss"))) / run.size > 0.03:
            return None
        noise = 2 * (run.majority * (1 - run.majority) / len(held)) ** 0.5
        late = run.rows.column("val_accuracy")[len(run.rows) // 2 :]
        if np.median(late) > run.majority + noise + 0.02:
            return None
        seen = f"the accuracy of the validation rows is {row['val_accuracy']:.1%}"
    return Advice(
        "labels",
        f"The training loss fell to {run.curve[-1]:.4g}, but {seen}, no better than guessing: "
        "labels and rows may be out of step",
        ORDER,
    )


def labels(run: Facts) -> Advice | None:
    """Labels that do not belong to their rows."""
    if run.fine or run.skill > 0.25 or run.majority > 0.75 or run.link > 3:
        return None
    return Advice(
        "labels",
        f"The loss stays at {run.curve[-1]:.4g}, no better than guessing ({run.guess:.4g}), and X "
        f"says nothing about y in {len(run.batch)} rows: labels and rows may be out of step",
        ORDER,
    )


def only_answer(run: Facts) -> int | None:
    """Return the class that the network answers for every row; None if it answers several."""
    reached = run.rows[-1].get("accuracy")
    if reached is None or run.beyond_majority(reached) > (0.05 if run.majority > 0.75 else 0.3):
        return None
    scores = run.end.scores
    if run.loss.task == "binary":
        if scores.shape[1] > 1:
            return None
        scores = np.concatenate([np.zeros_like(scores), scores], axis=1)
    answers = np.unique(scores.argmax(axis=1))
    return int(answers[0]) if len(answers) == 1 else None


def imbalance(run: Facts) -> Advice | None:
    """The frequent class for every row."""
    if run.majority < 0.75 or only_answer(run) is None:
        return None
    return Advice(
        "imbalance",
        f"The network answers class {only_answer(run)} for every row, the class of "
        f"{run.majority:.1%} of the rows",
        "Give the rows of the rare class a larger weight, with sample_weight or the loss's "
        "class_weight",
        "Bring more rows of the rare class",
    )


def one_class(run: Facts) -> Advice | None:
    """The same answer for every row, without a cause that is known."""
    if only_answer(run) is None:
        return None
    return Advice(
        "one class",
        f"The network answers class {only_answer(run)} for every row",
        'Train a new network, with learning_rate="auto" and more epochs',
        "Try --learning-rate auto and more --epochs",
    )
