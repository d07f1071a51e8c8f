"""How a text file writes its table: separators, titles, quotes, encodings."""

import unicodedata
from pathlib import Path

import numpy as np
import pytest

from noron.core.errors import DataError, DataWarning, SettingError
from noron.data import read
from noron.data.readers import duck
from noron.data.readers.dialect import check_encoding, dialect_of
from noron.data.tables import Texts

TABLE = "a,b,y\n1,2.5,x\n3,4.5,y\n"


@pytest.fixture(params=[True, False], ids=["with DuckDB", "without DuckDB"])
def write(request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    if not request.param:
        monkeypatch.setattr(duck, "library", lambda: None)

    def to(content: str | bytes, name: str = "t.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return to


def cells(frame) -> dict[str, list]:
    """The table as plain lists."""
    return {
        name: [*column.levels, None]
        and [column.levels[k] if k >= 0 else None for k in column.codes]
        if isinstance(column, Texts)
        else column.values.tolist()
        for name, column in frame.columns.items()
    }


@pytest.mark.parametrize(
    "content",
    [
        "sep=,\n" + TABLE,
        "sep= ;\n" + TABLE.replace(",", ";"),
        "sep=\\t\n" + TABLE.replace(",", "\t"),
        "sep=;\n" + TABLE,  # the rows know better
        "\ufeff\ufeff" + TABLE,
        "sep=;\n" + TABLE.replace(",", ";"),
        '"sep=;"\r\n' + TABLE.replace(",", ";"),
        "SEP=\t\n" + TABLE.replace(",", "\t"),
        "\ufeffsep=|\n" + TABLE.replace(",", "|"),
        "a,b,y,\n1,2.5,x,\n3,4.5,y,\n",
        "a,b,y\n1,2.5,x,\n3,4.5,y,\n",
        "a,b,y,,\n1,2.5,x,,\n3,4.5,y,,\n",
        TABLE + ",,\n,,\n",
        TABLE + ",,\n",
    ],
)
def test_what_programs_add_is_passed_over(write, content):
    assert cells(read(write(content))) == {"a": [1, 3], "b": [2.5, 4.5], "y": ["x", "y"]}


@pytest.mark.parametrize(
    "titles",
    [
        "Report 2024\n",
        "Report 2024\n\n",
        "Report,,\n",
        "Report,,\n,,\n",
        "Report\nof May\n\n",
        "Sales, 2024\n\n",
        "# 2024\n",
    ],
)
def test_titles_above_the_table_are_passed_over_and_told(write, titles):
    with pytest.warns(DataWarning, match="above the column names are passed over"):
        frame = read(write(titles + TABLE))
    assert list(frame.columns) == ["a", "b", "y"]
    assert len(frame) == 2


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ('y,"which of these (a;b;c;d)"', ["y", "which of these (a;b;c;d)"]),
        ("y,tick all that apply; a; b; c", ["y", "tick all that apply; a; b; c"]),
        ('y,"a|b|c"', ["y", "a|b|c"]),
        ('y,"a\tb\tc"', ["y", "a\tb\tc"]),
        ('"y;z,,,",b', ["y;z,,,", "b"]),
    ],
)
def test_separators_in_header_cells_separate_nothing(write, header, names):
    frame = read(write(f"{header}\n1,2\n3,4\n5,6\n"))
    assert list(frame.columns) == names
    assert len(frame) == 3


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_rows_tell_the_separator(write, separator):
    rows = [["name", "note"], ["a", "x, y; z"], ["b", "p, q"], ["c", '"r"']]
    quoted = "\n".join(separator.join('"' + c.replace('"', '""') + '"' for c in r) for r in rows)
    assert cells(read(write(quoted)))["note"] == ["x, y; z", "p, q", '"r"']


def test_decimal_commas_do_not_separate(write):
    frame = read(write("a;b\n1,5;2,5\n3,5;4,5\n"))
    assert cells(frame) == {"a": ["1,5", "3,5"], "b": ["2,5", "4,5"]}


def test_quotes_behind_a_backslash(write):
    frame = read(write('a,y\n"he said \\"yes, sir\\"",1\n"x",2\n'))
    assert cells(frame) == {"a": ['he said "yes, sir"', "x"], "y": [1, 2]}


def test_backslashes_that_are_none_stay(write):
    assert cells(read(write('a,y\n"C:\\temp",1\n"x",2\n')))["a"] == ["C:\\temp", "x"]


def test_empty_rows_within_the_table_are_rows(write):
    assert len(read(write("a,b\n1,2\n,\n3,4\n"))) == 3


def test_a_cell_of_any_length(write):
    frame = read(write('note,x,y\n"' + "a" * 200_000 + '",1,2\nb,3,4\n'))
    assert cells(frame)["x"] == [1, 3]


def test_rows_of_one_length_are_no_titles(write):
    with pytest.raises(DataError, match="line 4: 3 cell"):
        read(write("name,note\nx,y\nz,w\nu,v,w\np,q,r\n"))


def test_text_that_excel_must_not_read(write):
    frame = read(write('a,b\n="00123",1\n="00456",2\n'))
    assert cells(frame)["a"] == ["00123", "00456"]


@pytest.mark.parametrize("content", ["<html><body>", "<!DOCTYPE html>", '[{"a": 1}]', '{"a": 1}'])
def test_what_is_no_table_is_named(write, content):
    with pytest.raises(DataError, match="save its"):
        read(write(content))


def test_a_header_without_names_for_rows_is_no_title(write):
    with pytest.raises(DataError, match="column 1 has no name"):
        read(write(",a,b\nr1,x,y\nr2,z,w\n"))


def in_cp1258(text: str) -> bytes:
    """The text as the code page has it: a letter with its hat or horn, then its tone."""
    result = ""
    for letter in text:
        base, *marks = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        hats = [mark for mark in marks if mark not in tones]
        result += unicodedata.normalize("NFC", "".join([base, *hats])) + "".join(tones)
    return result.encode("cp1258")


@pytest.mark.parametrize("encoding", ["cp1258", "utf-16", "utf-8"])
def test_an_encoding_that_is_given(write, encoding):
    text = "tên,chiều cao\nNguyễn,1.5\nTrần,2.5\n"
    content = in_cp1258(text) if encoding == "cp1258" else text.encode(encoding)
    frame = read(write(content), encoding=encoding)
    assert cells(frame) == {"tên": ["Nguyễn", "Trần"], "chiều cao": [1.5, 2.5]}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (in_cp1258("tên,y\nNguyễn Đức,1\n"), "perhaps cp1258, in which it reads"),
        ("nom,y\nÉléonore,1\n".encode("cp1252"), "perhaps cp1252"),
        (TABLE.encode("utf-16"), "give the encoding utf-16"),
    ],
)
def test_another_encoding_is_named(write, content, says):
    with pytest.raises(DataError, match=says):
        read(write(content))


def test_an_encoding_that_does_not_fit_is_refused(write):
    with pytest.raises(DataError, match="line 2 is not text in ascii"):
        read(write("a,y\né,1\n"), encoding="ascii")
    with pytest.raises(SettingError, match="give one that Python knows"):
        check_encoding("cp9999")
    with pytest.raises(SettingError, match="have none"):
        read(write(b"", "t.npz"), encoding="cp1258")


def test_the_header_may_be_long(write):
    header = ",".join(f"c{i}" for i in range(30_000))
    dialect = dialect_of("t", header + "\n" + ",".join("1" * 30_000) + "\n")
    assert len(dialect.header) == 30_000
    assert np.isclose(dialect.lines, 1)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (["1.200", "950", "12.500"], Texts),  # thousands, perhaps
        (["1.200", "950.5", "12.500"], list),
        ([*["0.5"] * 2000, "9007199254740993"], Texts),  # float64 has no such number
        (["01", "2"], Texts),
        (["1", "2"], list),
        (["1e3", "2.5"], list),
    ],
)
def test_text_that_tells_more_than_a_number_stays_text(write, written, read_as):
    frame = read(write("a,y\n" + "".join(f"{text},1\n" for text in written)))
    assert isinstance(frame.columns["a"], Texts) is (read_as is Texts)


@pytest.mark.parametrize("comment", ["# made, by hand\n", "# a, b\n# c, d\n"])
def test_comments_above_the_names_are_passed_over(write, comment):
    with pytest.warns(DataWarning, match="above the column names are passed over"):
        frame = read(write(comment + "a,y\n1,yes\n2,no\n"))
    assert list(frame.columns) == ["a", "y"]
    assert list(read(write("#,y\n1,yes\n2,no\n")).columns) == ["#", "y"]


@pytest.mark.parametrize("thousands", ["", "\u202f", "."])
def test_a_separator_needs_no_titles_that_another_one_has(write, thousands):
    """Two decimal commas in each row are as many as the semicolons: the header decides."""
    rows = [f"{i}{thousands}159,37;0,{i:03};{'yes' if i % 2 else 'no'}" for i in range(1, 40)]
    frame = read(write("\n".join(["v;z;y", *rows]) + "\n"))
    assert list(frame.columns) == ["v", "z", "y"]
