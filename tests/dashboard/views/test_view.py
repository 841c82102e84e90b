"""Why a view has nothing to draw: nothing to report is told apart from no report."""

from dashboard.metrics.absence import Absence
from dashboard.views.table import Column, Table
from dashboard.views.view import WHY_EMPTY, why_empty


def of(*values):
    return Table((Column("区域"), Column("议定事项", "项", 0)), tuple(("甲村", value) for value in values))


def test_none_is_not_the_same_as_no_report():
    assert why_empty(of(Absence.NOT_IN_PERIOD, Absence.NOT_IN_PERIOD))[0] == (
        "这段时间没有，报表已报，不是漏填（本期无此项）。"
    )
    assert "没有上报（未填报）" in why_empty(of(Absence.NOT_REPORTED))[0]
    assert set(WHY_EMPTY) == set(Absence)


def test_several_reasons_are_all_told():
    assert why_empty(of(Absence.NOT_IN_PERIOD, Absence.NOT_REPORTED))[0] == (
        "没有可以画出的数值（本期无此项、未填报）。"
    )
    assert why_empty(of())[0] == "没有可以画出的数值。"
