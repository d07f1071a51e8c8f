"""Files: models out and in, and nothing half written."""

from noron.files.atomic import as_json, checked_path, named, write_atomically, write_json
from noron.files.native import check_tensors, read_model, write_model

__all__ = [
    "as_json",
    "check_tensors",
    "checked_path",
    "named",
    "read_model",
    "write_atomically",
    "write_json",
    "write_model",
]
