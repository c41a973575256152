"""A module imports from the floors below its own only; no import is hidden in a function, and none runs in a circle.

The folders of extracting stand upon one another in the same way.
"""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from conftest import PACKAGE

FLOORS = (
    {"__main__"},
    {"cli", "web"},
    {"run"},
    {"reporting", "settings", "baseline", "explaining"},
    {"exporting", "comparing"},
    {"rendering"},
    {"checking", "asking", "building"},
    {"graph"},
    {"extracting"},
    {"reading", "scoreboard", "listing"},
    {"scoring"},
    {"gazetteer"},
    {"places"},
    {"vocabulary", "agreement", "files"},
    {"records"},
    {"model", "errors", "nearest"},
    {"planskg"},
)
STOREYS = (
    *("words", "quantities", "views", "works", "tables", "structure", "readings"),
    *("targets", "projects", "aims", "figures"),
)
"""The folders of extracting, the lowest first; the modules beside them stand on top."""
HEIGHT = {unit: height for height, floor in enumerate(reversed(FLOORS)) for unit in floor}
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_name(path): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def unit_of(module: str) -> str:
    """A unit is a module or a folder directly below planskg, or planskg's own __init__."""
    return f"{module}.planskg".split(".")[1]


def imports(tree: ast.AST) -> Iterator[str]:
    """The names within planskg that a tree imports, each with what is taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            yield from (
                f"{node.module}.{alias.name}" for alias in node.names if f"{node.module}.".startswith("planskg.")
            )
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if f"{alias.name}.".startswith("planskg."))


def imported(source: str) -> set[str]:
    """The modules of planskg that a source imports."""
    return {name if name in MODULES else name.rpartition(".")[0] for name in imports(ast.parse(source))}


def faults(module: str, source: str) -> list[str]:
    own = unit_of(module)
    above = [name for name in sorted(imported(source)) if unit_of(name) != own and HEIGHT[unit_of(name)] >= HEIGHT[own]]
    hidden = [name for node in ast.walk(ast.parse(source)) if isinstance(node, FUNCTION) for name in imports(node)]
    return [f"{name} stands no lower" for name in above] + [f"{name} is imported in a function" for name in hidden]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    assert unit_of(module) in HEIGHT, "give the new module a floor in FLOORS, and in docs/design.md"
    assert faults(module, MODULES[module]) == []


def storey_of(module: str) -> int:
    folder = module.split(".")[2:3]
    return STOREYS.index(folder[0]) if folder and folder[0] in STOREYS else len(STOREYS)


def climbing(module: str, source: str) -> list[str]:
    """The modules of extracting that a module of a lower folder imports."""
    inner = [name for name in sorted(imported(source)) if unit_of(name) == "extracting"]
    return [name for name in inner if storey_of(name) > storey_of(module)]


@pytest.mark.parametrize("module", [name for name in MODULES if unit_of(name) == "extracting"])
def test_folders_of_extracting_point_down(module: str) -> None:
    assert climbing(module, MODULES[module]) == []


def test_each_folder_of_extracting_has_a_storey() -> None:
    folders = {path.parent.name for path in (PACKAGE / "extracting").glob("*/__init__.py")}
    assert folders == set(STOREYS)


def test_an_import_from_a_higher_folder_is_seen() -> None:
    source = "from planskg.extracting.targets.heads import read_head"
    assert climbing("planskg.extracting.works.names", source) == ["planskg.extracting.targets.heads"]
    assert climbing("planskg.extracting.aims.aims", source) == []


def test_no_imports_run_in_a_circle() -> None:
    assert len(MODULES) >= 8
    TopologicalSorter({module: imported(source) for module, source in MODULES.items()}).prepare()


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("planskg.graph.terms", "import planskg.model\nfrom planskg import vocabulary", 0),
        ("planskg.records", "from planskg.scoring import score", 1),
        ("planskg.model", "import planskg.records", 1),
        ("planskg.model", "if TYPE_CHECKING:\n    from planskg.records import Json", 1),
        ("planskg.model", "from planskg import records", 1),
        ("planskg", "from planskg.model import Span", 1),
        ("planskg.cli", "def f():\n    from planskg import records", 1),
        ("planskg.cli", "def f():\n    import rdflib", 0),
    ],
)
def test_faults_are_seen(module: str, source: str, expected: int) -> None:
    assert len(faults(module, source)) == expected
