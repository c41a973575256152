"""rdflib without its waste: pySHACL as a referee that tests can wait for."""

from collections.abc import Mapping
from functools import cache

import pytest
import rdflib
from rdflib.plugins.sparql import processor
from rdflib.plugins.sparql.evaluate import evalQuery

from planskg.checking import reference


def save_waste(patch: pytest.MonkeyPatch) -> None:
    """Have rdflib parse each query once, not for each focus node, and take in the shapes once: a tenth of the time."""
    translate, convert, keep = cache(_translate), reference.to_rdflib, cache(reference.to_rdflib)

    def query(
        self: processor.SPARQLProcessor,
        text: str,
        initBindings: Mapping[str, rdflib.term.Node] | None = None,
        initNs: Mapping[str, str] | None = None,
        base: str | None = None,
        DEBUG: bool = False,
    ) -> Mapping[str, object]:
        return evalQuery(self.graph, translate(text, base, tuple((initNs or {}).items())), initBindings, base)

    patch.setattr(processor.SPARQLProcessor, "query", query)
    # the shapes come as a tuple, the statements as a list
    patch.setattr(reference, "to_rdflib", lambda each: keep(each) if isinstance(each, tuple) else convert(each))


def _translate(text: str, base: str | None, names: tuple[tuple[str, str], ...]) -> object:
    return processor.translateQuery(processor.parseQuery(text), base, dict(names))
