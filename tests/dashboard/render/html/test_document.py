"""The one HTML file of a meeting, read with a parser: what it holds, what it never holds, whatever the data say."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Chart
from dashboard.metrics.absence import Absence
from dashboard.metrics.versions import current
from dashboard.render.documents import DOCUMENTS
from dashboard.render.html import to_html, update
from dashboard.render.html.charts import figures
from dashboard.render.html.maps import CLASS_OF, class_colors
from dashboard.render.html.pages import shown_pages
from dashboard.render.maps.legend import map_fills
from dashboard.render.notes import note_lines
from dashboard.render.palette import DARK, LIGHT
from dashboard.text.formats import is_number
from dashboard.text.unbroken import KINDS, unbroken_html
from dashboard.views.maps import AreaMap
from dashboard.views.table import Column, Footer, Table, cell_text
from tests import small_world

LATEST = "BG-2025Q4-1"
LARGEST = 8_000_000
HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="alert(1)'


class Elements(HTMLParser):
    """Every element as (tag, attributes, text right inside it); what keeps a figure with its unit is no element of its own."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict, list[str]]] = []
        self.open: list[list[str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if dict(attrs).get("class") in KINDS:
            self.open.append(self.open[-1])
            return
        self.found.append((tag, dict(attrs), []))
        self.open.append(self.found[-1][2])

    def handle_endtag(self, tag):
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        if self.open:
            self.open[-1].append(data)

    def named(self, tag: str) -> list[tuple[dict, str]]:
        return [(attributes, "".join(text)) for name, attributes, text in self.found if name == tag]


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, LATEST)


@pytest.fixture(scope="module")
def slides(order) -> Elements:
    return Elements(update(order)["slides"])


def test_the_document_is_whole_and_asks_for_nothing(order):
    html = to_html(order, scheme="dark", slide="map")
    assert len(html.encode()) < LARGEST
    assert html.startswith('<!doctype html><html lang="zh-CN" data-scheme="dark" data-start="map">')
    policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
    assert policy in html.split("</head>")[0]
    # Beside Plotly's own text, which is tested in the browser.
    own = update(order)["slides"] + html.split("<style>")[1].split("</style>")[0]
    assert not re.search(r"(?:src|href)=|url\((?!#)|@import|https?://", own)


def test_the_page_of_a_meeting_is_among_its_documents(order):
    document = DOCUMENTS["html"]
    assert (document.label, document.suffix, document.media_type) == ("单文件网页", ".html", "text/html")
    assert document.write(order).decode("utf-8") == to_html(order)


def test_every_slide_is_there_in_order_with_its_notes(order, slides):
    sections = [attributes for attributes, _ in slides.named("section")]
    assert [one["data-key"] for one in sections] == [slide.key for slide in shown_pages(order)]
    keys = [one["data-key"] for one in sections]
    assert len(set(keys)) == len(keys)
    html = update(order)["slides"]
    for slide in order.slides:
        for line in note_lines(order, slide, is_whole=True)[1:]:
            assert unbroken_html(line) in html, slide.key


def test_every_shown_row_stands_on_the_stage(order, slides):
    told = [text for _, text in slides.named("td")]
    for slide in order.slides:
        if slide.is_table_shown:
            for row in slide.table.rows:
                for pair in zip(row, slide.table.columns, strict=True):
                    assert cell_text(*pair) in told, slide.key


def test_the_marks_say_what_is_made_up_and_not_closed(order):
    marks = re.findall(r'class="mark-tag">([^<]+)<', update(order)["slides"])
    assert set(marks) == {"演示数据", "草稿"}
    plain = replace(order, is_draft=False, slides=(replace(order.slides[1], footer=Footer("某表")),))
    assert "mark-tag" not in update(plain)["slides"]


def test_charts_have_the_numbers_of_their_tables_in_both_themes(order):
    drawn = update(order)["data"]["charts"]
    assert set(drawn) == {slide.key for slide in order.slides if slide.chart}
    for slide in order.slides:
        if slide.chart is None:
            continue
        chart = drawn[slide.key]
        wanted = [
            float(row[slide.chart.values[0]]) if is_number(row[slide.chart.values[0]]) else None
            for row in slide.table.rows
        ]
        assert chart["points"] == slide.row_keys and len(slide.row_keys) == len(slide.table.rows)
        for theme in (LIGHT, DARK):
            figure = chart[theme.name]
            assert figure["data"][0]["x" if slide.chart.kind == "bar" else "y"] == wanted, slide.key
            assert figure["layout"]["font"]["color"] == theme.ink


def test_a_gap_in_a_chart_is_no_zero():
    rows = (
        ("甲", "2024年第四季度", 90.26),
        ("甲", "2025年第一季度", Absence.NOT_REPORTED),
        ("甲", "2025年第二季度", 91.0),
    )
    table = Table((Column("区域"), Column("时期"), Column("及时率", "%", 1)), rows)
    slide = Slide(key="a", layout="chart", title="一", table=table, chart=Chart("line", 1, (2,)), footer=Footer("某表"))
    figure = figures(slide)["light"]
    assert figure["data"][0]["y"] == [90.26, None, 91.0] and figure["data"][0]["connectgaps"] is False
    assert "未填报" in [one["text"] for one in figure["layout"]["annotations"]]


def test_a_chart_without_a_number_says_its_remarks_alone(order):
    table = Table(
        (Column("区域"), Column("时期"), Column("及时率", "%", 1)), (("甲", "2025年第四季度", Absence.NOT_DISCLOSED),)
    )
    slide = Slide(key="a", layout="chart", title="一", remarks=("不公开",), table=table, chart=Chart("line", 1, (2,)))
    told = update(replace(order, slides=(slide,)))
    assert told["data"]["charts"] == {} and "data-chart" not in told["slides"] and "不公开" in told["slides"]


def test_the_map_has_every_area_in_its_class_and_counts_them(order, slides):
    [slide] = [slide for slide in order.slides if slide.kind == "map"]
    areas = [attributes for attributes, _ in slides.named("path") if attributes.get("class", "").startswith("area")]
    assert len(areas) == len(slide.map.shapes)
    fills = dict(slide.map.fills)
    # A share has one decimal, and so have the borders of its classes.
    dark, colors = map_fills(AreaMap(slide.map.shapes, decimals=1), DARK), class_colors(DARK)
    for shape, area in zip(slide.map.shapes, areas, strict=True):
        kind = area["class"].split()[1]
        assert kind == CLASS_OF[fills[shape.code]] and colors[kind] == dark[shape.code]
        assert area["data-drill"] == shape.code and area["aria-label"] == f"{shape.name}：{shape.text}"
    counts = [text for attributes, text in slides.named("span") if attributes.get("class") == "count"]
    assert counts == [f"{entry.count}处" for entry in slide.map.legend.entries]


def test_charts_and_the_map_are_read_out_by_title_and_ends(order, slides):
    told = [attrs["aria-label"] for tag, attrs, _ in slides.found if attrs.get("role") in ("img", "group")]
    drawn = [one for one in order.slides if one.parts & {"chart", "map"}]
    assert len(told) == len(drawn) > 10
    assert all(
        text.startswith(f"{one.title}。") and len(text) > len(one.title) + 5
        for text, one in zip(told, drawn, strict=True)
    )


def test_whatever_opens_something_has_it(order, slides):
    templates, opening, section = {}, [], ""
    for tag, attributes, _ in slides.found:
        section = attributes["data-key"] if tag == "section" else section
        if tag == "template" and attributes["class"] == "drill":
            templates.setdefault(section, set()).add(attributes["data-point"])
        elif "data-drill" in attributes:
            opening.append((section, attributes["data-drill"]))
    assert opening and all(point in templates[section] for section, point in opening)
    keys = {slide.key for slide in order.slides}
    shown = [attributes["data-show"] for _, attributes, _ in slides.found if "data-show" in attributes]
    assert set(shown) >= {key for key in keys if key.startswith("matter-")} and set(shown) <= keys


def test_texts_of_the_data_stay_texts(tmp_path):
    change = f"UPDATE core.decisions SET title = '{HOSTILE}', responsible_unit = '{HOSTILE}' WHERE decision_id = 'D2'"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    html = to_html(order)
    # The data, Plotly and the scripts of the stage, nothing else.
    assert html.lower().count("<script") - _plotly_mentions() == 3
    found = Elements(update(order)["slides"])
    assert not found.named("script") and not found.named("img")
    assert not [name for _, attributes, _ in found.found for name in attributes if name.startswith("on")]
    assert HOSTILE in [attributes.get("title") or "" for attributes, _ in found.named("section")] + [
        text for _, text in found.named("dd")
    ]


def _plotly_mentions() -> int:
    from plotly.offline import get_plotlyjs

    return get_plotlyjs().lower().count("<script")


def test_the_data_in_the_document_cannot_end_their_script(order):
    output = order.slide("theme-output")
    table = replace(output.table, rows=(("甲", "</script>", 1.0, 0.5, ""),))
    slide = replace(output, table=table, row_keys=("</script>",), drills=())
    hostile = replace(order, district="", meeting="</script>", slides=(slide,))
    text = re.search(r'<script type="application/json" id="data">(.*?)</script>', to_html(hostile), re.S)[1]
    assert "<" not in text
    data = json.loads(text)
    assert data["title"] == "</script>" and data["charts"]["theme-output"]["points"] == ["</script>"]


def test_the_message_that_renews_a_document_is_small_and_the_same(order):
    message = update(order)
    assert message["kind"] == "meeting-update" and message["version"] == order.version
    assert len(json.dumps(message)) < LARGEST / 8
    assert message["slides"] in to_html(order)


def test_long_titles_are_cut_and_kept_whole_beside(tmp_path):
    order = running_order(current(small_world.publish(tmp_path, change=small_world.SIXTY_MATTERS)), "M2")
    found = Elements(update(order)["slides"])
    cut = [(attributes, text) for attributes, text in found.named("h2") if "…" in text]
    assert all(small_world.LONG_TITLE in attributes["title"] for attributes, _ in cut)
    # 2024-03-01 to 2024-04-04, the day of the meeting: however long the title, how it stands is read.
    matters = [text for attributes, text in cut if attributes["title"].startswith(small_world.LONG_TITLE)]
    assert len(matters) == 60 and all(text.endswith("…：超期34天、无进展") for text in matters)
    # The sheets of the late ones name the longest behind how many there are and how late.
    assert all(text.startswith("61项受阻、超期或无进展，最长超期34天：") for _, text in cut if text not in matters)


def test_a_long_cell_keeps_its_beginning_and_its_end_and_opens_in_full(tmp_path):
    order = running_order(current(small_world.publish(tmp_path, change=small_world.SIXTY_MATTERS)), "M2")
    told = update(order)["slides"]
    title = f"{small_world.LONG_TITLE}7"
    short = f"{title[:49]}…{title[-10:]}"
    key = re.search(f'<tr data-drill="([^"]*)"[^>]*>(?:<td[^>]*>[^<]*</td>)?<td>{short}</td>', told)[1]
    assert f'data-point="{key}" data-title="{small_world.LONG_TITLE}7，1项"' in told


@pytest.mark.parametrize("meeting", ["M1", "M2", "M3", "M4"])
def test_meetings_of_which_little_is_known_are_written(small, meeting):
    order = running_order(small, meeting)
    sections = Elements(update(order)["slides"]).named("section")
    assert len(sections) >= len(order.slides)
