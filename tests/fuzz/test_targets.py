"""The targets of the fuzzing, without its guide: the corpus, and some random bytes each time."""

import random
from pathlib import Path

import pytest

from fuzz.targets import TARGETS

for library in ("sklearn", "onnx", "h5py"):
    pytest.importorskip(library)
OURS = ("recipe", "csv", "npz", "store", "model", "table", "snapshot")
NAMES = (*OURS, "onnx", "torch", "safetensors", "keras")
CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize("name", NAMES)
def test_every_reader_reads_the_corpus_or_refuses_it_with_its_own_error(name, tmp_path):
    corpus = [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
    assert len(corpus) >= 10
    draw = random.Random(0)
    for data in [*corpus, *(draw.randbytes(draw.randrange(1, 60)) for _ in range(60))]:
        TARGETS[name](data, tmp_path)


def test_a_fault_in_a_reader_would_end_a_target(monkeypatch, tmp_path):
    def fault(*given):
        raise RecursionError

    monkeypatch.setattr("fuzz.targets.read_settings", fault)
    with pytest.raises(RecursionError):
        TARGETS["recipe"](b"\0data = 1", tmp_path)
