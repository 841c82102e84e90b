"""区域档案 without a browser: what its address means, what it says, and that nothing withheld is on it."""

import pytest

from dashboard.metrics.versions import current
from dashboard.render.web.blocks.contained import TITLE
from tests.pages.reading import words

VILLAGE, PARK, TOWN, OUTSIDE = "350581101206", "350581101911", "350581101000", "350581100001"


def told(app):
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def links(app):
    return " ".join(element.proto.body for element in app.get("html"))


def test_a_village_with_all_its_parts(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "profile", area=VILLAGE)
    said = words(app)
    assert TITLE not in said
    for part in (
        "塘后村",
        "村（社区）",
        "与同类3个村（社区）比",
        "最近的事",
        "下辖",
        "有记载的事",
        "本期没有数的指标",
        "在办",
    ):
        assert part in said, part
    # Its grids lead to their own profiles, the 片区 above it as well.
    assert f"profile?area={VILLAGE}03" in links(app) and "profile?area=350581101901" in links(app)


@pytest.mark.parametrize(("code", "name"), [(TOWN, "宝盖镇"), (OUTSIDE, "曙光社区")])
def test_an_area_that_the_filter_cannot_name_has_its_profile(demonstration_warehouse, open_page, code, name):
    app = open_page(demonstration_warehouse, "profile", area="350581000000", of=code, open="gaps")
    assert f"<h2>{name}" in links(app) and told(app)["of"] == code
    assert TITLE not in words(app)


def test_an_enterprise_that_may_be_named(demonstration_warehouse, open_page):
    name = "卡宾服饰（中国）有限公司"
    app = open_page(demonstration_warehouse, "profile", area="350581101921", of=name)
    said = words(app)
    assert f"<h2>{name}" in links(app) and TITLE not in said
    # No quarter of it was printed, only the year: that stands with its qualifier, as it is in the document.
    assert "逐季上报的数都不公开" in said and "超30亿元" in said


def test_an_enterprise_that_agrees_has_its_quarters(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "profile", area=PARK, of="演示服装027号", period="2025Q4")
    assert "逐季上报的当季数" in words(app) and "在宝盖科技园可具名的" in words(app) and TITLE not in words(app)


@pytest.mark.parametrize("asked", ["没有这家企业", "<img src=x onerror=alert(1)>", "9" * 10_000, "\u202egnp"])
def test_what_is_not_there_is_named_and_leaves_the_address(demonstration_warehouse, open_page, asked):
    app = open_page(demonstration_warehouse, "profile", area=PARK, of=asked, open="")
    assert "已改为宝盖科技园" in words(app) and "of" not in told(app)
    assert "<img src=x" not in links(app) and "\u202e" not in links(app) and "9" * 30 not in links(app)


def test_an_enterprise_that_may_not_be_named_is_not_there(demonstration_warehouse, open_page, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    [row, *_] = current().rows("SELECT name, area_code FROM core.enterprises WHERE disclosure = '内部' ORDER BY name")
    app = open_page(demonstration_warehouse, "profile", area=row["area_code"], of=row["name"], open="")
    assert "本期不能具名" in words(app) and f"<h2>{row['name']}" not in links(app)


def test_names_on_other_pages_lead_there(demonstration_warehouse, open_page):
    assert f"profile?area={VILLAGE}" in links(open_page(demonstration_warehouse, "overview", area="350581101901"))
