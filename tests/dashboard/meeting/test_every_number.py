"""Every number of a deck is one that the figures give when they are asked themselves."""

import io
import re

import pytest
from pptx import Presentation

from dashboard.meeting.running_order import running_order
from dashboard.render.html import update
from dashboard.render.pptx import to_pptx
from dashboard.tables.meetings import joint_meetings_held
from tests.every_number import (
    Expected,
    deck_texts,
    expected_numbers,
    numbers_in,
    screen_texts,
    table_texts,
    unexplained,
    with_pages,
)

LATEST = "BG-2025Q4-1"


def test_numbers_are_read_with_their_units():
    assert numbers_in("税收 6,757 万元，较上次会议升8.6%，晚 155 天（2025-10-07）") == [
        *("6,757万元", "8.6%", "155天", "2025-10-07"),
    ]
    assert numbers_in("2025年第四季度，25年三季度；2025年12月18日；2025Q4") == [
        *("2025年第四季度", "25年三季度", "2025年12月18日", "2025Q4"),
    ]
    assert numbers_in("超30亿元，65%–100%，降 3.6个百分点，−4 人，三区联创") == [
        *("超30亿元", "65%", "100%", "3.6个百分点", "−4人"),
    ]
    assert numbers_in("数据版本 1a2b3c4d，生成于 2026-11-23 01:43") == ["1a2b3c4d", "2026-11-23 01:43"]


def test_cells_get_the_unit_of_their_column():
    header = "总产值（万元）"
    told = list(table_texts(["区域", header], [["甲", 255112], ["乙", "1,234.5"], ["丙", "未填报"]]))
    assert told == ["区域", header, "甲", f"{header} 255,112万元", "乙", f"{header} 1,234.5万元", "丙", "未填报"]


def proved(warehouse, meeting_id: str, area_code: str | None = None) -> tuple[list[str], Expected]:
    """The texts of the deck and all numbers that may stand in it."""
    content = to_pptx(running_order(warehouse, meeting_id, area_code))
    pages = len(Presentation(io.BytesIO(content)).slides)
    expected = with_pages(expected_numbers(warehouse, meeting_id, area_code), pages)
    return list(deck_texts(content)), expected


@pytest.fixture(scope="module")
def latest(demonstration):
    return proved(demonstration, LATEST)


def test_every_number_of_the_demonstration_meeting_is_given_by_the_figures(latest):
    texts, expected = latest
    assert sum(len(numbers_in(text)) for text in texts) > 1000
    assert unexplained(texts, expected) == []


def test_every_number_of_the_other_demonstration_meetings(demonstration):
    others = [one for one in joint_meetings_held(demonstration) if one.meeting_id != LATEST][:3]
    assert others
    for one in others:
        assert unexplained(*proved(demonstration, one.meeting_id)) == [], one.meeting_id


def on_screen(warehouse, meeting_id: str, area_code: str | None = None) -> tuple[list[str], Expected]:
    """The texts of the screen and all numbers that may stand in it."""
    slides = update(running_order(warehouse, meeting_id, area_code))["slides"]
    expected = with_pages(expected_numbers(warehouse, meeting_id, area_code), slides.count("<section"))
    return list(screen_texts(slides)), expected


def test_every_number_on_the_screen_is_given_by_the_figures(demonstration, small):
    texts, expected = on_screen(demonstration, LATEST)
    assert sum(len(numbers_in(text)) for text in texts) > 800
    assert unexplained(texts, expected) == []
    assert unexplained([text.replace("29.1亿元", "29.7亿元") for text in texts], expected)
    for meeting, area in (("M2", None), ("M2", "P"), ("M3", None)):
        assert unexplained(*on_screen(small, meeting, area)) == []


@pytest.mark.parametrize(
    ("meeting", "area"), [("M1", None), ("M2", None), ("M2", "P"), ("M2", "V"), ("M3", None), ("M4", None)]
)
def test_every_number_of_a_small_meeting(small, meeting, area):
    assert unexplained(*proved(small, meeting, area)) == []


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("a headline", "29.1 亿元", "29.7 亿元"),
        ("a change", "升14.0%", "升14.6%"),
        ("a day", "2025-09-19", "2025-09-18"),
        ("days", "超期170天", "超期172天"),
        ("a point of a chart", "（亿元） 29.1亿元", "（亿元） 29.7亿元"),
        ("a place on the map", "76.9%", "76.8%"),
        ("a count of heads", "1,239 人次", "1,249 人次"),
        ("matters", "18项事项", "48项事项"),
        ("a quarter", "2025年第四季度", "2026年第四季度"),
    ],
)
def test_a_number_that_is_altered_by_little_is_found(latest, kind, right, wrong):
    texts, expected = latest
    assert any(right in text for text in texts), kind
    assert unexplained([text.replace(right, wrong) for text in texts], expected), kind


def test_another_version_of_the_data_is_found(demonstration, latest):
    texts, expected = latest
    version = demonstration.version[-8:]
    other = version.translate(str.maketrans("0123456789abcdef", "123456789abcdef0"))
    assert any(f"数据版本 {version}" in text for text in texts)
    assert f"{other} in '数据版本 {other}'" in unexplained([f"数据版本 {other}"], expected)


def test_a_figure_that_loses_its_qualifier_is_found():
    expected = Expected(frozenset({"超30亿元"}), {"gross_output": frozenset()})
    assert unexplained(["总产值 超30亿元"], expected) == []
    assert unexplained(["总产值 30亿元"], expected) == ["30亿元 in '总产值 30亿元'"]


def test_the_figure_of_one_metric_is_none_of_another():
    expected = Expected(frozenset(), {"tax": frozenset({"7万元"}), "gross_output": frozenset({"8万元"})})
    assert unexplained(["总产值 8万元，税收 7万元"], expected) == []
    assert len(unexplained(["总产值 7万元，税收 8万元"], expected)) == 2


def test_hardly_any_altered_figure_is_right_by_chance(latest):
    """The proof is worth something only where a wrong number is found."""
    texts, expected = latest
    tried = missed = 0
    for text in texts:
        for one in numbers_in(text):
            if "." in one or "," in one:
                last = max(place for place, sign in enumerate(one) if sign.isdigit())
                digit = str((int(one[last]) + 5) % 10)
                altered = re.sub(rf"(?<={re.escape(one[:last])}){one[last]}", digit, text, count=1)
                tried += 1
                missed += not unexplained([altered], expected)
    assert tried > 300 and missed < tried / 6, (tried, missed)
