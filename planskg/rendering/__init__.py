"""Reports as text: one module a form, listed in RENDERERS."""

from collections.abc import Callable, Sequence

from planskg.errors import PlanskgError
from planskg.model import Report
from planskg.rendering.html import render_html
from planskg.rendering.json import render_json, report_json
from planskg.rendering.junit import render_junit
from planskg.rendering.sarif import render_sarif
from planskg.rendering.style import Rules, Style, fails
from planskg.rendering.text import render_text
from planskg.rendering.turtle import render_turtle

__all__ = ["RENDERERS", "Rules", "Style", "UnknownForm", "fails", "render", "report_json"]

RENDERERS: dict[str, Callable[[Sequence[Report], Rules, Style], str]] = {
    "text": render_text,
    "html": render_html,
    "json": render_json,
    "sarif": render_sarif,
    "junit": render_junit,
    "turtle": render_turtle,
}


class UnknownForm(PlanskgError):
    """A form that no renderer writes."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no such form of a report; there are {', '.join(RENDERERS)}")
        self.name = name


def render(form: str, reports: Sequence[Report], rules: Rules, style: Style | None = None) -> str:
    """Return reports in a form of RENDERERS; raises UnknownForm."""
    if form not in RENDERERS:
        raise UnknownForm(form)
    return RENDERERS[form](reports, rules, style or Style())
