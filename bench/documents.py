"""The deck of the demonstration's last joint meeting, against an empty one of as many pages, and its running order."""

import io
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from pptx import Presentation

from bench.build import REPOSITORY, build_once
from bench.ratio import Ratio, divided
from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide import RunningOrder
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.pptx import to_pptx
from dashboard.tables.meetings import joint_meetings_held

REPEATS = 7


def empty_deck(pages: int) -> bytes:
    """A deck of python-pptx's own with so many pages and nothing on them."""
    deck = Presentation()
    for _ in range(pages):
        deck.slides.add_slide(deck.slide_layouts[0])
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _seconds(make: Callable[[], object]) -> float:
    started = time.perf_counter()
    make()
    return time.perf_counter() - started


def latest_order(warehouse: Warehouse) -> RunningOrder:
    """The running order of the last joint meeting that was held."""
    return running_order(warehouse, joint_meetings_held(warehouse)[0].meeting_id)


def compare(folder: Path, repeats: int = REPEATS) -> list[Ratio]:
    """Deck ÷ empty deck of as many pages, and running order ÷ that empty deck; medians of the pairs' quotients.

    Each running order is made from a warehouse that remembers no answer.
    """
    warehouse = current(folder)
    order = latest_order(warehouse)
    pages = len(Presentation(io.BytesIO(to_pptx(order))).slides)
    decks, orders = [], []
    for _ in range(repeats):
        yardstick = _seconds(lambda: empty_deck(pages))
        decks.append(divided(_seconds(lambda: to_pptx(order)), yardstick))
        orders.append(divided(_seconds(lambda: latest_order(_forgetful(warehouse))), yardstick))
    return [
        Ratio(f"deck of {pages} pages ÷ an empty python-pptx deck of as many", median(decks), "a matter of seconds"),
        Ratio("running order of that meeting, from the warehouse ÷ the same empty deck", median(orders), ""),
    ]


def _forgetful(warehouse: Warehouse) -> Warehouse:
    """The same warehouse with nothing remembered, as the first reader of a version finds it."""
    return replace(warehouse, _memory=OrderedDict())


def measure() -> list[Ratio]:
    """Over a build of all that the repository holds."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place) / "warehouse"
        build_once(REPOSITORY / "data", folder)
        return compare(folder)
