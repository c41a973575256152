"""The examples of a rule, checked as a user's own file is: plan texts read and extracted, Turtle as it stands."""

from collections.abc import Iterator

import pyoxigraph as ox

from planskg.checking.documents import Way, check_source
from planskg.checking.shapes import Rule, load_shapes
from planskg.model import Finding, Report
from planskg.reading.source import Source


def check_example(example: ox.Literal, way: Way | None = None) -> Report:
    """Return the report of an example: a plan text, or Turtle that tells of one document."""
    name = "example.txt" if example.language else "example.ttl"
    return check_source(Source(name, example.value.encode()), way or Way(shapes=load_shapes()))[0]


def findings_of(rule: Rule, example: ox.Literal) -> Iterator[Finding]:
    """Yield what a rule finds in an example."""
    yield from (each for each in check_example(example).findings if each.rule == rule.code)
