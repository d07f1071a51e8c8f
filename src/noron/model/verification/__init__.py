"""What is in a model file, who made it, and whether anything in it is odd: `noron verify FILE`."""

from noron.model.verification.oddity import Oddity
from noron.model.verification.report import Verification, verify

__all__ = ["Oddity", "Verification", "verify"]
