"""Write models for other programs: ONNX, C, NumPy, a web page, PyTorch, Keras."""

from noron.core.registry import import_modules
from noron.export.certificate import Certificate
from noron.export.formats import Exported, ExportFormat, export_model
from noron.export.model import Branch, ExportModel, branch_of, check_loss

__all__ = [
    "Branch",
    "Certificate",
    "ExportFormat",
    "ExportModel",
    "Exported",
    "branch_of",
    "check_loss",
    "export_model",
]

import_modules(__name__, __path__)
