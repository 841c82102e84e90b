"""Fixtures of the browser tests: the demonstration warehouse, its server and a Chromium page with a request log."""

from pathlib import Path

import pytest

from tests import serving


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(demonstration_warehouse):
    with serving.serve(demonstration_warehouse) as (url, _):
        yield url


def new_tab(browser, width: int, height: int, scheme: str):
    """A tab of its own at a width and theme, which remembers every request."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN", has_touch=width < 600
    )
    page = context.new_page()
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url))
    return page


@pytest.fixture
def open_page(browser):
    """Open an address in a fresh browser at a width and theme."""
    tabs = []

    def open_at(url: str, *, width: int = 1440, height: int = 900, scheme: str = "light"):
        tabs.append(new_tab(browser, width, height, scheme))
        tabs[-1].goto(url)
        serving.wait_until_drawn(tabs[-1])
        return tabs[-1]

    yield open_at
    for tab in tabs:
        tab.context.close()


@pytest.fixture(scope="session")
def visit(browser):
    """Go to one address after the other in one tab per width and theme, as a reader does who has been here before."""
    tabs = {}

    def visit_at(url: str, *, width: int = 1440, scheme: str = "light"):
        if (width, scheme) not in tabs:
            tabs[width, scheme] = new_tab(browser, width, 900, scheme)
        page = tabs[width, scheme]
        page.requested.clear()
        page.goto(url)
        serving.wait_until_drawn(page)
        return page

    yield visit_at
    for tab in tabs.values():
        tab.context.close()
