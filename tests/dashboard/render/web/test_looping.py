"""What an address asks of the show on the wall, and what it asks for in vain."""

import pytest

from dashboard.render.web.looping import show_of

KNOWN = {"overview": "总览", "grid_coverage": "网格治理", "filing": "数据填报"}


@pytest.mark.parametrize(
    ("query", "pages", "seconds", "said"),
    [
        ({"loop": "overview,grid_coverage"}, ("overview", "grid_coverage"), 30, ""),
        ({"loop": "overview,overview,", "seconds": "45"}, ("overview",), 45, ""),
        ({"loop": "overview,<script>"}, ("overview",), 30, "没有页面“<script>”"),
        ({"loop": "overview,filing"}, ("overview",), 30, "没有页面“filing”"),
        ({"loop": "overview", "seconds": "1"}, ("overview",), 5, "已改为5秒"),
        ({"loop": "overview", "seconds": "9" * 10_000}, ("overview",), 30, "已改为30秒"),
        ({"loop": "overview", "seconds": "-3"}, ("overview",), 30, "已改为30秒"),
        ({"loop": "x" * 10_000}, (), 30, "没有页面“xxx"),
    ],
)
def test_the_show_is_read_and_what_is_replaced_is_said(query, pages, seconds, said):
    show = show_of(query, KNOWN)
    assert (show.pages, show.seconds) == (pages, seconds)
    assert said in show.told and bool(said) == bool(show.told) and len(show.told) < 200


def test_an_address_without_a_show_asks_for_none():
    assert show_of({"area": "D"}, KNOWN) is None
