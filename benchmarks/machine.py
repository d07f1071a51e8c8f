"""What was measured on: processor, instruction sets, system, Python."""

import os
import platform
from pathlib import Path
from typing import Any

TELLING = ("sse4_2", "avx", "avx2", "fma", "avx512f", "avx512bw", "avx512_vnni", "avx512_bf16",
           "amx_tile", "asimd", "sve", "sve2")  # fmt: skip
"""The instruction sets that decide how fast a matrix product can be."""


def describe() -> dict[str, Any]:
    """Plain data for the results."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "instruction_sets": _instruction_sets(),
        "memory_gib": _memory(),
        "system": f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}",
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 2),
    }


def _cpuinfo(*names: str) -> str:
    path = Path("/proc/cpuinfo")
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() in names:
                return value.strip()
    return ""


def _processor() -> str:
    name = _cpuinfo("model name") or platform.processor() or platform.machine()
    family, model = _cpuinfo("cpu family"), _cpuinfo("model")
    return f"{name}, family {family}, model {model}" if family else name


def _instruction_sets() -> list[str]:
    flags = _cpuinfo("flags", "Features").split()
    return [name for name in TELLING if name in flags]


def _memory() -> float | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)
    except (ValueError, OSError):
        return None
