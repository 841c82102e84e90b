"""The first paint of a profile against that of 总览: each area and period is new to both servers, so nothing is remembered."""

import time
from contextlib import ExitStack
from itertools import product
from statistics import median

from bench.clicks import cpu_ms, demonstration
from bench.ratio import Ratio, divided
from tests import serving

AIM = "≤ 1.5"
PAGES = ("profile", "overview")
# Two 片区, a park, a village and a grid.
AREAS = ("350581101901", "350581101911", "350581101206", "35058110120603", "350581100901")
PERIODS = ("2025Q4", "2025Q2", "2024Q4")


def measure() -> list[Ratio]:
    """Medians of first visits in turn: the reader's wait until all is drawn, and the server's processor."""
    with ExitStack() as stack:
        warehouse, browser = demonstration(), stack.enter_context(serving.chromium())
        servers = {name: stack.enter_context(serving.serve(warehouse)) for name in PAGES}
        waits: dict[str, list[float]] = {name: [] for name in PAGES}
        works: dict[str, list[float]] = {name: [] for name in PAGES}
        for turn, (period, area) in enumerate(product(PERIODS, AREAS)):
            for name in PAGES:
                address, server = servers[name]
                page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
                began, before = time.perf_counter(), cpu_ms(server.pid)
                page.goto(f"{address}/{name}?area={area}&period={period}&compare=year_earlier")
                serving.wait_until_drawn(page)
                # The first visit of all loads the program.
                if turn:
                    waits[name].append(1000 * (time.perf_counter() - began))
                    works[name].append(cpu_ms(server.pid) - before)
                page.close()
    return [
        _ratio("wait for the first paint", waits),
        _ratio("server CPU of the first paint", works),
    ]


def _ratio(what: str, taken: dict[str, list[float]]) -> Ratio:
    ours, yardstick = (median(taken[name]) for name in PAGES)
    return Ratio(f"{what}: profile ÷ 总览 ({ours:.0f} ÷ {yardstick:.0f} ms)", divided(ours, yardstick), AIM)
