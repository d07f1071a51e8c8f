"""What a column may be taken for, one file for each; `Encoder` is what they share."""

from noron.tables.encoders.base import Encoder
from noron.tables.encoders.boolean import Boolean, yes_or_no
from noron.tables.encoders.category import (
    Category,
    Embedded,
    Words,
    learn_words,
    numbers_as_texts,
)
from noron.tables.encoders.date import Date, learn_date
from noron.tables.encoders.dropped import Dropped
from noron.tables.encoders.number import Number, learn_number

__all__ = [
    "Boolean",
    "Category",
    "Date",
    "Dropped",
    "Embedded",
    "Encoder",
    "Number",
    "Words",
    "learn_date",
    "learn_number",
    "learn_words",
    "numbers_as_texts",
    "yes_or_no",
]
