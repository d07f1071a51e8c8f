"""Foreign files are read whole, and only what is really in them."""

import os

import numpy as np
import pytest
from safetensors.numpy import save

import noron
from noron.core.errors import ModelFileError
from noron.interop.files import bytes_of, numbers, read_safetensors


def test_short_floats():
    values = np.array([0.0, 1.5, -2.0, 3.140625], np.float32)
    upper = (values.view(np.uint32) >> 16).astype("<u2")
    assert np.array_equal(numbers(upper.tobytes(), "bf16"), values)
    assert np.array_equal(numbers(upper.astype(">u2").tobytes(), ">bf16"), values)
    assert np.array_equal(numbers(values.astype("<f2").tobytes(), "<f2"), values)
    assert numbers(values.astype("<f2").tobytes(), "<f2").dtype == np.float32


def test_safetensors():
    arrays = {"a": np.ones((2, 3), np.float32), "n": np.array(7), "h": np.ones(2, np.float16)}
    read = read_safetensors("a", save(arrays))
    assert {name: value.tolist() for name, value in read.items()} == {
        name: value.tolist() for name, value in arrays.items()
    }


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"\xff" * 8 + b"{}", save({"a": np.ones(3)})[:-1], b"x" * 100]
)
def test_damaged_safetensors_are_refused(data):
    with pytest.raises(ModelFileError, match="is no safetensors file, or is damaged"):
        read_safetensors("a", data)


def test_other_types_are_refused_by_name():
    header = b'{"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}'
    data = len(header).to_bytes(8, "little") + header + b"\0"
    with pytest.raises(ModelFileError, match="'a' is of the type F8_E4M3"):
        read_safetensors("a", data)


@pytest.mark.parametrize("path", ["none.pt", ".", "", "a\0b", 3, None, b"a"])
def test_what_is_no_file_is_refused(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for read in (noron.from_torch, noron.from_keras):
        with pytest.raises(ModelFileError):
            read(path)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pt")
    with pytest.raises(ModelFileError, match="a device or a pipe"):
        bytes_of(tmp_path / "pipe.pt")
