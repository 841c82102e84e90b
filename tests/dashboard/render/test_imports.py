"""Documents are written without what draws pages, directly or through what they import."""

import subprocess
import sys

import pytest

PAGES_ONLY = ("streamlit", "plotly", "pydeck")
DOCUMENTS = (
    *("dashboard.render.pptx", "dashboard.render.docx", "dashboard.render.html", "dashboard.render.pdf"),
    *("dashboard.render.xlsx.workbook", "dashboard.render.xlsx.exports", "dashboard.render.documents"),
    *("dashboard.meeting.running_order", "dashboard.store.frozen", "dashboard.store.prepared", "dashboard.__main__"),
)


def _imported(statement: str) -> str:
    """Which of the libraries of pages are loaded in a fresh interpreter after the statement."""
    told = f"import sys; {statement}; print([name for name in {PAGES_ONLY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=120)
    return run.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_imports_no_library_of_pages(name):
    assert _imported(f"import {name}") == "[]"


def test_writing_every_document_imports_no_library_of_pages(demonstration_warehouse, tmp_path):
    """The whole command: the meeting's pages, all that is written of them, closed on the way."""
    names = {"pptx": "a.pptx", "docx": "b.docx", "report": "c.docx", "xlsx": "d.xlsx", "html": "e.html"}
    folder = tmp_path / "copy"
    folder.mkdir()
    for file in demonstration_warehouse.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    words = ["meeting", "BG-2025Q4-1", "--warehouse", str(folder), "--freeze"]
    for kind, file in names.items():
        words += [f"--{kind}", str(tmp_path / file)]
    assert _imported(f"from dashboard.__main__ import main; assert main({words!r}) == 0") == "[]"
    assert all((tmp_path / file).stat().st_size for file in names.values())
