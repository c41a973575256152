"""Where the spots of a sheet stand: one module a form of views.

Worked out once and without chance, so that a picture stands still, looks the same everywhere and needs no numpy.
"""

from planskg.exporting.layouts.columns import lay_columns
from planskg.exporting.layouts.matrix import lay_matrix
from planskg.exporting.layouts.place import Layout, Place
from planskg.exporting.layouts.rings import lay_rings

LAYOUTS: dict[str, Layout] = {"rings": lay_rings, "columns": lay_columns, "matrix": lay_matrix}
"""By the forms of views."""

__all__ = ["LAYOUTS", "Layout", "Place"]
