"""The store: documents as named graphs in memory or in a folder, beside the ontology and its vocabularies."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from planskg.errors import BadAsset, PlanskgError
from planskg.graph.terms import BASE, FOAF, asserted_graph, inferred_graph
from planskg.vocabulary import asset_folder

ONTOLOGY_GRAPH = ox.NamedNode(BASE + "ontology")
"""The named graph of the ontology, all its vocabularies, for their labels, and the profiles."""


class UnusableStore(PlanskgError):
    """A folder that is no store, or one that another process holds."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def open_store(path: Path | None = None, *, read_only: bool = False) -> ox.Store:
    """Open the store in a folder, or a new one in memory; raises UnusableStore.

    A folder that is not there is made, unless it is only to be read.
    """
    if path is None:
        return ox.Store()
    if path.exists() and not path.is_dir():
        raise UnusableStore(path, "is a file, not the folder of a store")
    empty = not path.is_dir() or not any(path.iterdir())
    if read_only and empty:
        raise UnusableStore(path, "there is no store here")
    if not empty and not (path / "CURRENT").is_file():
        raise UnusableStore(path, "is a folder of other files, not of a store")
    try:
        return ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))
    except OSError as error:
        raise UnusableStore(path, str(error)) from None


def replace_document(
    store: ox.Store, document: ox.NamedNode, asserted: Iterable[ox.Quad], inferred: Iterable[ox.Quad]
) -> None:
    """Put a document's two graphs in the place of those that were there, all or nothing."""
    parts = ((asserted_graph(document), asserted), (inferred_graph(document), inferred))
    _replace(store, [(graph, (quad.triple for quad in quads)) for graph, quads in parts])


def load_ontology(store: ox.Store) -> None:
    """Put the project's ontology, vocabularies and profiles in the place of those that were there.

    What hangs on a blank node (the lists of chains and of disjoint classes) stays out: its name would change each time.
    """
    _replace(store, [(ONTOLOGY_GRAPH, read_ontology())])


def read_ontology() -> list[ox.Triple]:
    """Return the statements of the ontology, its vocabularies and profiles, but for those that hang on a blank node."""
    folder = asset_folder("ontology")
    paths = [folder / "planskg.ttl", *sorted(folder.glob("vocab/*.ttl")), *sorted(folder.glob("profiles/*.ttl"))]
    return [triple for path in paths for triple in _parse(path)]


def _parse(path: Path) -> list[ox.Triple]:
    try:
        quads = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise BadAsset(path, "Turtle", str(error)) from None
    return [quad.triple for quad in quads if ox.BlankNode not in (type(quad.subject), type(quad.object))]


def _replace(store: ox.Store, graphs: list[tuple[ox.NamedNode, Iterable[ox.Triple]]]) -> None:
    """Replace whole graphs in one update, which Oxigraph makes one transaction."""
    drops = "".join(f"DROP SILENT GRAPH {graph} ;\n" for graph, _ in graphs)
    inserts = "".join(f"GRAPH {graph} {{\n{_statements(triples)}}}\n" for graph, triples in graphs)
    store.update(f"{drops}INSERT DATA {{\n{inserts}}}")


def _statements(triples: Iterable[ox.Triple]) -> str:
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def documents(store: ox.Store) -> list[ox.NamedNode]:
    """Return the documents that a store holds, sorted."""
    found = {quad.object for quad in store.quads_for_pattern(None, FOAF.primaryTopic, None, None)}
    return sorted((node for node in found if isinstance(node, ox.NamedNode)), key=str)


def document_quads(store: ox.Store, document: ox.NamedNode, *, inferred: bool = False) -> list[ox.Quad]:
    """Return what a document says, or what follows from it."""
    graph = inferred_graph(document) if inferred else asserted_graph(document)
    return list(store.quads_for_pattern(None, None, None, graph))


def stored_quads(store: ox.Store) -> list[ox.Quad]:
    """Return what all documents say and what follows, each in its graph; the ontology is published by itself."""
    return [
        quad
        for document in documents(store)
        for inferred in (False, True)
        for quad in document_quads(store, document, inferred=inferred)
    ]
