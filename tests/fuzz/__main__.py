"""Fuzz the readers, guided by coverage: `make fuzz`, or python tests/fuzz SECONDS [TARGET ...].

Each target runs so many seconds in a process of its own. What makes new paths joins the corpus in
.cache/fuzz, which begins with tests/fuzz/corpus; what fails is kept in .cache/fuzz/TARGET-failed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE.parents[1] / ".cache" / "fuzz"
LIMITS = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=4096", "-print_final_stats=1"]


def fuzz(name: str, words: list[str]) -> None:
    """Fuzz one target in this process; libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["noron"]):
        from fuzz.targets import TARGETS

    target = TARGETS[name]
    folder = tempfile.TemporaryDirectory()

    def one(data: bytes) -> None:
        target(data, Path(folder.name))

    one(b"")  # makes the files that are to be changed, which is no input's time
    atheris.Setup([sys.argv[0], *words], one)
    atheris.Fuzz()


def main(words: list[str]) -> int:
    """Fuzz each target for so many seconds, and return the number of those that failed."""
    if words[:1] == ["--one"]:
        fuzz(words[1], words[2:])
        return 0
    from fuzz.targets import TARGETS

    failed = []
    for name in words[1:] or TARGETS:
        corpus, failures = WORK / name, WORK / f"{name}-failed"
        corpus.mkdir(parents=True, exist_ok=True)
        failures.mkdir(exist_ok=True)
        print(f"-- {name}", flush=True)
        command = [
            sys.executable,
            str(HERE),
            "--one",
            name,
            str(corpus),
            str(HERE / "corpus" / name),
        ]
        command += [f"-max_total_time={words[0]}", f"-artifact_prefix={failures}/", *LIMITS]
        if subprocess.call(command):
            failed.append(name)
    print(f"failed: {', '.join(failed)} (see {WORK})" if failed else "no target failed")
    return len(failed)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    sys.exit(main(sys.argv[1:]))
