"""The report's charts as plain data: bars, each a list of names with a series of numbers for each colour."""

from typing import Any

from planskg.reporting.matter import Matter
from planskg.reporting.plans import KINDS

Chart = dict[str, Any]


def draw_charts(matter: Matter) -> dict[str, Chart]:
    """Return the charts by the id of the element that each is drawn in; one without data is left out."""
    plans = {plan.iri: plan.name for plan in matter.plans}
    charts = {
        "chart-kinds": _bars(
            [plan.name for plan in matter.plans],
            {name: [plan.kinds[name] for plan in matter.plans] for name in KINDS.values()},
            stacked=True,
        ),
        "chart-sectors": _bars(
            [label for label, _, _ in matter.sectors],
            {name: [row[2][at].total for row in matter.sectors] for at, name in enumerate(plans.values())},
        ),
        "chart-stages": _by_plan(matter.stages, plans),
        "chart-firmness": _by_plan(matter.firmness, plans),
    }
    for number, plan in enumerate(matter.plans):
        charts[f"chart-pillars-{number}"] = _bars(
            [row.label for row in plan.pillars],
            {name: [row.counts[name] for row in plan.pillars] for name in KINDS.values()},
            stacked=True,
        )
    return {name: chart for name, chart in charts.items() if any(map(any, (each["data"] for each in chart["series"])))}


def _by_plan(found: dict[str, dict[str, int]], plans: dict[str, str]) -> Chart:
    return _bars(list(found), {name: [row.get(iri, 0) for row in found.values()] for iri, name in plans.items()})


def _bars(names: list[str], series: dict[str, list[int]], *, stacked: bool = False) -> Chart:
    return {
        "names": names,
        "series": [{"name": name, "data": data} for name, data in series.items() if any(data)],
        "stacked": stacked,
    }
