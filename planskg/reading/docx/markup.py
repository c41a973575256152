"""WordprocessingML as elements: names, what is printed of them, and values that are not believed."""

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SIMPLE_FIELD = W + "fldSimple"
UNPRINTED = frozenset(W + name for name in ("del", "moveFrom", "rt", "pPr", "rPr", "sdtPr"))
GENERATED = re.compile(r"\s*(?:TOC|INDEX|PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
"""Fields whose result repeats the text or counts pages."""
OFF = ("0", "false", "off")


def walk(element: Element, wanted: Collection[str]) -> Iterator[Element]:
    """Yield the nearest wanted elements below one, in order, passing over what is not printed."""
    stack = list(reversed(element))
    while stack:
        found = stack.pop()
        if found.tag in wanted:
            yield found
        elif found.tag == MARKUP + "AlternateContent":
            stack.extend(found[:1])
        elif found.tag not in UNPRINTED and not (
            found.tag == SIMPLE_FIELD and GENERATED.match(found.get(W + "instr", ""))
        ):
            stack.extend(reversed(found))


def is_on(element: Element, path: str) -> bool:
    """Tell whether the switch at a path such as `rPr/vanish` is there, and not turned off."""
    found = find(element, path)
    return found is not None and found.get(W + "val") not in OFF


def value(element: Element, path: str) -> str | None:
    """Return the `w:val` of the element at a path such as `numPr/ilvl`; None where there is none."""
    found = find(element, path)
    return None if found is None else found.get(W + "val")


def find(element: Element, path: str) -> Element | None:
    """Return the first element at a path such as `numPr/ilvl`."""
    found: Element | None = element
    for step in path.split("/"):
        found = None if found is None else found.find(W + step)
    return found


def whole(digits: str | None, otherwise: int) -> int:
    """Return a number that a file gives in digits, and another where it gives none or one that nobody would."""
    return int(digits) if digits and len(digits) <= 6 and digits.isascii() and digits.isdecimal() else otherwise
