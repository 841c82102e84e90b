"""How soon a page shows its hero, against how long until all of it is drawn: first visits to a server that is warm."""

import time
from contextlib import ExitStack
from statistics import median

from playwright.sync_api import Browser

from bench.clicks import demonstration
from bench.ratio import Ratio, divided
from tests import serving

AIM, TURNS = "≤ 0.5", 7
# Page → what answers its question first.
HEROES = {"overview": ".cards", "grid_coverage": ".cards", "park_output": ".cards"}


def measure() -> list[Ratio]:
    """For each page the median wait for its hero ÷ that for the whole page, in tabs of their own."""
    with ExitStack() as stack:
        address, _ = stack.enter_context(serving.serve(demonstration()))
        browser = stack.enter_context(serving.chromium())
        return [_of_page(browser, f"{address}/{name}", name, hero) for name, hero in HEROES.items()]


def _of_page(browser: Browser, address: str, name: str, hero: str) -> Ratio:
    heroes, wholes = [], []
    for turn in range(TURNS + 1):
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        began = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.locator(hero).first.wait_for()
        seen = time.perf_counter() - began
        serving.wait_until_drawn(page)
        # The first visit of all loads the program.
        if turn:
            heroes.append(1000 * seen)
            wholes.append(1000 * (time.perf_counter() - began))
        page.close()
    first, whole = median(heroes), median(wholes)
    return Ratio(f"{name}: hero ÷ whole page ({first:.0f} ÷ {whole:.0f} ms)", divided(first, whole), AIM)
