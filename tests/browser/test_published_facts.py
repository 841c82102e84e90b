"""公开数据与核对 in Chromium: a click on a figure opens its words and where they stand."""

import pytest

from dashboard.render.web.platform import filled
from tests import serving

# Left, top, right and bottom of each line of a text.
LINES = """
block => {
  const range = document.createRange();
  range.selectNodeContents(block);
  return [...range.getClientRects()].map(line => [line.left, line.top, line.right, line.bottom]);
}
"""


@pytest.mark.parametrize("width", [390, 1440])
def test_the_tools_of_a_table_lie_over_no_word(address, open_page, width):
    page = open_page(f"{address}/published_facts", width=width)
    block = page.locator('[class*="st-key-block-facts"]')
    if width == 390:
        block.locator(".fold summary").click()
    block.locator(filled(":--table")).hover()
    tools = block.locator(filled(":--table-tools button"))
    boxes = [tool.bounding_box() for tool in tools.all()]
    assert len(boxes) == 3
    first, top = boxes[0]["x"], boxes[0]["y"]
    for words in ("h3", ".subtitle"):
        for _, _, right, bottom in block.locator(words).evaluate(LINES):
            assert right <= first or bottom <= top


def test_the_figures_at_the_ends_of_the_bars_are_whole_on_a_phone(address, open_page):
    page = open_page(f"{address}/published_facts?open=agreement", width=390)
    block = page.locator('[class*="st-key-block-reconciliation"]')
    block.locator(".fold summary").click()
    block.locator("svg text").first.wait_for()
    edge = block.bounding_box()
    labels = [label.bounding_box() for label in block.locator("svg text").all() if label.inner_html()]
    assert len(labels) > 10
    assert max(label["x"] + label["width"] for label in labels) <= edge["x"] + edge["width"] - 8


def test_a_click_opens_the_words(address, open_page):
    page = open_page(f"{address}/published_facts?nature=个案")
    details = page.locator(".panel", has=page.locator(".definitions")).last
    assert "一个月销量稳定在5000单以上" in details.inner_text()
    page.locator(filled('[class*="st-key-table-facts"] :--table-editor')).first.click(position={"x": 16, "y": 88})
    page.wait_for_function("() => document.body.innerText.includes('月收入2万元以上')")
    serving.wait_until_drawn(page)
    assert "只列出、不作图" in details.inner_text()
