"""Of HDF5 only plain numbers in the file itself are read."""

import contextlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interop.example_files import FIXTURES
from noron.core.errors import ModelFileError
from noron.interop.hdf5 import Hdf5

h5py = pytest.importorskip("h5py")


def written(write):
    buffer = io.BytesIO()
    with h5py.File(buffer, "w") as file:
        write(file)
    return buffer.getvalue()


def plain(file):
    file["layers/dense/vars/0"] = np.ones((2, 3), "f")
    file["layers/dense/vars"].attrs["name"] = "mine"
    file["optimizer/vars/0"] = np.arange(3)


def test_plain_numbers():
    read = Hdf5("a", written(plain))
    assert list(read.arrays) == ["layers/dense/vars/0"]
    assert read.names == {"layers/dense": "mine"}
    assert read.config == ""


def written_newly(write):
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", libver="latest") as file:
        write(file)
    return buffer.getvalue()


def test_a_newer_form_is_refused():
    with pytest.raises(ModelFileError, match="'a' is of a newer form of HDF5, which noron"):
        Hdf5("'a'", written_newly(plain))


@pytest.mark.parametrize("kind", ["<f2", "<f4", ">f4", "<f8", ">f8", "<i4", ">i2", "u1"])
def test_types_and_orders_of_bytes(kind):
    values = np.arange(12).reshape(3, 4).astype(kind)
    read = Hdf5("a", written(lambda file: file.__setitem__("x", values))).arrays["x"]
    assert np.array_equal(read, values)
    assert read.dtype.kind == values.dtype.kind


def test_other_shapes_and_small_arrays():
    def write(file):
        file["scalar"], file["none"] = np.float32(2), np.zeros((0, 3), "f")
        compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        compact.set_layout(h5py.h5d.COMPACT)
        space = h5py.h5s.create_simple((2,))
        item = h5py.h5d.create(file.id, b"compact", h5py.h5t.IEEE_F32LE, space, compact)
        item.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([3, 4], "f"))

    read = Hdf5("a", written(write)).arrays
    assert read["scalar"] == 2
    assert read["none"].shape == (0, 3)
    assert read["compact"].tolist() == [3, 4]


def test_groups_of_many_names_and_long_texts():
    def write(file):
        for i in range(2000):
            file[f"g/{i}"] = np.float32(i)
        file.attrs["model_config"] = "x" * 50_000
        file["g"].attrs["name"] = "gruppe ä"
        file["g"].attrs["fixed"] = np.bytes_("y")

    read = Hdf5("a", written(write))
    assert len(read.arrays) == 2000
    assert all(read.arrays[f"g/{i}"] == i for i in range(2000))
    assert read.config == "x" * 50_000
    assert read.names == {"g": "gruppe ä"}


def soft(file):
    file["a"] = h5py.SoftLink("/b")


def external(file):
    file["a"] = h5py.ExternalLink("/etc/passwd", "/")


def virtual(file):
    layout = h5py.VirtualLayout((3,), "f")
    layout[:] = h5py.VirtualSource("other.h5", "a", (3,))
    file.create_virtual_dataset("a", layout)


def outside(file):
    file.create_dataset("a", (3,), "f", external=[("other.bin", 0, 12)])


def bomb(file):
    file.create_dataset("a", (2**40,), "f")


def chunks(file):
    file.create_dataset("a", (2**40,), "f", chunks=(2**10,))


def packed(file):
    file.create_dataset("a", data=np.zeros(2**20, "f"), compression="gzip")


def texts(file):
    file["a"] = ["x", "y"]


def records(file):
    file["a"] = np.zeros(3, dtype=[("x", "f4")])


def names(file):
    file["a"] = np.dtype("f4")


def empty(file):
    file["a"] = h5py.Empty("f")


def repeated(file):
    file["a0"] = np.zeros(10_000, "f")
    for i in range(1, 9):
        file[f"a{i}"] = file["a0"]


def circle(file):
    file.create_group("a")["b"] = file["/"]


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (soft, "'a' is a link"), (external, "of a newer form"), (virtual, "in another file"),
        (outside, "in another file"), (bomb, "has no data"), (chunks, "in pieces"),
        (packed, "is compressed"), (texts, "holds no numbers"), (records, "holds no numbers"),
        (names, "holds no numbers"), (empty, "a"), (repeated, "has no data of the size"),
        (circle, "lies too deep"),
    ],
)  # fmt: skip
def test_what_hdf5_can_do_beside_is_refused(write, message):
    with pytest.raises(ModelFileError) as error:
        Hdf5("file", written(write))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 21_000), st.integers(0, 255))
def test_any_changed_byte_is_read_or_refused(place, value):
    data = bytearray((FIXTURES / "sequential.h5").read_bytes())
    data[place] = value
    with contextlib.suppress(ModelFileError):
        Hdf5("file", bytes(data))
