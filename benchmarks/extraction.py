"""How many characters a second the extractor reads on one core: `python benchmarks/extraction.py [FILE…]`.

Without files it reads the project's own plans. It prints the best of several rounds, in processor seconds, since
other work on the
machine only ever slows a round down.
"""

import gc
import sys
import time
from pathlib import Path

from planskg.building import default_documents, read_all
from planskg.extracting.pipeline import extract
from planskg.model import Document

ROUNDS = 7


def measure(documents: list[Document]) -> float:
    """Return the processor seconds of the fastest of several rounds over all documents."""
    for document in documents:
        extract(document)  # fills the tables that are read once
    gc.collect()
    gc.freeze()
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for document in documents:
            extract(document)
        rounds.append(time.process_time() - start)
    return min(rounds)


def main() -> None:
    """Measure and print."""
    documents = read_all([Path(name) for name in sys.argv[1:]] or default_documents())
    characters = sum(len(document.text) for document in documents)
    seconds = measure(documents)
    rate = characters / seconds / 1e6
    print(
        f"{len(documents)} documents, {characters} characters, {seconds:.3f} s: {rate:.2f} million characters a second"
    )


if __name__ == "__main__":
    main()
