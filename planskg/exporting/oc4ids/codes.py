"""The codes of OC4IDS that the vocabularies give for stages and sectors."""

from collections.abc import Iterable

import pyoxigraph as ox

from planskg.exporting.facts import Concepts
from planskg.exporting.tables.columns import Cell
from planskg.graph.terms import PLAN, PREFIXES

EARLY = {"identification", "preparation"}
"""The statuses of a project whose works have not been awarded."""


class Codes:
    """Codes by notation; none where the vocabulary gives none."""

    def __init__(self, concepts: Concepts) -> None:
        self._concepts = concepts

    def status(self, stage: Cell) -> str | None:
        """Return the projectStatus of a stage."""
        return self._text("stage", stage, PLAN.oc4idsStatus)

    def milestone(self, stage: Cell) -> str | None:
        """Return the milestoneCode of a stage."""
        return self._text("stage", stage, PLAN.oc4idsMilestone)

    def milestone_type(self, stage: Cell) -> str | None:
        """Return the milestoneType of a stage."""
        status = self.status(stage)
        return status and ("preProcurement" if status in EARLY else "delivery")

    def stage_name(self, stage: Cell) -> str:
        """Return what a stage is called, in Chinese and English."""
        node = _node("stage", stage)
        return f"{self._concepts.label(node)} / {self._concepts.label(node, 'en')}" if stage else ""

    def rank(self, stage: Cell) -> tuple[int, str]:
        """Return a key that sorts stages by what comes first."""
        return self._concepts.rank(_node("stage", stage))

    def sectors(self, sectors: Iterable[Cell]) -> list[str]:
        """Return the projectSector codes of sectors, sorted."""
        return sorted({code for each in sectors if (code := self._text("sector", each, PLAN.oc4idsSector))})

    def _text(self, scheme: str, notation: Cell, term: ox.NamedNode) -> str | None:
        return self._concepts.facts.text(_node(scheme, notation), term)


def _node(scheme: str, notation: Cell) -> ox.NamedNode:
    return ox.NamedNode(f"{PREFIXES[scheme]}{notation or ''}")
