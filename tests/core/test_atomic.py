"""Files that are written atomically: modes, leftovers, full disks, and other processes."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from noron.core import atomic
from noron.core.atomic import write_atomically
from noron.core.errors import DataError

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has other permissions and locks"
)


def stale(path: Path) -> list[Path]:
    return [p for p in path.parent.iterdir() if p.name.endswith(atomic.BESIDE)]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o664])
def test_a_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == mode


@posix
def test_a_new_file_gets_what_the_umask_allows_and_the_mask_is_never_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o027)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(os, "umask", lambda mask: pytest.fail("the mask was set"))
            write_atomically(tmp_path / "a.bin", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "a.bin").stat().st_mode & 0o777 == 0o640


@posix
def test_a_private_file_is_private_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, modes = tmp_path / "a.bin", []
    path.write_bytes(b"old")
    path.chmod(0o600)
    fsync = os.fsync

    def look(handle: int) -> None:
        modes.extend(p.stat().st_mode & 0o777 for p in stale(path))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", look)
    write_atomically(path, b"new")
    assert modes == [0o600]


@posix
def test_the_folder_is_synced_after_the_rename_and_new_folders_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def sync(handle: int) -> None:
        done.append(os.path.relpath(os.readlink(f"/proc/self/fd/{handle}"), tmp_path))
        fsync(handle)

    def rename(*args: object) -> None:
        done.append("rename")
        replace(*args)  # type: ignore[arg-type]

    if not Path("/proc/self/fd").exists():
        pytest.skip("there is no /proc to see the names of open files")
    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", rename)
    write_atomically(tmp_path / "a" / "b" / "c.bin", b"x")
    assert done[:2] == [".", "a"]
    assert done[2].endswith(atomic.BESIDE)
    assert done[3:] == ["rename", "a/b"]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_folders_is_no_error(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, n = os.fsync, [0]

    def refuse(handle: int) -> None:
        n[0] += 1
        if n[0] > 1:
            raise OSError(code, "no")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    write_atomically(tmp_path / "a.bin", b"x")
    assert (tmp_path / "a.bin").read_bytes() == b"x"


@pytest.mark.parametrize("step", ["open", "write", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_each_step_that_fails_leaves_the_old_file_and_nothing_else(
    step: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    real = os.open

    def fail(*args: object, **options: object) -> int:
        if step == "open" and not str(args[0]).endswith(atomic.BESIDE):
            return real(*args, **options)  # type: ignore
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        if step == "write":
            patch.setattr(atomic, "_write_all", fail, raising=True)
        else:
            patch.setattr(os, step, fail)
        with pytest.raises(DataError, match=os.strerror(code)):
            write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.bin"]


KILLED = """
import os, sys
from noron.core.atomic import write_atomically
os.fsync = lambda handle: os.kill(os.getpid(), 9)
write_atomically(sys.argv[1], b"half")
"""

WAITING = """
import os, sys
from noron.core.atomic import write_atomically
def wait(handle, fsync=os.fsync):
    print("writing", flush=True)
    sys.stdin.readline()
    os.fsync = fsync
    fsync(handle)
os.fsync = wait
write_atomically(sys.argv[1], b"of the other")
"""


@posix
def test_what_a_killed_process_left_is_removed_by_the_next_save(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    other = tmp_path / f".b.bin.{'0' * 16}{atomic.BESIDE}"
    foreign = tmp_path / f".a.bin.notes{atomic.BESIDE}"
    other.write_bytes(b"left by a save of another file")
    foreign.write_bytes(b"")
    for _ in range(2):
        assert subprocess.run([sys.executable, "-c", KILLED, str(path)]).returncode == -9
    assert len(set(stale(path)) - {other, foreign}) > 0
    assert path.read_bytes() == b"old"
    write_atomically(path, b"new")
    assert stale(path) == [foreign]
    assert path.read_bytes() == b"new"


@posix
def test_the_file_that_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "writing\n"
        write_atomically(path, b"mine")
        assert path.read_bytes() == b"mine"
        assert len(stale(path)) == 1
        child.communicate("\n")
    assert child.returncode == 0
    assert path.read_bytes() == b"of the other"
    assert stale(path) == []


def test_many_threads_write_the_same_file_and_each_content_is_whole(tmp_path: Path) -> None:
    path, errors = tmp_path / "a.bin", []

    def write(number: int) -> None:
        try:
            for _ in range(20):
                write_atomically(path, bytes([number]) * 50_000)
                assert len(set(path.read_bytes())) == 1
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(k,)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert os.listdir(tmp_path) == ["a.bin"]


def test_a_long_name_has_room_for_the_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 120)
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"
