"""The search box of lists."""

from dashboard.views.search import has_every_word


def test_every_word_of_the_search_must_be_there_in_any_order():
    assert has_every_word("总产值 Tax 万元", "tax 产值")
    assert not has_every_word("总产值 Tax 万元", "tax 亩均")
    assert has_every_word("总产值", "")
