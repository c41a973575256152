"""RDF/XML, the first of RDF's forms: all documents' triples in one graph, sorted."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from planskg.exporting.source import Source
from planskg.graph.terms import PREFIXES, RDF, XSD

START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
LOCAL = re.compile(rf"[{START}][-.0-9\u00b7\u0300-\u036f\u203f\u2040{START}]*\Z")
"""The longest end of an IRI that XML takes for a name."""
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not."""
REPLACEMENT = "\ufffd"
NAMES = {iri: name for name, iri in PREFIXES.items()}


def write_rdfxml(source: Source) -> str:
    """Return all documents' triples in one graph; a property whose IRI ends in no name of XML is left out."""
    return write_triples(source.triples)


def write_triples(triples: Iterable[ox.Triple]) -> str:
    """Return triples as RDF/XML, an element a subject."""
    named = {triple: name for triple in set(triples) if (name := split_iri(triple.predicate.value))}
    spaces = _name_spaces({space for space, _ in named.values()})
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<rdf:RDF"]
    lines += [f"  xmlns:{name}={quoteattr(space)}" for space, name in sorted(spaces.items(), key=lambda row: row[1])]
    lines[-1] += ">"
    for subject, group in groupby(sorted(named, key=str), key=lambda triple: triple.subject):
        lines.append(f"<rdf:Description {_identify(subject)}>")
        lines += [_property(f"{spaces[named[each][0]]}:{named[each][1]}", each.object) for each in group]
        lines.append("</rdf:Description>")
    return "\n".join([*lines, "</rdf:RDF>", ""])


@cache
def split_iri(iri: str) -> tuple[str, str] | None:
    """Return an IRI as a namespace and a name of XML, the name as long as may be; None where it ends in no name."""
    found = LOCAL.search(iri)
    return (iri[: found.start()], found[0]) if found and found.start() else None


def _name_spaces(used: set[str]) -> dict[str, str]:
    strange = sorted(used - NAMES.keys())
    return {RDF.iri: "rdf"} | {
        space: NAMES.get(space) or f"ns{strange.index(space) + 1}" for space in sorted(used) if space != RDF.iri
    }


def _identify(node: object) -> str:
    return f"rdf:about={quoteattr(node.value)}" if isinstance(node, ox.NamedNode) else f'rdf:nodeID="{_blank(node)}"'


def _property(name: str, value: object) -> str:
    if isinstance(value, ox.Literal):
        return f"  <{name}{''.join(_attributes(value))}>{_spell(value.value)}</{name}>"
    pointer = f"rdf:resource={quoteattr(value.value)}" if isinstance(value, ox.NamedNode) else _identify(value)
    return f"  <{name} {pointer}/>"


def _attributes(value: ox.Literal) -> Iterator[str]:
    if value.language is not None:
        yield f' xml:lang="{value.language}"'
    elif value.datatype != XSD.string:
        yield f" rdf:datatype={quoteattr(value.datatype.value)}"


def _spell(text: str) -> str:
    """Return text as XML that reads back the same; a carriage return would become a line feed."""
    return escape(FORBIDDEN.sub(REPLACEMENT, text), {"\r": "&#13;"})


def _blank(node: object) -> str:
    if not isinstance(node, ox.BlankNode):
        raise TypeError(f"no node: {node!r}")
    return f"b{node.value}"
