"""Everything that has a name, as tables: made from the registries, so a new member is in them."""

import dataclasses

from noron import layers, losses, optimizers, regularizers, schedules  # noqa: F401 - they register
from noron.layers.base import Elementwise
from noron.registry import FAMILIES, Family

TITLES = {
    "layer": "Layers",
    "activation": "Activations",
    "initializer": "Initializers",
    "loss": "Losses",
    "regularizer": "Regularizers",
    "optimizer": "Optimizers",
    "schedule": "Schedules",
}


def members(family: str) -> dict[str, type[Family]]:
    """The registered classes of a family by name; "activation" is those layers that are one."""
    if family == "activation":
        return {n: m for n, m in FAMILIES["layer"].members.items() if issubclass(m, Elementwise)}
    registered = FAMILIES[family].members
    if family == "layer":
        return {n: m for n, m in registered.items() if not issubclass(m, Elementwise)}
    return dict(registered)


def names() -> dict[str, list[str]]:
    """The names in each family, in the order in which they were registered."""
    return {family: list(members(family)) for family in TITLES}


def as_markdown() -> str:
    """A table for each family: name, class, settings with their defaults, formula or fact."""
    parts = []
    for family, title in TITLES.items():
        lines = [f"## {title}", "", "| name | class | what it is |", "|---|---|---|"]
        for name, member in members(family).items():
            call = f"{member.__name__}({', '.join(_settings(member))})"
            lines.append(f"| `{name}` | `{call}` | {_first_line(member)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _settings(member: type[Family]) -> list[str]:
    fields = dataclasses.fields(member)  # type: ignore[arg-type]
    required = dataclasses.MISSING
    return [f.name if f.default is required else f"{f.name}={f.default!r}" for f in fields]


def _first_line(member: type[Family]) -> str:
    """The first line of the docstring, in which a bar would end the table's cell."""
    return (member.__doc__ or "").strip().split("\n")[0].replace("|", "\\|")
