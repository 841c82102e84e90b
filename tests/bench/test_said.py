"""What the product says, as text: all words and numbers, nothing that differs between two runs."""

import io
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from bench.said import KINDS, main
from bench.said.pages import page_files, some
from bench.said.papers import READERS
from bench.said.plain import Mask, html_lines, parts_of, pruned
from tests import small_world
from tests.serving import REPOSITORY


def test_html_says_its_words_its_cells_and_its_data():
    html = (
        '<style>p {}</style><p class="a">甲 <b>乙</b></p><table><tr><td>1</td><td></td><td>3</td></tr></table>'
        '<script>let a</script><script type="application/json">{"b": [1.00000001], "color": "red"}</script>'
    )
    assert html_lines(html) == ["甲 乙", "1\t\t3", '{"b": [1.0]}']


def test_a_figure_says_its_data_and_not_its_looks():
    figure = {"marker": {"color": ["red"], "size": 3}, "y": [0.12345678, None], "text": "甲", "lineColor": 1}
    assert pruned(figure) == {"marker": {}, "y": [0.123457, None], "text": "甲"}
    moved = [pruned({"polygon": [[1.0, 2.0], [3.0, place]]})["polygon"] for place in (4.0, 4.0, 5.0)]
    assert moved[0] == moved[1] != moved[2]


def test_a_changed_number_deep_inside_is_one_other_line():
    data = [{"x": list(range(60)), "y": [value] * 60, "name": "甲"} for value in (1, 2)]
    other = [data[0], data[1] | {"y": [2] * 59 + [3]}]
    assert len(set(parts_of(data)) ^ set(parts_of(other))) == 2


def test_what_differs_between_runs_is_masked_and_no_other_day():
    mask = Mask((Path("/a/b"),), (datetime(2024, 7, 15, 20, 30),))
    text = "/a/b/c 20240715T203000123456Z-0a1b2c3d 2024-07-16 04:30 2024年7月15日 2024-07-14 2024-06-15"
    assert mask(text) == "FOLDER/c VERSION MADE MADE 2024-07-14 2024-06-15"


def test_papers_say_texts_tables_charts_and_notes():
    stream = io.BytesIO()
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "题目"
    slide.shapes.add_table(1, 2, 0, 0, 9, 9).table.cell(0, 1).text = "格"
    data = CategoryChartData()
    data.categories = ["一季度"]
    data.add_series("产值", [12.5])
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 9, 9, data)
    slide.notes_slide.notes_text_frame.text = "备注"
    deck.save(stream)
    said = "\n".join(READERS["pptx"](stream.getvalue()))
    assert all(words in said for words in ("题目", "\t格", '"产值", [12.5]', "一季度", "## notes\n备注"))

    stream = io.BytesIO()
    word = docx.Document()
    word.add_paragraph("前")
    word.add_table(1, 1).cell(0, 0).text = "表"
    word.add_paragraph("后")
    word.save(stream)
    lines = list(READERS["docx"](stream.getvalue()))
    assert [lines.index(line) for line in ("Normal: 前", "表", "Normal: 后")] == sorted(
        lines.index(line) for line in ("Normal: 前", "表", "Normal: 后")
    )

    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["a", None, 2.5])
    book.save(stream)
    assert "a\t\t2.5" in list(READERS["xlsx"](stream.getvalue()))


def test_a_page_says_the_same_twice_with_its_downloads_and_other_choices(tmp_path, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", "")
    warehouse = small_world.publish(tmp_path)
    first, again = (dict(page_files(REPOSITORY, warehouse, "overview", is_quick=True)) for _ in range(2))
    assert first == again
    whole = "\n".join(first["default"])
    assert "## html\n总览" in whole and "[file: " in whole and "# sheet" in whole
    assert "nonsense" in first and len(first["nonsense"]) < len(first["default"])


def test_of_many_options_both_ends_are_picked():
    assert some(list(range(100)), 3) == [0, 49, 99] and some([1, 2], 6) == [1, 2]


def test_a_page_that_is_not_there_is_named(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main([str(tmp_path / "out"), "--warehouse", str(small_world.publish(tmp_path / "w")), "--only", "nowhere"])
    assert "nowhere" in capsys.readouterr().err and set(KINDS) == {"pptx", "docx", "report", "xlsx", "html"}
