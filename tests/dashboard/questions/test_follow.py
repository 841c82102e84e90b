"""A question that goes on from the last one: what it does not say is that of the last one, and said so."""

import pytest

from dashboard.questions.answering import ALONE, answer
from dashboard.questions.reading import read
from dashboard.questions.writing import written

RATE = "塘后村 2025年第三季度 事件办结率 同比"
WORST = "宝盖“三区联创”片区 2025年第四季度 超期未办结事件 各网格 最高"
FIRST = "彭田片区 2022年第一季度至2025年第四季度 税收 高于7000万 首次 哪个季度 同比"


@pytest.mark.parametrize(
    ("after", "typed", "says"),
    [
        (RATE, "那仑后呢", "仑后村 2025年第三季度 事件办结率 同比"),
        (RATE, "去年同期呢", "塘后村 2024年第三季度 事件办结率 同比"),
        (RATE, "一季度", "塘后村 2025年第一季度 事件办结率 同比"),
        (RATE, "环比", "塘后村 2025年第三季度 事件办结率 环比"),
        (RATE, "那超期呢？", "塘后村 2025年第三季度 超期未办结事件 同比"),
        (RATE, "换成按事件类别", "塘后村 2025年第三季度 事件办结率 按事件类别"),
        (RATE, "各网格呢", "塘后村 2025年第三季度 事件办结率 各网格"),
        (RATE, "哪个网格最低", "塘后村 2025年第三季度 事件办结率 各网格 最低"),
        (WORST, "塘后呢", "塘后村 2025年第四季度 超期未办结事件 各网格 最高"),
        (WORST, "那塘后3号网格呢", "塘后村3号网格 2025年第四季度 超期未办结事件 同比"),
        (WORST, "那受理事件呢", "宝盖“三区联创”片区 2025年第四季度 受理事件 各网格 最高"),
        (FIRST, "那宝盖呢", FIRST.replace("彭田片区", "宝盖“三区联创”片区")),
        ("宝盖“三区联创”片区 2025年第四季度 总产值 服装 同比", "那针织呢", "宝盖“三区联创”片区 2025年第四季度 总产值 针织 同比"),
        ("彭田片区 宝盖“三区联创”片区 2025年第四季度 总产值 几倍 同比", "税收呢", "彭田片区 宝盖“三区联创”片区 2025年第四季度 税收 几倍 同比"),
    ],
)  # fmt: skip
def test_what_is_not_said_is_taken_over(demonstration, here, after, typed, says):
    found = read(demonstration, typed, here, after)
    assert written(demonstration, found.asked) == says
    assert found.notes[0] == f"没有说的沿用上一问：{after}"
    assert answer(demonstration, typed, here, after).question == says


@pytest.mark.parametrize(
    "typed", ["税收", "彭田 税收 去年", "塘后村", "办结率怎么算", "书记电话", "谁没报", "最近一次联席会议"]
)
def test_a_question_that_is_whole_takes_nothing_over(demonstration, here, typed):
    told, alone = (answer(demonstration, typed, here, after) for after in (RATE, ""))
    assert (told.title, told.lines, told.notes, told.question) == (
        alone.title,
        alone.lines,
        alone.notes,
        alone.question,
    )


def test_what_cannot_be_taken_over_is_refused_and_not_left_out(demonstration, here):
    low = "宝盖“三区联创”片区 2025年第四季度 事件办结率 各网格 低于95%"
    assert "不能按“低于95%”筛选，没有作答" in answer(demonstration, "那超期呢", here, low).title
    split = "宝盖“三区联创”片区 2025年第四季度 总产值 服装 同比"
    assert "“服装”不是“事件办结率”能分的部分，没有作答" in answer(demonstration, "那办结率呢", here, split).title


@pytest.mark.parametrize("after", ["", "没有这样的话", "塘后村", "<b>", "税收" * 500])
def test_without_a_last_question_there_is_nothing_to_go_on_from(demonstration, here, after):
    told = answer(demonstration, "塘后村呢", here, after)
    assert told.is_follow or ALONE in told.notes
