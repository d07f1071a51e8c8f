"""What decides the last bits of a result beside the recipe: versions, processor, BLAS, threads."""

import os
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

from noron.engines import process_threads
from noron.engines.native.lowering import kernels

CALLED = {
    "noron": "noron",
    "kernels": "the compiled kernels",
    "numpy": "NumPy",
    "blas": "BLAS",
    "processor": "the processor",
    "threads": "the number of threads",
    "blas_threads": "BLAS's number of threads",
    "python": "Python",
    "platform": "the operating system",
}
"""What a part of the machine is called when two are told apart."""


def machine(cores: int | None = None) -> dict[str, Any]:
    """This machine, as plain data; as if it had so many `cores`, where a run got no more."""
    threads = {"threads": process_threads(), "blas_threads": _blas_threads()}
    if cores is not None:
        threads = {name: min(number, cores) for name, number in threads.items()}
    return _fixed() | threads


def differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What is not as it was: `the number of threads was 2 and is now 1`."""
    return [
        f"{CALLED.get(name, name)} was {then.get(name, '?')} and is now {now.get(name, '?')}"
        for name in dict.fromkeys([*then, *now])
        if then.get(name) != now.get(name)
    ]


def blas() -> str:
    """The library that NumPy multiplies with, and its version; "none" if it multiplies itself, as
    it does in a browser."""
    known = np.show_config(mode="dicts")["Build Dependencies"]["blas"]  # type: ignore[index]
    return f"{known['name']} {known['version']}" if "version" in known else "none"


@cache
def _fixed() -> dict[str, Any]:
    result = kernels()
    module: Any = result.module
    native = "none" if module is None else f"{result.version} {module.instruction_set()}"
    return {
        "noron": _version("noron"),
        "kernels": native,
        "numpy": np.__version__,
        "blas": blas(),
        "processor": _processor(),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        text = ""
    return processor_of(text) or platform.processor() or platform.machine()


def processor_of(text: str) -> str:
    """Return the name of the first processor in /proc/cpuinfo; on Arm its maker and part numbers.

    >>> processor_of("CPU implementer: 0x41\\nCPU variant: 0x1\\nCPU part: 0xd40")
    'Arm 0x41 0xd40 0x1'
    """
    pairs = (line.partition(":") for line in reversed(text.splitlines()))
    facts = {name.strip(): value.strip() for name, _, value in pairs}
    if "model name" in facts:
        return facts["model name"]
    parts = [facts[n] for n in ("CPU implementer", "CPU part", "CPU variant") if n in facts]
    return " ".join(["Arm", *parts]) if parts else ""


def _blas_threads() -> int:
    """As many as BLAS would take by itself; an engine that limits them does so for all runs."""
    for variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
        text = os.environ.get(variable, "")
        if text.isascii() and text.isdigit() and int(text):
            return int(text)
    return os.cpu_count() or 1
