"""How many characters a second the extractor reads on one core: `python benchmarks/extraction.py [--profile] [FILE…]`.

Without files it reads the project's own plans. It prints the best of several rounds, in processor seconds, since other
work on the machine only ever slows a round down; beside it what a bare pass of the quantity pattern over the same
texts takes, so that runs on two machines compare. `--profile` adds the functions that take most time of their own.
"""

import cProfile
import gc
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path

from planskg.building import default_documents, read_all
from planskg.extracting import pipeline
from planskg.extracting.pipeline import extract
from planskg.extracting.quantities.quantities import QUANTITY
from planskg.model import Document

ROUNDS = 7
SHOWN = 12


def fastest(work: Callable[[Document], object], documents: list[Document]) -> float:
    """Return the processor seconds of all documents, each in its fastest round."""
    return sum(min(_seconds(work, document) for _ in range(ROUNDS)) for document in documents)


def _seconds(work: Callable[[Document], object], document: Document) -> float:
    start = time.process_time()
    work(document)
    return time.process_time() - start


def find_quantities(document: Document) -> int:
    """Return how often the quantity pattern matches in a text, and do nothing else with it."""
    return sum(1 for _ in QUANTITY.finditer(document.text))


def profile(documents: list[Document]) -> None:
    """Print the functions that take most time of their own."""
    profiler = cProfile.Profile()
    profiler.enable()
    for document in documents:
        extract(document)
    profiler.disable()
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(SHOWN)


def main() -> None:
    """Measure and print."""
    names = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    documents = read_all(names or default_documents())
    for document in documents:
        extract(document)  # fills the tables that are read once
    gc.collect()
    gc.freeze()
    characters = sum(len(document.text) for document in documents)
    whole, bare = fastest(extract, documents), fastest(find_quantities, documents)
    code = "Python" if pipeline.__file__.endswith(".py") else "machine code"
    print(f"{len(documents)} documents, {characters} characters; the extractor runs as {code}")
    print(f"extraction      {whole:.3f} s  {characters / whole / 1e6:.2f} million characters a second")
    print(f"quantities only {bare:.3f} s  {characters / bare / 1e6:.2f} million characters a second")
    print(f"ratio           {whole / bare:.1f}")
    if "--profile" in sys.argv:
        profile(documents)


if __name__ == "__main__":
    main()
