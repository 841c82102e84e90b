"""What a declaration of a metric refuses, and what it tells of itself."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from dashboard import tables
from dashboard.metrics.catalogue import METRICS, dimension_label, metric
from dashboard.metrics.marts import MARTS
from dashboard.metrics.measure import Measure, flow, stock
from dashboard.metrics.metric import THEMES, Metric
from dashboard.metrics.protection import Protection

GOOD = {
    "name": "grids_tried",
    "label": "试",
    "theme": "grid",
    "mart": "grid_quarters",
    "numerator": stock("sum(staff)", "网格员"),
    "unit": "名",
    "definition": "试。",
}


def test_a_good_one_is_taken():
    assert Metric(**GOOD).grains == ("quarter", "two_quarters", "three_quarters", "year")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": "Grids"}, "whole lower-case words"),
        ({"label": ""}, "lacks its label"),
        ({"unit": ""}, "lacks its label, unit"),
        ({"label": "报名人次", "unit": "人次"}, "has no noun"),
        ({"label": "报名人次", "unit": "人次", "noun": "结业"}, "has no noun"),
        ({"theme": "weather"}, "unknown theme"),
        ({"mart": "area_tree"}, "no mart with periods"),
        ({"mart": "nowhere"}, "no mart with periods"),
        ({"is_share": True}, "needs a denominator"),
        ({"numerator_high": stock("sum(staff)", "网格员")}, "needs a denominator"),
        ({"unit": "%"}, "go together"),
        ({"scale": 100}, "go together"),
        ({"set_aside": flow("count(*)", "不同口径")}, "does not say why"),
    ],
)
def test_nonsense_is_refused_at_import(change, complaint):
    with pytest.raises(ValueError, match=complaint):
        Metric(**GOOD | change)


def test_a_measure_sums_something_and_has_a_label():
    with pytest.raises(ValueError, match="sums nothing"):
        Measure("staff", "网格员", "sum")
    with pytest.raises(ValueError, match="no label"):
        Measure("sum(staff)", "", "sum")
    with pytest.raises(ValueError, match="protects nothing"):
        Protection("visits", ("cadres",), minimum=1)


def test_the_formula_is_written_out():
    assert metric("closure_rate").formula == "已办结事件（当期合计）÷ 受理事件（当期合计）× 100%"
    assert metric("events_per_1000_residents").formula.endswith("× 1000")
    assert metric("grids").formula == "划定网格数（期末数）"


def test_the_catalogue_holds_every_theme():
    assert len(METRICS) >= 35
    assert list(dict.fromkeys(found.theme for found in METRICS.values())) == list(THEMES)
    with pytest.raises(KeyError):
        metric("weather")


def test_dimensions_have_labels():
    assert dimension_label("kind", "grid_event_months") == "事件类别"
    assert dimension_label("kind", "party_quarters") == "党组织类别"
    with pytest.raises(KeyError):
        dimension_label("weather", "party_quarters")


@pytest.mark.parametrize("found", METRICS.values(), ids=METRICS)
def test_what_readers_are_told(found):
    assert found.definition.endswith("。")
    assert not found.caliber or found.caliber.endswith("。")
    assert len({*found.measures}) == len(found.measures)
    assert set(found.source.forms)


def test_money_and_heads_of_enterprises_are_protected():
    sensitive = {"gross_output_cny_10k", "sales_output_cny_10k", "revenue_cny_10k", "tax_cny_10k", "employees_persons"}
    sensitive |= {"electricity_mwh", "land_mu"}
    for found in METRICS.values():
        reads = {column for measure in (found.numerator, found.denominator) if measure for column in measure.columns}
        if found.mart == "enterprise_quarters" and reads & sensitive:
            assert found.protection, found.name


def test_marts_have_one_name_each():
    assert all(name == mart.name for name, mart in MARTS.items())


def test_a_measure_knows_the_columns_that_it_reads():
    measure = stock("sum(staff) FILTER (WHERE grid_kind = '综合' AND has_report)", "网格员")
    assert measure.columns == {"staff", "grid_kind", "has_report"}


def test_a_mart_names_no_column_that_nothing_lists():
    """What metrics measure stands in the metrics alone, what lists read in their SQL too: nothing is named for nobody."""
    dashboard = Path(__file__).resolve().parents[3] / "dashboard"
    metrics = dashboard / "metrics"
    texts = [
        path.read_text(encoding="utf-8")
        for path in dashboard.rglob("*.py")
        if metrics / "definitions" not in path.parents and metrics / "marts" not in path.parents
    ]
    # Of a question that is put together, the columns stand in what came of it.
    questions = [import_module(f"dashboard.tables.{module.name}") for module in iter_modules(tables.__path__)]
    texts += ["\n".join(text for text in vars(module).values() if isinstance(text, str)) for module in questions]
    for mart in MARTS.values():
        read = {word for text in texts if f"mart.{mart.name}" in text for word in re.findall(r"\w+", text)}
        measured = {column for metric in METRICS.values() if metric.mart == mart.name for column in metric.columns}
        assert set(mart.columns) - read == set(), mart.name
        assert set(mart.columns) & measured == set(), mart.name
