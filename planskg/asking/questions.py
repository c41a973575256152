"""queries/*.rq as questions: one file each, with what it asks and its parameters in the header comments.

    # title: 各地同一指标的目标
    # question-zh: 各地对某一指标定了什么目标？
    # question-en: What do the plans promise for an indicator, side by side?
    # param: indicator indicator required 指标的名称或记号 / an indicator by name or notation
    # param: year year any 到期年份 / the year it is due
    # example: indicator=地区生产总值

A parameter has a name, a type (planskg.asking.binding.TYPES), and `required`, `any` (it may be left out) or a default.
Each stands as `VALUES $name { UNDEF }` where it is bound, so that a file is SPARQL for any other tool as it is.

Three habits keep them fast on many plans. What must hold stands before what is OPTIONAL, for Oxigraph orders joins only
up to there. An OPTIONAL hangs on a variable that is always bound; else it is a cross product. What several documents
describe (a place, a project, a government, a rule) is looked up in a sub-SELECT or in GRAPH, for it is met once a
document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from planskg.asking.binding import TYPES
from planskg.errors import BadAsset, BadQuery
from planskg.vocabulary import asset_folder

HEADER = re.compile(r"#\s*(title|question-zh|question-en|param|example):\s*(.+)")
SLOT = re.compile(r"VALUES\s+\$(\w+)\s*\{\s*UNDEF\s*\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be narrowed by."""

    name: str
    type: str
    """A key of planskg.asking.binding.TYPES."""
    required: bool
    default: str | None
    """None where nothing narrows the question unless it is given."""
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its SPARQL."""

    name: str
    """The file's stem."""
    title: str
    chinese: str
    english: str
    parameters: tuple[Parameter, ...]
    example: tuple[tuple[str, str], ...]
    """Values with which it may be shown; there for every parameter that is required."""
    text: str


@cache
def find_questions() -> tuple[Question, ...]:
    """Return the project's questions by name."""
    return tuple(read_question(path) for path in sorted(asset_folder("queries").glob("*.rq")))


def get_question(name: str) -> Question:
    """Return a question; raises BadQuery with what comes near for a name that none has."""
    names = {question.name: question for question in find_questions()}
    if name not in names:
        near = get_close_matches(name, names, n=4, cutoff=0.4)
        raise BadQuery(name, f"no such question; near it: {', '.join(near)}" if near else "no such question")
    return names[name]


def read_question(path: Path) -> Question:
    """Read a question from a file; raises BadAsset for a header that lacks something or a parameter without a slot."""
    text = path.read_text(encoding="utf-8")
    rows = list(_header(text))
    found = dict(rows)
    for key in ("title", "question-zh", "question-en"):
        if key not in found:
            raise BadAsset(path, "header", f"needs a line # {key}: …")
    parameters = tuple(_parameter(path, words) for key, words in rows if key == "param")
    if {each.name for each in parameters} != set(SLOT.findall(text)):
        raise BadAsset(path, "header", "the parameters are not those that stand as VALUES $name { UNDEF }")
    example = dict(part.split("=", 1) for part in found.get("example", "").split() if "=" in part)
    if not {each.name for each in parameters if each.required} <= set(example) <= {each.name for each in parameters}:
        raise BadAsset(
            path, "# example", "needs name=value for each parameter that is required, and for no unknown one"
        )
    return Question(
        path.stem,
        found["title"],
        found["question-zh"],
        found["question-en"],
        parameters,
        tuple(example.items()),
        text,
    )


def _header(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if match := HEADER.fullmatch(line.rstrip()):
            yield match[1], match[2]


def _parameter(path: Path, words: str) -> Parameter:
    name, kind, given, description = (*words.split(maxsplit=3), "", "", "", "")[:4]
    if kind not in TYPES or not description:
        raise BadAsset(path, f"# param: {words}", f"needs name, type ({', '.join(TYPES)}), default and description")
    default = None if given in ("required", "any") else given
    return Parameter(name, kind, given == "required", default, description)
