"""The tables as formats, with those who read them back."""

import csv
import sqlite3
from io import BytesIO, StringIO

from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.source import Source
from planskg.exporting.tables.csvw import METADATA, write_csvw
from planskg.exporting.tables.parquet import write_parquet
from planskg.exporting.tables.schema import CARRIED
from planskg.exporting.tables.sqlite import DATABASE, write_sqlite
from planskg.exporting.tables.xlsx import CONTENTS, write_xlsx
from planskg.exporting.tabular import GUARDED

Files = dict[str, str | bytes]


def verify_csvw(content: Content, source: Source) -> Verdict:
    """Read each file with Python's csv."""
    files = {name: part for name, part in _files(content).items() if name != METADATA}
    rows = sum(sum(1 for _ in csv.DictReader(StringIO(str(part)))) for part in files.values())
    return _counted("csv", rows, source)


def verify_xlsx(content: Content, source: Source) -> Verdict:
    """Read the sheets with Calamine."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(_bytes(content)))
    heights = [book.get_sheet_by_name(name).height for name in book.sheet_names if name != CONTENTS]
    return _counted("Calamine", sum(heights) - len(heights), source)


def verify_parquet(content: Content, source: Source) -> Verdict:
    """Read the files with Arrow."""
    from pyarrow import parquet

    rows = sum(parquet.read_table(BytesIO(_bytes(part))).num_rows for part in _files(content).values())
    return _counted("Arrow", rows, source)


def verify_sqlite(content: Content, source: Source) -> Verdict:
    """Let SQLite check the file and its foreign keys, and count its rows."""
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(_bytes(_files(content)[DATABASE]))
        faults = [
            row for check in ("integrity_check", "foreign_key_check") for row in database.execute(f"PRAGMA {check}")
        ]
        rows = sum(database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in source.frames)
    finally:
        database.close()
    verdict = _counted("SQLite", rows, source)
    return verdict if faults == [("ok",)] else Verdict(verdict.reader, rows, str(faults))


def _files(content: Content) -> Files:
    if not isinstance(content, dict):
        raise TypeError("one file, where several are expected")
    return content


def _bytes(content: Content) -> bytes:
    if not isinstance(content, bytes):
        raise TypeError("no bytes")
    return content


def _counted(reader: str, rows: int, source: Source) -> Verdict:
    wanted = sum(len(frame.rows) for frame in source.frames.values())
    return Verdict(reader, rows, "" if rows == wanted else f"{wanted} rows were written")


EXPORTERS_OF_TABLES = (
    Exporter(
        name="csvw",
        path="csv",
        family="table",
        chinese="每类一个 CSV 文件，附 CSVW 说明",
        english="a CSV file for each kind of thing, with CSVW metadata",
        write=write_csvw,
        verify=verify_csvw,
        carries=CARRIED,
        losses=(GUARDED,),
    ),
    Exporter(
        name="xlsx",
        path="plans.xlsx",
        family="table",
        chinese="Excel 工作簿，每类一张表，链接到原文",
        english="a workbook with a sheet for each kind of thing and links to the text",
        write=write_xlsx,
        verify=verify_xlsx,
        carries=CARRIED,
        losses=(
            {
                "zh": "超过 15 位有效数字的数写作文字；一格最多 32767 字",
                "en": "numbers of more than 15 digits are text; a cell is cut at 32,767 characters",
            },
        ),
        extra="xlsx",
    ),
    Exporter(
        name="parquet",
        path="parquet",
        family="table",
        chinese="每类一个 Parquet 文件，数值精确",
        english="a Parquet file for each kind of thing, with exact decimals",
        write=write_parquet,
        verify=verify_parquet,
        carries=CARRIED,
        extra="parquet",
    ),
    Exporter(
        name="sqlite",
        path="sqlite",
        family="table",
        chinese="SQLite 数据库，含外键、视图和全文索引，可用 Datasette 打开",
        english="a SQLite database with keys, views and an index of words, for Datasette and others",
        write=write_sqlite,
        verify=verify_sqlite,
        carries=CARRIED,
    ),
)
