"""How much memory a process takes, now and at its peak, as the kernel counts it."""

import resource
import sys
from contextlib import suppress
from pathlib import Path

STATUS = Path("/proc/self/status")


def resident_bytes() -> int:
    """Resident memory now (Linux), elsewhere at its peak."""
    return _of_status("VmRSS") or _of_resource()


def peak_bytes() -> int:
    """Resident memory at its peak, since `reset_peak` where that works."""
    return _of_status("VmHWM") or _of_resource()


def reset_peak() -> None:
    """Let the peak begin anew from here; Linux only, elsewhere it stays what it was."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _of_status(name: str) -> int:
    if not STATUS.exists():
        return 0
    for line in STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) * 1024
    return 0


def _of_resource() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
