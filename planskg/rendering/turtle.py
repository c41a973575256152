"""Reports as SHACL's own validation reports, in Turtle."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote as percent_encode

import pyoxigraph as ox

from planskg.checking.shapes import LANGUAGES, SEVERITIES, SHAPES
from planskg.graph.terms import RDF, SH, extend
from planskg.model import Finding, Report
from planskg.rendering.characters import show
from planskg.rendering.fingerprints import fingerprint
from planskg.rendering.style import Rules, Style

KINDS = {name: term for term, name in SEVERITIES.items()}
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
PREFIXES = {"sh": SH.iri, "shape": SHAPES}


def render_turtle(reports: Sequence[Report], rules: Rules, style: Style) -> str:
    """Return one sh:ValidationReport a document, named after it, with messages in both languages."""
    triples = [triple for report in reports for triple in _report(report)]
    return (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def _report(report: Report) -> Iterator[ox.Triple]:
    node = extend(_name(report.document.partition(" ")[0]), "report")
    results = [extend(node, mark.replace("#", "-")) for mark in fingerprint(report.findings)]
    yield ox.Triple(node, RDF.type, SH.ValidationReport)
    yield ox.Triple(node, SH.conforms, ox.Literal(report.conforms))
    yield from (ox.Triple(node, SH.result, result) for result in results)
    for result, finding in zip(results, report.findings, strict=True):
        yield from _result(result, finding)


def _result(node: ox.NamedNode, finding: Finding) -> Iterator[ox.Triple]:
    yield ox.Triple(node, RDF.type, SH.ValidationResult)
    yield ox.Triple(node, SH.focusNode, _name(finding.focus))
    yield ox.Triple(node, SH.sourceShape, _name(SHAPES + finding.rule))
    yield ox.Triple(node, SH.resultSeverity, KINDS[finding.severity])
    for language in LANGUAGES:
        yield ox.Triple(node, SH.resultMessage, ox.Literal(show(finding.message[language]), language=language))
    if finding.value:
        yield ox.Triple(node, SH.value, _read_term(finding.value))


def _name(iri: str) -> ox.NamedNode:
    """Return a node; what is no IRI (a document may be called anything) is made one."""
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return ox.NamedNode("urn:planskg:" + percent_encode(iri, safe=""))


def _read_term(spelt: str) -> Term:
    """Return the term that N-Triples spell so."""
    (quad,) = ox.parse(f"<urn:x> <urn:x> {spelt} .", format=ox.RdfFormat.N_TRIPLES)
    term: Term = quad.object
    return term
