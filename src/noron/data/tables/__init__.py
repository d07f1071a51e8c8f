"""Tables in memory: `as_frame` takes any table, `learn` decides how each column is encoded.

    frame = noron.data.read("passengers.csv")
    encoding = learn(frame, None, None, How())
    x = encoding.encode(frame)                  # numbers for a network, shape (rows, width)

Data frames are read with narwhals, which the extra `[sklearn]` installs.
"""

from noron.data.tables.columns import Dates, Numbers, Texts
from noron.data.tables.encoding import FOR_NETWORK, Encoding, How, learn
from noron.data.tables.frame import Frame, as_frame, is_table
from noron.data.tables.reading import KINDS, Reading, read_columns

__all__ = [
    "FOR_NETWORK",
    "KINDS",
    "Dates",
    "Encoding",
    "Frame",
    "How",
    "Numbers",
    "Reading",
    "Texts",
    "as_frame",
    "is_table",
    "learn",
    "read_columns",
]
