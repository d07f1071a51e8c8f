"""Messages about names that a table does not have: the nearest names, and the known ones."""

from collections.abc import Sequence
from difflib import get_close_matches

from noron.core.errors import DataError, shown


def listed(names: Sequence[str], most: int = 12) -> str:
    """Return the names in quotes; of many, the first ones and the number of the others.

    >>> listed(["a", "b", "c"], most=2)
    "'a', 'b' and 1 more"
    """
    text = ", ".join(shown(name, 40) for name in names[:most])
    return text + (f" and {len(names) - most} more" if len(names) > most else "")


def missing_columns(
    where: str, missing: Sequence[str], known: Sequence[str], what: str = "column"
) -> DataError:
    """Return the error for columns that do not exist."""
    by_small = {name.lower(): name for name in known}
    near = [
        by_small[s] for s in get_close_matches(str(missing[0]).lower(), by_small, n=3, cutoff=0.5)
    ]
    hint = f"did you mean {' or '.join(shown(name, 40) for name in near)}? " if near else ""
    plural = "s" if len(missing) > 1 else ""
    there = f"its {what}s are {listed(known)}" if known else f"it has no {what}s"
    return DataError(f"{where} has no {what}{plural} {listed(missing)}: {hint}{there}")
