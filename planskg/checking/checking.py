"""The shapes over the asserted triples of one document.

pySHACL answers SHACL Core. A SPARQL constraint is asked once for the whole graph, where pySHACL would parse it again
for each focus node; what $this is bound to is then held against the shape's targets.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from planskg.checking.background import background
from planskg.checking.core import validate
from planskg.checking.facts import Facts, Node
from planskg.checking.quotes import find_quotes
from planskg.checking.shapes import SEVERITIES, Shape, Shapes, load_shapes
from planskg.graph.terms import DCTERMS, PLAN, RDFS, SH, SKOS
from planskg.model import Finding, Report

Statement = ox.Quad | ox.Triple
Result = tuple[Node, Node]
"""A focus node and the constraint that it breaks."""
NAMES = (PLAN.indicatorLabel, SKOS.prefLabel, RDFS.label, DCTERMS.title)
RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES.values())}


def check_graph(statements: Iterable[Statement], document: str, shapes: Shapes | None = None) -> Report:
    """Hold one document's asserted statements against the shapes; never what was inferred from them.

    What they lean on of the ontology and its vocabularies is added here. It conforms if no finding is a violation.
    """
    shapes = shapes or load_shapes()
    asserted = list(statements)
    data = [*asserted, *background(asserted)]
    facts = Facts(data)
    seen = {shape.name: _focus_nodes(facts, shape) for shape in shapes.shapes}
    results = {*_core_results(data, shapes), *_question_results(data, shapes)}
    findings = sorted((each for result in results for each in _findings(shapes, seen, facts, result)), key=_order)
    conforms = all(finding.severity != "violation" for finding in findings)
    return Report(document, conforms, {name: len(seen[name]) for name in sorted(seen)}, tuple(findings))


def _focus_nodes(facts: Facts, shape: Shape) -> set[Node]:
    return {node for how, what in shape.targets for node in facts.targeted(how, what)}


def _core_results(data: list[Statement], shapes: Shapes) -> Iterator[Result]:
    core = [triple for triple in shapes.triples if triple.predicate != SH.sparql]
    yield from validate(data, core)


def _question_results(data: list[Statement], shapes: Shapes) -> Iterator[Result]:
    store = ox.Store()
    store.extend(ox.Quad(each.subject, each.predicate, each.object) for each in data)
    for shape in shapes.shapes:
        for question in shape.questions:
            solutions = store.query(question.select)
            if isinstance(solutions, ox.QuerySolutions):
                yield from ((solution["this"], question.node) for solution in solutions)


def _findings(shapes: Shapes, seen: dict[str, set[Node]], facts: Facts, result: Result) -> Iterator[Finding]:
    """Yield a finding for each shape that looks at the focus node through the constraint."""
    focus, constraint = result
    for shape in shapes.shapes:
        if constraint in shape.constraints and focus in seen[shape.name]:
            severity = shapes.severities.get(constraint, "violation")
            message = _name(shapes.messages[constraint], facts, focus)
            yield Finding(shape.name, severity, message, focus.value, find_quotes(facts, focus))


def _name(message: dict[str, str], facts: Facts, focus: Node) -> dict[str, str]:
    """Put the name of the node into a message, where it has one."""
    names = sorted({each.value for term in NAMES for each in facts.objects(focus, term)})
    if not names:
        return message
    return {"zh": f"{names[0]}：{message['zh']}", "en": f"{names[0]}: {message['en']}"}


def _order(finding: Finding) -> tuple[int, str, int, str, str]:
    """Order by severity, then rule, then place in the text."""
    first = min((quote.span.start for quote in finding.quotes if quote.span is not None), default=0)
    return RANKS[finding.severity], finding.rule, first, finding.focus, finding.message["en"]
