"""`planskg check`."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from planskg.baseline import accept, write_baseline
from planskg.checking.documents import Way, check_file
from planskg.checking.files import SUFFIXES
from planskg.cli.options import DEFAULT_SIZE, MaxSize, Out, Region, Year, in_bytes, tell, write
from planskg.errors import NoPlan, PlanskgError
from planskg.files import write_whole
from planskg.model import Report
from planskg.reading import READERS
from planskg.reading.source import read_source
from planskg.rendering import RENDERERS, Style, fails, render
from planskg.settings import LANGUAGES, LEVELS, Said, Settings, choose_rules, combine, find_settings, read_settings

Checked = Annotated[
    list[Path],
    typer.Argument(help="Plan documents, RDF files of their graphs, folders of these; - for standard input."),
]
Only = Annotated[
    list[str] | None, typer.Option(help="Ask only this rule, layer or severity; a shell pattern names several.")
]
Ignore = Annotated[list[str] | None, typer.Option(help="Leave out this rule, layer or severity.")]
Severity = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE=LEVEL", help=f"Grade a rule or layer: {', '.join(LEVELS)} or off."),
]
Profile = Annotated[str | None, typer.Option(help="What the plan is held to: a profile's name or a Turtle file.")]
Against = Annotated[Path | None, typer.Option(help="Last year's plan, to compare with.")]
Config = Annotated[Path | None, typer.Option(help="Settings; else planskg.toml beside the first file or above it.")]
Baseline = Annotated[Path | None, typer.Option(help="Accepted findings, which are not reported.")]
Accept = Annotated[Path | None, typer.Option("--write-baseline", help="Accept today's findings: write them here.")]
Form = Annotated[str | None, typer.Option("--format", metavar="FORM", help=f"Of the report: {', '.join(RENDERERS)}.")]
Lang = Annotated[str | None, typer.Option(help=f"Language of the report: {' or '.join(LANGUAGES)}.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="List every finding, and how much each rule looked at.")]
FailOn = Annotated[
    str | None, typer.Option(help=f"The least severity that makes the exit status 1: {', '.join(LEVELS)}.")
]
NoFail = Annotated[bool, typer.Option("--no-fail", help="Exit with 0 whatever was found.")]
Reference = Annotated[bool, typer.Option("--reference", help="Ask pySHACL too, which takes long; it must agree.")]


def command(
    files: Checked,
    only: Only = None,
    ignore: Ignore = None,
    severity: Severity = None,
    profile: Profile = None,
    against: Against = None,
    config: Config = None,
    baseline: Baseline = None,
    accepting: Accept = None,
    form: Form = None,
    lang: Lang = None,
    verbose: Verbose = False,
    fail_on: FailOn = None,
    no_fail: NoFail = False,
    reference: Reference = False,
    output: Out = None,
    year: Year = None,
    region: Region = None,
    max_size: MaxSize = DEFAULT_SIZE,
) -> None:
    """Exit with 1 where there are findings at or above --fail-on, with 2 where a file could not be checked."""
    options = {
        "only": only,
        "ignore": ignore,
        "severity": dict(map(_pair, severity or ())),
        "profile": profile,
        "against": against and str(against),
        "baseline": baseline and str(baseline),
        "format": form,
        "lang": lang,
        "fail-on": fail_on,
    }
    settings = _settle(files, config, {key: value for key, value in options.items() if value})
    way = Way(
        shapes=choose_rules(settings),
        profile=settings.profile,
        previous=read_source(settings.against, in_bytes(max_size)) if settings.against else None,
        year=year,
        region=region,
        limit=in_bytes(max_size),
        refereed=reference,
    )
    reports, whole = _check_all(files, way)
    if accepting is not None:
        _accept(accepting, reports, whole)
    elif settings.baseline is not None:
        reports = _without_accepted(settings.baseline, reports)
    style = _style(settings, verbose, output)
    if reports:
        write(render(settings.format, reports, {rule.code: rule for rule in way.shapes.rules}, style), output)
    if not whole:
        raise typer.Exit(2)
    found = (finding.severity for report in reports for finding in report.findings)
    if not no_fail and accepting is None and any(fails(each, style) for each in found):
        raise typer.Exit(1)


def _pair(option: str) -> tuple[str, str]:
    code, equals, level = option.partition("=")
    if not equals or not code:
        raise typer.BadParameter(f"{option!r} is no CODE=LEVEL", param_hint="--severity")
    return code, level


def _settle(files: list[Path], config: Path | None, options: dict[str, object]) -> Settings:
    first = files[0].resolve()
    path = config or find_settings(first if first.is_dir() else first.parent)
    said = [read_settings(path)] if path else []
    return combine(*said, Said("command line", Path(), options))


def _check_all(files: Iterable[Path], way: Way) -> tuple[list[Report], bool]:
    """Return the reports, and whether all could be checked; what stops one file does not stop the others.

    What is no plan is left out where it was found in a folder, and stops where it was named.
    """
    reports: list[Report] = []
    whole = True
    paths = list(_expand(files))
    for number, (path, named) in enumerate(paths, start=1):
        if len(paths) > 1:
            tell(f"{number}/{len(paths)} {path}")
        try:
            reports += check_file(path, way)
        except PlanskgError as error:
            tell(f"planskg: {' '.join(str(error).split())}")
            whole = whole and isinstance(error, NoPlan) and not named
    return reports, whole and bool(reports)


def _expand(files: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield each file, and those in folders that may be plans; and whether it was named."""
    suffixes = {*SUFFIXES, *(suffix for reader in READERS for suffix in reader.suffixes if suffix)}
    for file in files:
        if not file.is_dir():
            yield file, True
            continue
        inside = (path for path in sorted(file.rglob("*")) if path.suffix.lower() in suffixes and path.is_file())
        yield from ((path, False) for path in inside if not path.name.startswith("."))


def _accept(path: Path, reports: list[Report], whole: bool) -> None:
    if not whole:
        tell(f"planskg: {path}: not written, for not every file could be checked")
        return
    write_whole(path, write_baseline(path, reports))
    tell(f"{path}: {sum(len(report.findings) for report in reports)} findings accepted")


def _without_accepted(path: Path, reports: list[Report]) -> list[Report]:
    left, gone = accept(path, reports)
    count = sum(len(report.findings) for report in reports) - sum(len(report.findings) for report in left)
    tell(f"{path}: {count} findings accepted")
    for entry in gone:
        tell(f"{path}: no longer found, so it can go: {entry.rule} {entry.words} ({entry.file})")
    return left


def _style(settings: Settings, verbose: bool, output: Path | None) -> Style:
    """Tell how to write; colours only to a terminal, and not where NO_COLOR is set."""
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size().columns
    return Style(language=settings.lang, verbose=verbose, colour=colour, width=width, fail_on=settings.fail_on)
