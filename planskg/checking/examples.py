"""The examples of a rule, checked as a user's own file is: plan texts read and extracted, Turtle as it stands."""

import pyoxigraph as ox

from planskg.checking.documents import Way, check_source
from planskg.checking.shapes import Rule, Shapes, load_shapes
from planskg.model import Finding, Report
from planskg.reading.source import Source


def check_example(rule: Rule, example: ox.Literal, shapes: Shapes | None = None) -> Report:
    """Return the report of an example of a rule, held against its last year's plan where it has one."""
    previous = None if rule.previous is None else _source(rule.previous, "previous")
    return check_source(_source(example, "example"), Way(shapes=shapes or load_shapes(), previous=previous))[0]


def find_in_example(rule: Rule, example: ox.Literal, shapes: Shapes | None = None) -> list[Finding]:
    """Return what a rule finds in an example."""
    return [each for each in check_example(rule, example, shapes).findings if each.rule == rule.code]


def _source(example: ox.Literal, name: str) -> Source:
    return Source(f"{name}.txt" if example.language else f"{name}.ttl", example.value.encode())
