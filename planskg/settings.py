"""How a project wants its plans checked: planskg.toml, or the table tool.planskg of pyproject.toml, and the options."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from planskg.checking.own_shapes import load_with
from planskg.checking.profiles import load_profiles
from planskg.checking.shapes import SEVERITIES, Rule, Shapes
from planskg.errors import PlanskgError
from planskg.nearest import find_nearest, suggest
from planskg.rendering import RENDERERS

NAME = "planskg.toml"
LEVELS = tuple(SEVERITIES.values())
LANGUAGES = ("zh", "en")
OFF = "off"
"""The level of a rule that is not asked."""


class BadSetting(PlanskgError):
    """A setting that does not exist or cannot be so; place is the file that says it, or command line."""

    def __init__(self, place: str, key: str, reason: str) -> None:
        super().__init__(f"{place}: {key}: {reason}")
        self.place = place
        self.key = key
        self.reason = reason


class Said(NamedTuple):
    """Settings as one place says them: by name with hyphens, as TOML has them."""

    place: str
    folder: Path
    """Paths are relative to it."""
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set; what nobody sets is as it stands here."""

    profile: str | None = None
    """A name, or the path of a Turtle file; without one it is chosen by genre and place."""
    fail_on: str = "violation"
    """The least severity that is a failure."""
    only: tuple[str, ...] = ()
    """Codes of rules, layers, severities, or shell patterns of these; empty for all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    """A level by what names rules; of several that fit a rule the last counts."""
    baseline: Path | None = None
    lang: str = "zh"
    format: str = "text"
    shapes: tuple[Path, ...] = ()
    """Shape files of one's own, beside the project's."""
    against: Path | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    """Where each of these was said."""


def find_settings(start: Path) -> Path | None:
    """Return the settings file of a folder, or of the nearest above it; None where there is none."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        project = folder / "pyproject.toml"
        if project.is_file() and read_settings(project).values:
            return project
    return None


def read_settings(path: Path) -> Said:
    """Return what a file says, as it says it; raises BadSetting for what is no TOML."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadSetting(str(path), "settings", error.strerror or str(error)) from None
    except ValueError as error:
        raise BadSetting(str(path), "TOML", str(error)) from None
    if path.name == "pyproject.toml":
        values = values.get("tool", {}).get("planskg", {})
    return Said(str(path), path.parent, values)


def combine(*said: Said) -> Settings:
    """Return settings from several places: the later wins, severities add up. Raises BadSetting."""
    found: dict[str, Any] = {}
    places: dict[str, str] = {}
    for each in said:
        for key, value in each.values.items():
            if key not in READERS:
                raise BadSetting(each.place, key, f"no such setting; {suggest(key, READERS)}")
            name, places[key] = key.replace("-", "_"), each.place
            try:
                made = READERS[key](value, each.folder)
            except ValueError as error:
                raise BadSetting(each.place, key, str(error)) from None
            found[name] = {**found.get(name, {}), **made} if isinstance(made, dict) else made
    return Settings(**found, places=places)


def choose_rules(settings: Settings) -> Shapes:
    """Return the rules that are to be asked, as grave as is wished; raises BadSetting for what names none."""
    shapes = load_with(settings.shapes)
    only, ignore = (
        {rule.code for pattern in patterns for rule in _find(shapes, pattern, key, settings)}
        for key, patterns in (("only", settings.only), ("ignore", settings.ignore))
    )
    levels = {rule.code: "" for rule in shapes.rules if not settings.only or rule.code in only}
    for pattern, level in settings.severity.items():
        found = {rule.code for rule in _find(shapes, pattern, "severity", settings)}
        levels |= {code: level for code in levels if code in found}
    return shapes.graded({code: level for code, level in levels.items() if level != OFF and code not in ignore})


def _find(shapes: Shapes, pattern: str, key: str, settings: Settings) -> list[Rule]:
    found = [rule for rule in shapes.rules if any(fnmatchcase(name, pattern) for name in _names(rule))]
    if not found:
        nearest = find_nearest(pattern, {name for rule in shapes.rules for name in _names(rule)})
        hint = f"did you mean {nearest}?" if nearest else "planskg explain lists them all"
        raise BadSetting(settings.places.get(key, ""), key, f"no rule and no layer is called {pattern}; {hint}")
    return found


def _names(rule: Rule) -> tuple[str, ...]:
    """Return what a rule can be chosen by: its code, its layer, and how grave it is by itself."""
    return rule.code, rule.layer, rule.severity


def _text(value: object, folder: Path) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be a text, is {value!r}")
    return value


def _texts(value: object, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"must be a list of texts, is {value!r}")
    return tuple(_text(each, folder) for each in value)


def _path(value: object, folder: Path) -> Path:
    return folder / Path(_text(value, folder)).expanduser()


def _paths(value: object, folder: Path) -> tuple[Path, ...]:
    return tuple(_path(each, folder) for each in _texts(value, folder))


def _profile(value: object, folder: Path) -> str:
    named = _text(value, folder)
    return str(_path(named, folder)) if named.endswith(".ttl") else _one_of(load_profiles())(named, folder)


def _one_of(choices: Iterable[str]) -> Callable[[object, Path], str]:
    def read(value: object, folder: Path) -> str:
        if value not in known:
            raise ValueError(f"cannot be {value!r}; {suggest(str(value), known)}")
        return str(value)

    known = tuple(choices)
    return read


def _levels(value: object, folder: Path) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise ValueError(f"must be a table of levels by code, is {value!r}")
    level = _one_of((*LEVELS, OFF))
    return {str(code): level(each, folder) for code, each in value.items()}


READERS: Mapping[str, Callable[[object, Path], object]] = {
    "profile": _profile,
    "fail-on": _one_of(LEVELS),
    "only": _texts,
    "ignore": _texts,
    "severity": _levels,
    "baseline": _path,
    "lang": _one_of(LANGUAGES),
    "format": _one_of(RENDERERS),
    "shapes": _paths,
    "against": _path,
}
"""What makes a value of what was said, by the name of the setting; raises ValueError."""
