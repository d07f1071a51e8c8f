"""How a target column is read: as classes (whole numbers or words), or as numbers."""

import re
import warnings
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from noron.core.errors import DataError, DataWarning, shown
from noron.core.types import Array
from noron.data.tables.columns import Column, Dates, Numbers, Texts, without_missing
from noron.data.tables.encoders.base import by_level
from noron.data.tables.number_format import PLAIN, NumberFormat, number_format
from noron.data.tables.text import code_text, has_codes, is_tolerable
from noron.data.targets import MOST_CLASSES

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


class TargetColumn(NamedTuple):
    """A target: its values, which rows have one, whether they are classes, how they are written."""

    values: Array
    there: Array
    classes: bool
    form: NumberFormat | None = None

    def warn(self, name: str, stacklevel: int) -> None:
        """Warn of a way to read the numbers that the column leaves open."""
        if self.form is not None and self.form.note:
            note = f"column {shown(name)}, the target: {self.form.note}"
            warnings.warn(note, DataWarning, stacklevel=stacklevel + 1)


def read_target(
    column: Column,
    name: str,
    classes: bool | None = None,
    known: Array | None = None,
    form: NumberFormat | None = None,
) -> TargetColumn:
    """Return a column as a target: int64 or strings for classes, float64 for numbers. DataError.

    Without `classes` the column decides: words, codes such as 01, whole numbers, and few different
    numbers like 1.0 are classes. Words for a missing value, such as NA and None, are missing among
    numbers, and classes among words. `known` are the classes of a model: labels get their type.
    `form` is how the target of a model was written, which new rows are read by.
    """
    if isinstance(column, Dates):
        raise DataError(f"column {shown(name)} holds dates, which noron does not predict")
    if isinstance(column, Numbers):
        return _of_numbers(column, classes)
    if classes is False or form is not None:
        return _as_numbers(column, name, form)
    labels = _labels(column, known)
    if classes or labels is not None:
        return labels or TargetColumn(
            np.array([*column.levels, ""])[column.codes], column.codes >= 0, True
        )
    return _as_numbers(column, name, form)


def _of_numbers(column: Numbers, classes: bool | None) -> TargetColumn:
    there = ~np.isnan(column.values)
    values = np.where(there, column.values, 0)
    whole = bool((values == np.round(values)).all())
    if column.boolean and classes is not False:
        return TargetColumn(values.astype(bool), there, True)
    if classes is None:
        classes = whole and len(np.unique(values[there])) <= MOST_CLASSES
    if not classes:
        return TargetColumn(column.values, there, False)
    return TargetColumn(values.astype(np.int64) if whole else values, there, True)


def _labels(column: Texts, known: Array | None) -> TargetColumn | None:
    """Return a column of text as labels; None if it holds numbers to be predicted."""
    numbers = without_missing(column)
    plain = all(map(_WHOLE.fullmatch, numbers.levels))
    form = PLAIN if plain else number_format(numbers.levels, numbers.counts())
    if (
        not numbers.levels
        or (known is not None and known.dtype.kind == "U")
        or _are_words(numbers, form)
    ):
        return TargetColumn(np.array([*column.levels, ""])[column.codes], column.codes >= 0, True)
    whole = _whole_numbers(numbers, form)
    if whole is None:
        return None
    return TargetColumn(
        np.array([*whole, 0], dtype=np.int64)[numbers.codes], numbers.codes >= 0, True
    )


def _are_words(numbers: Texts, form: NumberFormat | None) -> bool:
    """Return whether labels are words or codes: 1, 01 and 001 are three classes."""
    if form is None:
        return True
    if len(numbers.levels) > 1 and len({form.read(text) for text in numbers.levels}) == 1:
        return code_text(numbers.levels[0]) != code_text(numbers.levels[1])  # 1.1 and 1.10
    if len(numbers.levels) - len(form.strays) > MOST_CLASSES:  # too many for classes
        return has_codes(numbers.levels, numbers.counts())
    return bool(form.strays or form.unit_name) or has_codes(numbers.levels)


def _whole_numbers(numbers: Texts, form: NumberFormat | None) -> list[int] | None:
    """Return labels that are whole numbers, if all are; those like 1.0 have to be few."""
    levels = numbers.levels
    comma = form is not None and form.decimal == ","
    written = [code_text(text.replace(",", ".") if comma else text) for text in levels]
    few = len(levels) <= min(MOST_CLASSES, numbers.counts().sum() / 2)
    if not all(map(_WHOLE.fullmatch, levels if not few else written)):
        return None
    whole = [int(text) for text in written]
    return whole if len(set(whole)) == len(set(written)) else None


def _as_numbers(column: Texts, name: str, form: NumberFormat | None) -> TargetColumn:
    numbers = without_missing(column)
    if not numbers.levels:
        return TargetColumn(np.full(len(numbers.codes), np.nan), numbers.codes >= 0, False)
    counts = numbers.counts()
    known, form = form is not None, form or number_format(numbers.levels, counts) or PLAIN
    odd = [i for i, text in enumerate(numbers.levels) if form.read(text) is None]
    if odd and not (known and is_tolerable(odd, counts)):
        why = (
            "not written like the numbers of training: write it like them"
            if known
            else "no number: for labels use TableClassifier (noron fit --task classes)"
        )
        raise DataError(
            f"column {shown(name)} holds {shown(numbers.levels[odd[0]])}, which is {why}"
        )
    y, _ = by_level(numbers, form.read, np.nan, np.float64)
    return TargetColumn(y, ~np.isnan(y), False, form)


def target_of(
    column: Column,
    name: str,
    error: Callable[..., DataError],
    known: Array | None = None,
    form: NumberFormat | None = None,
) -> TargetColumn:
    """Return a target that has to be complete; `error(row)` is raised for a cell without a value.

    It is raised too for a number that is not finite.
    """
    target = read_target(column, name, known=known, form=form)
    target.warn(name, 3)
    y = target.values
    wrong = np.flatnonzero(~target.there)
    if not wrong.size and not target.classes:
        wrong = np.flatnonzero(~np.isfinite(y))
    if wrong.size:
        raise error(int(wrong[0]), as_number=not target.there[wrong[0]])
    return target
