"""A title is broken between words, and no figure stands on a line by itself."""

import re

import pytest

from dashboard.render.web.blocks.titles import title_html

CASES = {
    "亩均产值、税收较差，甲网格等6个并列最高": ["亩均产值、", "税收较差，", "甲网格等6个并列最高"],
    "甲片区事件按期办结率93.0%，同比升7.6个百分点": ["甲片区事件按期办结率93.0%，", "同比升7.6个百分点"],
    "丙丁戊己庚片区事件按期办结率93.0%": ["丙丁戊己庚片区", "事件按期办结率93.0%"],
    "各处事件按期办结率最高与最低相差23.1个百分点": ["各处事件按期办结率", "最高与最低相差23.1个百分点"],
    "差得最多的是超期未办结事件（超出目标至少2件）": ["差得最多的是", "超期未办结事件", "（超出目标至少2件）"],
    "销号6项、受阻4项": ["销号6项、", "受阻4项"],
    "总产值": ["总产值"],
}


def plain(html: str) -> str:
    """The HTML without the marks of figures and of clauses around words."""
    return re.sub(r'<span class="kept[ a-z]*">(.*?)</span>', r"\1", html)


@pytest.mark.parametrize(("title", "words"), CASES.items())
def test_a_title_may_be_broken_between_these_words_only(title, words):
    parts = [part for part in re.split(r"</?span>", plain(title_html(title))) if part.strip()]
    assert parts == words
