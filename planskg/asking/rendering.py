"""Answers as text: a table for people, CSV for spreadsheets, JSON for programs; and the list of all questions."""

import csv
from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from typing import TextIO

import pyoxigraph as ox

from planskg.asking.answers import Answer, Cell
from planskg.asking.questions import Parameter, Question

NUMBERS = ("decimal", "integer", "double", "float")


def cell_text(cell: Cell) -> str:
    """Return a cell as words: an IRI whole, a number with all its digits."""
    if cell is None:
        return ""
    return str(cell) if isinstance(cell, ox.Triple | ox.BlankNode) else cell.value


def render_csv(answer: Answer) -> str:
    r"""Return an answer as CSV with \n line ends."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.header)
    writer.writerows([cell_text(cell) for cell in row] for row in answer.rows)
    return out.getvalue()


def render_json(answer: Answer) -> str:
    """Return an answer as SPARQL 1.1 Query Results JSON."""
    return answer.json.decode() + "\n"


def render_table(answer: Answer, width: int | None = None) -> str:
    """Return an answer as a table for people, without the columns that hold nothing but IRIs.

    With a width it is ruled and wrapped to it; without one a row is a line, however long.
    """
    columns = _readable(answer)
    header = [answer.header[column] for column in columns]
    rows = [[" ".join(cell_text(row[column]).split()) for column in columns] for row in answer.rows]
    right = [_is_number_column(answer, column) for column in columns]
    table = _plain(header, rows, right) if width is None else _ruled(header, rows, right, width)
    return f"{table}{len(rows)} row{'s' * (len(rows) != 1)}\n"


def _readable(answer: Answer) -> list[int]:
    columns = range(len(answer.header))
    kept = [
        column for column in columns if not all(isinstance(row[column], ox.NamedNode | None) for row in answer.rows)
    ]
    return kept or list(columns)


def _is_number_column(answer: Answer, column: int) -> bool:
    cells = [row[column] for row in answer.rows if row[column] is not None]
    return bool(cells) and all(isinstance(c, ox.Literal) and c.datatype.value.endswith(NUMBERS) for c in cells)


def _plain(header: list[str], rows: list[list[str]], right: list[bool]) -> str:
    from rich.cells import cell_len

    lines = [header, *rows]
    widths = [max(cell_len(line[column]) for line in lines) for column in range(len(header))]

    def padded(line: Sequence[str]) -> str:
        cells = []
        for text, width, is_number in zip(line, widths, right, strict=True):
            blank = " " * (width - cell_len(text))
            cells.append(blank + text if is_number else text + blank)
        return "  ".join(cells).rstrip()

    return "".join(f"{padded(line)}\n" for line in [header, ["-" * width for width in widths], *rows])


def _ruled(header: list[str], rows: list[list[str]], right: list[bool], width: int) -> str:
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for name, is_number in zip(header, right, strict=True):
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    out = StringIO()
    Console(file=out, width=width, color_system=None, markup=False, emoji=False, highlight=False).print(table)
    return out.getvalue()


FORMS: dict[str, Callable[[Answer], str]] = {"table": render_table, "csv": render_csv, "json": render_json}


def render(answer: Answer, form: str) -> str:
    """Return an answer in a form of FORMS, for a file."""
    return FORMS[form](answer)


def write_answer(answer: Answer, form: str, stream: TextIO) -> None:
    """Write an answer in a form of FORMS to a stream; a table is ruled and wrapped where that is a terminal."""
    if form == "table" and stream.isatty():
        from shutil import get_terminal_size

        stream.write(render_table(answer, get_terminal_size().columns))
    else:
        stream.write(render(answer, form))


def describe_questions(questions: Iterable[Question]) -> str:
    """Return what each question asks and what it may be narrowed by, as lines."""
    return "".join(_describe(question) for question in questions)


def _describe(question: Question) -> str:
    lines = [f"{question.name}  {question.title}", f"  {question.chinese}", f"  {question.english}"]
    lines += [f"    {_usage(each)}  {each.description}" for each in question.parameters]
    return "\n".join(lines) + "\n"


def _usage(parameter: Parameter) -> str:
    usage = f"-p {parameter.name}={'…' if parameter.default is None else parameter.default} ({parameter.type})"
    return usage if parameter.required else f"[{usage}]"
