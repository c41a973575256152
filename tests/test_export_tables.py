"""The graph as tables: figures survive every form exactly, and readers and validators of others accept each."""

import csv
import json
import sqlite3
import sys
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pyoxigraph as ox
import pytest
from csvw import CSVW
from msgspec.structs import replace
from pyarrow import parquet

import planskg
from conftest import store_of
from planskg.exporting import EXPORTERS, MissingExtra, Source, export, write_content
from planskg.exporting.tables.schema import TABLES
from planskg.exporting.tables.spreadsheet import width_of
from planskg.graph.store import open_store
from planskg.model import Target
from small_plan import small_extraction

FINE = Decimal("1234567890123.4567890123")
"""More digits than a binary fraction keeps."""
FILES = ("csvw", "xlsx", "parquet", "sqlite")


@pytest.fixture(scope="module")
def whole(reference_store: ox.Store) -> Source:
    return Source(reference_store)


@pytest.fixture(scope="module")
def exact() -> Source:
    """A small plan with a figure that no binary fraction holds, and words that look like formulas."""
    plan = small_extraction()
    target = next(record for record in plan.records if isinstance(record, Target))
    fine = replace(target, value=FINE, indicator="=SUM(A1:A9)", binding="+1", measure="increment")
    tenth = replace(target, value=Decimal("0.29"), indicator="十分之几", measure="growth")
    return Source(store_of(replace(plan, records=(*plan.records, fine, tenth))))


def files(source: Source, form: str) -> dict[str, Any]:
    content = EXPORTERS[form].write(source)
    assert isinstance(content, dict)
    return content


def read_csv(content: dict[str, Any], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content[f"{table}.csv"])))


def sheet_rows(content: bytes, sheet: str) -> list[dict[str, Any]]:
    rows = openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True)
    names = [str(name).partition("\n")[2] for name in next(rows)]
    return [dict(zip(names, row, strict=True)) for row in rows]


def open_database(content: dict[str, Any]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(content["plans.db"])
    return database


# -- The tables --------------------------------------------------------------------------------------------------------


def test_tables_hold_every_record(whole: Source) -> None:
    counts = {name: len(frame.rows) for name, frame in whole.frames.items()}
    kinds = {"pillars": "pillar", "targets": "target", "aims": "aim", "pledges": "project", "actions": "action"}
    for table, kind in {**kinds, "observations": "observation"}.items():
        assert counts[table] == sum(record.kind == kind for plan in whole.plans for record in plan.records.values())
    assert counts["documents"] == 2
    assert counts["lines"] == sum(plan.document.text.count("\n") + 1 for plan in whole.plans)


def test_every_row_has_every_column_and_a_key_of_its_own(whole: Source) -> None:
    for frame in whole.frames.values():
        names = [column.name for column in frame.table.columns]
        assert len(set(names)) == len(names)
        assert all(list(row) == names for row in frame.rows)
        assert len({row[frame.table.key] for row in frame.rows}) == len(frame.rows)


def test_every_reference_is_to_a_row(whole: Source) -> None:
    keys = {name: {row[frame.table.key] for row in frame.rows} for name, frame in whole.frames.items()}
    found = 0
    for frame in whole.frames.values():
        for column in frame.table.columns:
            for row in frame.rows:
                cell = row[column.name]
                held = cell if isinstance(cell, tuple) else [] if cell is None else [cell]
                if column.refers:
                    assert set(held) <= keys[column.refers], (frame.table.name, column.name)
                    found += len(held)
    assert found > 2000


def test_quotes_stand_where_the_row_says(whole: Source) -> None:
    texts = {row["document"]: "" for row in whole.frames["lines"].rows}
    for row in whole.frames["lines"].rows:
        texts[row["document"]] += f"{row['text']}\n"
    lines = {(row["document"], row["line"]): row for row in whole.frames["lines"].rows}
    for name in ("targets", "observations", "residue", "pillars"):
        assert whole.frames[name].rows
        for row in whole.frames[name].rows:
            assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]
            line = lines[row["document"], row["line"]]
            assert line["start"] <= row["start"] <= line["end"]


def test_headings_are_in_both_languages() -> None:
    assert len(TABLES) >= 14
    for each in (*TABLES, *(column for table in TABLES for column in table.columns)):
        assert each.chinese and each.english and each.chinese != each.english


# -- Figures -----------------------------------------------------------------------------------------------------------


def test_figures_are_exact_in_csv(exact: Source) -> None:
    rows = {row["indicator"]: row for row in read_csv(files(exact, "csvw"), "targets")}
    assert rows["地区生产总值"]["value"] == "20164000000"
    assert rows["'=SUM(A1:A9)"]["value"] == str(FINE)
    assert rows["十分之几"]["value"] == "0.29"


def test_figures_are_exact_in_xlsx(exact: Source) -> None:
    content = EXPORTERS["xlsx"].write(exact)
    assert isinstance(content, bytes)
    rows = {row["indicator as printed"]: row for row in sheet_rows(content, "目标")}
    assert rows["地区生产总值"]["value"] == 20164000000
    assert rows["=SUM(A1:A9)"]["value"] == str(FINE)
    assert rows["十分之几"]["value"] == 0.29
    assert rows["地区生产总值"]["as printed"] == "201.64亿元以上"


def test_figures_are_exact_in_parquet(exact: Source) -> None:
    table = parquet.read_table(BytesIO(files(exact, "parquet")["targets.parquet"]))
    values = dict(zip(table["indicator"].to_pylist(), table["value"].to_pylist(), strict=True))
    assert values["地区生产总值"] == Decimal("20164000000")
    assert values["=SUM(A1:A9)"] == FINE
    assert values["十分之几"] == Decimal("0.29")
    assert str(table.schema.field("value").type) == "decimal128(38, 12)"


def test_figures_are_exact_in_sqlite(exact: Source) -> None:
    database = open_database(files(exact, "sqlite"))
    values = dict(database.execute("SELECT indicator, value FROM targets"))
    database.close()
    assert values["地区生产总值"] == 20164000000 and isinstance(values["地区生产总值"], int)
    assert values["=SUM(A1:A9)"] == str(FINE)
    assert values["十分之几"] == 0.29


def test_every_figure_of_both_plans_is_the_same_in_every_form(whole: Source) -> None:
    for name in ("targets", "observations"):
        asked = [row["value"] for row in whole.frames[name].rows]
        texts = [row["value"] for row in read_csv(files(whole, "csvw"), name)]
        assert [Decimal(text) if text else None for text in texts] == asked
        arrow = parquet.read_table(BytesIO(files(whole, "parquet")[f"{name}.parquet"]))
        assert arrow["value"].to_pylist() == asked
        database = open_database(files(whole, "sqlite"))
        stored = [value for (value,) in database.execute(f"SELECT value FROM {name} ORDER BY rowid")]
        database.close()
        assert [None if value is None else Decimal(str(value)) for value in stored] == asked
        content = EXPORTERS["xlsx"].write(whole)
        assert isinstance(content, bytes)
        cells = [row["value"] for row in sheet_rows(content, whole.frames[name].table.chinese)]
        assert [None if cell is None else Decimal(str(cell)) for cell in cells] == asked
        assert Decimal("20164000000") in asked or name == "targets"


# -- CSV on the Web ----------------------------------------------------------------------------------------------------


def test_csvw_is_valid(reference_store: ox.Store, tmp_path: Path) -> None:
    export(reference_store, "csvw", tmp_path / "csv")
    assert CSVW(str(tmp_path / "csv" / "csv-metadata.json"), validate=True).is_valid


def test_csvw_of_nothing_is_valid(tmp_path: Path) -> None:
    export(open_store(), "csvw", tmp_path / "csv")
    assert CSVW(str(tmp_path / "csv" / "csv-metadata.json"), validate=True).is_valid


@pytest.mark.parametrize(
    ("table", "column", "wrong", "fault"),
    [
        ("targets", "value", "viel", "Invalid value for decimal"),
        ("targets", "document", "document/none", "not found in table documents"),
    ],
)
def test_csvw_catches_a_planted_fault(
    whole: Source, tmp_path: Path, table: str, column: str, wrong: str, fault: str
) -> None:
    content = files(whole, "csvw")
    rows = read_csv(content, table)
    rows[3][column] = wrong
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_content(tmp_path, content | {f"{table}.csv": text.getvalue()})
    with pytest.raises((ValueError, UserWarning), match=fault):
        assert CSVW(str(tmp_path / "csv-metadata.json"), validate=True).is_valid


def test_csvw_names_each_column_and_its_property(whole: Source) -> None:
    metadata = json.loads(files(whole, "csvw")["csv-metadata.json"])
    assert [table["url"] for table in metadata["tables"]] == [f"{table.name}.csv" for table in TABLES]
    targets = {each["name"]: each for each in metadata["tables"][2]["tableSchema"]["columns"]}
    assert targets["year"]["propertyUrl"] == "https://w3id.org/planskg/ontology#dueYear"
    assert targets["sectors"]["separator"] == "|"
    assert {"@value": "到期年份", "@language": "zh"} in targets["year"]["rdfs:label"]


# -- The workbook ------------------------------------------------------------------------------------------------------


def test_workbook_is_made_for_reading(whole: Source) -> None:
    content = EXPORTERS["xlsx"].write(whole)
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["目录", *(table.chinese for table in TABLES)]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
    targets = book["目标"]
    heads = {cell.value: cell.column for cell in targets[1]}
    lines = {row[0].value: row for row in book["原文"].iter_rows(min_row=2)}
    assert len(lines) == book["原文"].max_row - 1
    for number in range(2, targets.max_row + 1):
        link = targets.cell(number, heads["行\nline"])
        sheet, _, place = link.hyperlink.location.partition("!")
        assert sheet == "'原文'"
        assert targets.cell(number, heads["原文\nquote"]).value in book["原文"][f"F{place[1:]}"].value
        assert link.value == book["原文"][f"C{place[1:]}"].value


def test_workbook_says_concepts_in_chinese(whole: Source) -> None:
    content = EXPORTERS["xlsx"].write(whole)
    assert isinstance(content, bytes)
    rows = sheet_rows(content, "项目承诺")
    assert {row["stage"] for row in rows} <= {"谋划储备", "前期工作", "开工", "建设", "建成", "投运"}
    assert "昌吉市" in {row["places"] for row in rows}


def test_workbook_runs_no_formula(exact: Source) -> None:
    content = EXPORTERS["xlsx"].write(exact)
    assert isinstance(content, bytes)
    sheet = openpyxl.load_workbook(BytesIO(content))["目标"]
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(("=", "+"))]
    assert {cell.value for cell in cells} == {"=SUM(A1:A9)", "+1"}
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


@pytest.mark.parametrize(
    ("cells", "width"), [(["ab"], 6), (["一二三四五"], 12), (["一\nabcdefgh"], 10), (["长" * 90], 60)]
)
def test_a_chinese_character_is_two_wide(cells: list[str], width: int) -> None:
    assert width_of(cells) == width


# -- SQLite ------------------------------------------------------------------------------------------------------------


def test_database_has_keys_and_views(whole: Source) -> None:
    database = open_database(files(whole, "sqlite"))
    counts = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in VIEWS}
    promises = sum(len(whole.frames[name].rows) for name in ("targets", "aims", "pledges", "actions"))
    keys = database.execute("PRAGMA foreign_key_list(targets)").fetchall()
    assert counts == {"promises": promises, "figures": 82, "compared": 128, "duties": counts["duties"]}
    assert counts["duties"] >= 100
    assert {key[2:5] for key in keys} >= {("documents", "document", "id"), ("pillars", "pillar", "id")}
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("DELETE FROM documents")
    assert database.execute("PRAGMA foreign_key_check").fetchall() != []
    database.close()


VIEWS = ("promises", "figures", "compared", "duties")


def test_words_are_found(whole: Source) -> None:
    database = open_database(files(whole, "sqlite"))
    asked = "SELECT name FROM pledges WHERE rowid IN (SELECT rowid FROM pledges_fts WHERE pledges_fts MATCH ?)"
    names = [name for (name,) in database.execute(asked, ["name : 托帕至吐尔"])]
    text = database.execute("SELECT count(*) FROM lines_fts WHERE lines_fts MATCH '高标准农田'").fetchone()[0]
    database.close()
    assert names and all("托帕至吐尔尕特" in name for name in names)
    assert text == sum("高标准农田" in row["text"] for row in whole.frames["lines"].rows) > 0


def test_datasette_is_told_every_table(whole: Source) -> None:
    tables = json.loads(files(whole, "sqlite")["metadata.json"])["databases"]["plans"]["tables"]
    assert list(tables) == [table.name for table in TABLES]
    assert tables["targets"]["columns"]["year"] == "到期年份 year due"


# -- Verdicts and programs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FILES)
def test_files_are_read_back_whole(form: str, whole: Source) -> None:
    exporter = EXPORTERS[form]
    verdict = exporter.verify(exporter.write(whole), whole)
    assert (verdict.fault, verdict.rows) == ("", sum(len(frame.rows) for frame in whole.frames.values()))
    assert verdict.reader


@pytest.mark.parametrize("form", FILES)
def test_a_row_that_is_missing_is_seen(form: str, whole: Source, exact: Source) -> None:
    assert EXPORTERS[form].verify(EXPORTERS[form].write(exact), whole).fault


def test_tables_are_ready_for_pandas(reference_store: ox.Store) -> None:
    tables = planskg.to_pandas(reference_store)
    targets = tables["targets"]
    assert list(tables) == [table.name for table in TABLES]
    assert str(targets["year"].dtype) == str(targets["since"].dtype) == "Int64"
    plain = pandas.DataFrame(planskg.frames(reference_store)["targets"])
    assert list(plain["value"].dropna()) == list(targets["value"].dropna())
    assert targets.loc[targets["concept"] == "gdp", "value"].map(type).eq(Decimal).all()
    assert all(len(table.columns) for table in planskg.to_pandas(open_store()).values())


@pytest.mark.parametrize(("form", "package"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow"), ("ledger-docx", "docx")])
def test_a_missing_package_is_named(
    form: str, package: str, reference_store: ox.Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == package]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=r"needs more packages: pip install 'planskg\["):
        export(reference_store, form, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
