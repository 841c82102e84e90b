"""The paragraph of the overview: its sentences are the figures, and change with them."""

import re

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.reading import Reading
from dashboard.metrics.selection import Selection
from dashboard.tables.registers import Fact
from dashboard.views.overview.narrative import METRICS, briefing, paragraph


def reading(name, value=Absence.NOT_REPORTED, earlier=None, **more):
    given = {
        "metric": metric(name),
        "area_code": "D",
        "period": "2024Q2",
        "value": value,
        "value_high": None,
        "numerator": None,
        "denominator": None,
        "earlier": earlier,
        "earlier_period": "2023Q2",
        "change": None,
        "change_kind": "relative" if isinstance(earlier, float) else None,
        "change_absence": None,
        "verdict": None,
        "trend": (),
        "origins": ("reported",),
        "as_of": "2024Q2",
        "base_periods": 1,
        "target": None,
    }
    return Reading(**{**given, **more})


def told(printed=None, word="同比", **readings):
    every = {name: readings.get(name) or reading(name) for name in METRICS}
    return paragraph("甲片区", "2024Q2", every, printed or {}, word)


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        (100.0, "税收110万元（同比升10.0%）"),
        (110.0, "税收110万元（同比持平）"),
        (220.0, "税收110万元（同比降50.0%）"),
        (Absence.NOT_REPORTED, "税收110万元。"),
        (None, "税收110万元。"),
    ],
)
def test_the_verb_is_the_change(earlier, said):
    assert said in told(tax=reading("tax", 110.0, earlier))


def test_without_a_comparison_nothing_is_compared():
    assert "税收110万元。" in told(word="", tax=reading("tax", 110.0, 100.0))


def test_an_interval_keeps_both_ends():
    assert "挂钩覆盖率65%–100%" in told(liaison_coverage=reading("liaison_coverage", 65.0, 65.0, value_high=100.0))


def test_an_older_figure_says_of_when_it_is():
    text = told(party_members=reading("party_members", 254.0, as_of="2024Q1"))
    assert "党员254名（截至2024年第一季度）" in text


def test_what_is_missing_is_named_by_its_word():
    before = {"trend": (("2024Q1", 5.0), ("2024Q2", Absence.NOT_REPORTED))}
    text = told(
        tax=reading("tax", Absence.NOT_DISCLOSED, **before),
        employees=reading("employees", **before),
        grids=reading("grids", 3.0),
    )
    assert text.startswith("2024年第二季度，甲片区划定网格3个。")
    assert "；税收不公开" in text or "税收不公开；" in text
    assert "从业人员" in text.split("未填报")[0]
    assert "党员" not in text, "what was never reported is not missed"


def test_demonstration_data_are_said():
    assert told(tax=reading("tax", 1.0, origins=("demo",))).endswith("文中含演示数据。")
    assert "演示" not in told(tax=reading("tax", 1.0))


def fact(words="gt"):
    return Fact(
        fact_id="BG004", area_code="D", area_name="甲片区", area_path="甲片区", entity_kind="园区", entity="甲园",
        measure="入驻企业数", qualifier=words, qualified=Qualified.of(200, words, "家"), unit="家", as_of="2024-11-04",
        dated_as="2024-11-04", period="2024Q4", is_year_assumed=False, fact_nature="现状", is_chartable=True,
        quote="现有入驻企业200多家", document_id="baogai", document_title="方案", issued_by="镇", paragraph="L29",
        origin="published",
    )  # fmt: skip


def test_a_document_speaks_where_nobody_reported_and_keeps_its_qualifier():
    text = told(printed={"enterprises": fact()})
    assert "在册企业超200家（公开文件，2024年11月4日）" in text
    assert "在册企业、" not in text


def test_a_document_knows_more_than_a_register_made_from_it():
    text = told(printed={"enterprises": fact()}, enterprises=reading("enterprises", 3.0, origins=("published",)))
    assert "超200家" in text and " 3家" not in text


def test_a_report_counts_more_than_a_document():
    text = told(printed={"enterprises": fact()}, enterprises=reading("enterprises", 213.0))
    assert "在册企业213家" in text and "超200家" not in text


def test_the_small_world_by_hand(small):
    text = briefing(small, Selection("D", "2024Q2", "none"))
    for said in ("在册企业4家", "规上2家", "培训2期", "参训22人次", "受理事件6件", "事件按期办结率50.0%"):
        assert said in text
    assert "总产值、税收、从业人员、从业人员人均产值、培训结业率不公开" in text


def test_what_two_districts_sum_up_to_is_not_told_of_the_city(small):
    said = briefing(small, Selection("C", "2024Q2", "none"))
    assert said.startswith("2024年第二季度，两个片区合计在册企业5家") and "某市" not in said


def test_no_adjectives(small):
    text = briefing(small, Selection("C", "2024"))
    assert not re.search("显著|明显|良好|较快|大幅|稳步", text)
