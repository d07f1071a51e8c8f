"""Data: MNIST inside the package, toy data sets, tables from files, and compact rows."""

from noron.data.dataset import Dataset, split
from noron.data.mnist import load_mnist
from noron.data.readers.read import read, read_table
from noron.data.rows import ByteRows, SparseRows
from noron.data.toys import TOYS, blobs, circles, function, moons, sine, spirals, xor

__all__ = [
    "ByteRows",
    "Dataset",
    "SparseRows",
    "TOYS",
    "blobs",
    "circles",
    "function",
    "load_mnist",
    "moons",
    "read",
    "read_table",
    "sine",
    "spirals",
    "split",
    "xor",
]
