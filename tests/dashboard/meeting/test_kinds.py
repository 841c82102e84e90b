"""A kind of slide is one module; whatever it lacks is named, with the file to touch."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.meeting import kinds, slides
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.kinds import KINDS, IncompleteSlide, checked, declared, listed_under, made, of_kind
from dashboard.meeting.slide import Slide

TESTS = Path(__file__).parents[1]
MADE_UP = SlideKind(name="made_up", place=1, title="试页", layouts=("table",))
MODULE = """
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.slide import Slide

SLIDE = SlideKind(
    name="made_up", place=37, title="试页", section="试验", layouts=({layout}),
    make=lambda given: (Slide(key="made-up", title="一页", remarks=("话",)),),
)
"""


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A further folder of slide modules."""
    monkeypatch.setattr(slides, "__path__", [*slides.__path__, str(tmp_path)])
    yield tmp_path
    sys.modules.pop("dashboard.meeting.slides.made_up", None)


def test_a_module_alone_adds_a_slide(room, small, monkeypatch):
    (room / "made_up.py").write_text(MODULE.replace("{layout}", '"table",'), encoding="utf-8")
    found = {kind.name: kind for kind in declared()}
    places = [kind.place for kind in found.values()]
    assert "made_up" in found and places == sorted(places)
    monkeypatch.setattr(kinds, "KINDS", {"made_up": found["made_up"]})
    [slide] = made(None)
    assert (slide.layout, slide.name, listed_under(slide), slide.parts) == ("table", "试页", "试验", {"remarks"})


def test_a_slide_without_a_layout_is_named_with_its_file(room):
    (room / "made_up.py").write_text(MODULE.replace("{layout}", ""), encoding="utf-8")
    with pytest.raises(IncompleteSlide, match=r"dashboard/meeting/slides/made_up\.py.*names no layout"):
        declared()


def test_a_module_without_a_declaration_is_named(room):
    (room / "made_up.py").write_text("", encoding="utf-8")
    with pytest.raises(IncompleteSlide, match=r"made_up\.py declares no SLIDE"):
        declared()


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (replace(MADE_UP, layouts=("poster",)), "there is no layout 'poster'"),
        (replace(MADE_UP, title=""), "has no title"),
        (replace(MADE_UP, name="theme"), "has the name or the place of 'theme'"),
        (replace(MADE_UP, place=KINDS["theme"].place), "has the name or the place of 'theme'"),
    ],
)
def test_what_is_missing_or_taken_is_said(odd, told):
    with pytest.raises(IncompleteSlide, match=told):
        checked([odd, KINDS["theme"]])


def test_a_slide_takes_only_layouts_that_its_kind_declares():
    with pytest.raises(ValueError, match="'poster', which dashboard/meeting/slides/map.py does not declare"):
        of_kind("map", Slide(key="map", title="图", layout="poster"))
    assert of_kind("map", Slide(key="map", title="图")).layout == "map"


def test_the_presenter_finds_themes_by_name_and_matters_by_their_part():
    output = of_kind("output", Slide(key="theme-output", title="一", name="产出"))
    board = of_kind("scoreboard", Slide(key="scoreboard", title="一"))
    cover = of_kind("cover", Slide(key="title", title="一"))
    behind = of_kind("matter", Slide(key="matter-D1", title="一", name="通内沟"))
    assert [listed_under(one) for one in (output, board, cover, behind)] == ["产出", "结转事项", "首页", "附录"]


def test_every_slide_that_a_meeting_makes_stands_in_a_test():
    tests = "".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    without = [name for name, kind in KINDS.items() if kind.make and f'"{name}' not in tests]
    assert not without, "tests/dashboard/meeting/slides/ states what the slide says"
