"""Where lines end: no figure of a title stands alone, and none leaves its unit."""

import pytest

# The lines of every title, as they are broken.
LINES = """() => [...document.querySelectorAll('.block-heading h3')].filter(one => one.checkVisibility()).map(title => {
  const lines = [], walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node; (node = walker.nextNode());) for (let at = 0; at < node.length; at++) {
    range.setStart(node, at); range.setEnd(node, at + 1);
    const { bottom, height } = range.getBoundingClientRect();
    if (!height) continue;
    const line = lines.find(one => Math.abs(one.bottom - bottom) < 8);
    if (line) line.text += node.data[at]; else lines.push({ bottom, text: node.data[at] });
  }
  return lines.map(one => one.text.trim());
})"""
ALONE = set("0123456789.,%−+， 。、亿万元人件项天个处家")


@pytest.mark.parametrize("name", ["overview", "grid_coverage", "park_output", "joint_meeting"])
def test_no_figure_of_a_title_stands_alone_on_a_phone(address, visit, name):
    page = visit(f"{address}/{name}", width=390)
    titles = page.evaluate(LINES)
    assert len(titles) > 2
    assert [title for title in titles if len(title) > 1 and any(set(line) <= ALONE for line in title)] == []


def test_a_figure_in_a_table_stays_with_its_unit(address, visit):
    page = visit(f"{address}/joint_meeting")
    heights = page.evaluate(
        "() => [...document.querySelectorAll('.reading td .kept')].map(one => one.getClientRects().length)"
    )
    assert heights and set(heights) <= {0, 1}
