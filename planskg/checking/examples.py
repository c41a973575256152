"""The examples of a rule, checked as a user's own file is: plan texts read and extracted, Turtle as it stands."""

import pyoxigraph as ox

from planskg.checking.checking import check_graph
from planskg.checking.documents import Way, check_source
from planskg.checking.files import parse_rdf
from planskg.checking.shape_files import load_shapes
from planskg.checking.shapes import Rule, Shapes
from planskg.model import Finding, Report
from planskg.reading.source import Source


def check_example(rule: Rule, example: ox.Literal, shapes: Shapes | None = None) -> Report:
    """Return the report of an example of a rule, held against its last year's plan where it has one.

    An example in Turtle may be a fragment without a document.
    """
    shapes = shapes or load_shapes()
    if example.language is None:
        (quads,) = parse_rdf(Source("example.ttl", example.value.encode()), ox.RdfFormat.TURTLE)
        return check_graph(quads, rule.code, shapes=shapes)
    previous = None if rule.previous is None else Source("previous.txt", rule.previous.value.encode())
    return check_source(Source("example.txt", example.value.encode()), Way(shapes=shapes, previous=previous))[0]


def find_in_example(rule: Rule, example: ox.Literal, shapes: Shapes | None = None) -> list[Finding]:
    """Return what a rule finds in an example."""
    return [each for each in check_example(rule, example, shapes).findings if each.rule == rule.code]
