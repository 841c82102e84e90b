"""A town that edits no module: it is built from data alone, every page opens, and no page speaks of the first two."""

import io
import re
from zipfile import ZipFile

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.metrics.versions import current
from dashboard.render.documents import DOCUMENTS
from dashboard.render.web.blocks.contained import TITLE as FAILED
from dashboard.render.web.sections import ALL, OPEN
from tests.browser.test_every_page import page_names
from tests.pages.reading import plain
from tests.serving import REPOSITORY
from tests.third_town import DISTRICT, GRID, PARK, VILLAGE

SECONDS = 120
FOREIGN = re.compile("宝盖|灵秀|彭田|石狮|塘后|仑后|卡宾|华联|大帝|图灵|350581|福建")


def opened(name: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=SECONDS)
    app.query_params.update({OPEN: ALL} | query)
    app.run()
    return app if name == "overview" else app.switch_page(f"pages/{name}.py").run()


def texts(app: AppTest) -> str:
    """All that a page says: its blocks, and the words of its controls."""
    return "\n".join([*(plain(block.proto.body) for block in app.get("html")), *(str(part.proto) for part in app.main)])


@pytest.mark.parametrize("area", ["", DISTRICT, PARK, VILLAGE, GRID])
@pytest.mark.parametrize("name", page_names())
def test_every_page_opens_and_speaks_of_nobody_else(at_home, name, area):
    app = opened(name, **({"area": area} if area else {}))
    assert not app.exception
    told = texts(app)
    assert FAILED not in told
    assert FOREIGN.findall(told) == []


def test_the_town_s_own_figures_are_there(at_home):
    told = texts(opened("overview", area=DISTRICT, period="2025Q4"))
    assert "松岭片区" in told
    assert "2,505" in texts(opened("published_facts", area=VILLAGE, period="2025Q4"))


def test_without_standards_no_grid_is_judged(at_home):
    told = texts(opened("grid_coverage", area=DISTRICT, period="2025Q4"))
    assert "网格负荷没有设定标准" in told and "没有网格超出标准" not in told
    assert "超负荷网格本期无此项" in told


def test_its_meeting_is_written_with_the_themes_that_it_knows(at_home):
    order = running_order(current(), "H2")
    assert [slide.key for slide in order.slides if slide.kind == "theme"] == [
        # Its meeting was held before the end of the quarter, at which alone the quarter's matters are counted.
        "theme-grid",
        "theme-population",
    ]
    deck = Presentation(io.BytesIO(DOCUMENTS["pptx"].write(order)))
    words = "\n".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
    assert "松岭片区" in words and FOREIGN.findall(words) == []


@pytest.mark.parametrize("kind", ["docx", "report", "xlsx", "html"])
def test_its_documents_speak_of_nobody_else(at_home, kind):
    # Its register holds no decision yet, but minutes are a paper after the meeting.
    content = DOCUMENTS[kind].write(running_order(current(), "H2", stage=Stage.AFTER))
    if kind == "html":
        words = content.decode("utf-8")
    else:
        with ZipFile(io.BytesIO(content)) as parts:
            words = "".join(parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml"))
    assert "松岭片区" in words and FOREIGN.findall(words) == []
