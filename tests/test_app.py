"""The real app.py in Streamlit's own test runner: every page runs, empty, broken and outdated warehouses are explained."""

import json

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.render.web.blocks.contained import TITLE
from etl.warehouse.kept_versions import published
from tests import small_world
from tests.browser.test_every_page import page_names
from tests.serving import REPOSITORY
from tests.town import EVENT_HEADERS, EVENTS, write_csv

SECONDS = 120


@pytest.fixture
def run_page(monkeypatch):
    """Run one page of the app over a warehouse folder, with further query parameters."""

    def run(warehouse, name: str = "overview", **query: str) -> AppTest:
        monkeypatch.setenv("SANQU_WAREHOUSE", str(warehouse))
        app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=SECONDS)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        return app if name == "overview" else app.switch_page(f"pages/{name}.py").run()

    return run


def test_every_page_stands_in_the_navigation():
    written = {path.stem for path in (REPOSITORY / "pages").glob("*.py")} - {"__init__", "first_start"}
    assert written == set(page_names()), "a page is its file in pages/ and its line of PAGES in app.py"


@pytest.mark.parametrize("name", page_names())
def test_every_page_runs_over_the_demonstration(demonstration_warehouse, run_page, name):
    app = run_page(demonstration_warehouse, name)
    assert not app.exception
    assert app.main.children
    assert TITLE not in said(app), "a block failed: its traceback stands in the log, e.g. a metric that nobody declares"


@pytest.mark.parametrize("name", page_names())
def test_every_page_runs_over_published_figures_alone(published_warehouse, run_page, name):
    assert not run_page(published_warehouse, name).exception


@pytest.mark.parametrize("name", page_names())
def test_every_page_of_an_empty_warehouse_says_what_to_do(tmp_path, run_page, name):
    app = run_page(small_world.publish(tmp_path / "empty", is_empty=True), name)
    assert not app.exception
    assert "还没有可以展示的数据" in said(app) or name in ("published_facts", "glossary", "filing", "prefecture")


def chosen(app: AppTest) -> dict[str, str]:
    return {box.key.removeprefix("filter-"): box.value for box in app.selectbox if box.key.startswith("filter-")}


def test_the_filters_come_from_the_address(demonstration_warehouse, run_page):
    app = run_page(demonstration_warehouse, area="350581100901", period="2025Q3", compare="previous")
    boxes = chosen(app)
    assert (boxes["district"], boxes["period"], boxes["compare"]) == ("350581100901", "2025Q3", "previous")


def test_nonsense_in_the_address_is_the_default(demonstration_warehouse, run_page):
    boxes = chosen(run_page(demonstration_warehouse, area="没有的片区", period="1999Q9", compare="?"))
    assert (boxes["district"], boxes["period"], boxes["compare"]) == ("350581101901", "2025Q4", "year_earlier")


def _half_written(folder):
    folder.mkdir()
    (folder / "20250101T000000Z-00000000.duckdb").write_bytes(b"half a file")
    pointer = {"version": "x", "file": "20250101T000000Z-00000000.duckdb", "built_at": "2025-01-01T00:00:00"}
    (folder / "current.json").write_text(json.dumps(pointer), encoding="utf-8")


def _of_another_kind(folder):
    _half_written(folder)
    file = folder / "20250101T000000Z-00000000.duckdb"
    file.unlink()
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE something (else_entirely INTEGER)")


def _half_a_pointer(folder):
    folder.mkdir()
    (folder / "current.json").write_text('{"version": "x", "fi', encoding="utf-8")


@pytest.mark.parametrize("damage", [_half_written, _of_another_kind, _half_a_pointer])
def test_a_warehouse_that_cannot_be_read_is_built_again(tmp_path, town, run_page, monkeypatch, damage):
    monkeypatch.setenv("SANQU_DATA", str(town.data))
    damage(tmp_path / "damaged")
    app = run_page(tmp_path / "damaged")
    assert not app.exception
    assert len(list((tmp_path / "damaged").glob("*.duckdb"))) >= 1
    assert chosen(app)["period"] == "2024Q4"


def test_forms_that_are_refused_are_explained_instead_of_built(tmp_path, run_page, monkeypatch):
    (tmp_path / "data" / "received").mkdir(parents=True)
    (tmp_path / "data" / "received" / "population.csv").write_text("村（社区）,姓名\n塘后村,某某\n", encoding="utf-8")
    monkeypatch.setenv("SANQU_DATA", str(tmp_path / "data"))
    app = run_page(tmp_path / "warehouse")
    assert not app.exception
    assert any("姓名" in text.value for text in app.text)


def said(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def test_a_damaged_file_is_rebuilt_in_front_of_the_user(town, run_page, monkeypatch):
    monkeypatch.setenv("SANQU_DATA", str(town.data))
    damaged = damage(town)
    app = run_page(town.warehouse)
    assert not app.exception
    assert published(town.warehouse).version != damaged
    assert chosen(app)["period"] == "2024Q4"


def test_a_damaged_file_gives_way_to_the_version_before_where_the_forms_do_not_pass(town, run_page, monkeypatch):
    monkeypatch.setenv("SANQU_DATA", str(town.data))
    first = published(town.warehouse).version
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, ("E9", *EVENTS[1][1:])])
    assert town.build().published
    damaged = damage(town)
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, ("E9", "无此网格", *EVENTS[1][2:])])
    app = run_page(town.warehouse)
    assert not app.exception
    assert f"版本 {damaged} 的文件已损坏" in said(app) and f"已退回版本 {first}" in said(app)
    assert "刷新本页即可查看退回的版本" in said(app)
    assert chosen(run_page(town.warehouse))["period"] == "2024Q4"


def test_a_folder_that_cannot_be_used_is_told_on_the_page(tmp_path, run_page):
    (tmp_path / "warehouse").write_text("a file", encoding="utf-8")
    app = run_page(tmp_path / "warehouse")
    assert not app.exception
    assert f"数据仓库文件夹“{tmp_path / 'warehouse'}”不是文件夹，而是一个文件" in said(app)


def damage(town) -> str:
    """Spoil the published file; its version."""
    version = published(town.warehouse).version
    file = town.warehouse / f"{version}.duckdb"
    content = file.read_bytes()
    file.write_bytes(content[:300_000] + bytes(byte ^ 0xFF for byte in content[300_000:304_096]) + content[304_096:])
    return version
