"""The deck as it opens again: native charts, tables and shapes, notes, marks, sizes; whatever the data hold."""

import io
import re
from dataclasses import replace
from html import unescape

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.meeting.slide_parts import Chart
from dashboard.metrics.absence import Absence
from dashboard.metrics.versions import current
from dashboard.render.html import update
from dashboard.render.palette import LIGHT
from dashboard.render.pptx import to_pptx
from dashboard.render.pptx.text import color_of
from dashboard.text.formats import is_number, rounded
from dashboard.text.joined import DataVersion
from dashboard.views.table import Column, Footer, Period, Table, cell_text
from tests import small_world
from tests.tidy_deck import assert_tidy, assert_told

LATEST = "BG-2025Q4-1"
LARGEST = 5_000_000

SMALLEST_TYPE = Pt(14)


def myriads_of(unit: str) -> int:
    """How many ten-thousands a unit counts in: 0 of 元, 1 of 万元, 2 of 亿元."""
    return next((place for place, sign in ((2, "亿"), (1, "万")) if unit.startswith(sign)), 0)


def opened(order: RunningOrder):
    return Presentation(io.BytesIO(to_pptx(order)))


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, LATEST)


@pytest.fixture(scope="module")
def deck(order):
    return opened(order)


def page_of(deck, title: str):
    return next(page for page in deck.slides if page.shapes.title.text_frame.text == title)


def texts(page) -> str:
    return "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)


def test_the_deck_is_wide_and_small(order, deck):
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert len(to_pptx(order)) < LARGEST
    assert len(deck.slides) >= len(order.slides)


def test_every_chart_holds_the_numbers_of_its_table(order, deck):
    drawn = [slide for slide in order.slides if slide.chart]
    assert drawn
    for slide in drawn:
        [chart] = [shape.chart for shape in page_of(deck, slide.title).shapes if shape.has_chart]
        is_bar = slide.chart.kind == "bar"
        axis = "" if is_bar else chart.value_axis.axis_title.text_frame.text.split("（")[0]
        for series, place in zip(chart.plots[0].series, slide.chart.drawn, strict=True):
            column = slide.table.columns[place]
            # Where the axis has 亿元, the table has 万元.
            power = 0 if is_bar else 4 * (myriads_of(axis) - myriads_of(column.unit))
            wanted = [
                float(rounded(row[place], column.decimals)) / 10**power if is_number(row[place]) else None
                for row in slide.table.rows
            ]
            assert list(series.values) == pytest.approx(wanted), slide.key
            assert is_bar or axis.lstrip("万亿") == column.unit.lstrip("万亿")
            assert series.name == (column.header if is_bar else replace(column, unit=axis).header)
            # As a title writes each of them.
            assert not power or min(filter(None, wanted)) >= 1
        if not is_bar:
            is_cut = bool(chart.value_axis.minimum_scale)
            cut = "（纵轴未从0起）" if is_cut else ""
            assert chart.value_axis.axis_title.text_frame.text == f"{axis}{cut}"
            assert slide.chart.kind == "line" or not is_cut
        # The workbook behind the chart, by which a reader edits it.
        assert chart.part.chart_workbook.xlsx_part is not None


def test_every_shown_table_stands_in_the_deck_row_by_row(order, deck):
    for slide in order.slides:
        if "table" not in slide.parts:
            continue
        pages = [page for page in deck.slides if page.shapes.title.text_frame.text.startswith(slide.title)]
        found = []
        for page in pages:
            for shape in page.shapes:
                if shape.has_table:
                    found += [[cell.text for cell in row.cells] for row in list(shape.table.rows)[1:]]
        wanted = [
            [cell_text(cell, column) for cell, column in zip(row, slide.table.columns, strict=True)]
            for row in slide.table.rows
        ]
        assert found == wanted, slide.key


def stage(order: RunningOrder) -> list[tuple[str, str]]:
    """The titles and numbers of the pages on the screen."""
    return re.findall(r'aria-label="([^"]*)".*?class="page-number">(?:附录)?(\d+)(?: / \d+)?<', update(order)["slides"])


def test_a_page_has_one_number_on_the_screen_and_in_the_deck(order, deck, small):
    for one, pages in ((order, deck), *((order_of, opened(order_of)) for order_of in small_orders(small))):
        shown = [(unescape(title), int(number)) for title, number in stage(one)]
        assert shown == [(page.shapes.title.text_frame.text, at) for at, page in enumerate(pages.slides, 1)]
    # The long tables of the demonstration take more than one page each.
    assert any(title.endswith("（2/2）") for title, _ in stage(order))


def small_orders(small) -> list[RunningOrder]:
    return [running_order(small, meeting) for meeting in ("M1", "M2", "M3")]


def test_headline_figures_stand_on_the_page(order, deck):
    cards = order.slide("headlines")
    said = texts(page_of(deck, cards.title))
    for headline in cards.headlines:
        assert f"{headline.label}\n{headline.figure.figure} {headline.figure.unit}" in said


def test_names_that_lie_on_roads_and_areas_stand_on_a_ground_of_their_own(order, deck):
    slide = next(slide for slide in order.slides if slide.kind == "map")
    [group] = [shape for shape in page_of(deck, slide.title).shapes if shape.name == "地图"]
    shapes = list(group.shapes)
    named = [place for place, one in enumerate(shapes) if one.name.startswith(("路名", "地标")) and one.text_frame.text]
    assert named
    for place in named:
        ground, text = shapes[place - 1], shapes[place]
        assert ground.fill.fore_color.rgb == color_of(LIGHT.surface)
        assert text.left < ground.left and ground.left + ground.width < text.left + text.width


def test_the_map_is_drawn_as_shapes_in_the_colours_of_the_classes(order, deck):
    slide = next(slide for slide in order.slides if slide.kind == "map")
    page = page_of(deck, slide.title)
    drawn = {}
    [group] = [shape for shape in page.shapes if shape.name == "地图"]
    for shape in group.shapes:
        if shape._element.find(f".//{qn('a:custGeom')}") is not None:
            described = shape._element.nvSpPr.cNvPr.get("descr") or ""
            # What lies around the areas has a name and no figure.
            if "：" in described:
                drawn[described] = str(shape.fill.fore_color.rgb)
    fills = dict(slide.map.fills)
    assert drawn == {
        f"{one.name}：{one.text or one.value}": fills[one.code].removeprefix("#") for one in slide.map.shapes
    }
    named = {shape.name for shape in group.shapes}
    assert {"道路 濠江路", "道路 香江路", "宝盖山姑嫂塔", "指北针", "比例尺", "石狮市轮廓示意"} <= named
    assert sum(entry.count for entry in slide.map.legend.entries) == len(slide.map.shapes)
    for entry in slide.map.legend.entries:
        assert f"{entry.text}　{entry.count}处" in texts(page)


def test_notes_carry_source_definition_and_version(order, deck):
    for page in deck.slides:
        notes = page.notes_slide.notes_text_frame.text
        assert order.version in notes and "来源：" in notes
        assert "演示数据，非真实统计" in notes and "草稿" in notes
    theme = order.slide("theme-output")
    assert f"口径：{theme.footer.definition}".replace("\n", "") in page_of(
        deck, theme.title
    ).notes_slide.notes_text_frame.text.replace("\n", "")


def test_every_page_is_marked_as_draft_and_demonstration(order, deck):
    for page in deck.slides:
        names = [shape.name for shape in page.shapes]
        assert "草稿" in names and "演示数据" in names
    reported = replace(order, is_draft=False, slides=(replace(order.slides[1], footer=Footer("某表")),))
    names = [shape.name for page in opened(reported).slides for shape in page.shapes]
    assert "草稿" not in names and "演示数据" not in names


def runs(page):
    for shape in page.shapes:
        frames = [shape.text_frame] if shape.has_text_frame else []
        if shape.has_table:
            frames += [cell.text_frame for row in shape.table.rows for cell in row.cells]
        for frame in frames:
            for paragraph in frame.paragraphs:
                yield from paragraph.runs


def test_no_text_is_smaller_than_14_and_chinese_text_has_a_chinese_font(deck):
    for page in deck.slides:
        for run in runs(page):
            assert run.font.size >= SMALLEST_TYPE, run.text
            assert run._r.find(f"{qn('a:rPr')}/{qn('a:ea')}").get("typeface") == "Microsoft YaHei"
        for shape in page.shapes:
            if shape.has_chart:
                assert shape.chart.font.size >= SMALLEST_TYPE


def test_nothing_lies_on_anything_else_or_beyond_the_page(deck):
    assert_tidy(deck)


@pytest.mark.parametrize("meeting", ["M1", "M2", "M3", "M4"])
def test_meetings_of_which_little_is_known_stay_whole(small, meeting):
    order = running_order(small, meeting)
    deck = opened(order)
    assert len(deck.slides) >= len(order.slides)
    assert_tidy(deck)
    assert_told(deck)


def test_sixty_matters_with_very_long_titles_stay_whole(tmp_path):
    order = running_order(current(small_world.publish(tmp_path, change=small_world.SIXTY_MATTERS)), "M2")
    # Beside D3, which the meeting has just decided.
    assert sum(slide.kind == "matter" for slide in order.slides) == 63
    content = to_pptx(order)
    deck = Presentation(io.BytesIO(content))
    assert len(content) < LARGEST
    assert_tidy(deck)
    assert_told(deck)
    # 2024-03-01 to 2024-04-04, the day of the meeting.
    cut = next(page for page in deck.slides if page.shapes.title.text_frame.text.endswith("…：超期34天、无进展"))
    assert "未启动 → 未启动" in texts(cut) and "下一节点　未填报" in texts(cut)
    # What was cut from the page is in its notes in full.
    assert small_world.LONG_TITLE in cut.notes_slide.notes_text_frame.text


@pytest.mark.parametrize(("columns", "gap"), [(1, 400), (2, 150), (4, 60), (12, 60)])
def test_few_columns_are_as_wide_as_five_would_be(columns, gap):
    rows = tuple((Period(f"20{10 + place}"), 5.0) for place in range(columns))
    table = Table((Column("时期"), Column("总产值", "亿元", 1)), rows)
    slide = Slide(
        key="a", layout="chart", title="一", table=table, chart=Chart("column", 0, (1,)), footer=Footer("某表")
    )
    order = RunningOrder(
        meeting_id="M", area_code="D", district_code="D", meeting="会", version=DataVersion("版本"), slides=(slide,)
    )
    [chart] = [shape.chart for shape in opened(order).slides[0].shapes if shape.has_chart]
    assert chart.plots[0].gap_width == gap


def test_a_gap_in_a_chart_is_no_zero():
    table = Table(
        (Column("区域"), Column("时期"), Column("及时率", "%", 1)),
        (
            ("甲", Period("2024Q4"), 90.26),
            ("甲", Period("2025Q1"), Absence.NOT_REPORTED),
            ("甲", Period("2025Q2"), 91.0),
        ),
    )
    slide = Slide(key="a", layout="chart", title="一", table=table, chart=Chart("line", 1, (2,)), footer=Footer("某表"))
    order = RunningOrder(
        meeting_id="M", area_code="D", district_code="D", meeting="会", version=DataVersion("版本"), slides=(slide,)
    )
    [chart] = [shape.chart for shape in opened(order).slides[0].shapes if shape.has_chart]
    assert list(chart.plots[0].series[0].values) == [90.3, None, 91.0]
    assert [tuple(one) for one in chart.plots[0].categories.flattened_labels] == [
        ("2024年", "四季"),
        ("2025年", "一季"),
        ("2025年", "二季"),
    ]
