"""The commands as a person types them: what they print, where they write, how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import DOCUMENTS, GOLD, ROOT
from planskg import __version__
from planskg.cli import COMMANDS
from planskg.records import parse_lines

CHANGJI = str(DOCUMENTS / "changji-2023.txt")
KIZILSU = str(DOCUMENTS / "kizilsu-2023.txt")


def planskg(*words: str, stdin: str = "", seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planskg", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def test_help_lists_every_command() -> None:
    done = planskg("--help")
    assert done.returncode == 0
    assert [name for name in COMMANDS if f"  {name} " not in done.stdout] == []


def test_it_tells_its_version() -> None:
    done = planskg("--version")
    assert (done.returncode, done.stdout) == (0, f"planskg {__version__}\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str) -> None:
    done = planskg(name, "--help")
    assert done.returncode == 0
    assert COMMANDS[name].split(":")[0].split(",")[0] in " ".join(done.stdout.split())


def test_text_is_what_offsets_count_in() -> None:
    done = planskg("text", CHANGJI)
    rows = parse_lines(planskg("extract", CHANGJI).stdout)
    assert len(rows) > 250
    assert [row for row in rows if done.stdout[row["start"] : row["end"]] != row["quote"]] == []


def test_extract_reads_standard_input() -> None:
    text = Path(CHANGJI).read_text(encoding="utf-8")
    assert planskg("extract", "-", stdin=text).stdout == planskg("extract", CHANGJI).stdout


def test_extract_of_several_files_names_the_document() -> None:
    rows = parse_lines(planskg("extract", CHANGJI, KIZILSU).stdout)
    assert {row["document"] for row in rows} == {"changji-2023", "kizilsu-2023"}


def test_extract_writes_a_file_whole(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    done = planskg("extract", CHANGJI, "-o", str(out))
    assert (done.returncode, done.stdout) == (0, "")
    assert out.read_text(encoding="utf-8") == planskg("extract", CHANGJI).stdout
    assert list(tmp_path.iterdir()) == [out]


def test_extract_as_a_table() -> None:
    lines = planskg("extract", CHANGJI, "--format", "table").stdout.splitlines()
    assert lines[0].split() == ["类型", "位置", "事项", "内容", "年份", "原文"]
    assert any(line.startswith("target") and "地区生产总值" in line and "7%左右" in line for line in lines)


def test_residue_gives_reasons() -> None:
    rows = parse_lines(planskg("residue", KIZILSU, "--format", "jsonl").stdout)
    assert {row["reason"] for row in rows} >= {"date", "name", "table"}
    assert "缘由" in planskg("residue", KIZILSU).stdout


def test_residue_accounts_for_every_number() -> None:
    counts = {
        row["reason"]: row["count"]
        for row in parse_lines(planskg("residue", KIZILSU, "--summary", "--format", "jsonl").stdout)
    }
    assert counts["record"] > 100
    assert "unexplained" not in counts
    told = planskg("residue", KIZILSU, "--summary").stdout
    assert told.endswith("已说明 100.00%\n")
    assert "日期" in told


def test_check_conforms_and_counts_what_it_saw() -> None:
    done = planskg("check", CHANGJI, "--format", "json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["conforms"]) == (0, True)
    assert report["focus_nodes"]["target"] > 50
    assert report["focus_nodes"]["observation"] == 0


def test_check_fails_on_the_severity_that_is_asked() -> None:
    assert planskg("check", CHANGJI, "--fail-on", "info").returncode == 1


def test_check_writes_each_form(tmp_path: Path) -> None:
    for form, told in {
        "html": "<!doctype html>",
        "sarif": '"uri": "',
        "junit": "<testsuite ",
        "turtle": "sh:result",
    }.items():
        path = tmp_path / form
        assert planskg("check", CHANGJI, "--format", form, "-o", str(path)).returncode == 0
        assert told in path.read_text(encoding="utf-8")


def test_check_speaks_english() -> None:
    told = planskg("check", CHANGJI, "--lang", "en", "--verbose").stdout
    assert "conforms. violations: 0" in told
    assert "Nodes that each rule looked at" in told
    assert "\x1b" not in told, "no colours but to a terminal"


def test_a_store_is_built_checked_and_asked(tmp_path: Path) -> None:
    store, trig = str(tmp_path / "store"), tmp_path / "plans.trig"
    built = planskg("build", CHANGJI, KIZILSU, "--store", store, "-o", str(trig))
    assert (built.returncode, built.stdout) == (0, "")
    assert "changji-2023" in built.stderr
    checked = planskg("check", str(trig), "--only", "violation")
    assert checked.returncode == 1  # 克州 promises farmers 1,500 元 more in its text, and 1,480 in its table
    assert "increment-against-levels" in checked.stdout
    assert planskg("check", str(trig), "--only", "records").returncode == 0
    answer = planskg("ask", "roads", "--store", store, "--format", "csv")
    assert answer.returncode == 0
    assert "G315线托帕至吐尔尕特口岸公路项目" in answer.stdout
    counted = planskg("ask", "--store", store, "--format", "csv", "--sparql", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert int(counted.stdout.splitlines()[1]) > 10_000


def test_questions_are_listed() -> None:
    assert planskg("ask", "--list").stdout.count("\n") > 60


def test_score_compares_with_the_reference() -> None:
    found = planskg("extract", KIZILSU).stdout
    done = planskg("score", str(GOLD / "kizilsu-2023.jsonl"), "-", "--misses", "--text", KIZILSU, stdin=found)
    assert done.returncode == 0
    assert "observation" in done.stdout


def test_score_tells_what_changed_since_an_earlier_run(tmp_path: Path) -> None:
    found = planskg("extract", CHANGJI).stdout.splitlines(keepends=True)
    now, earlier = tmp_path / "now.jsonl", tmp_path / "earlier.jsonl"
    now.write_text("".join(found), encoding="utf-8")
    earlier.write_text("".join(line for line in found if "1200亿元" not in line), encoding="utf-8")
    reference = str(GOLD / "changji-2023.jsonl")
    better = planskg("score", reference, str(now), "--against", str(earlier), "--text", CHANGJI).stdout
    assert "mended missed target" in better
    assert "【1200亿元】" in better
    worse = planskg("score", reference, str(earlier), "--against", str(now)).stdout
    assert "broken missed target" in worse


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("extract", "no-such-file.txt"), "no such file"),
        (("extract", "data"), "directory"),
        (("residue", "no-such-file.txt"), "no such file"),
        (("text", "no-such-file.txt"), "no such file"),
        (("check", "no-such-file.ttl"), "no-such-file.ttl"),
        (("extract", CHANGJI, "--region", "000001"), "000001"),
        (("ask", "no-such-question"), "no-such-question"),
        (("ask", "targets-by-indicator", "-p", "nothing"), "key=value"),
        (("ask", "--sparql", "SELECT"), "SPARQL"),
        (("ask", "roads", "--store", "no-such-store"), "no-such-store"),
        (("export", "no-such-format"), "no-such-format"),
        (("check", CHANGJI, "--format", "no-such-form"), "no-such-form"),
        (("score", "no-such.jsonl", "no-such.jsonl"), "no-such.jsonl"),
        (("build",), "--store"),
        (("ask",), "--list"),
        (("extract",), "FILES"),
        (("no-such-command",), "no-such-command"),
    ],
)
def test_what_stops_a_command_is_said(words: tuple[str, ...], told: str) -> None:
    done = planskg(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert told.lower() in done.stderr.lower()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b" \n\n ", "blank"),
        (b"\x00\x01\x02", "binary"),
        ("地区生产总值增长7%".encode("gb18030")[:-3], "breaks off"),
        ("没有年份的文字".encode(), "--year"),
    ],
)
def test_bad_documents_get_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    path, out = tmp_path / "plan.txt", tmp_path / "out.jsonl"
    path.write_bytes(content)
    done = planskg("extract", str(path), "-o", str(out))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not out.exists()


@pytest.mark.thorough
@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld", "graphml", "jsonl", "csv", "html"])
def test_exports_do_not_hang_on_the_hash_seed(tmp_path: Path, form: str) -> None:
    one, two = (tmp_path / f"{seed}.{form}" for seed in "12")
    for path, seed in ((one, "1"), (two, "2")):
        assert planskg("export", form, "-o", str(path), seed=seed).returncode == 0
    assert one.read_bytes() == two.read_bytes()
    assert one.stat().st_size > 10_000
