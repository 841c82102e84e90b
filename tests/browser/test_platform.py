"""Every private name of Streamlit that the program relies on stands on a page that runs."""

import http.client
import json
from urllib.parse import urlparse

import pytest

from dashboard.render.web.platform import PARTS, filled
from tests import serving

# Some parts are there for a moment only: each is noted when it is first seen.
NOTE = f"""
window.seen = new Set();
const parts = Object.entries({json.dumps(PARTS)});
const look = () => parts.forEach(([word, part]) => {{ if (document.querySelector(part)) window.seen.add(word); }});
new MutationObserver(look).observe(document, {{ subtree: true, childList: true, attributes: true }});
"""
DRAG = "box => box.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer: new DataTransfer() }))"


@pytest.fixture(scope="module")
def seen(browser, tmp_path_factory):
    """The words of all parts that were on the page while its menus were opened and a file was given to it."""
    folder = tmp_path_factory.mktemp("parts")
    file = folder / "file.csv"
    file.write_text("a", encoding="utf-8")
    script = "tests/browser/every_part.py"
    with serving.serve(folder, script=script, STREAMLIT_CLIENT_TOOLBAR_MODE="developer") as (address, _):
        page = browser.new_page()
        page.add_init_script(NOTE)
        page.goto(address)
        page.wait_for_function(f"window.seen.has('spinner') && document.querySelector('{PARTS['idle']}')")
        page.locator(PARTS["table"]).hover()
        page.get_by_role("button", name="explained").hover()
        page.locator(PARTS["tooltip"]).first.wait_for()
        page.locator("input[type=file]").set_input_files(file)
        page.wait_for_function("window.seen.has('file')")
        page.locator(PARTS["drop"]).evaluate(DRAG)
        page.locator(filled(":--popover button")).click()
        page.locator(PARTS["popover-body"]).wait_for()
        page.keyboard.press("Escape")
        page.locator(PARTS["menu-button"]).click()
        page.locator(PARTS["menu-about"]).wait_for()
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": 390, "height": 800})
        page.locator(PARTS["pages-button"]).wait_for()
        words = set(page.evaluate("[...window.seen]"))
        page.close()
    return words


@pytest.mark.parametrize("word", PARTS)
def test_a_private_name_stands_on_a_page(seen, word):
    assert word in seen, f"Streamlit no longer calls this part {PARTS[word]}: see dashboard/render/web/platform.py"


def test_no_page_of_another_name_is_given_a_websocket(address):
    port = urlparse(address).port

    def status(host: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
        origin = {"Host": f"{host}:{port}", "Origin": f"http://{host}:{port}"}
        connection.request("GET", "/_stcore/stream", headers=upgrade | key | origin)
        return connection.getresponse().status

    # A name of the attacker's that was made to lead to this machine comes as its own origin.
    assert status("evil.example") == 403
    assert (status("127.0.0.1"), status("localhost")) == (101, 101)


def test_the_first_stop_of_the_keyboard_speaks_chinese(address, open_page):
    page = open_page(f"{address}/glossary")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.innerText") == "跳到正文"
    assert page.evaluate(filled("() => document.activeElement.matches(':--skip')"))
