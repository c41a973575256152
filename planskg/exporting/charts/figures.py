"""The figures of the charts, counted from the records that the graph gives back."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from planskg.exporting.charts.chart import Bars, Bubbles, Cell, Chart, Dot, Dots, Series
from planskg.exporting.drawing.palette import ramp, series
from planskg.exporting.restoring import Plan
from planskg.exporting.scene import GROUPS, OUTSIDE, name_node
from planskg.exporting.source import Source
from planskg.graph.terms import DCTERMS, FOAF, OA, PLAN, PREFIXES, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS
from planskg.model import Action, Commitment, Project, Target

UNSAID = "未写明"
"""What no word says or no sector claims."""
NAMED = (RDF.type, FOAF.primaryTopic, DCTERMS.spatial, SKOS.notation, PLAN.planYear)
"""What a plan's name is read from."""
QUOTED = (PLAN.text, PROV.wasQuotedFrom, OA.hasSelector, OA.start, OA.end)
"""What the words of a promise are read from."""
READ = {
    "targets": (PLAN.indicator, PLAN.unreviewed, PLAN.measure, QUDT.hasUnit),
    "figures": (QUDT.numericValue, SCHEMA.minValue, SCHEMA.maxValue),
    "projects": (PLAN.ofProject, RDFS.label, PLAN.responsibleSector, PLAN.stage),
    "firmness": (PLAN.inPillar, PLAN.subPillarOf, RDFS.label, PLAN.firmness),
    "due": (PLAN.responsibleSector, PLAN.dueYear, PLAN.indicatorLabel),
}
"""What the charts are read from besides."""
CARRIED = frozenset(chain(NAMED, QUOTED, *READ.values()))
GROWTH = ("growth", "%")
LISTED = 14
"""So many promises of a later year are listed in words."""


def read_charts(source: Source) -> list[Chart]:
    """Return the charts of a store; one without figures is left out."""
    found: list[Chart] = [*_targets(source), _projects(source), *_firmness(source), _due(source)]
    return [chart for chart in found if getattr(chart, "rows", ())]


def plan_name(plan: Plan) -> str:
    """Return a plan's short name."""
    known = plan.document.metadata
    return name_node({"label": known.title or plan.document.name, "region": known.region, "year": known.year})


def _series(source: Source) -> tuple[Series, ...]:
    return tuple(Series(name=plan_name(plan), colour=series(at)) for at, plan in enumerate(source.plans))


def commitments(source: Source) -> Iterator[tuple[int, Plan, Commitment]]:
    """Return every promise with its plan and this one's number."""
    for number, plan in enumerate(source.plans):
        for record in plan.records.values():
            if isinstance(record, Commitment):
                yield number, plan, record


def _targets(source: Source) -> Iterator[Dots]:
    """Return what plans want of the same indicators in their own year: growth on one scale, the rest on scales each."""
    found: dict[tuple[str, str, str], list[Dot]] = defaultdict(list)
    for number, plan, record in commitments(source):
        if isinstance(record, Target) and record.concept and record.year == plan.document.metadata.year:
            low, high = record.value if isinstance(record.value, tuple) else (record.value, record.value)
            words = plan.document.quote(record.span).replace("\n", "")
            dot = Dot(series=number, low=low, high=high, words=words)
            known = found[record.concept, record.measure, record.unit]
            if not any((each.series, each.low, each.high) == (number, low, high) for each in known):
                known.append(dot)
    several = min(2, len(source.plans))
    rows = {key: dots for key, dots in found.items() if len({dot.series for dot in dots}) >= several}
    for name, chinese, english, unit in (
        ("growth", "增长目标并列", "growth targets side by side", "%"),
        ("targets", "其他目标并列（各行自有标尺）", "other targets side by side, each row on a scale of its own", ""),
    ):
        chosen = [key for key in rows if (key[1:] == GROWTH) == bool(unit)]
        chosen.sort(key=lambda key: (-len({dot.series for dot in rows[key]}), key))
        yield Dots(
            name=name,
            chinese=chinese,
            english=english,
            series=_series(source),
            unit=unit,
            rows=tuple((_indicator(source, key), tuple(rows[key])) for key in chosen),
        )


def _indicator(source: Source, key: tuple[str, str, str]) -> str:
    concept, _, unit = key
    label = source.concepts.label(ox.NamedNode(PREFIXES["ind"] + concept))
    return label if key[1:] == GROWTH or not unit else f"{label}（{unit}）"


def _projects(source: Source) -> Bars:
    """Return the promises about projects by sector, told apart by stage."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, record in commitments(source):
        if isinstance(record, Project):
            for sector in [tag.notation for tag in record.sectors] or [UNSAID]:
                counts[sector][record.stage] += 1
    stages = _by_rank(source, "stage", {stage for found in counts.values() for stage in found})
    return Bars(
        name="projects",
        chinese="项目：领域与阶段",
        english="promises about projects, by sector and stage",
        series=_ramp(source, "stage", stages),
        rows=tuple(
            (_label(source, "sector", sector), tuple(counts[sector][stage] for stage in stages))
            for sector in sorted(counts, key=lambda each: (-counts[each].total(), each))
        ),
    )


def _firmness(source: Source) -> Iterator[Bars]:
    """Return, for each plan, how firmly it promises under each of its pillars."""
    counts: list[dict[str, Counter[str]]] = [defaultdict(Counter) for _ in source.plans]
    for number, _, record in commitments(source):
        pillar = record.pillars[0].title if record.pillars else GROUPS[OUTSIDE]
        counts[number][pillar][record.firmness.notation if record.firmness else UNSAID] += 1
    said = {each for found in counts for counter in found.values() for each in counter}
    degrees = [*(each for each in said if each == UNSAID), *_by_rank(source, "firmness", said - {UNSAID})]
    for number, found in enumerate(counts):
        name = plan_name(source.plans[number])
        yield Bars(
            name=f"firmness-{number + 1}",
            chinese=f"{name}：各支柱的力度",
            english="how firmly it promises under each pillar",
            series=_ramp(source, "firmness", degrees),
            rows=tuple((pillar, tuple(counter[each] for each in degrees)) for pillar, counter in found.items()),
        )


def _due(source: Source) -> Bubbles:
    """Return how much is due in which year, by sector, and in words what is due later than a plan's own year."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    later: dict[int, list[str]] = defaultdict(list)
    for _, plan, record in commitments(source):
        words = promise_words(plan, record)
        for sector in [tag.notation for tag in record.sectors] or [UNSAID]:
            found[sector, record.year].append(words)
        if record.year > plan.document.metadata.year:
            later[record.year].append(f"{words}（{plan_name(plan)}）" if len(source.plans) > 1 else words)
    weight = Counter[str]()
    for (sector, _), items in found.items():
        weight[sector] += len(items)
    sectors = sorted(weight, key=lambda each: (each == UNSAID, -weight[each], each))
    years = sorted({year for _, year in found})
    cells = (
        Cell(row=sectors.index(sector), column=years.index(year), items=tuple(items))
        for (sector, year), items in sorted(found.items())
    )
    return Bubbles(
        name="due",
        chinese="何时到期",
        english="what is due when, by sector",
        rows=tuple(_label(source, "sector", sector) for sector in sectors),
        columns=tuple(map(str, years)),
        cells=tuple(cells),
        listed=tuple((str(year), _listed(later[year])) for year in sorted(later)),
    )


def _listed(items: list[str]) -> tuple[str, ...]:
    kept = list(dict.fromkeys(items))
    more = len(kept) - LISTED
    return (*kept[:LISTED], *([f"……另有 {more} 项"] if more > 0 else []))


def promise_words(plan: Plan, record: Commitment) -> str:
    """Return a promise in few words."""
    quote = plan.document.quote(record.span).replace("\n", "")
    if isinstance(record, Project):
        return record.name
    own = "" if isinstance(record, Action) else getattr(record, "indicator", "")
    return quote if own in quote else f"{own} {quote}"


def _by_rank(source: Source, vocabulary: str, notations: Iterable[str]) -> list[str]:
    return sorted(notations, key=lambda each: source.concepts.rank(ox.NamedNode(PREFIXES[vocabulary] + each)))


def _label(source: Source, vocabulary: str, notation: str) -> str:
    return UNSAID if notation == UNSAID else source.concepts.label(ox.NamedNode(PREFIXES[vocabulary] + notation))


def _ramp(source: Source, vocabulary: str, notations: list[str]) -> tuple[Series, ...]:
    known = [each for each in notations if each != UNSAID]
    colours = dict(zip(known, ramp(len(known)), strict=True))
    return tuple(Series(name=_label(source, vocabulary, each), colour=colours.get(each, "line")) for each in notations)
