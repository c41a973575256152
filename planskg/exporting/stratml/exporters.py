"""StratML as formats, with libxml2 to read them back."""

from collections.abc import Callable

from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.source import Source
from planskg.exporting.stratml.book import Book
from planskg.exporting.stratml.elements import render
from planskg.exporting.stratml.plans import PERFORMANCE, STRATEGIC, Part
from planskg.exporting.tables.spreadsheet import Names


def read_books(source: Source, part: Part) -> list[Book]:
    """Return what each document says, as far as a part tells it."""
    frames = part.selection.narrow(source.frames)
    names = Names(frames)
    return [Book(frames, document, names, source.concepts) for document in frames["documents"].rows]


def write_stratml(part: Part) -> Callable[[Source], Content]:
    """Return a writer of a part: a file a document."""

    def write(source: Source) -> Content:
        books = read_books(source, part)
        return {f"{str(book.document['id']).rpartition('/')[2]}.xml": render(part.write(book)) for book in books}

    return write


def verify_stratml(part: Part) -> Callable[[Content, Source], Verdict]:
    """Return a check that libxml2 reads an objective for each promise, and in Part 2 for each row of figures."""

    def verify(content: Content, source: Source) -> Verdict:
        from lxml import etree

        reader = f"libxml2 {'.'.join(map(str, etree.LIBXML_VERSION))}"
        if not isinstance(content, dict):
            raise TypeError("one file, where several are expected")
        files = (each if isinstance(each, bytes) else each.encode() for each in content.values())
        found = sum(len(etree.fromstring(each).findall(f".//{{{part.namespace}}}Objective")) for each in files)
        books = read_books(source, part)
        wanted = sum(sum(map(len, book.promises.values())) + len(book.cells) for book in books)
        return Verdict(reader, found, "" if found == wanted else f"{wanted} objectives were written")

    return verify


UNSAID = {
    "zh": "标识为由 IRI 导出的 UUID，不能还原为 IRI",
    "en": "identifiers are UUIDs made of the IRIs, which cannot be read from them",
}
EXPORTERS_OF_STRATML = (
    Exporter(
        name="stratml-plan",
        path="stratml-plan",
        family="standard",
        chinese="StratML 第 1 部分：战略计划，每份文件一个",
        english="StratML Part 1: a strategic plan for each document",
        write=write_stratml(STRATEGIC),
        verify=verify_stratml(STRATEGIC),
        carries=STRATEGIC.selection.carries,
        losses=(UNSAID,),
    ),
    Exporter(
        name="stratml-performance",
        path="stratml-performance",
        family="standard",
        chinese="StratML 第 2 部分：绩效计划，含目标值与实际值，每份文件一个",
        english="StratML Part 2: a performance plan with targets and actuals for each document",
        write=write_stratml(PERFORMANCE),
        verify=verify_stratml(PERFORMANCE),
        carries=PERFORMANCE.selection.carries,
        losses=(UNSAID,),
    ),
)
