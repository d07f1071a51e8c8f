"""Compile the kernels for Pyodide, with zig, and pack them as the package noron_native.

    python native/browser/build.py [ZIP]

The zip (.cache/kernels-wasm/noron_native.zip) is unpacked onto sys.path in the browser: there
`_native` is a module in Python that calls the same core over ctypes.
"""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
NATIVE = HERE.parent
FOLDER = NATIVE.parent / ".cache" / "kernels-wasm"
sys.path.insert(0, str(NATIVE / "tests"))

from run import listed, variables, zig  # noqa: E402

FEATURES = "mvp+simd128+bulk_memory+sign_ext+nontrapping_fptoint+mutable_globals+exception_handling"
# Pyodide exports the C++ library of Emscripten, whose names lie in the namespace __2.
FLAGS = ["-std=c++17", "-fPIC", f"-mcpu={FEATURES}", "-fwasm-exceptions", "-fno-sanitize=all",
         "-U_LIBCPP_ABI_NAMESPACE", "-D_LIBCPP_ABI_NAMESPACE=__2",
         "-U_LIBCPP_ABI_VERSION", "-D_LIBCPP_ABI_VERSION=2", "-Dthread_local=", "-DNORON_ISA=baseline",
         "-Wno-macro-redefined", "-Wno-builtin-macro-redefined"]  # fmt: skip


def call(*words: object) -> None:
    """Run the compiler or linker; its errors go to the terminal."""
    subprocess.run([str(word) for word in words], check=True, env=variables())


def side_module() -> Path:
    """Compile the core and link it as a side module."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    names = [Path(name).name.replace("team.cpp", "team_of_one.cpp") for name in listed("CORE")]
    objects = [FOLDER / f"{name}.o" for name in ("kernels.cpp", *names)]
    for path in objects:
        source = NATIVE / "core" / path.stem
        call(
            *zig("-target", "wasm32-wasi"),
            *listed("KERNEL_FLAGS"),
            *FLAGS,
            "-c",
            source,
            "-o",
            path,
        )
    header = (NATIVE / "core" / "noron.h").read_text(encoding="utf-8")
    declared = re.findall(r"^(?!//).*?\b(noron_\w+)\((?!int\b, NORON)", header, re.MULTILINE)
    made = FOLDER / "kernels.so"
    call(*zig()[:-1], "wasm-ld", "-shared", "--experimental-pic", "--no-entry", "--strip-all",
         "--unresolved-symbols=import-dynamic",
         *(f"--export-if-defined={name}" for name in sorted(set(declared))),
         *objects, "-o", made)  # fmt: skip
    return made


def main(words: list[str]) -> int:
    """Write the zip."""
    to = Path(words[0]) if words else FOLDER / "noron_native.zip"
    made = side_module()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(NATIVE / "src" / "noron_native" / "__init__.py", "noron_native/__init__.py")
        archive.write(HERE / "_native.py", "noron_native/_native.py")
        archive.write(made, "noron_native/kernels.so")
    print(to)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
