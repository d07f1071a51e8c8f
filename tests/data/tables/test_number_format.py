"""How the numbers of a column are written is learnt from the whole column."""

import numpy as np
import pytest

from noron.data.tables.number_format import NumberFormat, number_format


def learnt(texts, counts=None):
    return number_format(texts, np.ones(len(texts)) if counts is None else np.array(counts))


def values(*texts):
    """The numbers of a column with these different texts, each in one row."""
    form = learnt(texts)
    return None if form is None else [form.read(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("3", ".", 3),
        ("-3.5e2", ".", -350),
        ("+.5", ".", 0.5),
        ("1,234,567.5", ".", 1234567.5),
        ("1 234", ".", 1234),
        ("(1,200)", ".", -1200),
        ("3,5", ",", 3.5),
        ("1.234,5", ",", 1234.5),
        ("1.234", ",", 1234),
        ("1.234", ".", 1.234),
        ("-0,25", ",", -0.25),
        ("1'234.50", ".", 1234.5),
        ("1’234’567", ".", 1234567),
        ("1\u202f234,5", ",", 1234.5),
        ("12,34,567", ".", 1234567),
        ("\u22122.5", ".", -2.5),
        ("\u2013 7", ".", -7),
        ("5-", ".", -5),
        ("5.5 -", ".", -5.5),
        ("~12.5", ".", 12.5),
        ("\u2248 12", ".", 12),
        ("inf", ".", np.inf),
    ],
)
def test_numbers_are_read(text, decimal, value):
    assert NumberFormat(decimal).number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "1,2,3", "three", "1..2", "--3", "0x10", "1-2", "()", "(-3)", "-5-", "12 34"),
        *("3-day", "5- kg", "18-25", "1st place"),
        *("1_000", "0,123,456", "1.2.3", "$", "5 kg", "9" * 65, "1e", "e5", "1" * 30_000 + "x"),
    ],
)
def test_words_are_no_numbers(text):
    assert NumberFormat().number(text) is None


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["1,5", "2,25"], [1.5, 2.25]),
        (["1,500", "2,250"], [1500, 2250]),
        (["1,500", "2.25"], [1500, 2.25]),
        (["1.500,5", "2.250"], [1500.5, 2250]),
        (["1.200", "950", "12.500"], [1200, 950, 12500]),
        (["1.234.567", "950"], [1234567, 950]),
        (["1.200", "9500"], [1.2, 9500]),  # whoever groups digits groups all of them
        (["1.200", "0.950"], [1.2, 0.95]),
        (["1.234", "5.678"], [1.234, 5.678]),
        (["1.200", "5.600"], [1200, 5600]),  # prices end in zeros
        (["-1.200", "-950"], [-1200, -950]),
        (["0,500", "1,500"], [0.5, 1.5]),
        (
            [*(f"1,{i:03}" for i in range(100, 200)), "0,980"],
            [*((1000 + i) / 1000 for i in range(100, 200)), 0.98],
        ),
    ],
)
def test_the_decimal_mark_is_told_by_the_whole_column(texts, read):
    assert values(*texts) == read


def test_one_odd_cell_does_not_decide_the_decimal_mark():
    texts = [f"{i}.{i:03}" for i in range(100, 200)]
    form = learnt([*texts, "950", "3.75"])
    assert form.read("100.100") == 100100
    assert form.strays == ("3.75",)


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["1.200", "950"], "1.200 is read as 1200"),
        (["1.234", "5.678"], "1.234 is read as 1.234"),
        (["1,234", "5,678"], "1,234 is read as 1234"),
        (["1,5", "2"], "with a decimal comma"),
        (["2k", "3M"], "2k is read as 2000"),
        (["08", "1", "123"], "08 is read as 8"),
    ],
)
def test_a_reading_that_is_not_the_only_one_is_said(texts, says):
    assert says in learnt(texts).describe()


@pytest.mark.parametrize(
    ("texts", "unit", "read"),
    [
        (["63.4 kg", "5kg"], "kg", [63.4, 5]),
        (["63,4 kg", "5"], "kg", [63.4, 5]),
        (["63.4 Kg", "5 kg", "7KG"], "kg", [63.4, 5, 7]),
        (["1,234.50- €", "€ 12.25-", "7.00 -€"], "EUR", [-1234.5, -12.25, -7]),
        (["12.5- %", "3 %-", "4 %"], "%", [-12.5, -3, 4]),
        (["€63.4M", "€900k"], "EUR", [63.4e6, 9e5]),
        (["634,222 VND", "1,000 vnd"], "VND", [634222, 1000]),
        (["634.222 đ", "1.000.000₫"], "VND", [634222, 1e6]),
        (["USD 63.42", "$5"], "USD", [63.42, 5]),
        (["63.4°C", "\u22125 °C"], "°C", [63.4, -5]),
        (["12 %", "5.5%"], "%", [12, 5.5]),
        (["1,5 tỷ", "900 triệu"], "", [1.5e9, 9e8]),
        (["12 years", "1 year"], "year", [12, 1]),
        (["5 m", "7.5 m"], "m", [5, 7.5]),
        (["$5m", "$7.5m"], "USD", [5e6, 7.5e6]),
        (["-€5", "€-7", "(€9)", "€ 3-"], "EUR", [-5, -7, -9, -3]),
        (["12 m2", "30 m2"], "m2", [12, 30]),
        (["12 km/h", "30 km/h"], "km/h", [12, 30]),
        (["300 K", "273 K"], "K", [300, 273]),
        (["CHF 5.-", "CHF 7.50"], "CHF", [5, 7.5]),
        (["5,–", "€ 7,50"], "EUR", [5, 7.5]),
        (["1,5 triệu đồng", "2 tỷ đồng"], "VND", [1.5e6, 2e9]),
        (["500k VND", "1.5tr VND"], "VND", [5e5, 1.5e6]),
        (["Rp 15.000", "Rp 1.250.000"], "IDR", [15000, 1.25e6]),
    ],
)
def test_a_unit_that_the_column_shares(texts, unit, read):
    assert learnt(texts).unit_name == unit
    assert values(*texts) == pytest.approx(read)


@pytest.mark.parametrize(
    "texts",
    [
        ["5 kg", "7 g"],
        ["$5", "€7"],
        ["Q1", "Q2"],
        ["1st", "2nd", "3rd"],
        ["1A", "2B", "3C"],
        ["a", "b"],
        ["10-20", "20-30"],
        ["1.2.3", "1.2.4"],
    ],
)
def test_what_is_no_column_of_numbers(texts):
    assert learnt(texts) is None


def test_a_few_strays_among_numbers_are_missing_and_many_make_words():
    numbers = [str(i) for i in range(40)]
    form = learnt([*numbers, "unknown"])
    assert form.strays == ("unknown",)
    assert np.isnan(form.read("unknown"))
    assert np.isnan(form.read("NA"))
    assert form.read("12") == 12
    assert learnt([*numbers, "unknown"], [1] * 40 + [10]) is None
    assert learnt([*numbers, "a", "b", "c", "d"]) is None
    assert learnt([*numbers, "a", "b", "c", "d"], [20] * 40 + [1] * 4).strays == tuple("abcd")


def test_one_typing_error_is_no_unit():
    assert learnt([*map(str, range(100)), "12o"]).strays == ("12o",)
