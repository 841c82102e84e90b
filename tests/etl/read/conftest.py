"""A place for the form of a test."""

import pytest


@pytest.fixture
def form(tmp_path):
    return tmp_path / "报表.xlsx"
