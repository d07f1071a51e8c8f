"""Files that are made to take memory or time: refused in one line, or read in linear time."""

import gzip
import io
import subprocess
import sys
import textwrap
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from noron.core.errors import DataError
from noron.data.readers import base
from noron.data.readers.dialect import LONGEST_CELL, LONGEST_HEADER
from noron.data.readers.read import read, read_table


def refused(path: Path, says: str, memory: int = 150_000_000) -> None:
    """The file is refused before it has taken much memory."""
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match=says):
            read_table(path)
        assert tracemalloc.get_traced_memory()[1] < memory
    finally:
        tracemalloc.stop()


def zeros(size: int) -> bytes:
    """An array of so many bytes, which are all 0, as NumPy writes it."""
    stream = io.BytesIO()
    fields = {"descr": "|u1", "fortran_order": False, "shape": (size // 100, 100)}
    np.lib.format.write_array_header_1_0(stream, fields)
    return stream.getvalue() + bytes(size)


@pytest.mark.parametrize("names", ["X", "Xy"])
def test_an_npz_that_grows_is_refused(names: str, tmp_path: Path) -> None:
    """Bytes become float32: 80 MB of them take 320."""
    path = tmp_path / "t.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(f"{name}.npy", zeros(80_000_000 // len(names)))
    refused(path, "would unpack from", memory=10_000_000)


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_npz_that_unpacks_all_at_once_is_refused(packing: int, tmp_path: Path) -> None:
    """A few bytes of these become gigabytes whatever the directory says, and NumPy uses neither."""
    path = tmp_path / "t.npz"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("X.npy", zeros(20_000_000))
    refused(path, "use numpy.savez_compressed", memory=10_000_000)


def test_a_csv_that_grows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "SUSPECT_SIZE", 1 << 24)
    rows, line = tmp_path / "rows.csv.gz", tmp_path / "line.csv.gz"
    rows.write_bytes(gzip.compress(b"a,b\n" + b"0,0\n" * 10_000_000))
    line.write_bytes(gzip.compress(b"a" * 40_000_000))
    refused(rows, "would unpack from")
    refused(line, "the header is longer than")


def test_a_damaged_gzip_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.csv.gz"
    path.write_bytes(b"\x1f\x8b\x08\x01\x76" + b"\x96" * 60)
    refused(path, "cannot be read: it is damaged")


def test_what_packs_well_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n" + b"0,0\n" * 100_000))
    assert read_table(path).x.shape == (100_000, 2)


def test_a_parquet_that_grows_is_refused(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "t.parquet"
    zero = ", ".join(f"0 AS c{i}" for i in range(20))
    duckdb.sql(f"COPY (SELECT {zero} FROM range(2000000)) TO '{path}' (FORMAT parquet)")
    refused(path, "would unpack from")


def test_a_header_that_is_too_long_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    names = ",".join(f"column{i}" for i in range(400_000))
    path.write_text(f"{names}\n{names}\n", encoding="utf-8")
    refused(
        path,
        f"the header is longer than {LONGEST_HEADER:,} characters, it has 400,000",
        2**30,
    )
    path.write_text("x" * 3 * LONGEST_HEADER + "\n1\n", encoding="utf-8")
    refused(path, "the header is longer than", 2**30)


def test_a_cell_that_is_too_long_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1," + "x" * (LONGEST_CELL + 1) + "\n", encoding="utf-8")
    refused(path, r"line 2: a cell of over 4,194,304 characters: look for an unclosed quote")
    path.write_text('a,b\n1,"' + "x\n" * LONGEST_CELL, encoding="utf-8")
    refused(path, "characters: look for an unclosed quote")


# ------------------------------------------------------------------------------ linear time

PIECES = (
    "1", "1,", "1.", "1.2.", "-", "+", " ", "a", "1'", "12,", "1 ", "(", "\u0663", "x ", "ab1", "$",
    "1e", "1E+", "thu ", "ng\u00e0y ", "1 th\u00e1ng ", "10:", "T1", "st", "_", "Id", "id.", "sep=",
    "<!--", "\t", "'", "/", "1/2/", "1-", "ab-", "12 ab", "0", "1_", "\u00e9", "nan", "2020-01-01 ",
)  # fmt: skip
"""What a cell is made of, again and again."""

PATTERNS = """
    import importlib, pkgutil, re, sys
    import noron
    from noron.core.errors import MissingExtraError

    patterns = {re.compile(r"[0-9]+[0-9]*x")} if "planted" in sys.argv else set()
    for module in pkgutil.walk_packages(noron.__path__, "noron."):
        if "planted" in sys.argv or module.name.startswith(("noron.__main__", "noron.lab")):
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ImportError:  # an extra that is not installed
            continue
        patterns |= {one for one in names.values() if isinstance(one, re.Pattern)}
    assert "planted" in sys.argv or len(patterns) > 10
    for piece in PIECES:
        long = piece * (100_000 // len(piece))
        for cell in (long, "1" + long + "\\0"):
            for pattern in patterns:
                if isinstance(pattern.pattern, str):
                    pattern.fullmatch(cell), pattern.match(cell)
    print("linear")
"""

CELLS = """
    import csv, sys, warnings
    from pathlib import Path
    from noron.core.errors import DataError
    from noron.data.readers import duck
    from noron.data.readers.read import read
    from noron.data.tables import FOR_NETWORK, learn, read_columns
    from noron.data.tables.target import target_of

    warnings.simplefilter("ignore")
    if "python" in sys.argv:
        duck.read_csv = lambda *given: None
    for piece in PIECES:
        cell = (piece * (100_000 // len(piece)))
        with open("t.csv", "w", newline="", encoding="utf-8") as file:
            rows = [["a", "b"], *([cell + str(i), i] for i in range(3))]
            csv.writer(file).writerows(rows)
        try:
            frame = read(Path("t.csv"), ())
            learn(frame, None, read_columns(frame, None), FOR_NETWORK)
            target_of(frame.pick("a"), "a", DataError)
        except DataError:
            pass
    print("linear")
"""


def linear(code: str, folder: Path, *words: str, limit: float = 240) -> bool:
    """Whether the code comes to its end in a time in which no quadratic one does."""
    script = f"PIECES = {PIECES!r}\n" + textwrap.dedent(code)
    try:
        done = subprocess.run(
            [sys.executable, "-c", script, *words], cwd=folder, timeout=limit, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False
    assert done.returncode == 0, done.stderr
    return "linear" in done.stdout


def test_no_pattern_is_quadratic_on_a_long_cell(tmp_path: Path) -> None:
    assert linear(PATTERNS, tmp_path)
    assert not linear(PATTERNS, tmp_path, "planted", limit=20)


@pytest.mark.parametrize("reader", ["duckdb", "python"])
def test_long_cells_are_read_in_linear_time(tmp_path: Path, reader: str) -> None:
    assert linear(CELLS, tmp_path, reader)


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1," + "x" * 140_000 + "\n2,y\n", encoding="utf-8")
    assert len(read(path, ())) == 2
