"""自助分析 without a browser: links, what is replaced in them, boxes, views that were saved."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store.place import kept_folder
from dashboard.store.saved_views import pin_view, save_view, saved_views
from tests.pages.reading import words
from tests.serving import REPOSITORY

BAOGAI, CITY = "350581101901", "350581000000"
LINK = {
    "metrics": "gross_output",
    "areas": BAOGAI,
    "level": "self",
    "from": "2024Q1",
    "to": "2024Q4",
    "by": "industry",
    "compare": "none",
}


@pytest.fixture
def visit(demonstration_warehouse, monkeypatch):
    """Open the page at a link."""
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))

    def open_one(**query: str) -> AppTest:
        app = AppTest.from_file(str(REPOSITORY / "pages/explore.py"), default_timeout=120)
        app.query_params.update(query)
        app.run()
        assert not app.exception
        return app

    return open_one


def address(app):
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def box(app, name):
    return next(one for one in (*app.selectbox, *app.multiselect) if one.key == f"explore-box-{name}")


def test_a_link_opens_exactly_so(visit):
    app = visit(**LINK)
    assert address(app) == LINK
    assert "宝盖“三区联创”片区 2024年第一季度至第四季度 总产值，按行业" in words(app)
    assert "链接中有的内容" not in words(app)
    assert box(app, "by").value == "industry" and box(app, "from").value == "2024Q1"
    # Units, origin, source and definition stand with the answer.
    assert all(word in words(app) for word in ("总产值（万元）", "演示数据", "来源：", "口径"))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"metrics": "no_such"}, "指标“no_such”已改为总产值"),
        ({"by": "<img src=x onerror=alert(1)>"}, "分组“<img src=x onerror=alert…”已改为不分组"),
        ({"areas": "9" * 10_000}, "区域“999999999999999999999999…”"),
        ({"chart": "\u202egnp"}, "图形“□gnp”已改为自动"),
        ({"utm": "x"}, "参数“utm”已略去"),
        ({"view": "没有这个"}, "没有叫“没有这个”的视图"),
    ],
)
def test_what_a_link_asks_in_vain_is_named_and_leaves_the_address(visit, query, told):
    app = visit(**{name: text for name, text in LINK.items() if name not in query} | query)
    assert told in words(app)
    value = next(iter(query.values()))
    assert value not in address(app).values() and "utm" not in address(app) and "view" not in address(app)
    again = visit(**address(app))
    assert address(again) == address(app) and "已改" not in words(again)


def test_the_notice_stays_until_something_else_is_asked(visit):
    app = visit(metrics="no_such")
    assert "no_such" in words(app.run())
    box(app, "compare").set_value("previous")
    app.button(key="explore-apply").click().run()
    assert "no_such" not in words(app)


def test_boxes_apply_together(visit):
    app = visit(**LINK)
    box(app, "level").set_value("zone")
    box(app, "compare").set_value("year_earlier")
    box(app, "by").set_value("")
    app.button(key="explore-apply").click().run()
    assert not app.exception
    assert address(app) == {name: text for name, text in LINK.items() if name != "by"} | {
        "level": "zone",
        "compare": "year_earlier",
    }
    assert "各园区、村、厂区 2024年第一季度至第四季度 总产值，同比" in words(app)


def test_what_is_offered_follows_from_the_metrics(visit):
    app = visit(**LINK)
    box(app, "metrics").set_value(["events_accepted"]).run()
    assert address(app) == LINK
    assert box(app, "by").options == ["不分组", "事件类别", "上报渠道"] and box(app, "by").value == ""
    assert box(app, "grain").options == ["按月", "按季", "按1—6月累计", "按1—9月累计", "按年"]
    box(app, "grain").set_value("month").run()
    app.button(key="explore-apply").click().run()
    assert address(app)["metrics"] == "events_accepted" and len(address(app)["from"]) == 7


def test_a_view_is_saved_opened_pinned_and_removed(visit):
    view = save_view(kept_folder(), "<b>分行业</b>", LINK)
    app = visit(view=view.name)
    assert address(app) == LINK and "按行业" in words(app)
    pin_view(kept_folder(), view.name, is_pinned=True)
    assert saved_views(kept_folder())[0].is_pinned


def test_a_saved_view_whose_metric_is_gone_says_so(visit):
    save_view(kept_folder(), "旧的", LINK | {"metrics": "retired_metric,tax"})
    app = visit(view="旧的")
    assert "保存的视图“旧的”中有的内容现在没有或不能选择，已改正：指标“retired_metric”已略去" in words(app)
    assert address(app)["metrics"] == "tax"


def test_what_is_empty_says_why(visit):
    app = visit(**LINK | {"metrics": "gross_output", "level": "grid", "areas": BAOGAI, "by": ""} | {"by": ""})
    assert "本期无此项" in words(app)
