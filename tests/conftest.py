"""Where the tests find things."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "planskg"
DOCUMENTS = ROOT / "data" / "documents"
GOLD = ROOT / "data" / "gold"
SHARED = ROOT.parent / "shared"
"""Reports and schemas that lie beside some checkouts and are no part of the project."""


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"no {SHARED}: the reports that lie there are no part of the project")
    return SHARED
