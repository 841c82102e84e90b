"""Which metric a meeting draws of each theme; the themes are declared in the town's content."""

from dashboard.content import ThemePage
from dashboard.meeting.context import Context
from dashboard.metrics.reading import read
from dashboard.text.formats import is_number


def drawn_metric(given: Context, page: ThemePage) -> str | None:
    """The metric whose course the page shows, None where nothing is known."""
    return next((name for name in page.charts if is_number(read(given.warehouse, name, given.selection).value)), None)
