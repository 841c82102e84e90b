"""The period that only a note below the table tells."""

import pytest

from etl.datasets import DATASETS
from etl.validate.said_below import period_below

MONTH = DATASETS["grid_patrols"].column_of["month"]
QUARTER = DATASETS["party_organizations"].column_of["quarter"]


def below(column, *notes):
    found = period_below(
        column, [(1, ("网格", "巡查次数")), (2, ("甲", "70")), *enumerate(((note,) for note in notes), 3)], 1, None
    )
    return (found[0].constant, found[0].stated_at) if found else None


@pytest.mark.parametrize(
    ("column", "note", "period"),
    [
        (MONTH, "注：统计时段为2026年6月1日至6月30日。", "2026-06"),
        (MONTH, "说明：本表数据为2026年6月的数据，由各网格报送。", "2026-06"),
        (QUARTER, "说明：数据截至2026年第二季度末。", "2026Q2"),
        # When it was filled in, of more than a month, of no year, and no note.
        (MONTH, "填报日期：2026年7月2日", None),
        (MONTH, "注：统计时段为2026年4月1日至6月30日。", None),
        (MONTH, "注：统计时段为6月。", None),
        (MONTH, "数据截至2026年6月。", None),
    ],
)
def test_a_note_tells_of_which_period_the_figures_are(column, note, period):
    assert below(column, note) == (period and (period, "A3"))


def test_two_notes_of_two_periods_tell_none():
    assert below(MONTH, "注：统计时段为2026年5月。", "说明：数据截至2026年6月。") is None
