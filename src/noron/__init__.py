"""noron: dense neural networks from first principles.

    >>> from noron import NeuralNetwork
    >>> net = NeuralNetwork([784, 128, 64, 10], seed=0)
    >>> net.weights[0].shape
    (784, 128)

`noron.scratch` is the network of the tutorial: one short module that you can read in one go.

`import noron` is fast, so that `noron --help` answers at once: the names of `noron.public` are
imported when the first of them is used.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from noron.public import *  # noqa: F403 - what editors and type checkers see

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import a public name, or a module such as `noron.plotting`, when it is first used."""
    public = import_module("noron.public")
    if name == "__all__" or name in public.__all__:
        return getattr(public, name)
    if not name.startswith("_") and find_spec(f"noron.{name}") is not None:
        return import_module(f"noron.{name}")
    raise AttributeError(f"module 'noron' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the names that tab completion shows."""
    return [*import_module("noron.public").__all__, "__version__"]
