"""What text in a cell means."""

import numpy as np
import pytest

from noron.data.tables.encoders import yes_or_no
from noron.data.tables.text import date, date_format, decimal_of, is_missing, number, numbers_in


@pytest.mark.parametrize("text", ["", " ", "NA", "n/a", "NaN", "null", "None", "?", "-", "--", "."])
def test_nothing_is_written_in_many_ways(text):
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "no", "nada", "unknown", "...x"])
def test_not_everything_is_nothing(text):
    assert not is_missing(text)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("3", ".", 3),
        ("-3.5e2", ".", -350),
        ("+.5", ".", 0.5),
        ("1,234,567.5", ".", 1234567.5),
        ("1 234", ".", 1234),
        ("$ 1,200", ".", 1200),
        ("12 %", ".", 12),
        ("(1,200)", ".", -1200),
        ("3,5", ",", 3.5),
        ("1.234,5", ",", 1234.5),
        ("1.234", ",", 1234),
        ("1.234", ".", 1.234),
        ("-0,25", ",", -0.25),
        ("€ 1.000.000", ",", 1e6),
    ],
)
def test_numbers_are_read(text, decimal, value):
    assert number(text, decimal) == value


@pytest.mark.parametrize(
    "text", ["", "3a", "1,2,3", "three", "1..2", "--3", "0x10", "1-2", "()", "(-3)"]
)
def test_words_are_no_numbers(text):
    assert number(text, ".") is None


def test_the_decimal_mark_is_told_by_the_whole_column():
    assert decimal_of(["1,5", "2,25"]) == ","
    assert decimal_of(["1,500", "2,250"]) == "."
    assert decimal_of(["1,500", "2.25"]) == "."
    assert decimal_of(["1.500,5", "2.250"]) == ","


def test_a_few_strays_among_numbers_are_missing_and_many_make_words():
    numbers = [str(i) for i in range(40)]
    assert numbers_in([*numbers, "unknown"], np.ones(41)) == (".", ("unknown",))
    assert numbers_in([*numbers, "unknown"], np.array([1] * 40 + [10])) is None
    assert numbers_in([*numbers, "a", "b", "c", "d"], np.ones(44)) is None
    assert numbers_in(["a", "b"], np.ones(2)) is None


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        (["2024-02-29", "2024-03-01 12:30:00"], "iso"),
        (["2024/02/29"], "%Y/%m/%d"),
        (["29.02.2024", "1.3.2024 12:30"], "%d.%m.%Y"),
        (["29/02/2024", "01/03/2024"], "%d/%m/%Y"),
        (["02/29/2024", "03/01/2024"], "%m/%d/%Y"),
        (["29 Feb 2024"], "%d %b %Y"),
        (["Feb 29, 2024"], "%b %d, %Y"),
    ],
)
def test_dates_are_read_by_one_form_for_the_whole_column(texts, form):
    assert date_format(texts) == form
    assert date(texts[0], form) == np.datetime64("2024-02-29")


@pytest.mark.parametrize("texts", [[], ["20240229"], ["2024-02-30"], ["2024-02-29", "soon"]])
def test_what_no_form_reads_is_no_date(texts):
    assert date_format(texts) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("Yes", 1), ("TRUE", 1), ("ja", 1), ("có", 1), ("1", 1), ("no", 0), ("Nein", 0), ("0", 0)],
)
def test_yes_and_no_in_several_languages(text, value):
    assert yes_or_no(text) == value


def test_what_is_neither_yes_nor_no():
    assert yes_or_no("maybe") is None
    assert yes_or_no("2") is None
