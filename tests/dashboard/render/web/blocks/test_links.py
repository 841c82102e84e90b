"""Links of the attention list come from data and stay links to this product."""

from dashboard.render.web.blocks.words import attention_html
from dashboard.views.overview.cases import Attention


def test_a_line_with_a_link_leads_on():
    assert '<a href="grid_coverage?area=V2&amp;period=2024Q2">五件</a>' in attention_html(
        Attention("五件", link="grid_coverage?area=V2&period=2024Q2")
    )


def test_a_line_without_one_is_text():
    assert "<a" not in attention_html(Attention("五件"))


def test_no_link_can_break_out():
    line = attention_html(Attention("<b>", link='"><img src=x>'))
    assert "<img" not in line and "<b>" not in line
