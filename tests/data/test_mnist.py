"""MNIST: the right digits, and a cache that is never trusted and never in the way."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import platformdirs
import pytest

from noron.core.errors import DataError, MissingExtraError, SettingError
from noron.data import load_mnist, mnist


@pytest.fixture(scope="module")
def files(noron_cache: Path) -> list[bytes]:
    """The decoded files; made once for the whole session."""
    return mnist._cached() or mnist._decoded()


@pytest.fixture(scope="module")
def content(files: list[bytes]) -> bytes:
    """The cache as it should be."""
    return b"".join(files)


@pytest.fixture
def quick(files: list[bytes], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Decompressing from memory, and which files were asked for."""
    asked: list[str] = []
    parts = dict(zip(mnist.FILES, files, strict=True))

    def decode(file: mnist.IdxFile) -> bytes:
        asked.append(file.name)
        return parts[file]

    monkeypatch.setattr(mnist, "_decode", decode)
    return asked


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NORON_CACHE", str(tmp_path / "deep" / "cache"))
    return tmp_path / "deep" / "cache" / mnist.CACHE_NAME


def test_the_digits_are_mnist() -> None:
    """Class counts, mean and deviation as they are published (0.1307 and 0.3081)."""
    X, y, X_test, y_test = load_mnist()
    assert X.shape == (60000, 784)
    assert X_test.shape == (10000, 784)
    assert X.dtype == X_test.dtype == np.float32
    assert y.dtype == y_test.dtype == np.int64
    train = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    test = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert np.bincount(y).tolist() == train
    assert np.bincount(y_test).tolist() == test
    assert (X.min(), X.max()) == (0, 1)
    assert X.mean(dtype=np.float64) == pytest.approx(0.1306604762738429)
    assert X.std(dtype=np.float64) == pytest.approx(0.3081078)
    levels = np.unique(X_test)
    np.testing.assert_array_equal(levels, (np.arange(256) / 255).astype(np.float32))


def test_all_rows_at_once_begin_with_the_training_rows() -> None:
    X, y = load_mnist(split=False)
    X_train, y_train, X_test, y_test = load_mnist()
    assert X.shape == (70000, 784)
    assert np.array_equal(X[:60000], X_train)
    assert np.array_equal(X[60000:], X_test)
    assert np.array_equal(y, np.concatenate([y_train, y_test]))
    assert (X.dtype, y.dtype) == (np.float32, np.int64)


def test_arrays_are_new_and_writable(quick: list[str], cache: Path) -> None:
    first = load_mnist()
    for values in first:
        assert values.flags.writeable
        values[:] = 0
    assert all(values.any() for values in load_mnist())


def test_decoded_once(quick: list[str], cache: Path) -> None:
    load_mnist()
    assert cache.stat().st_size == sum(file.size for file in mnist.FILES)
    assert len(quick) == 4
    load_mnist()
    assert len(quick) == 4
    assert [p.name for p in cache.parent.iterdir()] == [mnist.CACHE_NAME]


def _flip(content: bytes) -> bytes:
    changed = bytearray(content)
    changed[30_000_000] ^= 1
    return bytes(changed)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[:-1], id="cut"),
        pytest.param(lambda content: content[: len(content) // 2], id="half"),
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content + b"\0", id="longer"),
        pytest.param(_flip, id="one bit"),
        pytest.param(lambda content: bytes(len(content)), id="zeros of the right size"),
        pytest.param(lambda content: b"not ours", id="foreign"),
    ],
)
def test_a_spoilt_cache_is_made_again(spoil, content: bytes, quick: list[str], cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_bytes(spoil(content))
    X, y = load_mnist(split=False)
    assert X.mean(dtype=np.float64) == pytest.approx(0.13092, abs=1e-4)
    assert np.bincount(y).sum() == 70000
    assert len(quick) == 4
    assert cache.read_bytes() == content


def _under_a_file(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    patch.setenv("NORON_CACHE", str(tmp_path / "file" / "cache"))


def _is_a_file(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    patch.setenv("NORON_CACHE", str(tmp_path / "file"))


def _cache_is_a_directory(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    (tmp_path / mnist.CACHE_NAME / "full").mkdir(parents=True)
    patch.setenv("NORON_CACHE", str(tmp_path))


def _disk_full(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    patch.setenv("NORON_CACHE", str(tmp_path))
    patch.setattr(os, "replace", refuse)


def _read_only(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    patch.setenv("NORON_CACHE", str(tmp_path / "locked"))
    patch.setattr(Path, "mkdir", refuse)


def _no_home(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    patch.delenv("NORON_CACHE")
    patch.chdir(tmp_path)
    patch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: "~/.cache/noron")
    patch.setattr(os.path, "expanduser", lambda path: path)


@pytest.mark.parametrize(
    "spoil",
    [_under_a_file, _is_a_file, _cache_is_a_directory, _disk_full, _read_only, _no_home],
    ids=lambda spoil: spoil.__name__.strip("_"),
)
def test_no_cache_no_trouble(
    spoil, quick: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(tmp_path, monkeypatch)
    before = sorted(tmp_path.rglob("*"))
    X, _, X_test, _ = load_mnist()
    assert (len(X), len(X_test)) == (60000, 10000)
    assert sorted(tmp_path.rglob("*")) == before  # nothing half written is left behind


def test_the_cache_lies_with_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: str(tmp_path / "noron"))
    for unset in ("", None):
        if unset is None:
            monkeypatch.delenv("NORON_CACHE")
        else:
            monkeypatch.setenv("NORON_CACHE", unset)
        assert mnist.cache_file() == tmp_path / "noron" / mnist.CACHE_NAME


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_its_place_is_not_waited_for(quick: list[str], cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    os.mkfifo(cache)
    assert len(load_mnist()[0]) == 60000
    assert cache.is_file()


def test_several_processes_decode_at_once(content: bytes, cache: Path) -> None:
    code = (
        "from noron.data import load_mnist; X, y, *_ = load_mnist(); "
        "print(len(X), int(y.sum()), round(float(X[:100].sum()), 2))"
    )
    source = str(Path(mnist.__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": source}
    command = [sys.executable, "-W", "error", "-c", code]
    runs = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    said = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    assert len(set(said)) == 1
    assert said[0][0].startswith(b"60000 267236 ")
    assert [p.name for p in cache.parent.iterdir()] == [mnist.CACHE_NAME]
    assert cache.read_bytes() == content


def test_damaged_package_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.resources
    import lzma

    labels = mnist.TEST_LABELS
    monkeypatch.setattr(importlib.resources, "files", lambda _: tmp_path)
    folder = tmp_path / "mnist_files"
    folder.mkdir()
    with pytest.raises(DataError, match=r"t10k-labels.*damaged.*install noron again"):
        mnist._decode(labels)
    for damaged in (b"", b"not xz", lzma.compress(b"others' labels"), lzma.compress(b"x")[:20]):
        (folder / f"{labels.name}.xz").write_bytes(damaged)
        with pytest.raises(DataError, match="damaged"):
            mnist._decode(labels)


def test_python_without_lzma(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lzma", None)
    with pytest.raises(MissingExtraError, match="lzma"):
        mnist._decode(mnist.TEST_LABELS)


@pytest.mark.parametrize("given", [None, 0, 1, "train", 0.2])
def test_split_is_true_or_false(given: object) -> None:
    with pytest.raises(SettingError, match=r"split is .*: give True or False"):
        load_mnist(given)  # type: ignore[call-overload]


def test_the_notice_tells_the_truth() -> None:
    import hashlib

    folder = Path(mnist.__file__).parent / "mnist_files"
    notice = (folder / "NOTICE.md").read_text()
    for file in mnist.FILES:
        assert f"| {file.name} | {file.size:,} | {file.sha256} |" in notice
        packed = (folder / f"{file.name}.xz").read_bytes()
        digest = hashlib.sha256(packed).hexdigest()
        assert f"| {file.name}.xz | {len(packed):,} | {digest} |" in notice
