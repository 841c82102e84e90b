"""Runs one page of the real app in Streamlit's own test runner."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.render.web.blocks import frames
from dashboard.render.web.sections import ALL, OPEN
from dashboard.views.table import Footer
from tests.serving import REPOSITORY

SECONDS = 120


@pytest.fixture(autouse=True)
def feet(monkeypatch):
    """A law over every block of figures that a test of a page draws: it says who tells it, until when, and how defined.

    Yields the footers by title. A block whose data are of no nature tells of files, or of nothing.
    """
    seen: dict[str, Footer] = {}
    words = frames._words

    def kept(title: str, subtitle: str, footer: Footer, *more, **options):
        seen[title] = footer
        return words(title, subtitle, footer, *more, **options)

    monkeypatch.setattr(frames, "_words", kept)
    yield seen
    lacking = {
        title: [part for part in ("source", "as_of", "definition") if not getattr(footer, part)]
        for title, footer in seen.items()
        if footer.origins
    }
    assert {title: parts for title, parts in lacking.items() if parts} == {}


@pytest.fixture
def open_page(monkeypatch):
    """Open a page over a warehouse folder with the given query parameters, by default with all its sections open."""

    def open_one(warehouse, name: str, **query: str) -> AppTest:
        monkeypatch.setenv("SANQU_WAREHOUSE", str(warehouse))
        app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=SECONDS)
        app.query_params.update({OPEN: ALL} | query)
        app.run()
        if name != "overview":
            app.switch_page(f"pages/{name}.py").run()
        assert not app.exception
        return app

    return open_one
