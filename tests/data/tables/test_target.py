"""How a target is read: classes or numbers, by one limit, and new rows as in training."""

import numpy as np
import pytest

from noron.core.closed import closed
from noron.core.errors import DataError, SettingError
from noron.data.tables.columns import texts
from noron.data.tables.number_format import NumberFormat
from noron.data.tables.target import read_target
from noron.data.targets import MOST_CLASSES, holds_classes
from noron.experiments.task import Task


@pytest.mark.parametrize("n", [MOST_CLASSES, MOST_CLASSES + 1])
def test_one_limit_decides_whether_whole_numbers_are_classes(n):
    target = read_target(texts([str(i % n) for i in range(5 * n)]), "y")
    assert target.values.dtype == np.int64
    assert holds_classes(target.values) is (n == MOST_CLASSES)
    task = Task.of(target.values, None, from_file=True)
    assert (task.loss.task == "classes") is (n == MOST_CLASSES)
    assert Task.of(target.values, "cross_entropy", from_file=True).n_outputs == n


def test_words_floats_and_yes_or_no_leave_no_doubt():
    assert holds_classes(np.array([f"word {i}" for i in range(99)]))
    assert holds_classes(np.array([True, False]))
    assert not holds_classes(np.array([0.0, 1.0]))


TRAINING = ["1.234,50 EUR", "987,25 EUR", "12.500,00 EUR", "n/a"]


def test_new_rows_are_read_by_the_format_of_training():
    form = read_target(texts(TRAINING), "price", False).form
    assert form is not None
    assert (form.decimal, form.unit_name) == (",", "EUR")
    new = texts(["1.234", "2.345", ""])
    assert read_target(new, "price", False).values[:2].tolist() == [1.234, 2.345]
    again = read_target(new, "price", False, form=form)
    assert again.values[:2].tolist() == [1234, 2345]
    assert again.there.tolist() == [True, True, False]


def test_a_new_cell_that_is_written_otherwise_is_refused_unless_there_are_few():
    form = read_target(texts(TRAINING), "price", False).form
    with pytest.raises(DataError, match=r"'1,234.50', which is not written like the numbers of tr"):
        read_target(texts(["1,234.50", "1.000"]), "price", False, form=form)
    many = texts([*["12,5"] * 30, "on request"])
    assert read_target(many, "price", False, form=form).there.sum() == 30


@pytest.mark.parametrize(
    "data",
    [{"decimal": "x", "strays": []}, {"decimal": ".", "strays": [1]}, {"strays": [], "unit": "kg"}],
)
def test_settings_that_are_no_format_are_refused(data):
    with pytest.raises(SettingError):
        closed(NumberFormat, data)


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (["1,0", "2,0", "1,0", "2,0"], [1, 2, 1, 2]),
        (["1.10", "1.1", "1.10", "1.1"], ["1.10", "1.1", "1.10", "1.1"]),
        (["1.10", "1.1", "1.2", "1.1"], [1.1, 1.1, 1.2, 1.1]),
        (["1.0", "1", "2", "2.0"], [1, 1, 2, 2]),
        (["vrai", "faux", "vrai"], ["vrai", "faux", "vrai"]),
        (["#REF!", "yes", "no"], ["#REF!", "yes", "no"]),
    ],
)
def test_labels_are_classes_as_they_are_meant(labels, values):
    assert read_target(texts(labels), "y").values.tolist() == values
