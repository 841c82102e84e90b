"""What a link opens over the small world, where every figure can be worked out by hand."""

import pytest

from dashboard.text.formats import is_number
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
from dashboard.views.explore.pivot import as_table


@pytest.fixture
def ask(small):
    """Open the link with these parameters; `since` and `until` are `from` and `to`."""

    def ask_one(since="", until="", **query):
        asked = query | {name: text for name, text in (("from", since), ("to", until)) if text}
        return opened(small, asked, default_question(small))

    return ask_one


@pytest.fixture
def rows():
    """The rows of what was opened as their words and figures, the words of missing ones."""

    def rows_of(shown):
        return [tuple(cell if is_number(cell) else str(cell) for cell in row) for row in as_table(shown.pivot).rows]

    return rows_of
