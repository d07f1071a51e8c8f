"""Print every registered name as tables, which are made from the registries.

python -m noron.tools.catalogue > docs/catalogue.md
"""

import dataclasses
from typing import Any

from noron import export, losses, optimizers, regularizers, schedules  # noqa: F401 - they register
from noron.core.registry import FAMILIES, Family
from noron.layers import Elementwise, Softmax
from noron.training import metrics, policies  # noqa: F401 - they register

TITLES = {
    "layer": "Layers",
    "activation": "Activations",
    "initializer": "Initializers",
    "loss": "Losses",
    "regularizer": "Regularizers",
    "optimizer": "Optimizers",
    "schedule": "Schedules",
    "augmentation": "Augmentations",
    "stopping rule": "Stopping rules",
    "metric": "Metrics",
    "export format": "Export formats",
}


def members(family: str) -> dict[str, type[Family]]:
    """Return the registered classes of a family by name.

    "activation" stands for the layers that are activations, "layer" for all others.
    """
    if family not in ("activation", "layer"):
        return dict(FAMILIES[family].members)
    wanted = family == "activation"
    every = FAMILIES["layer"].members.items()
    return {n: m for n, m in every if issubclass(m, Elementwise | Softmax) == wanted}


def names() -> dict[str, list[str]]:
    """Return the names in each family, in the order of registration."""
    return {family: list(members(family)) for family in TITLES}


def as_markdown() -> str:
    """Return a table for each family: name, class, settings with their defaults, description."""
    parts = []
    for family, title in TITLES.items():
        lines = [f"## {title}", "", "| name | class | what it is |", "|---|---|---|"]
        for name, entry in members(family).items():
            call = f"{entry.__name__}({', '.join(_settings(entry))})"
            lines.append(f"| `{name}` | `{call}` | {_first_line(entry)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _settings(entry: type[Family]) -> list[str]:
    fields = dataclasses.fields(entry)  # type: ignore[arg-type]
    return [f.name + _default(f) for f in fields]


def _default(field: dataclasses.Field[Any]) -> str:
    missing = dataclasses.MISSING
    if field.default_factory is not missing:
        return f"={type(field.default_factory()).__name__}()"
    return "" if field.default is missing else f"={field.default!r}"


def _first_line(entry: type[Family]) -> str:
    """Return the first line of the docstring; a bar is escaped, as it would end the table cell."""
    return (entry.__doc__ or "").strip().split("\n")[0].replace("|", "\\|")


PAGE = """# Everything that has a name

By these names the command line, `NeuralNetwork` and model files know them; as classes they are in
`noron` (initializers in `noron.initializers`, metrics in `noron.training.metrics`). Made by
`python -m noron.tools.catalogue`.

"""

if __name__ == "__main__":
    print(PAGE + as_markdown(), end="")
