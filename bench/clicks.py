"""A change of the filter on the grid page: the server's work against an empty page, the wait against a plain one.

With `SANQU_BENCH_BEFORE` naming a folder with another checkout, the page of that one is clicked in turn with the others.
"""

import math
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import etl
from bench.ratio import Ratio
from dashboard.metrics.versions import default_folder
from dashboard.render.web.platform import PARTS, filled
from tests import serving

REPOSITORY = Path(__file__).resolve().parents[1]
BEFORE = "SANQU_BENCH_BEFORE"
PAGE = "/grid_coverage"
TURNS, WARM_UP = 24, 4
QUARTERS = ("2025年第三季度", "2025年第四季度")
QUIET_MS = 600

# Notes when an option was clicked and when the frame with the last change of a chart had been painted: a message that is
# sent from a frame comes after its painting. Plotly draws SVG, the native charts draw on a canvas.
WATCH = filled("""
(() => {
  const charts = '.chart, :--native-chart';
  window.clicked = 0; window.painted = 0;
  const after = new MessageChannel();
  after.port1.onmessage = () => { window.painted = performance.now(); };
  let isAsked = false;
  const note = element => {
    if (isAsked || !element?.closest?.(charts)) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; after.port2.postMessage(null); });
  };
  addEventListener('click', event => {
    if (event.target.closest('[role=option]')) { window.clicked = performance.now(); window.painted = 0; }
  }, true);
  new MutationObserver(records => new Set(records.map(record => record.target)).forEach(note)).observe(
    document, {subtree: true, childList: true, attributes: true, characterData: true});
  for (const name of ['fill', 'stroke', 'fillRect', 'fillText', 'drawImage', 'clearRect']) {
    const own = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) { note(this.canvas); return own.apply(this, given); };
  }
})()
""")
IS_QUIET = f"""() => document.querySelector('{PARTS["idle"]}') && window.painted > 0
    && performance.now() - window.painted > {QUIET_MS}"""
IS_DONE = f"""() => document.querySelector('{PARTS["idle"]}')
    && performance.now() - window.clicked > {QUIET_MS}"""


@dataclass
class Visit:
    """A page in the browser with its server: what each click cost the server, and how long the reader waited."""

    page: object
    process: int
    has_charts: bool
    cpu_ms: list[float] = field(default_factory=list)
    wait_ms: list[float] = field(default_factory=list)

    def click(self, option: str) -> None:
        """Choose `option` in the box and note what it took."""
        before = cpu_ms(self.process)
        self.page.locator(".st-key-filter-period [role=combobox], .st-key-filter-period input").first.click()
        # Without the pointer, which would come to lie on a chart and change that chart's cursor long after.
        self.page.get_by_role("option", name=option, exact=True).dispatch_event("click")
        self.page.wait_for_function(IS_QUIET if self.has_charts else IS_DONE, timeout=60_000)
        self.cpu_ms.append(cpu_ms(self.process) - before)
        if self.has_charts:
            self.wait_ms.append(self.page.evaluate("() => window.painted - window.clicked"))


def cpu_ms(process: int) -> float:
    """Processor time that a process has used; NaN where there is no /proc to read it from."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return math.nan
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def demonstration() -> Path:
    """The published warehouse, or one of the demonstration built for this measurement."""
    folder = default_folder()
    if not (folder / "current.json").exists():
        folder = Path(tempfile.mkdtemp())
        etl.build(REPOSITORY / "data", folder)
    return folder


def built_by(checkout: Path) -> Path:
    """A warehouse of the demonstration of another checkout, built by its own code."""
    folder = Path(tempfile.mkdtemp())
    subprocess.run(
        [sys.executable, "-m", "etl", "build", "--data", str(checkout / "data"), "--warehouse", str(folder)],
        cwd=checkout,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder


def visits(stack: ExitStack) -> dict[str, Visit]:
    """The pages, each open in its own tab before its own server."""
    warehouse, browser = demonstration(), stack.enter_context(serving.chromium())
    asked = [
        ("grid", REPOSITORY, warehouse, "app.py", PAGE),
        ("plain", REPOSITORY, warehouse, "bench/plain_page.py", ""),
        ("empty", REPOSITORY, warehouse, "bench/empty_page.py", ""),
    ]
    if BEFORE in os.environ:
        checkout = Path(os.environ[BEFORE])
        asked.append(("before", checkout, built_by(checkout), "app.py", PAGE))
    opened = {}
    for name, checkout, data, script, path in asked:
        served = serving.serve(data, script=script, checkout=checkout, PYTHONPATH=str(checkout))
        address, server = stack.enter_context(served)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        page.add_init_script(WATCH)
        page.goto(address + path)
        serving.wait_until_drawn(page)
        opened[name] = Visit(page, server.pid, has_charts=name != "empty")
    return opened


def measure() -> list[Ratio]:
    """Medians of clicks that take turns between the pages, the first ones left out: there every answer is new."""
    with ExitStack() as stack:
        opened = visits(stack)
        for turn in range(WARM_UP + TURNS):
            for visit in opened.values():
                visit.page.bring_to_front()
                visit.click(QUARTERS[turn % len(QUARTERS)])
                time.sleep(0.1)
    # The system counts in steps of ten milliseconds: a mean over all clicks is finer than any of them.
    cpu = {name: sum(visit.cpu_ms[WARM_UP:]) / TURNS for name, visit in opened.items()}
    wait = {name: median(visit.wait_ms[WARM_UP:]) for name, visit in opened.items() if visit.has_charts}
    said = f"({wait['grid']:.0f} ÷ {wait['plain']:.0f} ms)"
    against = [
        Ratio(f"{label}: grid page ÷ that of the checkout before ({now:.0f} ÷ {then:.0f} ms)", now / then, "≤ 1")
        for label, now, then in (
            ("server CPU", cpu["grid"], cpu.get("before")),
            ("click → last chart painted", wait["grid"], wait.get("before")),
        )
        if then
    ]
    return [
        *against,
        Ratio(
            f"server CPU of a filter change: grid page ÷ empty page ({cpu['grid']:.1f} ÷ {cpu['empty']:.1f} ms)",
            cpu["grid"] / cpu["empty"],
            "< 5",
        ),
        Ratio(f"the same ÷ plain page of native charts ({cpu['plain']:.1f} ms)", cpu["grid"] / cpu["plain"], "< 1"),
        Ratio(f"click → last chart painted: grid page ÷ plain page {said}", wait["grid"] / wait["plain"], "≤ 1"),
    ]
