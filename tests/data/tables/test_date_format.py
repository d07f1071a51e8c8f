"""How the dates of a column are written is learnt from the whole column."""

from datetime import datetime

import numpy as np
import pytest

from noron.data.tables.date_format import date, date_format

MOMENT = datetime(2023, 11, 25, 18, 5, 9)


def learnt(texts, counts=None, **asked):
    return date_format(texts, np.ones(len(texts)) if counts is None else np.array(counts), **asked)


@pytest.mark.parametrize(
    "form",
    [
        *("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d/%m/%y"),
        *("%d %b %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%B %d, %Y", "%Y %b %d"),
        *("%Y.%m.%d", "%d.%m.%y", "%m/%d/%y", "%a, %d %b %Y", "%A %d %B %Y"),
    ],
)
@pytest.mark.parametrize(
    "time",
    ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S%p", "T%H:%M:%SZ", ", %H:%M", " %H:%M:%S.5"],
)
def test_the_usual_forms(form, time):
    text = MOMENT.strftime(form + time)
    parts = {"second": MOMENT.second if "%S" in time else 0}
    parts |= {} if time else {"hour": 0, "minute": 0}
    expected = MOMENT.replace(**parts, microsecond=500_000 if time.endswith(".5") else 0)
    assert learnt([text]).read(text) == np.datetime64(expected)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2020-01-01T00:00:00Z", "2020-01-01T00:00"),
        ("2020-01-01T07:00:00+07:00", "2020-01-01T00:00"),
        ("2020-01-01 07:00:00+0700", "2020-01-01T00:00"),
        ("2019-12-31 19:30 -04:30", "2020-01-01T00:00"),
        ("01/01/2020 07:00 +07", "2020-01-01T00:00"),
        ("1 Jan 2020 05:30 UTC+05:30", "2020-01-01T00:00"),
        ("Wed, 01 Jan 2020 07:00:00 +0700", "2020-01-01T00:00"),
        ("2020-01-01T00:00:00.123456789Z", "2020-01-01T00:00:00.123456"),
    ],
)
def test_offsets_shift_the_time(text, utc):
    assert learnt([text]).read(text) == np.datetime64(utc)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 25 tháng 11 năm 2023", "2023-11-25"),
        ("25 thg 11, 2023", "2023-11-25"),
        ("18:05 25/11/2023", "2023-11-25T18:05"),
        ("25/11/2023 6:05 CH", "2023-11-25T18:05"),
        ("12:00 AM 25/11/2023", "2023-11-25T00:00"),
        ("12:00 PM 25/11/2023", "2023-11-25T12:00"),
        ("25. März 2023", "2023-03-25"),
        ("Samstag, 25. November 2023", "2023-11-25"),
        ("Sa., 25.11.23 18:05 Uhr", "2023-11-25T18:05"),
        ("1er août 2023", "2023-08-01"),
        ("samedi 25 novembre 2023", "2023-11-25"),
        ("mercredi 1er mars 2023 à", None),
        ("25 de noviembre de 2023", "2023-11-25"),
        ("25 de março de 2023", "2023-03-25"),
        ("25 gennaio 2023", "2023-01-25"),
        ("Thứ Bảy, 25/11/2023", "2023-11-25"),
        ("T7, ngày 25 tháng 11 năm 2023", "2023-11-25"),
        ("Chủ nhật, 26/11/2023", "2023-11-26"),
        ("tháng 11 năm 2023", "2023-11-01"),
        ("thg 11/2023", "2023-11-01"),
        ("25th Sept 2023", "2023-09-25"),
        ("2023-11", "2023-11-01"),
        ("11/2023", "2023-11-01"),
        ("Nov 2023", "2023-11-01"),
        ("25/11/69", "1969-11-25"),
        ("25/11/68", "2068-11-25"),
        ("18:05", "1970-01-01T18:05"),
    ],
)
def test_other_forms(text, expected):
    form = learnt([text])
    assert (form and form.read(text)) == (expected and np.datetime64(expected))


def test_one_order_is_taken_for_the_whole_column():
    form = learnt(["01/02/2024", "25/02/2024"])
    assert form.read("01/02/2024") == np.datetime64("2024-02-01")
    assert not form.note
    form = learnt(["01/02/2024", "02/25/2024"])
    assert form.read("01/02/2024") == np.datetime64("2024-01-02")


def test_a_column_that_leaves_the_order_open_says_which_was_taken():
    assert learnt(["01/02/2024", "03/04/2024"]).note == "01/02/2024 is read with the day first"


def test_a_few_strays_are_missing():
    texts = [f"{day:02}/01/2024" for day in range(1, 31)]
    form = learnt([*texts, "TBD", "31/02/2024"])
    assert form.strays == ("TBD", "31/02/2024")
    assert np.isnat(form.read("TBD"))
    assert np.isnat(form.read("NA"))


@pytest.mark.parametrize(
    "texts",
    [
        *([], ["20240229"], ["2024-02-30"], ["2024-02-29", "soon"], ["1.2.3"], ["10.0.0.1"]),
        *(["May"], ["5 May"], ["25:00"], ["13:00 PM 1/2/2024"], ["x" * 100_000], ["99999"]),
    ],
)
def test_what_no_form_reads_is_no_date(texts):
    assert learnt(texts) is None


def test_digits_are_dates_if_the_user_says_so():
    assert learnt(["20240229"], asked=True).read("20240229") == np.datetime64("2024-02-29")


@pytest.mark.parametrize(
    ("form", "text"), [("iso", "2024-02-29"), ("%d.%m.%Y", "29.02.2024"), ("%m/%d/%Y", "2/29/2024")]
)
def test_the_names_in_older_files_are_known(form, text):
    assert date(text, form) == np.datetime64("2024-02-29")
