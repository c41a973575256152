"""What a finding is known by after the text around it was edited."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from planskg.model import Finding, Quote

LENGTH = 16


def fingerprint(findings: Iterable[Finding]) -> list[str]:
    """Return an id for each finding of a document: the same words under the same rule have the same.

    Offsets and blanks do not count. Equal findings are told apart by #2, #3 in their order, so ids are unique.
    """
    return list(_number(map(_digest, findings)))


def _digest(finding: Finding) -> str:
    """Without words there is only the message, which names what is missing."""
    own, compared = _words(finding.quotes), _words(finding.compared)
    known = [finding.rule, own, compared] if own or compared else [finding.rule, finding.message["en"]]
    return sha256(json.dumps(known).encode()).hexdigest()[:LENGTH]


def _words(quotes: Iterable[Quote]) -> list[str]:
    return ["".join(quote.text.split()) for quote in quotes]


def _number(ids: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for each in ids:
        seen[each] += 1
        yield each if seen[each] == 1 else f"{each}#{seen[each]}"
