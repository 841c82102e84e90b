"""The map of a page in Chromium: drawn where there is no WebGL, enlarged, pointed at, and its classes chosen."""

import pytest

from tests import serving

BAOGAI = "350581101901"
LEGEND = '[class*="st-key-legend-"] .legend'


@pytest.fixture(scope="module")
def without_webgl(browser):
    """A Chromium in which no context of WebGL can be made."""
    arguments = [one for one in serving.CHROMIUM_ARGUMENTS if "swiftshader" not in one]
    flags = [*arguments, "--disable-gpu", "--disable-3d-apis"]
    blind = browser.browser_type.launch(executable_path=serving.chromium_path(), args=flags)
    yield blind
    blind.close()


def test_a_map_is_drawn_without_webgl(address, without_webgl):
    page = without_webgl.new_page(viewport={"width": 1440, "height": 1200})
    page.goto(f"{address}/grid_coverage?area={BAOGAI}")
    page.locator(".map-frame .area").first.wait_for()
    assert page.evaluate("document.createElement('canvas').getContext('webgl')") is None
    assert page.locator(".map-frame .area").count() == 24
    told = page.locator(".map-frame svg").text_content()
    assert "濠" in told and "姑嫂塔" in told and "蚶江镇" in told and "北" in told
    sizes = page.locator(".map-frame text").evaluate_all(
        """texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize)
           * text.getScreenCTM().a / Math.cos(Math.atan2(text.getScreenCTM().b, text.getScreenCTM().a)))"""
    )
    assert min(sizes) >= 11.9


def test_a_map_is_enlarged_and_shown_whole_again(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={BAOGAI}", height=1400)
    svg, frame = page.locator(".map-frame svg"), page.locator(".map-frame")
    whole = svg.get_attribute("viewBox")
    frame.hover()
    page.get_by_role("button", name="放大地图").click()
    assert float(svg.get_attribute("viewBox").split()[2]) == pytest.approx(float(whole.split()[2]) / 1.6)
    # A picture of it is whole all the same, with its key and its colours, and leaves the map as it is.
    near = svg.get_attribute("viewBox")
    picture = page.evaluate("() => document.querySelector('.map-frame').picture(760).svg")
    assert f'viewBox="{whole}"' in picture and "var(" not in picture and "塘后" in picture
    assert all(text in picture for text in page.locator(f"{LEGEND} .count").all_inner_texts())
    assert svg.get_attribute("viewBox") == near
    page.get_by_role("button", name="显示全图").click()
    assert svg.get_attribute("viewBox") == whole


def test_the_keyboard_chooses_an_area(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={BAOGAI}&period=2025Q4", height=1400)
    page.locator('.map-frame [data-code="35058110120602"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**spot=35058110120602*")
    page.locator(".map-frame .chosen").wait_for(state="attached")


def test_classes_are_chosen_beside_the_legend(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={BAOGAI}&period=2025Q4", height=1400)
    before = page.locator(LEGEND).first.inner_text()
    page.get_by_role("button", name="分级").click()
    page.get_by_role("radio", name="等距").or_(page.get_by_role("button", name="等距")).first.click()
    page.wait_for_function(
        "([legend, before]) => document.querySelector(legend).innerText !== before", arg=[LEGEND, before]
    )
    counts = page.locator(f"{LEGEND} .count").all_inner_texts()
    assert sum(int(count.removesuffix("个")) for count in counts) == 24


def test_two_maps_are_gone_through_and_enlarged_together_in_the_browser_alone(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={BAOGAI}&period=2025Q4&beside=grid_staff", height=1400)
    page.locator(".map-frame").nth(1).wait_for()
    slider, area = page.locator(".map-steps input").first, page.locator('.map-frame [data-code="35058110120603"]').first
    assert page.locator(".map-steps output").all_inner_texts() == ["2025年第四季度"] * 2
    now = area.get_attribute("aria-label")
    slider.focus()
    page.keyboard.press("Home")
    assert page.locator(".map-steps output").all_inner_texts() == ["2023年第一季度"] * 2
    assert area.get_attribute("aria-label") != now
    page.keyboard.press("End")
    assert area.get_attribute("aria-label") == now
    page.locator(".map-frame").first.hover()
    page.get_by_role("button", name="放大地图").first.click()
    shown = {svg.get_attribute("viewBox") for svg in page.locator(".map-frame svg.map").all()}
    assert len(shown) == 1 and not shown.pop().startswith("0 0 ")


OVERLAPPING = """() => [...document.querySelectorAll('.map-frame svg.map')].flatMap((map) => {
  const seen = [...map.querySelectorAll('text:not(.inset-name, .inset-city-name)')]
    .map((text) => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width);
  return seen.flatMap(([name, box], place) => seen.slice(place + 1)
    .filter(([, other]) => box.left + 1 < other.right && other.left + 1 < box.right && box.top + 4 < other.bottom && other.top + 4 < box.bottom)
    .map(([other]) => `${name} | ${other}`));
})"""


@pytest.mark.parametrize("page_name", ["overview", "grid_coverage", "employment"])
def test_no_name_on_a_map_lies_on_another_at_any_width(address, open_page, page_name):
    page = open_page(f"{address}/{page_name}?area={BAOGAI}&period=2025Q4", width=390)
    page.locator(".map-frame .area").first.wait_for()
    for width in (390, 480, 600, 768, 1024, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 1200})
        page.wait_for_timeout(150)  # the map hears of its width
        assert page.locator(".map-frame .label:visible").count() >= 3
        assert page.evaluate(OVERLAPPING) == [], width
