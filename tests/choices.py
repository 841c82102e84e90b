"""Runs pages for chosen areas and periods without a browser, each with another option of its switches, and gives what failed."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import product
from typing import Any
from unittest.mock import patch

import streamlit as st

from dashboard.metrics.areas import areas
from dashboard.metrics.selection import COMPARISONS, Selection, known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks.contained import log
from dashboard.render.web.sections import _section
from tests.serving import REPOSITORY

LEVELS = ("市", "片区", "三区单元", "网格")


@dataclass(frozen=True)
class Failure:
    """What failed on which page for which choice; `turn` says which option the switches stood at."""

    page: str
    selection: Selection
    turn: int
    error: BaseException

    def __str__(self) -> str:
        area, period = self.selection.area_code, self.selection.period
        return f"{self.page}?area={area}&period={period} (turn {self.turn}): {self.error!r}"


class _Contained(logging.Handler):
    """Keeps the errors that the boundary of a block has logged."""

    def __init__(self) -> None:
        super().__init__()
        self.errors: list[BaseException] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            self.errors.append(record.exc_info[1])


def offered(warehouse: Warehouse) -> tuple[list[str], list[str]]:
    """The areas and the periods that the filter bar offers."""
    reachable = [code for code, area in areas(warehouse).items() if area.level in ("市", "片区") or area.district_code]
    return reachable, [period for grain in ("quarter", "year") for period in known_periods(warehouse, grain)]


def every(warehouse: Warehouse) -> list[Selection]:
    """Every area with every period, each time with another comparison."""
    return _compared(product(*offered(warehouse)))


def sample(warehouse: Warehouse) -> list[Selection]:
    """Every area with one period, so that all periods come by; the city, each 片区 and one of each level with the ends."""
    codes, periods = offered(warehouse)
    known = areas(warehouse)
    wide = [code for code in codes if known[code].level in ("市", "片区")]
    narrow = [next(code for code in reversed(codes) if known[code].level == level) for level in LEVELS[2:]]
    ends = (periods[0], periods[-1])
    pairs = [(code, periods[place * 7 % len(periods)]) for place, code in enumerate(codes)]
    return _compared(dict.fromkeys((*pairs, *product((*wide, *narrow), ends))))


def _compared(pairs: Iterable[tuple[str, str]]) -> list[Selection]:
    return [Selection(*pair, list(COMPARISONS)[place % 3]) for place, pair in enumerate(pairs)]


def failures(pages: Iterable[str], selections: Iterable[Selection], first_turn: int = 0) -> Iterator[Failure]:
    """What fails on `pages` for `selections`; at each the switches and boxes stand at their next option."""
    scripts = {page: compile((REPOSITORY / f"pages/{page}.py").read_text("utf-8"), page, "exec") for page in pages}
    chosen: dict[str, Any] = {}

    def picked(_: str, options: Iterable[str], *given: object, **named: object) -> str | None:
        found = list(options)
        return found[chosen["turn"] % len(found)] if found else None

    heard = _Contained()
    log.addHandler(heard)
    with ExitStack() as stack:
        stack.callback(log.removeHandler, heard)
        stack.enter_context(patch("dashboard.render.web.head.filter_bar", lambda *_: chosen["selection"]))
        stack.enter_context(patch.multiple("dashboard.render.web.sections", _alone=_section))
        stack.enter_context(patch("dashboard.render.web.sections.st.expander", _open))
        for switch in ("dashboard.render.web.controls.switch", "dashboard.render.web.desk.switch"):
            stack.enter_context(patch(switch, picked))
        stack.enter_context(patch.multiple(st, fragment=_inline, segmented_control=picked, selectbox=picked))
        for turn, selection in enumerate(selections, first_turn):
            chosen |= {"turn": turn, "selection": selection}
            for page, script in scripts.items():
                heard.errors.clear()
                exec(script, {"__name__": "__page__"})
                for error in heard.errors:
                    yield Failure(page, selection, turn, error)


def _open(*given: object, **named: object) -> Any:
    """A section that is open: without a browser there is nobody to open it."""
    place = st.container()
    place.open = True
    return place


def _inline(draw: Any = None, **named: object) -> Any:
    """A fragment that is drawn with the page: without a browser there is nothing that could run it alone."""
    return draw if draw else _inline
