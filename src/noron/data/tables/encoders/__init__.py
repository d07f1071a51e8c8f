"""The encoders of columns, one file for each kind; `Encoder` is their base class."""

from noron.data.tables.encoders.base import Encoder
from noron.data.tables.encoders.boolean import Boolean, yes_or_no
from noron.data.tables.encoders.category import (
    Category,
    Embedded,
    Words,
    learn_words,
    numbers_as_texts,
)
from noron.data.tables.encoders.date import Date, learn_date
from noron.data.tables.encoders.dropped import Dropped
from noron.data.tables.encoders.number import Number, Plain, learn_number, learn_plain

__all__ = [
    "Boolean",
    "Category",
    "Date",
    "Dropped",
    "Embedded",
    "Encoder",
    "Number",
    "Plain",
    "Words",
    "learn_date",
    "learn_number",
    "learn_plain",
    "learn_words",
    "numbers_as_texts",
    "yes_or_no",
]
