"""Oddities of what a file describes: a network, a table model, or the snapshot of a run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from noron.core.closed import closed
from noron.core.errors import shown
from noron.core.tensor_file import Header, Tensors, body_of
from noron.data.tables import Encoding
from noron.model.serialization import NetworkHeader, assemble
from noron.model.table_header import ENSEMBLE, TableHeader, table_header
from noron.model.verification import number_oddities, text_oddities
from noron.model.verification.oddity import Oddity
from noron.training.snapshot import Snapshot

MANY_LAYERS = 1000


def kind_of(header: Header) -> str:
    """Return what a file holds."""
    kinds = {"table": "table model", "snapshot": "snapshot", "recipe": "network"}
    return next((kind for name, kind in kinds.items() if name in header), "unknown")


def of_content(
    path: Path, header: Header, tensors: Tensors, facts: dict[str, Any]
) -> Iterator[Oddity]:
    """Yield what is odd about what a file describes, and put into `facts` what it is.

    Raises what loading the file would raise, if it cannot be loaded.
    """
    kind = kind_of(header)
    facts["numbers"] = sum(array.size for array in tensors.values())
    if kind == "table model":
        yield from _of_table(path, table_header(header), tensors, facts)
    elif kind == "snapshot":
        snapshot = Snapshot.load(path)
        epoch, row = snapshot.place
        names = ", ".join(layer["name"] for layer in snapshot.values["layers"])
        facts |= {"epochs": epoch, "rows of the next": row, "seed": snapshot.seed, "layers": names}
    else:
        parts = closed(NetworkHeader, body_of(header))
        encoding = None if parts.columns is None else Encoding(parts.columns)
        columns = None if encoding is None else [one.column for one in encoding.encoders]
        facts |= _network_facts(parts) | ({} if columns is None else {"columns": columns})
        yield from _of_facts(parts, facts)
        yield from _of_network(parts, tensors)
        assemble(path, parts, tensors)


def _of_facts(parts: NetworkHeader, facts: dict[str, Any]) -> Iterator[Oddity]:
    names, target = facts.get("columns", ()), parts.facts.target_name
    n_names, n_inputs = len(parts.facts.feature_names or ()), parts.recipe.n_inputs
    if parts.columns is None and n_names not in (0, n_inputs):
        yield Oddity("number-of-names", f"it names {n_names} columns and has {n_inputs} inputs")
    if target is not None and target in names:
        yield Oddity("target-as-input", f"its target {shown(target)} is one of its inputs")
    if not parts.facts.trained:
        yield Oddity("not-trained", "it was not trained: its weights are random")
    yield from text_oddities.of_names("column", names)


def _network_facts(parts: NetworkHeader) -> dict[str, Any]:
    facts = {
        "layers": parts.recipe.described(),
        "inputs": parts.recipe.n_inputs,
        "task": parts.targets.task,
        "classes": parts.targets.classes,
        "columns": parts.facts.feature_names,
        "target": parts.facts.target_name,
        "data": parts.facts.data_name,
        "seed": parts.facts.seed,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _of_network(parts: NetworkHeader, tensors: Tensors, prefix: str = "") -> Iterator[Oddity]:
    if len(parts.recipe.layers) > MANY_LAYERS:
        yield Oddity("many-layers", f"it has {len(parts.recipe.layers):,} layers")
    yield from text_oddities.of_names("class", parts.targets.classes or ())
    yield from number_oddities.of_network(parts.recipe, tensors, prefix)


def _of_table(
    path: Path, table: TableHeader, tensors: Tensors, facts: dict[str, Any]
) -> Iterator[Oddity]:
    encoders = table.encoding("members_").encoders
    facts |= {
        "estimator": table.name,
        "networks": len(table.members_) + len(table.additive_),
        "layers": table.members_[0].recipe.described(),
        "classes": table.lists.classes_,
        "columns": {encoder.column: encoder.describe() for encoder in encoders},
        "target": table.learnt.target_name_,
    }
    yield from text_oddities.of_names("column", (encoder.column for encoder in encoders))
    if table.learnt.target_name_ in {encoder.column for encoder in encoders}:
        yield Oddity(
            "target-as-input", f"its target {shown(table.learnt.target_name_)} is a column"
        )
    if bool(table.learnt.additive_share_) != bool(table.additive_):
        share = f"{table.learnt.additive_share_:.0%}"
        yield Oddity(
            "share", f"{share} of its predictions are of {len(table.additive_)} additive models"
        )
    if len({parts.recipe.layers for parts in table.members_}) > 1:
        yield Oddity("different-networks", "its networks have different layers")
    used: set[str] = set()
    for group in ENSEMBLE:
        for k, parts in enumerate(getattr(table, group)):
            start = f"{group}{k}."
            own = {n.removeprefix(start): t for n, t in tensors.items() if n.startswith(start)}
            used |= {start + name for name in own}
            yield from _of_network(parts, tensors, start)
            assemble(path, parts, own)
    if more := tensors.keys() - used:
        yield Oddity("extra-tensor", f"the tensor {shown(min(more))} belongs to no network")


def cause(message: str) -> str:
    """Return the kind of oddity that keeps a file from being loaded, from the error's words."""
    kinds = {
        "unknown layer": "unknown-class",
        "unknown loss": "unknown-class",
        "unknown regularizer": "unknown-class",
        "unknown column": "unknown-class",
        "extra inputs": "unknown-field",
        "unknown setting": "unknown-field",
        "field required": "missing-field",
        "does not fit its own header": "tensors",
        "the recipe says": "tensor-type",
    }
    return next((kind for words, kind in kinds.items() if words in message), "no-model")
