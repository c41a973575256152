"""Each rule finds the fault of its failing example, the whole way from the words, and nothing in its passing one."""

import pytest

from planskg.checking.examples import find_in_example
from planskg.checking.shape_files import load_shapes

RULES = {rule.code: rule for rule in load_shapes().rules if rule.failing is not None}


def test_rules_with_examples_are_found() -> None:
    assert len(RULES) >= 20


@pytest.mark.parametrize("code", RULES)
def test_the_failing_example_fails(code: str) -> None:
    rule = RULES[code]
    assert rule.failing is not None
    found = [finding.message["zh"] for finding in find_in_example(rule, rule.failing)]
    assert found
    assert not [words for words in found if "{" in words]


@pytest.mark.parametrize("code", RULES)
def test_the_passing_example_passes(code: str) -> None:
    rule = RULES[code]
    assert rule.passing is not None
    assert find_in_example(rule, rule.passing) == []
