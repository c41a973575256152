"""How long the rules take over one plan: `python benchmarks/checking.py [--reference] [FILE…]`.

Without files it checks the project's own plans. It prints wall-clock milliseconds, the best of several rounds: to load
a plan's statements into both engines, to validate what is loaded, and the whole check, which counts and words its
findings too. `--reference` adds pySHACL over the same statements, once, and how many times faster the compiled way is.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph as ox

from planskg.building import default_documents, read_all
from planskg.checking.background import background
from planskg.checking.checking import check_graph
from planskg.checking.engine import Data, run_compiled, run_reference
from planskg.checking.profiles import profile_triples
from planskg.checking.shape_files import load_shapes
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.model import Document

ROUNDS = 20


def fastest(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the milliseconds of the fastest round."""
    return min(_milliseconds(work) for _ in range(rounds))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def measure(document: Document, reference: bool) -> None:
    """Print what one plan takes."""
    quads = build_graph(extract(document))
    added = profile_triples(quads)
    shapes = load_shapes().alone
    data = _load(quads, added)
    compiled = fastest(lambda: run_compiled(data, shapes))
    print(f"{document.name}: {len(quads)} statements")
    print(f"  loaded       {fastest(lambda: _load(quads, added)):9.1f} ms")
    print(f"  validated    {compiled:9.1f} ms")
    print(f"  whole check  {fastest(lambda: check_graph(quads, document_node(document).value, added=added)):9.1f} ms")
    if reference:
        refereed = fastest(lambda: run_reference(data, shapes), 1)
        print(f"  pySHACL      {refereed:9.1f} ms, {refereed / compiled:.0f} times as long as validated")


def _load(quads: Sequence[ox.Quad], added: Sequence[ox.Triple]) -> Data:
    data = Data(quads, (*added, *background([*quads, *added])))
    len(data.store)
    return data


def main() -> None:
    """Measure and print."""
    names = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    for document in read_all(names or default_documents()):
        measure(document, "--reference" in sys.argv)


if __name__ == "__main__":
    main()
