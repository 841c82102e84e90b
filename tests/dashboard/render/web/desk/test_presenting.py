"""Checks which document the button of the presenter's desk opens, by which version, in whose colours."""

from types import SimpleNamespace

import pytest

from dashboard.render.palette import DARK, LIGHT
from dashboard.render.web.desk import presenting


@pytest.fixture
def opened(monkeypatch):
    """What the stage is given, with the document as (order, scheme)."""
    seen = {}
    monkeypatch.setattr(presenting, "to_html", lambda order, *, scheme: (order, scheme))

    def stage(key, label, version, document, update):
        seen.update(version=version, document=document())
        return False

    monkeypatch.setattr(presenting, "stage", stage)
    return seen


def _desk(edition=None):
    return SimpleNamespace(
        meeting_id="m",
        area_code="a",
        stage="after",
        closed=edition and SimpleNamespace(edition=edition),
        warehouse=SimpleNamespace(version="v1", is_earlier=False),
        preparation=SimpleNamespace(revision=4),
        order=lambda *, is_closed: "closed" if is_closed else "latest",
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_meeting_is_shown_in_the_colours_that_the_reader_sees(opened, monkeypatch, theme):
    monkeypatch.setattr(presenting, "current_theme", lambda: theme)
    presenting.present_button(_desk(), is_closed=False)
    assert opened == {"version": "v1-after-4", "document": ("latest", theme.name)}


def test_a_closed_edition_is_known_by_its_number_alone(opened, monkeypatch):
    monkeypatch.setattr(presenting, "current_theme", lambda: LIGHT)
    presenting.present_button(_desk(edition=2), is_closed=True)
    assert opened == {"version": "closed-after-2", "document": ("closed", "light")}
