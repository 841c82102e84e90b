"""Words come last: what makes meetings and documents takes no text apart that was made for a reader."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "dashboard"
ROOMS = ("meeting", "store", "render/pptx", "render/docx", "render/html", "render/xlsx", "render/maps")
TAKING_APART = re.compile(
    r"\.(?:r?partition|r?split|removesuffix|removeprefix|startswith|endswith)\(|\bre\.\w+\(|\.replace\([\"']"
)
# What stays, and why: how many lines of a file take a text apart.
STAYS = {
    "meeting/kinds.py": (1, "the name of a Python module"),
    "meeting/report/basics.py": (1, "a quote of a public document, of which the day may be told twice"),
    "meeting/wording.py": (1, "typography: takes spaces out and reads nothing"),
    "store/files.py": (1, "the name of a file"),
    "store/older.py": (1, "editions that were closed when documents still read words back"),
    "store/older_slides.py": (12, "editions that were closed when documents still read words back"),
    "store/prepared.py": (1, "looks for personal numbers in what a presenter typed"),
    "render/docx/template.py": (2, "messages of Jinja and the XML of a template"),
    "render/docx/values.py": (2, "signs that no Word file can hold"),
    "render/html/document.py": (1, "keeps JSON from ending its script"),
    "render/html/drills.py": (1, "sets codes and days on one line, whatever they are of"),
    "render/html/tags.py": (1, "names of attributes"),
    "render/maps/fitted.py": (1, "the lines of a label, which the map has broken itself"),
    "render/maps/labels.py": (1, "the lines of a label, which the map has broken itself"),
    "render/pptx/template.py": (1, "a colour without its #"),
    "render/pptx/tables.py": (1, "a colour without its #"),
    "render/pptx/text.py": (1, "a colour without its #"),
    "render/xlsx/exports.py": (3, "text that a spreadsheet would run; the name of a file"),
    "render/xlsx/workbook.py": (1, "signs that no sheet's name may have"),
}


def taken_apart(path: Path) -> int:
    return sum(bool(TAKING_APART.search(line)) for line in path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("room", ROOMS)
def test_no_text_is_taken_apart_but_for_a_reason(room):
    found = {
        path.relative_to(ROOT).as_posix(): count
        for path in sorted((ROOT / room).rglob("*.py"))
        if (count := taken_apart(path))
    }
    allowed = {name: count for name, (count, _) in STAYS.items() if name.startswith(f"{room}/")}
    assert found == allowed


def test_renderers_ask_for_layouts_and_not_for_kinds():
    """A kind that is not known yet is drawn by its layout alone."""
    for path in (ROOT / "render").rglob("*.py"):
        if path.relative_to(ROOT).as_posix() != "render/docx/values.py":
            assert not re.search(r"slide\.kind\b", path.read_text(encoding="utf-8")), path.name
