"""Tables in memory: `as_frame` takes any, `learn` finds out what each column is.

    frame = noron.data.read("passengers.csv")
    encoding = learn(frame, None, None, How())
    x = encoding.encode(frame)                  # numbers for a network, one row each

Data frames are read through narwhals, of the extra `[sklearn]`.
"""

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
    "learn",
]
