"""`noron info`: versions, the engine, the cache, and the names that options take."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from cyclopts import App

import noron
from noron.cli import options as o
from noron.cli.output import print_json, say
from noron.data.mnist import cache_file
from noron.engines import NativeEngine, NumpyEngine, engine_asked_for
from noron.engines.machine import blas
from noron.engines.native.lowering import kernels
from noron.tools.catalogue import TITLES, names

OPTIONAL = {"matplotlib": "plots", "scikit-learn": "sklearn", "duckdb": "tables", "onnx": "onnx"}


def add_to(app: App) -> None:
    """Register the command."""
    app.command(info)


def info(*, json: o.Json = False) -> int:
    """Show versions, the engine, the cache, and every layer, loss and optimizer by name."""
    facts = gather()
    if json:
        print_json(facts | {"names": names()})
        return 0
    for name, value in facts.items():
        say(f"{name:<12} {value}")
    for family, known in names().items():
        say(f"\n{TITLES[family]}\n  {', '.join(known)}")
    return 0


def gather() -> dict[str, Any]:
    """Return the facts as plain data."""
    facts = {
        "noron": noron.__version__,
        "engine": engine_line(),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "numpy": f"{np.__version__} ({blas()})",
        "cache": str(cache_file()),
    }
    return facts | {library: _installed(library, extra) for library, extra in OPTIONAL.items()}


def engine_line() -> str:
    """Return the engine that runs, and the reason if it is not the fastest one."""
    asked = engine_asked_for(None)
    result = kernels()
    if asked is not None:
        return f"{asked.name}, set by NORON_ENGINE"
    if result.module is None:
        return f"{NumpyEngine.name}; {result.reason}"
    return f"{NativeEngine.name} ({result.module.instruction_set()}, noron-native {result.version})"


def _installed(library: str, extra: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return f"not installed: pip install 'noron[{extra}]'"
