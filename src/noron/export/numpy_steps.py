"""The steps of a network as lines of NumPy, and the arrays that they read."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from noron.core.types import Array
from noron.export.program import Step

ACTIVATIONS = {
    "sigmoid": "1 / (1 + np.exp(-x))  # sigmoid",
    "tanh": "np.tanh(x)",
    "relu": "np.maximum(x, 0)  # relu",
    "leaky_relu": "np.where(x > 0, x, {slope} * x)  # leaky relu",
    "elu": "np.where(x > 0, x, {alpha} * np.expm1(np.minimum(x, 0)))  # elu",
    "selu": "np.where(x > 0, x, 1.67326324235438 * np.expm1(np.minimum(x, 0))) * 1.05070098735548"
    "  # selu",
    "gelu": "x * erfc(-x / 2**0.5) / 2  # gelu: x times the normal distribution",
    "silu": "x / (1 + np.exp(-x))  # silu: x sigmoid(x)",
    "mish": "x * np.tanh(np.logaddexp(0, x))  # mish: x tanh(log(1 + exp(x)))",
    "softplus": "np.logaddexp(0, x)  # softplus: log(1 + exp(x))",
}

SOFTMAX = (
    "x = np.exp(x - x.max(axis=1, keepdims=True))",
    "x = x / x.sum(axis=1, keepdims=True)  # softmax",
)
LINKS = {
    "identity": (),
    "sigmoid": (f"x = {ACTIVATIONS['sigmoid']}",),
    "softmax": SOFTMAX,
    "exp": ("x = np.exp(x)",),
}
"""The lines of each link."""

FEWEST_IN_LOOP = 3
"""So many equal blocks in a row become a loop."""

LONGEST_WIDTHS = 40


def lines_of(steps: Sequence[Step]) -> tuple[list[str], dict[str, Array]]:
    """Return the lines from x to the scores, and their arrays: `w["W2"]` is W of block 2.

    A block is a dense layer, a residual block or an embedding, and what stands behind it.
    """
    arrays: dict[str, Array] = {}
    blocks = [
        (tuple(line for step in block for line in _lines(step, k, arrays)), k, block)
        for k, block in enumerate(_blocks(steps), 1)
    ]
    lines: list[str] = []
    for written, group in groupby(blocks, lambda block: block[0]):
        equal = list(group)
        if len(equal) < FEWEST_IN_LOOP:
            for _, k, block in equal:
                widths = f"{block[0].n_inputs} -> {block[0].n_outputs}"
                lines += [_filled(line, str(k), widths) for line in written]
            continue
        lines.append(f"for k in range({equal[0][1]}, {equal[-1][1] + 1}):")
        widths = " -> ".join(str(block[0].n_inputs) for _, _, block in equal)
        widths = f"{widths} -> {equal[-1][2][0].n_outputs}"
        widths = widths if len(widths) < LONGEST_WIDTHS else f"{len(equal)} times"
        lines += ["    " + _filled(line, "{k}", widths) for line in written]
    return lines, arrays


def _blocks(steps: Sequence[Step]) -> Iterator[list[Step]]:
    block: list[Step] = []
    for step in steps:
        if block and step.kind in ("dense", "residual", "embedding"):
            yield block
            block = []
        block.append(step)
    if block:
        yield block


def _filled(line: str, k: str, widths: str) -> str:
    """Return a line of block k, with the names of its arrays and its widths in place."""
    start = 'w[f"' if k == "{k}" else 'w["'
    return line.replace("«", start).replace("»", '"]').replace("#k", k).replace("#n", widths)


def _lines(step: Step, k: int, arrays: dict[str, Array], depth: int = 1) -> Iterator[str]:
    """Yield the lines of a step of block k, and keep its arrays."""
    names = {}
    for name, array in step.arrays.items():
        stem, again = f"{name}_#k" if name[-1].isdigit() else f"{name}#k", 1
        while stem.replace("#k", str(k)) in arrays:
            again += 1
            stem = f"{name}#k_{again}"
        arrays[stem.replace("#k", str(k))] = array
        names[name] = f"«{stem}»"
    if step.kind == "dense":
        yield f"x = x @ {names['W']} + {names['b']}  # dense: #n"
    elif step.kind == "activation":
        yield f"x = {ACTIVATIONS[step.settings['name']].format(**step.settings)}"
    elif step.kind == "softmax":
        yield from SOFTMAX
    elif step.kind == "normalize":
        yield f"x = (x - {names['center']}) * {names['scale']} + {names['shift']}"
    elif step.kind == "layer_norm":
        yield "x = x - x.mean(axis=1, keepdims=True)  # layer norm: each row to mean 0, variance 1"
        yield f"x = x / np.sqrt((x * x).mean(axis=1, keepdims=True) + {step.settings['epsilon']})"
        yield f"x = x * {names['gamma']} + {names['beta']}"
    elif step.kind == "embedding":
        m = step.n_inputs - len(names)
        yield f"tables = [{', '.join(names.values())}]  # embeddings: a vector for each code"
        yield f"codes = np.rint(x[:, {m}:]).astype(int).T"
        yield "vectors = [E[c.clip(0, len(E) - 1)] for E, c in zip(tables, codes)]"
        yield f"x = np.hstack([x[:, :{m}], *vectors])"
    else:
        yield f"x{depth} = x  # residual block: x + F(x)"
        for inner in step.inner:
            yield from _lines(inner, k, arrays, depth + 1)
        yield f"x = x{depth} + x"
