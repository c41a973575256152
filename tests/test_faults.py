"""Each planted fault is found at its place by the rule that is meant for it, and nothing else is said."""

import pytest

from faults.figures import try_all
from faults.kinds import PLANS, Exchange, Kind, Variant, clean_text, edited, load_kinds
from faults.trials import Outcome, check_clean, try_kind
from planskg.checking.shape_files import load_shapes

KINDS = {kind.name: kind for kind in load_kinds()}
RULES = {rule.code for rule in load_shapes().rules}
QUIET = {
    "prefecture": {"unreviewed"},
    "county": {"unreviewed"},
    "report": set(),
    "last": {"unreviewed", "aim-without-number", "no-table"},
}
"""The rules that say something of a clean plan, each for information only."""


@pytest.fixture(scope="session")
def tried(request: pytest.FixtureRequest) -> dict[str, list[Outcome]]:
    """What all kinds that are asked for show, tried on all processors at once."""
    items = [item for item in request.session.items if isinstance(item, pytest.Function)]
    params = [getattr(item, "callspec", None) and item.callspec.params for item in items]
    kinds = [each["kind"] for each in params if each and isinstance(each.get("kind"), Kind)]
    return dict(zip([kind.name for kind in kinds], try_all(kinds), strict=True))


@pytest.mark.thorough
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_each_fault_is_found_and_nothing_else(kind: Kind, tried: dict[str, list[Outcome]]) -> None:
    outcomes = tried[kind.name]
    assert [outcome.variant for outcome in outcomes if not outcome.found] == []
    assert [(each.rule, each.message["zh"]) for outcome in outcomes for each in outcome.false] == []
    if not kind.variants[0].damage:  # of a damaged graph it hangs on the node what else trips
        assert {rule for outcome in outcomes for rule in outcome.consequences} == set(kind.also)


@pytest.mark.parametrize("plan", PLANS)
def test_clean_plans_are_clean(plan: str) -> None:
    findings = check_clean(plan)
    assert [each.message["zh"] for each in findings if each.severity != "info"] == []
    assert {each.rule for each in findings} == QUIET[plan]


def test_every_rule_has_faults_and_every_fault_a_rule() -> None:
    assert len(KINDS) == len(load_kinds()) >= 60
    assert {kind.rule for kind in load_kinds()} == RULES
    assert {rule for kind in load_kinds() for rule in kind.also} <= RULES


def test_variants_differ() -> None:
    for kind in load_kinds():
        assert len(kind.variants) >= 5
        assert len({repr(variant) for variant in kind.variants}) == len(kind.variants), kind.name


@pytest.mark.parametrize("plan", PLANS)
def test_an_edit_that_does_not_fit_is_refused(plan: str) -> None:
    text = clean_text(plan)
    with pytest.raises(ValueError, match="stands 0 times"):
        edited(text, (Exchange("此句原文所无", ""),))
    with pytest.raises(ValueError, match="not once"):
        edited(text, (Exchange("。", "！"),))


def test_what_is_missed_or_false_shows() -> None:
    """A harmless edit is no fault, so nothing is found; a fault called by another rule's name is a false alarm."""
    harmless = Variant(edits=(Exchange("健全要素保障机制", "优化要素保障机制"),))
    (outcome,) = try_kind(Kind("quotation", "无", "none", (harmless,), {}))
    assert not outcome.found and not outcome.false
    fault = next(kind for kind in load_kinds() if kind.rule == "target")
    (outcome,) = try_kind(Kind("pillar", "错", "wrong", fault.variants[:1], {}))
    assert not outcome.found and {each.rule for each in outcome.false} == {"target"}
