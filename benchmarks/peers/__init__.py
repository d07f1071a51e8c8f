"""Who takes part: a process each, with its module and the variables that count its threads."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PeerSpec:
    """One participant. Of a family, the fastest member counts.

    An `optional` one takes part only in the cases that name it.
    """

    name: str
    family: str
    module: str
    environment: dict[str, str] = field(default_factory=dict)
    optional: bool = False


def _threads(count: int) -> dict[str, str]:
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BENCHMARK_THREADS")
    return dict.fromkeys(names, str(count))


def _jax(count: int) -> dict[str, str]:
    eigen = "true" if count > 1 else "false"
    flags = {"NPROC": str(count), "XLA_FLAGS": f"--xla_cpu_multi_thread_eigen={eigen}"}
    return _threads(count) | flags | {"JAX_PLATFORMS": "cpu"}


def _noron(engine: str, **more: str) -> dict[str, str]:
    return {"NORON_ENGINE": engine} | more


NORON, TORCH = "benchmarks.peers.noron", "benchmarks.peers.torch"
SKLEARN, JAX = "benchmarks.peers.sklearn", "benchmarks.peers.jax"
PRODUCTS = "benchmarks.peers.products"

PEERS = (
    PeerSpec("noron-native", "noron", NORON, _noron("native")),
    PeerSpec("noron-numpy", "noron", NORON, _noron("numpy")),
    PeerSpec("noron-reference", "noron", NORON, _noron("reference")),
    PeerSpec("noron-1", "threads", NORON, _noron("native", NORON_THREADS="1"), optional=True),
    PeerSpec("noron-2", "threads", NORON, _noron("native", NORON_THREADS="2"), optional=True),
    PeerSpec("noron-bare", "bare", "benchmarks.peers.noron_bare", _noron("native"), optional=True),
    PeerSpec("torch-1", "torch", TORCH, _threads(1)),
    PeerSpec("torch-2", "torch", TORCH, _threads(2)),
    PeerSpec("torch-compile", "torch compiled", "benchmarks.peers.torch_compiled", _threads(2),
             optional=True),
    PeerSpec("sklearn-1", "sklearn", SKLEARN, _threads(1)),
    PeerSpec("sklearn-2", "sklearn", SKLEARN, _threads(2)),
    PeerSpec("jax-1", "jax", JAX, _jax(1)),
    PeerSpec("jax-2", "jax", JAX, _jax(2)),
    PeerSpec("products-1", "products", PRODUCTS, _threads(1)),
    PeerSpec("products-2", "products", PRODUCTS, _threads(2)),
)  # fmt: skip

OURS = ("noron-native", "noron-numpy", "noron-reference")
"""Whose time is compared: the first of these that took part."""

REFERENCE = "noron-reference"
"""Whose losses the others have to follow."""

FAMILY_NAMES = {
    "noron": "noron",
    "torch": "PyTorch",
    "torch compiled": "torch.compile",
    "sklearn": "scikit-learn",
    "jax": "JAX (jit of a scan)",
    "products": "matrix products alone",
    "bare": "noron, bare engine loop",
}
