"""Tables as they come: `as_frame` takes any, `read_frame` a file, `learn` sees what a column is.

    frame = read_frame("passengers.csv")
    encoding = learn(frame, None, None, How())
    x = encoding.encode(frame)                  # numbers for a network, one row each

Data frames are read through narwhals, of the extra `[sklearn]`.
"""

from noron.data.tables.chunks import comes_in_pieces, pieces, read_frame
from noron.data.tables.encoding import KINDS, Encoding, How, learn
from noron.data.tables.frame import Dates, Frame, Numbers, Texts, as_frame

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
