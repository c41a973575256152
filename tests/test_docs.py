"""What is public is described, and what the documentation says is there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import planskg
from conftest import PACKAGE, ROOT
from planskg.cli import COMMANDS, load_command

MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(<?([^)>\s]+)[^)]*\)|(?:src|href)=\"([^\"]+)\"")
Described = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def undescribed(node: Described, name: str) -> Iterator[str]:
    """The public names in a module or class that have no docstring; what a function defines inside is its own."""
    if ast.get_docstring(node) is None:
        yield name
    if isinstance(node, ast.Module | ast.ClassDef):
        for child in node.body:
            if isinstance(child, Described) and not child.name.startswith("_"):
                yield from undescribed(child, f"{name}.{child.name}")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_public_names_have_docstrings(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert list(undescribed(tree, module.stem)) == []


def commands() -> dict[str, str]:
    """The sub-commands by name, with their help."""
    return {name: load_command(name).help or "" for name in COMMANDS}


def test_every_command_has_help_and_stands_in_the_readme() -> None:
    found, readme = commands(), (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(found) >= 9
    assert [name for name, text in found.items() if not text.strip()] == []
    assert [name for name in found if not re.search(rf"planskg {name}\b", readme)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    prose = FENCED.sub("", page.read_text(encoding="utf-8"))
    targets = [(first or second).partition("#")[0] for first, second in LINK.findall(prose)]
    local = [target for target in targets if target and not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_targets_that_pages_name_are_in_the_makefile() -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert {"run", "test"} <= known
    assert named <= known


def test_one_version_everywhere() -> None:
    citation, changes = (ROOT / name for name in ("CITATION.cff", "CHANGELOG.md"))
    assert f"\nversion: {planskg.__version__}\n" in citation.read_text(encoding="utf-8")
    assert f"\n## {planskg.__version__}" in changes.read_text(encoding="utf-8")


def test_pages_are_found() -> None:
    assert {"README.md", "CHANGELOG.md", "design.md"} <= {page.name for page in PAGES}
