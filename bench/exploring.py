"""Questions of 自助分析, one after the other: the server's work against that of an empty fragment."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from playwright.sync_api import Page

from bench.clicks import REPOSITORY, cpu_ms, demonstration
from bench.ratio import Ratio, divided
from dashboard.render.web.platform import PARTS
from tests import serving

TURNS, WARM_UP = 16, 4
AIM = "≤ 5"
QUIET_MS = 700
# Two dimensions each: rows by columns.
QUESTIONS = {
    "grids × quarters": "metrics=events_accepted&level=grid&from=2024Q1&to=2025Q4",
    "kinds × months": "metrics=events_accepted&level=self&by=kind&from=2025-01&to=2025-12",
    "parks × industries": "metrics=enterprises&level=zone&by=industry&from=2025Q4&to=2025Q4",
}
IDLE = f"""() => document.querySelector('{PARTS["idle"]}')"""


def worked(page: Page, process: int, click: Callable[[], None]) -> float:
    """Milliseconds of the server's processor from a click until the page rests."""
    before = cpu_ms(process)
    click()
    page.wait_for_timeout(QUIET_MS)
    page.wait_for_function(IDLE)
    return cpu_ms(process) - before


def asked_otherwise(page: Page, turn: int) -> None:
    """Ask in another order of rows, then apply the boxes as they stand: each turn another question than the one before."""
    if turn % 2:
        page.locator(".st-key-explore-apply button").dispatch_event("click")
    else:
        page.locator(".st-key-explore-rows thead button").first.dispatch_event("click")


def measure() -> list[Ratio]:
    """Means of clicks that take turns between the pages, the first ones left out: there every answer is new."""
    with ExitStack() as stack:
        warehouse, browser = demonstration(), stack.enter_context(serving.chromium())
        address, server = stack.enter_context(serving.serve(warehouse))
        empty, empty_server = stack.enter_context(
            serving.serve(warehouse, script="bench/empty_fragment.py", PYTHONPATH=str(REPOSITORY))
        )
        pages = {}
        for name, query in QUESTIONS.items():
            pages[name] = browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
            pages[name].goto(f"{address}/explore?{query}")
            serving.wait_until_drawn(pages[name])
        nothing = browser.new_page(locale="zh-CN")
        nothing.goto(empty)
        serving.wait_until_drawn(nothing)
        used = dict.fromkeys((*pages, "empty"), 0.0)
        for turn in range(WARM_UP + TURNS):
            for name, page in pages.items():
                cost = worked(page, server.pid, partial(asked_otherwise, page, turn))
                used[name] += cost if turn >= WARM_UP else 0
            cost = worked(
                nothing, empty_server.pid, lambda: nothing.get_by_role("button").first.dispatch_event("click")
            )
            used["empty"] += cost if turn >= WARM_UP else 0
            time.sleep(0.1)
    return [
        Ratio(
            f"server CPU of another question: {name} ÷ empty fragment ({used[name] / TURNS:.1f} ÷ {used['empty'] / TURNS:.1f} ms)",
            divided(used[name], used["empty"]),
            AIM,
        )
        for name in QUESTIONS
    ]
