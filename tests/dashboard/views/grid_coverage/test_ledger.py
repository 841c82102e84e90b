"""The ledger as a page shows it: what its title finds, its rows, its pages, and why it is empty."""

from dataclasses import replace

from dashboard.metrics.selection import Selection
from dashboard.tables.grid_events import Events
from dashboard.views.grid_coverage import ledger as module
from dashboard.views.grid_coverage.ledger import choices_offered, ledger, periods_offered, places_offered
from dashboard.views.grid_coverage.scope import scope
from dashboard.views.table import cell_text

LATE = Events(scope="late", area_code="D", period="2024Q2")


def test_a_list_says_what_was_found_and_has_a_row_for_each_event(small):
    found = ledger(small, LATE)
    title, subtitle, table, footer = found.listed
    assert title == "甲片区超期未办结1件，最长的已超期17天"
    assert subtitle == "超期未办结 · 2024年第二季度 · 甲片区"
    assert table.rows == (
        ("A4", "甲村2号网格", "安全隐患", "企业", "2024-05-01 00:00", "2024-05-04 00:00", "未办结", 17),
    )
    assert [cell_text(*pair) for pair in zip(table.rows[0], table.columns, strict=True)][-1] == "17"
    assert (footer.origins, footer.as_of, footer.source) == (("demo",), "2024-05-20", "网格事件")
    assert "不足一天按一天计" in footer.definition and "不含上报人" in footer.definition


def test_what_is_open_to_this_day_is_counted_where_not_all_are(small):
    assert ledger(small, replace(LATE, scope="missed")).listed[0] == (
        "甲片区到期未按时办结2件，至今未办结1件，最长的已超期17天"
    )


def test_pages_follow_each_other_and_the_file_holds_all(small, monkeypatch):
    monkeypatch.setattr(module, "PAGE_ROWS", 2)
    which = replace(LATE, scope="accepted", channel="网格员")
    first, second, beyond = (ledger(small, which, page) for page in (1, 2, 99))
    assert (first.pages, first.page, first.reach) == (2, 1, "第1–2件，共4件")
    assert beyond.listed == second.listed and second.page == 2
    assert first.whole().rows == (*first.listed[2].rows, *second.listed[2].rows)


def test_an_empty_list_says_what_that_means(small):
    assert ledger(small, replace(LATE, period="2024-04")).why == "2024年4月没有超期未办结的事件。"
    assert "未填报" in ledger(small, replace(LATE, area_code="W")).why
    assert ledger(small, replace(LATE, kind="其他")).why == "2024年第二季度没有超期未办结的事件（其他）。"


def test_the_boxes_offer_what_the_page_lists(small):
    selection = Selection("D", "2024Q2")
    assert places_offered(small, scope(small, "D"), selection) == {
        "D": "甲片区",
        "P1": "甲园1号网格",
        "V1": "甲村1号网格",
        "V2": "甲村2号网格",
    }
    assert list(periods_offered(selection))[:3] == ["2024Q2", "2024-06", "2024-05"]
    assert choices_offered(small, "kind", "全部类别")[""] == "全部类别"
