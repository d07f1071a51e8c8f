"""NPZ: what is read; what is cut, changed, foreign, an object or a bomb is refused unread."""

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from noron.core.errors import DataError
from noron.data.readers import base
from noron.data.readers.read import read_table

X = np.arange(12, dtype=np.float32).reshape(4, 3)
Y = np.array([0, 1, 0, 1])


def npy(array: np.ndarray) -> bytes:
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array)
    return stream.getvalue()


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def header(shape: tuple[int, ...], descr: str = "<f8") -> bytes:
    stream = io.BytesIO()
    fields = {"descr": descr, "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(stream, fields)
    return stream.getvalue()


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_arrays_come_back(tmp_path: Path, save) -> None:
    path = tmp_path / "t.npz"
    save(path, X=X, y=Y, other=np.array(["a", "b", "c", "d"]), one_hot=np.eye(4))
    data = read_table(path)
    np.testing.assert_array_equal(data.x, X)
    np.testing.assert_array_equal(data.y, Y)
    assert data.x.dtype == np.float32
    assert data.y.dtype == Y.dtype
    assert (data.feature_names, data.target_name) == (("x0", "x1", "x2"), "y")
    assert read_table(path, "other").y.tolist() == ["a", "b", "c", "d"]
    assert read_table(path, "one_hot").y.shape == (4, 4)
    np.testing.assert_array_equal(read_table(path, columns=["x2", "x0"]).x, X[:, [2, 0]])


def test_bytes_fortran_and_no_y(tmp_path: Path) -> None:
    path = tmp_path / "t.npz"
    np.savez(path, X=np.asfortranarray(X.astype("uint8")))
    data = read_table(path)
    assert data.y is None
    assert data.x.dtype == np.float32
    np.testing.assert_array_equal(data.x, X)


REFUSED = [
    ({"Z": X}, "has no array 'X'"),
    ({"x": X, "y": Y}, "has no array 'X': did you mean 'x'? its arrays are 'x', 'y'"),
    ({}, "has no array 'X': it has no arrays"),
    ({"X": X, "y": Y[:2]}, "X has 4 rows but y has 2"),
    ({"X": X, "y": np.array(1)}, "y is "),
    ({"X": X[0], "y": Y}, "X has the shape (3,)"),
    ({"X": X.reshape(4, 3, 1), "y": Y}, "X has the shape (4, 3, 1)"),
    ({"X": X[:0], "y": Y[:0]}, "is empty"),
    ({"X": X * np.nan, "y": Y}, "X has nan in row 0, column 0 (and 11 more)"),
    ({"X": X + 1j, "y": Y}, "X is complex"),
    ({"X": X, "y": Y * 1j}, "y is complex"),
    ({"X": X, "y": Y / np.inf + np.inf}, "y has inf in row 0"),
    ({"X": X.astype(str), "y": Y}, "noron needs numbers"),
    ({"X": X.astype(object), "y": Y}, "array 'X' holds Python objects, which are never read"),
    ({"X": X, "y": Y.astype(object)}, "array 'y' holds Python objects"),
    ({"X": X, "y": Y.astype("S")}, "array 'y' holds |S21: save numbers, or labels as strings"),
    ({"X": X, "y": Y.astype("datetime64[s]")}, "array 'y' holds datetime64"),
    ({"X": X.view([("a", "f4"), ("b", "f4"), ("c", "f4")])}, "array 'X' holds [('a'"),
]


@pytest.mark.parametrize(("arrays", "says"), REFUSED)
def test_refused_arrays(tmp_path: Path, arrays: dict[str, np.ndarray], says: str) -> None:
    path = tmp_path / "t.npz"
    np.savez(path, **arrays)
    _refused(path, says)


GOOD = zipped({"X.npy": npy(X), "y.npy": npy(Y)})
BAD_FILES = [
    (b"", "is not an NPZ file"),
    (b"a,y\n1,2\n", "is not an NPZ file"),
    (npy(X), "is not an NPZ file"),
    (GOOD[:-1], "is not an NPZ file"),
    (GOOD[: len(GOOD) // 2], "is not an NPZ file"),
    (GOOD.replace(X.tobytes()[8:20], b"\xff" * 12), 'is damaged ("Bad CRC-32'),
    (zipped({"X.npy": npy(X)[:-1]}), "which is not the size of its data"),
    (zipped({"X.npy": npy(X) + b"more"}), "which is not the size of its data"),
    (zipped({"X.npy": b"text"}), "is damaged"),
    (zipped({"X": b""}), "is damaged"),
    (zipped({"X.npy": header((10**9, 10**6))}), "declares the shape (1000000000, 1000000)"),
    (zipped({"X.npy": header((-1, 5))}), "declares the shape (-1, 5)"),
    (zipped({"X.npy": header((-2, -3)) + bytes(48)}), "is damaged"),
    (zipped({"X.npy": b"\x93NUMPY\x09\x00" + npy(X)[8:]}), "is of the format (9, 0)"),
    (zipped({"X.npy": b"\x93NUMPY\x03\x00" + npy(X)[8:]}), "is of the format (3, 0)"),
    (zipped({"X.npy": header((1, 1), "|O") + b"cos\nsystem\n"}), "Python objects"),
    (zipped({"X.npy": npy(X).replace(b"'shape'", b"'shapf'")}), "is damaged"),
    (zipped({"X.npy": npy(X).replace(b"(4, 3)", b"f(0,0)")}), "is damaged"),
]


@pytest.mark.parametrize(("content", "says"), BAD_FILES, ids=range(len(BAD_FILES)))
def test_refused_files(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "t.npz"
    path.write_bytes(content)
    _refused(path, says)


def test_bombs_are_refused_before_memory_is_asked_for(tmp_path: Path) -> None:
    """3 GiB declared in the array's header and in the zip's directory, a few bytes on disk."""
    size = 3 << 30
    for packing, says in [
        (zipfile.ZIP_DEFLATED, "would unpack from"),
        (zipfile.ZIP_STORED, "declares more data than it holds"),
    ]:
        content = bytearray(zipped({"X.npy": header(((size - 128) // 8, 1))}, packing))
        directory = content.index(b"PK\x01\x02")
        content[directory + 24 : directory + 28] = struct.pack("<I", size)
        if packing == zipfile.ZIP_STORED:
            content[directory + 20 : directory + 24] = struct.pack("<I", size)
        path = tmp_path / "t.npz"
        path.write_bytes(content)
        tracemalloc.start()
        try:
            _refused(path, says)
            assert tracemalloc.get_traced_memory()[1] < 10_000_000
        finally:
            tracemalloc.stop()


def test_what_packs_well_is_no_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.npz"
    np.savez_compressed(path, X=np.zeros((1000, 100)))
    assert read_table(path).x.shape == (1000, 100)
    monkeypatch.setattr(base, "SUSPECT_SIZE", 100_000)
    _refused(path, "would unpack from")


def test_every_changed_byte_is_noticed_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "t.npz"
    rng = np.random.default_rng(0)
    refused = 0
    for place in range(0, len(GOOD), 2):
        content = bytearray(GOOD)
        content[place] ^= int(rng.integers(1, 256))
        path.write_bytes(content)
        try:
            data = read_table(path)
        except DataError:
            refused += 1
        else:
            np.testing.assert_array_equal(data.x, X)
            assert data.y is None or np.array_equal(data.y, Y)
    assert refused > len(GOOD) // 4


def test_missing_target(tmp_path: Path) -> None:
    path = tmp_path / "t.npz"
    np.savez(path, X=X, y=Y)
    with pytest.raises(DataError, match="has no array 'labels': its arrays are 'X', 'y'"):
        read_table(path, "labels")


def _refused(path: Path, says: str) -> None:
    with pytest.raises(DataError) as caught:
        read_table(path)
    assert says in str(caught.value)
    assert "'t.npz'" in str(caught.value)
    assert "\n" not in str(caught.value)
