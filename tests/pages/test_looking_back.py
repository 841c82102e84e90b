"""A link with a version opens every page as of that version, says so, and lets nobody change anything there."""

import pytest
from streamlit.testing.v1 import AppTest

import etl
from dashboard.metrics.areas import default_area
from dashboard.metrics.selection import Selection, latest_period
from dashboard.metrics.versions import current, opened
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.overview.attention import attention_items
from tests.browser.test_every_page import page_names
from tests.pages.conftest import SECONDS
from tests.pages.reading import words
from tests.serving import REPOSITORY
from tests.town import write_csv

STAFFING = ("网格", "季度", "在岗网格长（名）", "专职网格员（名）", "兼职网格员（名）")
BANNER = "正在查看"


@pytest.fixture
def versions(town):
    """The town with two versions: no staff in the first, three persons in the second; the earlier and the newer."""
    write_csv(town.data / "received" / "网格力量.csv", (STAFFING, ("35058110191101", "2024Q3", "1", "2", "1")))
    assert town.build().published
    newer, earlier = etl.history(town.warehouse)
    return earlier.version, newer.version


@pytest.fixture
def look_at(town, monkeypatch):
    """Run a page as the frame runs it for a link with the version; Streamlit's runner knows the frame's first page only."""
    monkeypatch.setenv("SANQU_DATA", str(town.data))
    monkeypatch.setenv("SANQU_WAREHOUSE", str(town.warehouse))

    def framed(path):
        import runpy

        from dashboard.metrics.versions import looking_at
        from dashboard.render.web.looking_back import version_looked_at

        with looking_at(version_looked_at()):
            runpy.run_path(path)

    def open_one(page, version, **query):
        app = AppTest.from_function(framed, args=(str(REPOSITORY / "pages" / f"{page}.py"),), default_timeout=SECONDS)
        app.query_params.update(query | ({"version": version} if version else {}))
        app.run()
        assert not app.exception
        return app

    return open_one


def test_the_frame_opens_what_the_link_says(versions, town, open_page):
    assert BANNER in words(open_page(town.warehouse, "overview", version=versions[0]))


# Without the links to other pages, which only the frame knows.
@pytest.mark.parametrize("page", sorted(set(page_names()) - {"overview", "filing"}))
def test_a_page_is_drawn_from_the_version_of_the_link(look_at, versions, page, monkeypatch):
    asked = []
    monkeypatch.setattr("dashboard.metrics.warehouse.Warehouse._asked", _noting(asked))
    app = look_at(page, versions[0])
    assert BANNER in words(app) and "旧版本" in words(app)
    assert {file.stem for file in asked} == {versions[0]}


def _noting(asked):
    """`Warehouse._asked` that also notes which file is asked."""
    plain = Warehouse._asked

    def noting(self):
        asked.append(self.file)
        return plain(self)

    return noting


def test_the_way_back(look_at, versions):
    app = look_at("glossary", versions[0])
    app.button(key="leave-version").click().run()
    assert not app.exception
    assert BANNER not in words(app) and "version" not in app.query_params


def test_links_in_a_page_stay_in_the_version(demonstration_warehouse):
    with opened(current(demonstration_warehouse).file) as plain:
        object.__setattr__(plain, "is_earlier", True)
        selection = Selection(default_area(plain), latest_period(plain))
        links = [item.link for item in attention_items(plain, selection)[1] if item.link]
        assert links and all(f"version={plain.version}" in link for link in links)
    newest = current(demonstration_warehouse)
    links = [item.link for item in attention_items(newest, selection)[1] if item.link]
    assert links and not any("version=" in link for link in links)


@pytest.mark.parametrize("version", ["20200101T000000Z-00000000", "../../x", "<b>x</b>"])
def test_a_version_that_is_not_kept_is_told_and_the_current_one_shown(look_at, versions, version):
    app = look_at("glossary", version)
    assert "已经不在" in words(app) and BANNER not in words(app)
    app.button(key="leave-version").click().run()
    assert "已经不在" not in words(app)


def test_the_published_version_is_no_old_one(look_at, versions):
    assert BANNER not in words(look_at("glossary", versions[1]))


def test_a_damaged_version_is_told(look_at, versions, town):
    with (town.warehouse / f"{versions[0]}.duckdb").open("r+b") as stream:
        stream.seek(20_000)
        stream.write(b"torn")
    assert "不能在页面上看" in words(look_at("glossary", versions[0]))


@pytest.mark.parametrize("part", ["send", "corrections"])
def test_nothing_is_sent_or_corrected_while_looking_back(look_at, versions, part):
    app = look_at("filing", versions[0], part=part)
    assert "这里停用" in words(app)
    assert not app.file_uploader and not app.text_input


def test_nobody_rolls_back_while_looking_back(look_at, versions, monkeypatch):
    monkeypatch.setattr("streamlit.page_link", lambda *_, **__: None)
    app = look_at("filing", versions[0], part="versions")
    assert "保留着2个版本" in words(app)
    assert "rollback" not in {button.key for button in app.button}
    assert "rollback" in {button.key for button in look_at("filing", "", part="versions").button}
