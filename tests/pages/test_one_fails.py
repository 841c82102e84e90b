"""Whatever a page draws may fail: it says so in its place, everything beside it stands, the log has the traceback."""

import ast
import importlib
import logging
import re

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.render.web.blocks import contained
from dashboard.render.web.blocks.contained import TITLE, WHAT_TO_DO, WHY
from dashboard.render.web.sections import ALL, OPEN
from tests.browser.test_every_page import page_names
from tests.pages.reading import APP, plain
from tests.serving import REPOSITORY

HEADING = re.compile(r"<h3>(.*?)</h3>", re.S)
DRAWN = re.compile(r"View|Card|Table|StaffingList")
# What makes several at once takes these with it, and nothing else.
SEVERAL = re.compile(r", \.\.\.\]|list\[|dict\[")


class Broken(Exception):
    """What no code of the product expects."""


def broken(*given, **named):
    raise Broken("a made-up mistake")


def drawn_by(name: str) -> list[tuple[object, str]]:
    """The functions of panels that a page uses to draw, as (where the page finds it, its name)."""
    tree = ast.parse((REPOSITORY / f"pages/{name}.py").read_text(encoding="utf-8"))
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and re.match(r"dashboard\.views(?!\.panel\b)", node.module):
            module = importlib.import_module(node.module)
            known |= {alias.asname or alias.name: (module, alias.name) for alias in node.names}
    used = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in known:
            used.add(known[node.id])
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            place, inside = known[node.value.id]
            used.add((importlib.import_module(f"{place.__name__}.{inside}"), node.attr))
    makers = [(place, made) for place, made in used if DRAWN.search(_gives(getattr(place, made)))]
    return sorted(makers, key=lambda maker: (maker[0].__name__, maker[1]))


def _gives(thing: object) -> str:
    return str(getattr(thing, "__annotations__", {}).get("return", "")) if not isinstance(thing, type) else ""


def headings(app: AppTest) -> list[str]:
    return [plain(text) for element in app.get("html") for text in HEADING.findall(element.proto.body)]


# The pages run without `app.py` here, whose boundary around a whole page would hide a missing one within it.
@pytest.mark.parametrize("name", page_names())
def test_one_that_fails_leaves_all_the_others(name, demonstration_warehouse, monkeypatch, caplog):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))

    def opened(made: str = "") -> list[str]:
        app = AppTest.from_file(str(APP), default_timeout=120)
        app.query_params[OPEN] = ALL
        app.switch_page(f"pages/{name}.py").run()
        assert not app.exception, made
        return headings(app)

    whole = opened()
    assert TITLE not in whole
    for place, made in drawn_by(name):
        caplog.clear()
        with monkeypatch.context() as patch:
            patch.setattr(place, made, broken)
            left = opened(made)
        failures = [record for record in caplog.records if record.exc_info and record.exc_info[0] is Broken]
        lost = [title for title in whole if title not in left]
        is_one = not SEVERAL.search(_gives(getattr(place, made)))
        assert len(lost) <= left.count(TITLE) or not is_one, f"{made} took {lost} with it"
        assert bool(failures) == (TITLE in left), made


def test_every_page_draws_something_that_is_tried_here():
    # 数据填报 is made of no panels; tests/pages/test_filing.py breaks its parts.
    assert {name for name in page_names() if not drawn_by(name)} <= {"glossary", "filing"}


def test_what_fails_while_it_is_drawn_is_contained_as_well(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    monkeypatch.setattr("dashboard.render.web.blocks.frames.chart", broken)
    app = AppTest.from_file(str(APP), default_timeout=120)
    app.query_params[OPEN] = ALL
    app.switch_page("pages/park_output.py").run()
    assert not app.exception
    found = headings(app)
    assert found.count(TITLE) >= 5
    said = " ".join(plain(element.proto.body) for element in app.get("html"))
    assert "企业名单" in said or "具名" in said
    assert WHY in said and WHAT_TO_DO in said


def test_what_fails_outside_of_every_block_ends_the_page_with_the_message(
    demonstration_warehouse, open_page, monkeypatch
):
    # Streamlit's runner opens any other page without `app.py`.
    monkeypatch.setattr("dashboard.views.overview.headlines.headline", broken)
    app = open_page(demonstration_warehouse, "overview")
    assert headings(app)[-1] == TITLE
    assert any(box.key == "filter-period" for box in app.selectbox)


def test_a_fragment_that_runs_again_is_contained(demonstration_warehouse, open_page, monkeypatch):
    app = open_page(demonstration_warehouse, "glossary")
    monkeypatch.setattr("dashboard.views.glossary.entries.matching", broken)
    # A click inside of the fragment runs nothing but the fragment.
    app.text_input(key="q").set_value("税收").run()
    assert not app.exception
    assert TITLE in headings(app)


@pytest.mark.parametrize("leave", ["st.rerun()", "st.stop()", "st.switch_page(second)"])
def test_reruns_stops_and_changes_of_page_pass(leave):
    def script(leave):
        import streamlit as st

        from dashboard.render.web.blocks import contained

        def first() -> None:
            with contained():
                if "left" not in st.session_state:
                    st.session_state["left"] = leave
                    if leave == "st.rerun()":
                        st.rerun()
                    elif leave == "st.stop()":
                        st.stop()
                    else:
                        st.switch_page(second)
            st.text("behind")

        second = st.Page(lambda: st.text("second"), title="second", url_path="second")
        st.navigation([st.Page(first, title="first", default=True), second]).run()

    app = AppTest.from_function(script, args=(leave,)).run()
    assert not app.exception and not headings(app)
    expected = {"st.rerun()": ["behind"], "st.stop()": [], "st.switch_page(second)": ["second"]}[leave]
    assert [text.value for text in app.text] == expected


def test_the_traceback_is_in_the_log_and_not_on_the_page(caplog, monkeypatch):
    told = []
    monkeypatch.setattr(st, "html", told.append)
    with caplog.at_level(logging.ERROR), contained():
        raise Broken("a made-up mistake")
    assert "a made-up mistake" in caplog.text and "Traceback" in caplog.text
    assert TITLE in told[0] and "made-up" not in told[0]


def test_every_fragment_of_a_page_is_contained():
    for name in page_names():
        for node in ast.walk(ast.parse((REPOSITORY / f"pages/{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.decorator_list:
                words = [ast.unparse(one) for one in node.decorator_list]
                assert words[-1] == "contained()", (name, node.name)


def test_nothing_else_of_the_product_catches_every_error():
    caught = [
        path.relative_to(REPOSITORY).as_posix()
        for room in ("dashboard", "etl", "pages")
        for path in (REPOSITORY / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or ast.unparse(node.type) == "Exception")
    ]
    assert caught == ["dashboard/render/web/blocks/contained.py"]
