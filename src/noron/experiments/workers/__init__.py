"""Who runs the trials of a comparison or a search: lanes of this process, or other processes."""

from noron.experiments.workers.base import Job, Workers
from noron.experiments.workers.choice import lanes_here
from noron.experiments.workers.lanes import Lanes, keeps_bits
from noron.experiments.workers.stack import Stack
from noron.experiments.workers.staff import Asked, Staff

__all__ = ["Asked", "Job", "Lanes", "Stack", "Staff", "Workers", "keeps_bits", "lanes_here"]
