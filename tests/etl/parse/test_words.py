import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.parse.words import clean, is_placeholder, is_yet_to_come, parse_boolean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("　名称\u3000", "名称"),
        ("\ufeff编\u200b号", "编号"),
        ("（万元）", "(万元)"),
        ("ＡＢ１２", "AB12"),
        ("10²", "10²"),
        ("①", "①"),
        ("塘後村總產值（萬元）", "塘后村总产值(万元)"),
    ],
)
def test_clean_folds_width_and_drops_the_invisible(text, cleaned):
    assert clean(text) == cleaned


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "text", ["是", "有", "√", "1", "１", "TRUE", "true", " 是 "] + ["✓", "✔️", "☑", "对", "Y", "y", "yes", "Ｙ"]
)
def test_yes(text):
    assert parse_boolean(text) is True


@pytest.mark.parametrize("text", ["否", "无", "×", "0", "FALSE", "False", "✗", "✘", "N", "no", "没有", "不是"])
def test_no(text):
    assert parse_boolean(text) is False


@pytest.mark.parametrize("text", ["", "2", "是否", "x", "不详", "x", "☒", "□", "√×", "错"])
def test_neither(text):
    assert parse_boolean(text) is None


@pytest.mark.parametrize(
    "text",
    ["/", "\\", "／", "//", "-", "—", "–", "――", "——", "－", "--", "─", "…", "……", "...", "、", "无", "没有", "暂无"]
    + ["未统计", "未填", "不详", "不适用", "N/A", "n/a", "ＮＡ", "null", "None", "空", " 无 ", "（无）", "无。", "- -"],
)
def test_marks_of_no_figure(text):
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "零",
        "〇",
        "一",
        "×",
        "x",
        "否",
        "?",
        "***",
        "待补",
        "-5",
        "无锡",
        "1/2",
        ".",
        "#N/A",
        "()",
        "无人",
    ],
)
def test_what_is_a_figure_or_leaves_a_doubt_is_no_mark(text):
    assert not is_placeholder(text)


@settings(deadline=None)
@given(st.text())
def test_no_text_raises(text):
    parse_boolean(text)
    is_placeholder(text)


@settings(deadline=None)
@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_is_a_mark(number):
    assert not is_placeholder(str(number))


@pytest.mark.parametrize(
    "text", ["未结业", "尚未验收", "（未到期）", "未满三个月", "培训中", "正在办理中", "在建", "未完成。"]
)
def test_what_is_not_over_has_no_figure_yet(text):
    assert is_yet_to_come(text)


@pytest.mark.parametrize("text", ["未开展", "未发生", "未移交", "未", "0", "待补", "3人未结业", "结业", ""])
def test_what_did_not_happen_may_be_none_of_it(text):
    assert not is_yet_to_come(text)
