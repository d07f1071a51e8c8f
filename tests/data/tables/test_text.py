"""What text in a cell means: a missing value, yes or no, a code."""

import numpy as np
import pytest

from noron.data.tables.encoders import yes_or_no
from noron.data.tables.text import code_text, has_codes, is_missing, lose_digits, plain_numbers


@pytest.mark.parametrize(
    "text", ["", " ", "NA", "n/a", "NaN", "null", "None", "?", "-", "--", ".", "#REF!", "#DIV/0!"]
)
def test_nothing_is_written_in_many_ways(text):
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "no", "nada", "unknown", "...x"])
def test_not_everything_is_nothing(text):
    assert not is_missing(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("Yes", 1), ("TRUE", 1), ("ja", 1), ("có", 1), ("1", 1), ("VRAI", 1), ("WAHR", 1)),
        *(("Đúng", 1), ("sim", 1), ("no", 0), ("Nein", 0), ("0", 0), ("faux", 0), ("Falsch", 0)),
        *(("sai", 0), ("falso", 0)),
    ],
)
def test_yes_and_no_in_several_languages(text, value):
    assert yes_or_no(text) == value


def test_what_is_neither_yes_nor_no():
    assert yes_or_no("maybe") is None
    assert yes_or_no("2") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("7.0", "7"), ("7", "7"), ("10.000", "10"), ("0.0", "0"), ("-3.0", "-3")]
    + [(same, same) for same in ("007", "007.0", "1.10", "7.", "a.0", "1e5")],
)
def test_a_whole_number_is_one_code_however_it_is_written(text, code):
    assert code_text(text) == code


@pytest.mark.parametrize(
    ("levels", "counts", "are_codes"),
    [
        (["01099", "90210"], [1, 500], True),  # one length
        (["01", "1", "001"], [10, 10, 10], True),
        (["08", *map(str, range(9, 120))], [1] * 112, False),  # one cell tells nothing
        (["08", "31", "45"], [1, 200, 200], False),
        (["08", "31", "45"], [50, 200, 200], True),
        (["10", "20"], [5, 5], False),
    ],
)
def test_zeros_in_front_make_codes_if_they_are_many_or_of_one_length(levels, counts, are_codes):
    assert has_codes(levels, np.array(counts)) is are_codes


@pytest.mark.parametrize(
    "levels",
    [["1", "x"], ["01"], ["1_000"], ["1.200", "950"], [str(2**53 + 1), "1"], [], ["1,5"]],
)
def test_text_that_tells_more_than_a_number_stays_text(levels):
    assert plain_numbers(levels) is None


@pytest.mark.parametrize("levels", [["1", "-2.5e3"], ["1.200", "0.5"], ["123456789012345"]])
def test_plain_numbers_are_numbers(levels):
    assert plain_numbers(levels).tolist() == [float(text) for text in levels]


@pytest.mark.parametrize(
    ("levels", "loses"),
    [
        (["9007199254740992", "9007199254740993"], True),
        (["9007199254740993", "9007199254740993.0", "7"], False),
        (["90071992547409930", "12"], False),
        (["12345678901234567890", "12345678901234567891", "1.5"], True),
        (["1", "2"], False),
    ],
)
def test_whole_numbers_that_float64_cannot_tell_apart_lose_digits(levels, loses):
    assert lose_digits(levels) is loses
