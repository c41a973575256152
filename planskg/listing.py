"""Records and residue as tables for people; Chinese counts two columns a character."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len, set_cell_size

from planskg.records import Json
from planskg.vocabulary import load_scheme

WIDEST = 44
WHAT = ("indicator", "name", "title")


def list_records(rows: Sequence[Json]) -> str:
    """Return records as a table: kind, place, what it is about, what is said of it, year, words."""
    lines = [_record_line(row) for row in rows]
    return _table(("类型", "位置", "事项", "内容", "年份", "原文"), lines)


def list_residue(rows: Sequence[Json]) -> str:
    """Return residue as a table: place, reason, words."""
    return _table(
        ("位置", "缘由", "原文"), [(f"{row['start']}-{row['end']}", row["reason"], row["quote"]) for row in rows]
    )


def list_account(counts: Mapping[str, int], explained: float) -> str:
    """Return an account of numbers as a table: reason, count, share; then the share that is explained."""
    total = sum(counts.values()) or 1
    names = load_scheme("residue").by_notation
    lines = [
        (names[why].label if why in names else "已入记录", why, n, f"{n / total:.1%}") for why, n in counts.items()
    ]
    return _table(("缘由", "记号", "数量", "比例"), lines) + f"已说明 {explained:.2%}\n"


def _record_line(row: Json) -> tuple[str, ...]:
    what = next((str(row[key]) for key in WHAT if row.get(key)), "")
    return (row["type"], f"{row['start']}-{row['end']}", what, _said(row), str(row.get("year") or ""), row["quote"])


def _said(row: Json) -> str:
    if row["type"] in ("target", "observation"):
        value = "—" if row["value"] is None else row["value"]
        return " ".join(
            str(part) for part in (row.get("measure") or row.get("kind"), row["comparator"], value, row["unit"]) if part
        )
    return str(row.get("stage") or row.get("level") or row.get("firmness") or "")


def _table(header: Sequence[str], lines: Sequence[Sequence[object]]) -> str:
    cells = [[" ".join(str(cell).split()) for cell in line] for line in (header, *lines)]
    widths = [min(WIDEST, max(cell_len(line[column]) for line in cells)) for column in range(len(header))]
    return "".join("  ".join(map(_fit, line, widths)).rstrip() + "\n" for line in cells)


def _fit(cell: str, width: int) -> str:
    return set_cell_size(cell, width) if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…"
