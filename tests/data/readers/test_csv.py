"""CSV: what is read and as what; what is refused, with line, column and the way out."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noron.core.errors import DataError
from noron.data.readers.read import read_table, select_columns


def write(folder: Path, content: str | bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_numbers_and_names(tmp_path: Path) -> None:
    path = write(tmp_path, "width,kind,height\n1,yes,2.5\n-3e2,no, +.5 \n")
    data = read_table(path, "kind")
    assert data.feature_names == ("width", "height")
    assert data.target_name == "kind"
    assert data.name == "table.csv"
    assert data.x.dtype == np.float64
    assert data.x.flags.writeable
    np.testing.assert_array_equal(data.x, [[1, 2.5], [-300, 0.5]])
    assert data.y.tolist() == ["yes", "no"]


@pytest.mark.parametrize(
    ("cells", "kind", "values"),
    [
        (["1", "-2", "+3"], "i", [1, -2, 3]),
        (["1", "2.0", "3"], "f", [1, 2, 3]),
        (["1.0", "0.0", "1.0", "0.0"], "i", [1, 0, 1, 0]),
        (["01", "1", "001"], "U", ["01", "1", "001"]),
        (["1e3", "2", "3"], "f", [1000, 2, 3]),
        (["1", "2", "x"], "U", ["1", "2", "x"]),
        (["1_000", "2", "3"], "U", ["1_000", "2", "3"]),
        (["9" * 30, "2", "3"], "f", [1e30, 2, 3]),
        (["True", "False", "True"], "U", ["True", "False", "True"]),
        (["hoa mai", "đỏ", "sen"], "U", ["hoa mai", "đỏ", "sen"]),
        (['"a,b"', '"c ""d"""', '"e"'], "U", ["a,b", 'c "d"', "e"]),
    ],
)
def test_targets(tmp_path: Path, cells: list[str], kind: str, values: list) -> None:
    path = write(tmp_path, "x,y\n" + "".join(f"{i},{cell}\n" for i, cell in enumerate(cells)))
    y = read_table(path, "y").y
    assert y.dtype.kind == kind
    assert kind != "i" or y.dtype == np.int64
    assert y.tolist() == values


@pytest.mark.parametrize(
    "content",
    [
        "a,b,y\n1,2,0\n3,4,1\n",
        "a;b;y\n1;2;0\n3;4;1",
        "a\tb\ty\n1\t2\t0\n3\t4\t1\n",
        "a,b,y\r\n1,2,0\r\n3,4,1\r\n",
        "a,b,y\r1,2,0\r3,4,1\r",
        "\ufeffa,b,y\n1,2,0\n3,4,1\n",
        "\n\na,b,y\n\n1,2,0\n\n\n3,4,1\n\n",
        '"a","b","y"\n"1","2","0"\n"3","4","1"\n',
        " a , b , y \n 1 , 2 , 0 \n 3 , 4 , 1 \n",
        "y,a,b\n0,1,2\n1,3,4\n",
    ],
)
def test_ways_to_write_it(tmp_path: Path, content: str) -> None:
    data = read_table(write(tmp_path, content, "Table.CSV"), "y")
    assert data.feature_names == ("a", "b")
    np.testing.assert_array_equal(data.x, [[1, 2], [3, 4]])
    np.testing.assert_array_equal(data.y, [0, 1])


def test_without_a_target(tmp_path: Path) -> None:
    data = read_table(str(write(tmp_path, "0,1\n3,4\n")))  # numbers may be names if they are whole
    assert (data.feature_names, data.y) == (("0", "1"), None)
    np.testing.assert_array_equal(data.x, [[3, 4]])


def test_only_some_columns(tmp_path: Path) -> None:
    path = write(tmp_path, "a,note,b\n1,,2\n3,red,4\n")
    data = read_table(path, columns=["b", "a"])
    assert data.feature_names == ("b", "a")
    np.testing.assert_array_equal(data.x, [[2, 1], [4, 3]])
    with pytest.raises(DataError, match=r"no columns 'c', 'd': .*its columns are 'a', 'note', 'b'"):
        read_table(path, columns=["a", "c", "d"])
    both = read_table(write(tmp_path, "a,b,c\n1,2,3\n"))
    np.testing.assert_array_equal(select_columns(both, ("c", "b")).x, [[3, 2]])
    with pytest.raises(DataError, match=r"table.csv has no column 'z': its columns are"):
        select_columns(both, ["a", "z"])


def test_what_numpy_wrote_comes_back_to_the_bit(tmp_path: Path) -> None:
    X = np.random.default_rng(0).standard_normal((50, 7)) * 10.0 ** np.arange(-150, 151, 50)
    path = tmp_path / "x.csv"
    np.savetxt(path, X, "%.17g", delimiter=",", header="a,b,c,d,e,f,g", comments="")
    data = read_table(path)
    np.testing.assert_array_equal(data.x, X)
    np.testing.assert_array_equal(data.x, np.genfromtxt(path, delimiter=",", skip_header=1))


REFUSED = [
    ("", "is empty: give a header line"),
    (" \n\n  \n", "is empty"),
    ("\ufeff", "is empty"),
    ("a,y\n", "has a header and no rows"),
    ("a,y", "has a header and no rows"),
    ("a,label\n1,2\n", "has no column 'y': its columns are 'a', 'label'"),
    ("a,why,Y\n1,2,3\n", "has no column 'y'"),
    (",".join(f"c{i}" for i in range(100)) + "\n" + "1," * 99 + "1\n", "'c11' and 88 more"),
    ("a,y\n1,2\n3\n", "line 3: 1 cell(s) where the header has 2"),
    ("a,y\n1,2\n\n3,4,5\n", "line 4: 3 cell(s) where the header has 2"),
    ("a,y\n1,2,\n", "line 2: 3 cell(s) where the header has 2"),
    ("a,b,y\n1,2,0\n3,,1\n", "line 3, column 'b' is empty: fill it in or drop the row"),
    ("a,b,y\n1,2,0\n3, ,1\n", "line 3, column 'b' is empty"),
    ("a,b,y\n1,,0\n3,,1\n", "column 'b' is empty in every row: drop it"),
    ("a,y\n1,2\n3,\n", "line 3, column 'y' is empty"),
    ("a,y\n1,\n3,\n", "column 'y' is empty in every row"),
    ("a,color,y\n1,2,0\n3,red,1\n", "line 3, column 'color' is 'red': noron needs numbers here"),
    ("a,y\n1_000,2\n", "line 2, column 'a' is '1_000'"),
    ("a,y\n0x10,2\n", "'0x10'"),
    ('a,y\n"1,000",2\n', "'1,000': write it without commas"),
    ("a;y\n1,5;2\n", "'1,5': write it without commas"),
    ("a,y\n1,2\nnan,4\n", "line 3, column 'a' is nan"),
    ("a,y\n1,2\n-Infinity,4\n", "line 3, column 'a' is -inf"),
    ("a,y\n1e999,2\n", "line 2, column 'a' is inf"),
    ("a,y\nNA,2\n", "line 2, column 'a' is NA: fill it in"),
    ("a,y\n?,2\n", "column 'a' is ?: fill it in"),
    ("a,y\n1,0.5\n2,nan\n", "line 3, column 'y' is nan"),
    ("a,y\n1,1e999\n", "line 2, column 'y' is 1e999"),
    ("a,b,a,y\n1,2,3,4\n", "columns 1 and 3 are both called 'a'"),
    ("y,a,y\n1,2,3\n", "columns 1 and 3 are both called 'y'"),
    (",a,y\n0,1,2\n", "column 1 has no name"),
    ("a,y,\n0,1,2\n", "column 3 has no name"),
    ("5.1,3.5,0\n4.9,3.0,1\n", "begins with numbers ('5.1', '3.5', '0')"),
    ("1,1,0\n2,2,1\n", "begins with numbers"),
    ("y\n1\n2\n", "has no columns to learn from, only the target 'y'"),
    ("a:y\n1:2\n", "has no column 'y'"),
    ('a,y\n1,"2\n3,4\n', "look for an unclosed quote"),
    ('a,y\n1,"2"x\n', "line 2: "),
    ('"a,y\n1,2\n', "unclosed quote"),
    (b"a,y\n1,2\n3,\xe9t\xe9\n", "line 3 is not UTF-8 text"),
    (b"a,y\n1,2\n3,\x004\n", "line 3 holds a NUL byte"),
    ("a,y\n1,2\n".encode("utf-16"), "is UTF-16: save it as UTF-8"),
    ("a,y\n1,2\n".encode("utf-16-le"), "NUL byte"),
    (b"PK\x03\x04rest", "a zip or Excel file"),
    (b"\x1f\x8b\x08\x00rest", "cannot be read"),
    (b"\x93NUMPY\x01\x00", "numpy.savez"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "is not UTF-8 text"),
    (bytes(range(256)), "is not UTF-8 text"),
    (b"\x00" * 100, "NUL byte"),
]


@pytest.mark.parametrize(("content", "says"), REFUSED)
def test_refused(tmp_path: Path, content: str | bytes, says: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(DataError) as caught:
        read_table(path, "y")
    assert says in str(caught.value)
    assert "'table.csv'" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_the_nearest_name_comes_first(tmp_path: Path) -> None:
    path = write(tmp_path, "length,species\n1,2\n")
    with pytest.raises(DataError, match="did you mean 'species'"):
        read_table(path, "specie")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nowhere.csv", "there is no file 'nowhere.csv'"),
        ("nowhere/at/all.csv", "there is no file"),
        (".", "is a folder"),
        ("", "there is no file ''"),
        ("folder.csv", "is a folder: give the name of a file in it"),
        ("table.dat", "ends in '.dat': known are .csv"),
        ("table", "ends in 'nothing'"),
        ("a\0b.csv", "cannot be opened"),
        ("x" * 5000 + ".csv", "cannot be opened"),
        ("table.txt/more.csv", "cannot be opened"),
        (None, "path is None"),
        (3, "path is 3"),
        (["a.csv"], "path is ['a.csv']"),
    ],
)
def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path, says: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    write(tmp_path, "a\n1\n", "table.txt")
    write(tmp_path, "a\n1\n", "table.dat")
    write(tmp_path, "a\n1\n", "table")
    with pytest.raises(DataError) as caught:
        read_table(path)
    assert says in str(caught.value)


@pytest.mark.parametrize("target", [0, b"y", ["y"], True])
def test_the_target_is_a_name(tmp_path: Path, target: object) -> None:
    with pytest.raises(DataError, match="give the name of a column"):
        read_table(write(tmp_path, "a,y\n1,2\n"), target)  # type: ignore[arg-type]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=80), st.text(alphabet='a1,;\t"\n\r._-+e \0é', max_size=60)))
@pytest.mark.filterwarnings("ignore::noron.core.errors.DataWarning")
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: str | bytes) -> None:
    path = write(tmp_path, content)
    try:
        data = read_table(path)
    except DataError:
        return
    assert np.isfinite(data.x).all()
    assert data.x.shape[1] == len(set(data.feature_names))
