"""The views of the graph: each answers a question, and is a list of sheets that are drawn one at a time.

Where the spots of a sheet stand is the matter of `layout`; `graph.html` and the pictures without a browser share both.
"""

from planskg.exporting.views.indicators import show_indicators
from planskg.exporting.views.places import show_places
from planskg.exporting.views.plans import show_plans
from planskg.exporting.views.sectors import show_sectors
from planskg.exporting.views.sheet import Sheet, Spot, View
from planskg.exporting.views.trees import COMMITMENTS, FULL, kind_of, label_of, spot_kind
from planskg.exporting.views.whole import show_whole

__all__ = ["COMMITMENTS", "FULL", "VIEWS", "Sheet", "Spot", "View", "kind_of", "label_of", "spot_kind"]

VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View(
            "whole",
            "rings",
            "全图",
            "the whole",
            "各计划承诺什么，又共有什么？",
            "What does each plan promise, and what do they share?",
            show_whole,
        ),
        View(
            "plans",
            "columns",
            "计划",
            "plans",
            "每份计划的各个支柱之下承诺了什么？",
            "What does each plan promise under its headings?",
            show_plans,
        ),
        View("places", "columns", "地方", "places", "哪里要建什么？", "What is to be built where?", show_places),
        View(
            "indicators",
            "matrix",
            "指标",
            "indicators",
            "各计划对同一指标各要求多少？",
            "What do the plans want of the same indicators?",
            show_indicators,
        ),
        View(
            "sectors",
            "columns",
            "领域",
            "sectors",
            "各领域要做什么？",
            "What does each sector have to do?",
            show_sectors,
        ),
    )
}
"""In the order in which they are offered."""
