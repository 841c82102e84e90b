"""Which metric a meeting draws of each theme; the themes are declared in the town's content."""

from dashboard.content import ThemePage, content
from dashboard.meeting.context import Context
from dashboard.metrics.reading import read
from dashboard.text.formats import is_number

# What is only known of the end of a quarter; before it the pages of the matters themselves tell how they stand.
AT_ITS_END = frozenset({"meetings"})


def theme_pages(given: Context) -> tuple[ThemePage, ...]:
    """The pages of themes that the meeting has, whether anything is known of them or not."""
    is_cut = given.warehouse.cut_off is not None
    return tuple(page for page in content().theme_pages if not (is_cut and page.theme in AT_ITS_END))


def drawn_metric(given: Context, page: ThemePage) -> str | None:
    """The metric whose course the page shows, None where nothing is known."""
    return next((name for name in page.charts if is_number(read(given.warehouse, name, given.selection).value)), None)
