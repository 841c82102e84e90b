"""Rows of the small world by theme, and the figures that a person worked out from them.

Every module may hold `ROWS` (dataset → column names and rows, added to `tests/small_world.py`) and `FIGURES`
(metric, area, period, value).
"""

from importlib import import_module
from pkgutil import iter_modules

_THEMES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]

ROWS = {dataset: rows for theme in _THEMES for dataset, rows in getattr(theme, "ROWS", {}).items()}
FIGURES = tuple(figure for theme in _THEMES for figure in theme.FIGURES)
