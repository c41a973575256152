"""The ledger as formats, with those who read them back."""

from io import BytesIO

from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.ledger.docx import write_ledger_docx
from planskg.exporting.ledger.papers import write_papers
from planskg.exporting.ledger.tasks import CARRIED
from planskg.exporting.ledger.xlsx import TITLE_ROWS, write_ledger_xlsx
from planskg.exporting.source import Source


def verify_xlsx(content: Content, source: Source) -> Verdict:
    """Read the sheets with Calamine."""
    from python_calamine import CalamineWorkbook

    rows = 0
    for part in _parts(content):
        book = CalamineWorkbook.from_filelike(BytesIO(part))
        rows += sum(book.get_sheet_by_name(name).total_height + 1 - TITLE_ROWS for name in book.sheet_names[:-1])
    return _counted("Calamine", rows, source)


def verify_docx(content: Content, source: Source) -> Verdict:
    """Read the tables with python-docx."""
    from docx import Document

    rows = sum(len(Document(BytesIO(part)).tables[0].rows) - 1 for part in _parts(content))
    return _counted("python-docx", rows, source)


def _parts(content: Content) -> list[bytes]:
    if not isinstance(content, dict):
        raise TypeError("one file, where several are expected")
    return [part for part in content.values() if isinstance(part, bytes)]


def _counted(reader: str, rows: int, source: Source) -> Verdict:
    """Return a verdict: there must be a row a task and one a group."""
    groups = [group for paper in write_papers(source) for _, found in paper.groupings for group in found]
    wanted = sum(len(group.tasks) + 1 for group in groups)
    return Verdict(reader, rows, "" if rows == wanted else f"{wanted} rows were written")


EXPORTERS_OF_LEDGERS = (
    Exporter(
        name="ledger-xlsx",
        path="ledger-xlsx",
        family="paper",
        chinese="任务分解台账，每份计划一个工作簿，按单位和按篇章各一张表",
        english="the office's table of tasks, a workbook a plan, by department and by heading",
        write=write_ledger_xlsx,
        verify=verify_xlsx,
        carries=CARRIED,
        extra="xlsx",
    ),
    Exporter(
        name="ledger-docx",
        path="ledger-docx",
        family="paper",
        chinese="任务分解台账，每份计划两个文档，按单位和按篇章各一个",
        english="the office's table of tasks, two Word documents a plan, by department and by heading",
        write=write_ledger_docx,
        verify=verify_docx,
        carries=CARRIED,
        extra="docx",
    ),
)
