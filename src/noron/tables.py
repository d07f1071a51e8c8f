"""The former place of `noron.data.tables`, under the names that it had."""

from noron.data import read as read_frame
from noron.data.readers.read import comes_in_pieces, pieces
from noron.data.tables import KINDS, Dates, Encoding, Frame, How, Numbers, Texts, as_frame, learn

__all__ = [
    "KINDS",
    "Dates",
    "Encoding",
    "Frame",
    "How",
    "Numbers",
    "Texts",
    "as_frame",
    "comes_in_pieces",
    "learn",
    "pieces",
    "read_frame",
]
