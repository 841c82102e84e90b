"""A hundred visits to pages with maps in one tab: what the tab holds at the end ÷ what it held after the tenth."""

from contextlib import ExitStack

from playwright.sync_api import CDPSession

from bench.clicks import demonstration
from bench.ratio import Ratio, divided
from tests import serving

VISITS, WARM_UP = 100, 10
PAGES = ("网格治理", "总览")


def held_mb(session: CDPSession) -> float:
    """The megabytes of JavaScript values that the tab holds after collecting garbage."""
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["JSHeapUsedSize"]) / 1e6


def measure() -> list[Ratio]:
    """The tab after `VISITS` ÷ after `WARM_UP`, by the links of the navigation, which keep the tab."""
    with ExitStack() as stack:
        address, _ = stack.enter_context(serving.serve(demonstration()))
        page = stack.enter_context(serving.chromium()).new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        lost: list[str] = []
        page.on("console", lambda message: lost.append(message.text) if "context" in message.text.lower() else None)
        page.goto(f"{address}/overview")
        serving.wait_until_drawn(page)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        early = 0.0
        for visit in range(1, VISITS + 1):
            page.get_by_role("link", name=PAGES[visit % 2 - 1], exact=True).first.click()
            serving.wait_until_drawn(page)
            if visit == WARM_UP:
                early = held_mb(session)
        name = f"tab memory after {VISITS} visits to maps ÷ after {WARM_UP}"
        return [
            Ratio(name, divided(held_mb(session), early), "≤ 1.10"),
            Ratio("contexts of WebGL lost on the way", float(len(lost)), "0"),
        ]
