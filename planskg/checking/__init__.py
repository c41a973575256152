"""The shapes over a graph, and the report of what they found."""

from planskg.checking.checking import check_graph
from planskg.checking.files import SUFFIXES, read_graphs

__all__ = ["SUFFIXES", "check_graph", "read_graphs"]
