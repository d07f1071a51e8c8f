"""Files: models out and in, and nothing half written."""

from noron.files.atomic import write_atomically, write_json
from noron.files.native import check_tensors, read_model, write_model

__all__ = ["check_tensors", "read_model", "write_atomically", "write_json", "write_model"]
