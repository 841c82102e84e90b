"""Every page for those who do not see it or use no mouse: what the accessibility rules call serious is not there."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_every_page import every_page

SERIOUS = ("serious", "critical")


ENGLISH = """() => [...document.querySelectorAll('[aria-label], [title]')]
  .flatMap(element => [element.getAttribute('aria-label'), element.getAttribute('title')])
  .filter(text => text && /[A-Za-z]{3}/.test(text) && !/[\u4e00-\u9fff]/.test(text))"""


@every_page
@pytest.mark.parametrize("width", [1440, 390])
def test_what_is_said_of_the_tools_is_chinese(address, visit, name, width):
    page = visit(f"{address}/{name}?open=all", width=width)
    assert page.evaluate("() => document.documentElement.lang") == "zh-CN"
    assert page.evaluate(ENGLISH) == []


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_is_found(address, visit, name, scheme):
    page = visit(f"{address}/{name}?open=all", scheme=scheme)
    found = [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]
    assert not found, "\n".join(found)
