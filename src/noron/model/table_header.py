"""The header of a table model's file: a closed schema that needs no scikit-learn to be checked."""

from dataclasses import dataclass
from typing import Any

from noron.core.closed import closed
from noron.core.errors import check_integer, check_number, shown
from noron.core.tensor_file import Header, body_of
from noron.data.tables import Encoding
from noron.data.tables.encoders import Encoder
from noron.data.tables.number_format import NumberFormat
from noron.data.targets import Label
from noron.model.serialization import NetworkHeader

ENSEMBLE = {"members_": "encoding_", "additive_": "additive_encoding_"}
"""The attributes with networks, and the attribute with the encoding of each."""


@dataclass(frozen=True)
class Learnt:
    """What an estimator learnt beside its networks; a classifier has no scale of y."""

    additive_share_: float
    n_iter_: int
    n_features_in_: int
    target_name_: str
    y_mean_: float | None = None
    y_scale_: float | None = None
    y_range_: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        check_number("additive_share_", self.additive_share_, low=0, high=1)
        check_integer("n_iter_", self.n_iter_, at_least=0)
        check_integer("n_features_in_", self.n_features_in_)
        if self.y_range_ is not None and self.y_range_[0] > self.y_range_[1]:
            raise ValueError(f"y_range_ is {shown(self.y_range_)}, its ends in the wrong order")


@dataclass(frozen=True)
class Lists:
    """The labels of a classifier, and the names of the columns if they had some."""

    classes_: tuple[Label, ...] | None = None
    feature_names_in_: tuple[str, ...] | None = None


@dataclass(frozen=True)
class TableHeader:
    """A table estimator: its parameters, the encoding of its columns, its networks."""

    name: str
    settings: dict[str, Any]
    columns: dict[str, tuple[Encoder, ...]]
    learnt: Learnt
    lists: Lists
    members_: tuple[NetworkHeader, ...]
    additive_: tuple[NetworkHeader, ...]
    target_format: NumberFormat | None = None

    def __post_init__(self) -> None:
        if not self.members_:
            raise ValueError("there is no network")
        used = {group for group in ENSEMBLE if getattr(self, group)}
        if self.columns.keys() != used:
            raise ValueError(f"columns are those of {shown(sorted(self.columns))}")
        classes = self.lists.classes_
        for group in used:
            encoding = self.encoding(group)
            if len(encoding.encoders) != self.learnt.n_features_in_:
                raise ValueError(f"there are {len(encoding.encoders)} columns in {group}")
            for net in getattr(self, group):
                labels = net.targets.classes
                if net.recipe.n_inputs != encoding.width:
                    raise ValueError("the columns and the networks differ in width")
                if (net.targets.task == "classes") != (classes is not None):
                    raise ValueError(f"a network is for {net.targets.task}")
                if classes is not None and len(labels or ()) != len(classes):
                    raise ValueError("the classes and the outputs of the networks differ")
        self._check_lists(classes or (), self.lists.feature_names_in_)

    def encoding(self, group: str) -> Encoding:
        """Return the encoding of the networks in a group of ENSEMBLE."""
        return Encoding(self.columns[group])

    def _check_lists(self, classes: tuple[Label, ...], names: tuple[str, ...] | None) -> None:
        if len(set(classes)) < len(classes) or len({type(label) for label in classes}) > 1:
            raise ValueError(f"the classes {shown(classes)} are equal or of several types")
        if names is not None and len(names) != self.learnt.n_features_in_:
            raise ValueError(f"there are {len(names)} names of columns")


@dataclass(frozen=True)
class TableFile:
    """The header of a table model's file, but for `format`, `made` and the hash."""

    table: TableHeader


def table_header(header: Header) -> TableHeader:
    """Return the checked header of a file. Raises ValueError, SettingError."""
    return closed(TableFile, body_of(header)).table
