"""The names of layers, losses and the rest, which the core numbers."""

import ctypes

from noron_native import c_api


def settings_of(kind: str) -> dict[str, str]:
    """Return the names of that kind in their order, each with that of its one number, or ""."""
    names, setting = {}, ctypes.c_char_p()
    while name := c_api.name_of(kind.encode(), len(names), ctypes.byref(setting)):
        names[name.decode()] = (setting.value or b"").decode()
    return names


ACTIVATIONS, LOSSES = settings_of("activation"), settings_of("loss")
FEWEST_ROUNDED = c_api.fewest_rounded()
NAMES = {k: list(settings_of(k)) for k in ("kind", "activation", "loss", "link", "update")}
OUTCOMES = list(settings_of("outcome"))


def number_of(kind: str, name: str) -> int:
    """Return the number that the core has for a name."""
    if name not in NAMES[kind]:
        raise ValueError(f"there is no {kind} of that name")
    return NAMES[kind].index(name)
