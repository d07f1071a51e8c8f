"""The recipe of a run: everything that decides its result, and nothing else.

    data = "mnist"
    hidden = [128, 64]
    activation = "relu"
    learning_rate = 0.1
    epochs = 10

A recipe is frozen, can be written as TOML or JSON, and is identified by a hash of its content.
"""

import hashlib
import json
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self, final

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from noron.core.atomic import write_atomically
from noron.core.closed import first_error
from noron.core.errors import SettingError, check_choice, shown
from noron.core.hints import WORDS
from noron.data.augmentation import Augmentation
from noron.data.tables.reading import text_of
from noron.engines import ENGINES
from noron.experiments import settings as s
from noron.experiments.datasets import TOY_SETTINGS, DataSource
from noron.experiments.recipe_file import check_depth, parsed
from noron.layers import Layer, Standardize
from noron.layers.multilayer import multilayer
from noron.losses import Loss
from noron.optimizers import Optimizer
from noron.regularizers import L2, Regularizer
from noron.schedules import Schedule, as_schedule
from noron.training.config import default_rate
from noron.training.policies import EarlyStopping, StoppingRule

FORMAT = 1
"""The newest form of a recipe that this noron reads; it grows when a setting changes meaning."""

EPOCHS = 10
"""The epochs of a run, unless they or a time limit are given."""

SHAPED = ("hidden", "activation", "dropout", "batch_norm", "initializer")
"""The settings that describe the layers in short; `layers` replaces them all."""


@final
class RunSpec(BaseModel):
    """The recipe of a run. Each field is a key of the file, and an option of `noron train`.

    Raises SettingError for a key that is not known, with the nearest one that is, and for values
    out of range.

    >>> spec = RunSpec(data="moons", hidden="8,8", learning_rate=0.5)
    >>> spec.hidden, spec.epochs, len(spec.identity)
    ((8, 8), None, 64)
    >>> RunSpec.from_toml(spec.to_toml()) == RunSpec.from_json(spec.to_json()) == spec
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: s.Format = Field(FORMAT, description="the version of the recipe's format")
    data: s.Name = Field("mnist", description="mnist, a toy data set, or a file with a table")
    target: s.Name | None = Field(None, description="the column of a file to predict")
    drop: s.Names = Field((), description="a column of a file to leave out; may be repeated")
    kind: s.Names | None = Field(
        None, description="read a column as another kind: COLUMN=KIND, such as zip=category"
    )
    encoding: s.Encoding | None = Field(None, description="of a text file that is not UTF-8")
    points: s.Points | None = Field(None, description="the points of a toy data set; else 1000")
    noise: s.Noise | None = Field(None, description="the noise of a toy data set; else its own")
    classes: s.Classes | None = Field(None, description="the classes of blobs or spirals")
    rows: s.Rows | None = Field(None, description="use only this many training rows, at random")
    validation: s.Share = Field(0.1, description="share of rows for validation; 0 for none")
    folds: s.Folds | None = Field(None, description="hold out one of this many folds (see fold)")
    fold: s.Fold | None = Field(None, description="the fold to hold out, from 1")
    split_seed: s.SplitSeed | None = Field(
        None, description="seed of a toy data set and of all held out rows; by default the seed"
    )
    data_hash: s.Name | None = Field(None, description="the SHA-256 that the data must have")
    hidden: s.Widths = Field((128, 64), description="widths of the hidden layers, with commas")
    activation: s.Named = Field("relu", description="the activation after each hidden layer")
    dropout: s.Dropout = Field(0.0, description="share of hidden units dropped in training")
    batch_norm: s.Flag = Field(False, description="batch normalization before each activation")
    initializer: s.Named | None = Field(None, description="how the first weights are drawn")
    layers: s.Layers | None = Field(None, description="all layers, instead of the five above")
    standardize: s.Flag | None = Field(None, description="scale each input to mean 0, variance 1")
    loss: s.Named | None = Field(
        None, description="the loss; by default cross_entropy for classes, mse for numbers"
    )
    l2: s.L2 = Field(0.0, description="L2 penalty: this times the sum of squared weights")
    regularizers: s.Several = Field((), description="more penalties; noron info lists them")
    optimizer: s.Named = Field("sgd", description="the optimizer")
    learning_rate: s.Rate | None = Field(None, description="a number, auto; else the usual one")
    schedule: s.Named | None = Field(None, description="how the rate changes; else not")
    batch_size: s.BatchSize = Field(64, description="rows per step")
    augment: s.Named | None = Field(None, description="deform: each image anew in each epoch")
    epochs: s.Epochs | None = Field(None, description="passes over the rows; else 10 (compare: 5)")
    patience: s.Patience | None = Field(
        None, description="stop after this many epochs without a better validation loss; else never"
    )
    stop: s.Several | None = Field(None, description="stopping rules; noron info lists them")
    time_limit: s.Seconds | None = Field(None, description="train at most this many seconds")
    dtype: s.Type = Field("float32", description="bfloat16: float32 with faster products")
    engine: s.Name | None = Field(None, description="native, numpy, reference; else the fastest")
    seed: s.Seed = Field(0, description="the seed of all randomness; the same seed, the same run")

    def __init__(self, **values: Any) -> None:
        values = {name: check_depth(name, s.plain(value)) for name, value in values.items()}
        self.check_keys(values)
        kept = {name: value for name, value in values.items() if value is not None}
        try:
            super().__init__(**kept)
        except ValidationError as error:
            raise first_error(error) from None

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Check settings that depend on each other, and all names."""
        if self.layers is not None:
            doubled = [name for name in SHAPED if name in self.model_fields_set]
            if doubled:
                raise SettingError(
                    f"layers and {' and '.join(doubled)} are both given, but layers says it all: "
                    "leave one of them out"
                )
            for layer in self.layers:
                Layer.make(layer)
        if (self.fold is None) != (self.folds is None) or (self.fold or 0) > (self.folds or 0):
            raise SettingError(
                f"fold is {self.fold} and folds is {self.folds}: give both or none, fold from 1 to "
                "folds"
            )
        s.kinds_of(self.kind or ())
        multilayer([1, *self.hidden, 1], self.activation, initializer=self.initializer)
        for family, given in ((Loss, self.loss), (Augmentation, self.augment)):
            if given is not None:
                family.make(given)
        self.penalties()
        self.stopping()
        if self.engine is not None:
            check_choice("engine", self.engine, ENGINES)
        Optimizer.make(self.optimizer)
        self.rates(Loss.make("cross_entropy" if self.loss is None else self.loss))
        return self

    @staticmethod
    def check_keys(values: Mapping[str, Any]) -> None:
        """Raise SettingError for a key that is no setting, with the nearest one that is."""
        given = values.get("format", FORMAT)
        if str(given) != str(FORMAT):
            raise SettingError(
                f"format is {shown(given)} in the recipe; this noron reads {FORMAT}: update noron"
            )
        for key in values:
            if key not in RunSpec.model_fields:
                meant = WORDS["settings"].get(str(key))
                near = get_close_matches(str(key), RunSpec.model_fields, n=2, cutoff=0.5)
                near = [meant] if meant in RunSpec.model_fields else near
                hint = f"did you mean {' or '.join(map(repr, near))}? " if near else ""
                raise SettingError(
                    f"unknown setting of a recipe {shown(key)}: {hint}noron train --help lists all"
                )

    # ---- what it means

    def layers_for(self, n_inputs: int, n_outputs: int) -> tuple[Layer, ...]:
        """Return the layers without Standardize. Raises SettingError if they do not fit."""
        if self.layers is not None:
            return tuple(Layer.make(layer) for layer in self.layers)
        return multilayer(
            [n_inputs, *self.hidden, n_outputs],
            self.activation,
            initializer=self.initializer,
            dropout=self.dropout,
            batch_norm=self.batch_norm,
        )

    @property
    def source(self) -> DataSource:
        """What is read, and how."""
        text = text_of(self.kinds) if self.kind else ()
        toy = tuple((k, v) for k in TOY_SETTINGS if (v := getattr(self, k)) is not None)
        return DataSource(self.data, self.target, self.drop, text, self.encoding, toy)

    @property
    def kinds(self) -> dict[str, str]:
        """Return the requested kind of each column in `kind`. Raises SettingError."""
        return s.kinds_of(self.kind or ())

    def penalties(self) -> list[Regularizer]:
        """Return all regularizers; L2 is one of them if `l2` is not 0."""
        more = [Regularizer.make(one) for one in self.regularizers]
        return [*([L2(self.l2)] if self.l2 else []), *more]

    def stopping(self) -> list[StoppingRule]:
        """Return the rules that end the training early."""
        patience = [] if self.patience is None else [EarlyStopping(patience=self.patience)]
        return [*patience, *(StoppingRule.make(one) for one in self.stop or ())]

    def rates(self, loss: Loss) -> float | str | Schedule | None:
        """Return the learning rate as `NeuralNetwork.train` takes it with this loss."""
        rate = self.learning_rate
        if self.schedule is None:
            return rate
        if rate == "auto":
            raise SettingError(
                'learning_rate is "auto", which takes no schedule: leave one of them out'
            )
        base = default_rate(Optimizer.make(self.optimizer), loss) if rate is None else rate
        return as_schedule(_with_rate(self.schedule, base, rate))

    @property
    def most_epochs(self) -> int | None:
        """Return the largest number of epochs; None if only the time limit ends the run."""
        return EPOCHS if self.epochs is None and self.time_limit is None else self.epochs

    @property
    def splitting_seed(self) -> int:
        """Return the seed that chooses the held out rows: `split_seed`, or `seed` if it is None."""
        return self.seed if self.split_seed is None else self.split_seed

    @property
    def wants_standardized(self) -> bool | None:
        """Return whether to put Standardize first; None leaves that to the data."""
        given = self.layers is not None and isinstance(Layer.make(self.layers[0]), Standardize)
        return False if given else self.standardize

    @property
    def identity(self) -> str:
        """Return the SHA-256 of the content; `data_hash`, if given, replaces the data's name."""
        content = self.content()
        if self.data_hash is not None:
            del content["data"]
        text = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def content(self) -> dict[str, Any]:
        """Return every setting that is not None as plain data; `RunSpec(**content)` is equal."""
        result = _without_none(self.model_dump(mode="json"))
        if self.layers is not None:
            result = {name: value for name, value in result.items() if name not in SHAPED}
        return result

    def but(self, **changes: Any) -> "RunSpec":
        """Return the recipe with these settings changed; None resets one to its default."""
        kept = {name: value for name, value in self.content().items() if name not in changes}
        return RunSpec(**kept, **changes)

    # ---- files

    def to_json(self) -> str:
        """Return the settings as JSON."""
        return json.dumps(self.content(), indent=2, ensure_ascii=False)

    def to_toml(self) -> str:
        """Return the settings as TOML."""
        return tomlkit.dumps(self.content())

    @staticmethod
    def from_json(text: str) -> "RunSpec":
        """Return the recipe that `to_json` wrote."""
        return RunSpec(**parsed(text, "JSON", "the recipe"))

    @staticmethod
    def from_toml(text: str) -> "RunSpec":
        """Return the recipe that `to_toml` wrote."""
        return RunSpec(**parsed(text, "TOML", "the recipe"))

    def save(self, path: str | Path) -> None:
        """Write the recipe to a file atomically: JSON if its name ends in .json, else TOML."""
        text = self.to_json() if Path(path).suffix == ".json" else self.to_toml()
        write_atomically(Path(path), text.encode())


def _without_none(value: Any) -> Any:
    """Leave out each None, which TOML does not have."""
    if isinstance(value, dict):
        return {name: _without_none(one) for name, one in value.items() if one is not None}
    return [_without_none(one) for one in value] if isinstance(value, list) else value


def _with_rate(given: str | dict[str, Any], rate: float, message: Any) -> dict[str, Any]:
    """Return a schedule's settings, with the recipe's rate if it has none."""
    settings = {"name": given} if isinstance(given, str) else dict(given)
    fields = getattr(Schedule.members.get(str(settings["name"])), "__dataclass_fields__", {})
    key = next((name for name in ("learning_rate", "peak") if name in fields), None)
    if key is not None and key not in settings:
        return settings | {key: rate}
    if message is not None:
        raise SettingError(
            f"learning_rate is {message} and the schedule {shown(given)} has one of its own: leave "
            "one of them out"
        )
    return settings
