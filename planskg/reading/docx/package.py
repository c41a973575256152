"""The parts of a DOCX package, found by what they are to one another, whatever their names."""

import posixpath
from xml.etree.ElementTree import Element

from planskg.reading.archive import Archive

OTHERS = {
    "xl/workbook.xml": "is an Excel workbook, no text document; save its sheet as .pdf",
    "ppt/presentation.xml": "is a PowerPoint presentation, no text document; save it as .pdf",
    "OFD.xml": "is an OFD document; open it in an OFD reader and save it as .pdf",
    "content.xml": "is an OpenDocument file, but no text document; save it as .pdf",
    "META-INF/MANIFEST.MF": "is a Java archive, no document",
}
"""What a ZIP archive is that has a file of this name, and what to do."""


def main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text; raises UnreadableDocument, which says what the ZIP is."""
    for name, reason in OTHERS.items():
        if name in archive.names:
            raise archive.source.refuse(reason)
    main = _targets(archive, "").get("officeDocument")
    if main not in archive.names:
        raise archive.source.refuse("is a ZIP archive, but no Word document; unpack it, and give a document in it")
    return main


def related_parts(archive: Archive, main: str) -> dict[str, Element]:
    """Return the parts that the main part needs, by their kind."""
    kinds = ("numbering", "styles", "footnotes", "endnotes")
    targets = _targets(archive, main)
    return {kind: archive.parse(targets[kind]) for kind in kinds if targets.get(kind) in archive.names}


def _targets(archive: Archive, part: str) -> dict[str, str]:
    """Return the names of the parts that a part refers to, by the last word of their kind."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", name + ".rels")
    if relations not in archive.names:
        return {}
    return {
        relation.get("Type", "").rpartition("/")[2]: posixpath.normpath(
            posixpath.join("/", folder, relation.get("Target", ""))
        ).strip("/")
        for relation in archive.parse(relations)
    }
