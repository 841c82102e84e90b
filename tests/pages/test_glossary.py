"""指标口径 in the real app: every metric and form, a link to one metric, and the load history."""

import pytest

from dashboard.metrics.catalogue import METRICS
from etl.datasets import DATASETS
from tests.pages.reading import words


def test_every_metric_and_every_form_is_there(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "glossary")
    [metrics] = [frame.value for frame in app.dataframe if "指标" in frame.value.columns]
    assert set(metrics["指标"]) == {metric.label for metric in METRICS.values()}
    said = words(app)
    assert all(dataset.label + dataset.row_is in said for dataset in DATASETS.values())
    assert "数据版本 " in said
    assert all(
        word in said for word in ("未填报", "不公开", "不可比", "本期无此项", "公开文件", "单位填报", "演示数据")
    )


def test_a_link_opens_one_metric(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "glossary")
    app.query_params["metric"] = "on_time_rate"
    app.run()
    said = words(app)
    assert METRICS["on_time_rate"].definition in said
    assert METRICS["on_time_rate"].formula in said


def test_search_and_theme_limit_the_list(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "glossary")
    app.text_input(key="q").set_value("grids_in_band_share").run()
    [metrics] = [frame.value for frame in app.dataframe if "指标" in frame.value.columns]
    assert list(metrics["指标"]) == [METRICS["grids_in_band_share"].label]
    app.text_input(key="q").set_value("没有这几个字").run()
    assert "没有符合条件的指标" in words(app)


def test_a_form_shows_its_columns(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "glossary")
    app.selectbox(key="choose-form").set_value("grid_staffing").run()
    assert f"{DATASETS['grid_staffing'].label}有{len(DATASETS['grid_staffing'].columns)}个指标项" in words(app)


def test_a_metric_leads_to_the_page_of_its_theme(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "glossary")
    app.query_params["metric"] = "job_openings"
    app.run()
    assert [link.proto.page for link in app.get("page_link")] == ["employment"]


@pytest.mark.parametrize("wrong", ["no_such", "<b>", "9" * 10_000, "‮率", " ", "[]"])
def test_a_metric_that_is_not_there_is_named_and_leaves_the_address(demonstration_warehouse, open_page, wrong):
    app = open_page(demonstration_warehouse, "glossary")
    app.query_params.update({"metric": wrong, "area": wrong, "period": wrong, "columns": wrong})
    app.run()
    told = "".join(one.proto.body for one in app.get("html") if 'class="notice"' in one.proto.body)
    assert not app.exception and not {"metric", "area", "period", "columns"} & set(app.query_params)
    assert "metric" in told or "链接中的指标" in told
    assert "“area”（" in told or "“area”" in told
