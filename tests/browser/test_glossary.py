"""指标口径 in Chromium: a link opens one metric, and a click on the list changes both the text and the link."""

from dashboard.render.web.platform import filled
from tests import serving

FIRST_ROW = {"x": 160, "y": 52}


def test_a_link_opens_a_metric_and_a_click_opens_another(address, open_page):
    page = open_page(f"{address}/glossary?metric=on_time_rate")
    panel = page.locator(".panel", has=page.locator(".definitions")).first
    assert "事件按期办结率" in panel.inner_text()
    page.locator(filled('[class*="st-key-table-metrics"] :--table-editor')).first.click(
        position={"x": 16, "y": FIRST_ROW["y"]}
    )
    page.wait_for_url("**metric=enterprises**")
    serving.wait_until_drawn(page)
    assert "在册企业" in panel.inner_text() and "事件按期办结率" not in panel.inner_text()
