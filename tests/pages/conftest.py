"""Runs one page of the real app in Streamlit's own test runner."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import REPOSITORY

SECONDS = 120


@pytest.fixture
def open_page(monkeypatch):
    """Open a page over a warehouse folder with the given query parameters."""

    def open_one(warehouse, name: str, **query: str) -> AppTest:
        monkeypatch.setenv("SANQU_WAREHOUSE", str(warehouse))
        app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=SECONDS)
        app.query_params.update(query)
        app.run()
        if name != "overview":
            app.switch_page(f"pages/{name}.py").run()
        assert not app.exception
        return app

    return open_one
