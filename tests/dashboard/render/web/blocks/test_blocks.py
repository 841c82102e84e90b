import pytest
from streamlit.testing.v1 import AppTest

from dashboard.metrics.absence import Absence
from dashboard.render.web.blocks import headline_cards
from dashboard.render.web.blocks.cards import card_html
from dashboard.render.web.blocks.frames import legend_html
from dashboard.render.web.blocks.sheet import shown, sortable
from dashboard.render.web.blocks.words import attention_html, heading_html, source_html
from dashboard.views.kinds.cards import Card
from dashboard.views.maps import Legend, LegendEntry
from dashboard.views.overview.cases import Attention
from dashboard.views.table import Column, Footer

ATTACK = '<img src="http://a.b/c.png" onerror=x>![y](http://a.b/d.png)'


def test_a_card_says_figure_unit_change_and_tone():
    page = card_html(Card("按时办结率", "93.4", "%", "同比 ▲ 升2.1个百分点", "better", target="目标95%"))
    assert '<b>93.4</b><span class="unit">%</span>' in page
    assert '<span class="change better">同比 ▲ 升2.1个百分点</span>' in page
    assert "演示数据" not in page


def test_a_card_without_a_figure_says_why():
    page = card_html(Card("亩均税收", figure="", absence=Absence.NOT_DISCLOSED, is_demo=True))
    assert '<span class="absent">不公开</span>' in page and "<b>" not in page
    assert "演示数据" in page


def test_more_than_eight_cards_are_refused():
    with pytest.raises(ValueError, match="9 headline cards"):
        headline_cards([Card("甲")] * 9)


def test_only_late_and_blocked_are_red():
    late = [
        state
        for state in ("超期", "受阻", "进行中", "无进展")
        if "tag late" in attention_html(Attention("甲", state=state))
    ]
    assert late == ["超期", "受阻"]


@pytest.mark.parametrize(
    "page",
    [
        card_html(Card(ATTACK, ATTACK, ATTACK, ATTACK, target=ATTACK, note=ATTACK)),
        attention_html(Attention(ATTACK, ATTACK, ATTACK, ATTACK, ATTACK)),
        heading_html(ATTACK, ATTACK),
        source_html(Footer(ATTACK, ATTACK, note=ATTACK)),
        legend_html(Legend((LegendEntry("#FFFFFF", ATTACK, 1),), False)),
    ],
)
def test_no_value_becomes_markup(page):
    assert "<img" not in page


def test_a_legend_says_counts_and_that_it_is_schematic():
    page = legend_html(Legend((LegendEntry("#FFFFFF", "60%以下", 4), LegendEntry("#FFFFFF", "未填报", 1, True)), True))
    assert "60%以下" in page and "4个" in page and "hatched" in page and "示意图" in page


def test_missing_numbers_sort_last_and_are_read_as_words():
    column = Column("产值", "万元", 1)
    cells = [12.25, None, Absence.NOT_DISCLOSED, -5]
    stand_ins = [sortable(cell) for cell in cells]
    assert sorted(stand_ins)[2:] == [-5, 12.25]
    assert [shown(value, column) for value in stand_ins] == ["12.3", "未填报", "不公开", "-5.0"]
    # Beyond this the browser's table shows an error.
    assert all(abs(value) < 2**53 for value in stand_ins)


def page():
    import streamlit as st

    from dashboard.render import charts
    from dashboard.render.web import blocks
    from dashboard.render.web.maps.shown import drawing_of
    from dashboard.render.web.theme import PAGE_CSS, current_theme
    from dashboard.views.charts import Bar
    from dashboard.views.kinds.cards import Card
    from dashboard.views.maps import AreaMap, AreaShape
    from dashboard.views.overview.cases import Attention
    from dashboard.views.table import Column, Footer, Table

    st.html(PAGE_CSS)
    theme = current_theme()
    footer = Footer("报表", "2025Q4", "口径说明", ("demo",))
    table = Table((Column("名称"), Column("数", "家", 0)), (("甲", 3), ("乙", None)))
    blocks.page_header("总览", "一句话", ("演示数据",))
    blocks.headline_cards([Card("企业", "3", "家")])
    figure = charts.bars([Bar("甲", 3, key="a")], theme, unit="家")
    blocks.chart_block("one", "甲最多", "企业数", figure, footer, table=table)
    ring = ((118.65, 24.74), (118.66, 24.74), (118.66, 24.75))
    drawing, legend = drawing_of("two", AreaMap((AreaShape("a", "甲", (ring,), 3),)), None)
    blocks.map_block("two", "地图", "企业数", drawing, legend, footer)
    row = blocks.table_block("three", "名单", "企业", table, footer, is_selectable=True)
    blocks.finding_text("发现")
    blocks.attention_list([Attention("事项", "谁", "何时", "超期")])
    blocks.empty_state("没有", "未填报", "去填报")
    blocks.source_line(footer)
    blocks.demo_tag()
    st.text(str(row))


def test_every_block_is_drawn_and_nothing_is_chosen_at_first():
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    assert app.text[-1].value == "None"
    words = "".join(block.body for block in app.main if hasattr(block, "body")) + "".join(
        block.proto.body for block in app.get("html")
    )
    assert words.count("演示数据") >= 4
    assert "口径说明" in words and "来源：报表" in words
    assert len(app.get("bidi_component")) == 2 and len(app.dataframe) == 1


def test_the_data_of_a_block_are_sent_only_when_opened():
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.get("download_button")
