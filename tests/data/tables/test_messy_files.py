"""CSV files as people have them: each is learnt from, or refused in one clear sentence."""

import csv
import io
import warnings

import numpy as np
import pytest

from noron.core.errors import DataError
from noron.estimators import TableClassifier

ROWS = 60
rng = np.random.default_rng(0)
SIZE = rng.uniform(1, 9, ROWS).round(2)
COUNT = rng.integers(0, 40, ROWS)
WORD = rng.choice(["red", "green", "blue"], ROWS)
TARGET = np.where(SIZE > 5, "big", "small")


def text_of(*columns, header, delimiter=",", end="\n"):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end)
    writer.writerow([*header, "target"])
    writer.writerows(zip(*columns, TARGET, strict=True))
    return stream.getvalue()


def comma(values):
    return [f"{v:.2f}".replace(".", ",") for v in values]


def every(n, values, other):
    """`values`, but in every n-th place what `other` has next."""
    others = iter(other * ROWS)
    return [next(others) if i % n == 0 else v for i, v in enumerate(values)]


def dates(form):
    days = np.datetime64("2019-01-01") + rng.integers(0, 1500, ROWS)
    return [day.astype(object).strftime(form) for day in days]


def many_words():
    """10,000 different words in 20,000 rows."""
    words = [f"w{i % 10_000}" for i in range(20_000)]
    marks = ["big" if i % 3 else "small" for i in range(20_000)]
    lines = [f"{w},{i % 7},{m}" for i, (w, m) in enumerate(zip(words, marks, strict=True))]
    return "word,count,target\n" + "\n".join(lines) + "\n"


LEARNT = {
    "semicolons": (text_of(SIZE, header=["size"], delimiter=";"), {"size": "number"}),
    "tabs": (text_of(SIZE, WORD, header=["size", "word"], delimiter="\t"), {"word": "3 categ"}),
    "bars": (text_of(SIZE, header=["size"], delimiter="|"), {"size": "number"}),
    "negative numbers in brackets": (
        text_of([f"({v})" for v in SIZE], header=["size"]), {"size": "number"}
    ),
    "decimal commas": (
        text_of(comma(SIZE), header=["size"], delimiter=";"),
        {"size": "number, with a decimal comma"},
    ),
    "thousands": (
        text_of([f"{v * 1000:,.2f}" for v in SIZE], header=["price"]),
        {"price": "number"},
    ),
    "currencies": (text_of([f"${v:.2f}" for v in SIZE], header=["price"]), {"price": "number"}),
    "missing in five spellings": (
        text_of(every(4, SIZE, ["", "NA", "n/a", "?", "null"]), WORD, header=["size", "word"]),
        {"size": "number, some missing"},
    ),
    "a stray word among numbers": (
        text_of(every(25, SIZE, ["unknown"]), header=["size"]),
        {"size": "number, unknown read as missing"},
    ),
    "mixed types": (
        text_of(every(2, COUNT, ["red", "blue", "green", "grey", "pink"]), SIZE,
                header=["mixed", "size"]),
        {"mixed": "categories"},
    ),
    "quoted newlines and delimiters": (
        text_of([f"{w},\nor so" for w in WORD], SIZE, header=["word", "size"]),
        {"word": "3 categories (blue, or so"},
    ),
    "a byte-order mark": ("\ufeff" + text_of(SIZE, header=["size"]), {"size": "number"}),
    "Windows line ends": (text_of(SIZE, header=["size"], end="\r\n"), {"size": "number"}),
    "ISO dates": (text_of(dates("%Y-%m-%d"), SIZE, header=["day", "size"]), {"day": "date, with"}),
    "German dates": (
        text_of(dates("%d.%m.%Y"), SIZE, header=["day", "size"]),
        {"day": "date (day, month, year)"},
    ),
    "dates with times": (
        text_of(dates("%Y-%m-%d 07:30:00"), SIZE, header=["day", "size"]),
        {"day": "date, with its place in the year, month, week"},
    ),
    "10,000 categories": (many_words(), {"word": "categories"}),
    "constant and empty columns": (
        text_of(["x"] * ROWS, [""] * ROWS, SIZE, header=["same", "none", "size"]),
        {"same": "left out: the same in every row", "none": "left out: empty in every row"},
    ),
    "identifiers": (
        text_of(range(ROWS), [f"K-{i * 37}" for i in range(ROWS)], SIZE,
                header=["id", "key", "size"]),
        {
            "id": "left out: a different number in each row",
            "key": "left out: different in almost every",
        },
    ),
    "yes and no in four languages": (
        text_of(every(3, ["nein"] * ROWS, ["ja", "yes", "oui", "có"]), SIZE,
                header=["answer", "size"]),
        {"answer": "yes or no"},
    ),
    "postal codes": (
        text_of([f"0{1000 + c}" for c in COUNT % 5], SIZE, header=["code", "size"]),
        {"code": "5 categories (01000"},
    ),
    "huge numbers": (text_of(SIZE * 1e200, header=["size"]), {"size": "number"}),
    "spaces around cells": (
        text_of([f"  {w} " for w in WORD], [f" {v} " for v in SIZE], header=["word", "size"]),
        {"word": "3 categories (blue, green, red)", "size": "number"},
    ),
    "blank lines": (text_of(SIZE, header=["size"]).replace("\n", "\n\n"), {"size": "number"}),
}  # fmt: skip

REFUSED = {
    "an empty file": ("", "empty"),
    "a header alone": ("size,target\n", "no rows"),
    "ragged rows": ("size,target\n1,a\n2\n", "line 3: 1 cell"),
    "a name twice": ("size,size,target\n1,2,a\n2,3,b\n", "size"),
    "Latin-1": ("größe,target\n1,a\n2,b\n".encode("latin-1"), "UTF-8"),
    "infinity": (text_of(every(9, SIZE, ["inf"]), header=["size"]), "is inf"),
    "no such target": ("size,goal\n1,a\n2,b\n", "target"),
    "a single class": ("size,target\n" + "1,a\n2,a\n" * 20, "one class only"),
    "a target that is empty": ("size,target\n" + "1,\n2,\n" * 20, "empty in every row"),
    "a target alone": ("target\n" + "a\nb\n" * 20, "no column"),
    "only identifiers": (
        "key,target\n" + "".join(f"K{i},{'ab'[i % 2]}\n" for i in range(40)),
        "no column is left to learn from",
    ),
}


@pytest.fixture
def write(tmp_path):
    def to(text):
        path = tmp_path / "table.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return to


def small():
    return TableClassifier((8,), max_iter=2, n_members=1, random_state=0)


def test_there_are_twenty_and_more():
    assert len(LEARNT) >= 20


@pytest.mark.parametrize("what", LEARNT)
def test_it_is_learnt_from(what, write):
    text, expected = LEARNT[what]
    path = write(text)
    model = small().fit(path, "target")
    for name, words in expected.items():
        assert words in model.columns_[name]
    p = model.predict_proba(path)
    assert np.isfinite(p).all()
    np.testing.assert_allclose(p.sum(axis=1), 1, atol=1e-6)


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_one_sentence(what, write):
    text, says = REFUSED[what]
    with pytest.raises(DataError) as caught:
        small().fit(write(text), "target")
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
    assert len(message) < 300
    assert caught.value.__cause__ is None


def test_rows_without_a_target_are_left_out_and_counted(write):
    text = text_of(SIZE, header=["size"]).replace(",big", ",", 3)
    with pytest.warns(UserWarning, match="3 of 60 rows have nothing in column 'target'"):
        model = small().fit(write(text), "target")
    assert model.classes_.tolist() == ["big", "small"]


def test_a_file_is_the_table_it_holds(write):
    path = write(text_of(SIZE, WORD, header=["size", "word"]))
    table = {"size": SIZE, "word": WORD}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        one = small().fit(path, "target")
        two = small().fit(table, TARGET)
    np.testing.assert_array_equal(one.predict_proba(path), two.predict_proba(table))
