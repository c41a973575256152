"""`planskg explain`."""

from pathlib import Path
from typing import Annotated

import typer

from planskg.checking.own_shapes import load_with
from planskg.cli.options import Out, write
from planskg.explaining import explain_rule, find_rule, list_rules, write_page
from planskg.settings import LANGUAGES, Said, combine, find_settings, read_settings

Code = Annotated[str | None, typer.Argument(help="Code of a rule; without it all rules are listed.")]
Lang = Annotated[str | None, typer.Option(help=f"Language: {' or '.join(LANGUAGES)}.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Write the page docs/rules.md.")]
Figures = Annotated[Path | None, typer.Option(help="A table of what fault injection found, for the page.")]


def command(
    code: Code = None, lang: Lang = None, markdown: Markdown = False, figures: Figures = None, output: Out = None
) -> None:
    """Print what a rule checks and why, with an example that breaks it and one that does not."""
    path = find_settings(Path.cwd())
    said = [] if path is None or markdown else [read_settings(path)]
    settings = combine(*said, Said("command line", Path(), {"lang": lang} if lang else {}))
    shapes = load_with(settings.shapes)
    if markdown:
        write(write_page(shapes, figures.read_text(encoding="utf-8") if figures else ""), output)
    elif code is None:
        write(list_rules(shapes, settings.lang), output)
    else:
        write(explain_rule(shapes, find_rule(shapes, code), settings.lang), output)
