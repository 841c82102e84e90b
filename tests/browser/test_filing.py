"""数据填报 in Chromium, as somebody new goes about it: a blank form, ten mistakes, what is said of them, published, rolled back."""

import re

import openpyxl
import pytest

import etl
from dashboard.render.web.platform import filled
from tests import serving
from tests.conftest import Town
from tests.town import write_town

SECONDS = 60_000
QUARTER = "2024Q4"
FORM = "企业季报"
# What belongs into the rows of the blank form: figures from the third column on.
FIGURES = {
    5: (1210.5, 1200, 1205, 31, 89, 12.5),
    6: (305, 300, 301, 6, 20, 3),
    7: (455, 450, 452, 9, 31, 5),
}
COLUMNS = "CDEFGH"
# Cell → what is wrong there. The number of eleven digits is made up; row 8 is row 5 once more.
MISTAKES = {
    "C5": "一千多",
    "D5": -1,
    "F5": 99_999,
    "G5": 88.5,
    "A6": "演示五金八号",
    "B6": "2024Q7",
    "E6": "#DIV/0!",
    "H6": "13000000000",
    "B7": "2031Q4",
    "A8": "Q001",
}
ENGLISH = ("Drag", "Browse", "Upload", "Limit", "per file", "Choose", "Select", "Remove", "Error")


@pytest.fixture
def town(tmp_path):
    """A town of its own with its first version."""
    made = Town(write_town(tmp_path / "data"), tmp_path / "warehouse")
    assert made.build().published
    return made


@pytest.fixture
def site(town):
    """The address of the app over the town."""
    with serving.serve(town.warehouse, SANQU_DATA=str(town.data)) as (url, _):
        yield url


def press(page, key):
    page.locator(f".st-key-{key} button").click()


def lay_in(page, box, file):
    """Put a file into an upload box and wait until it is there."""
    page.locator(f'[class*="st-key-upload-{box}"] input[type=file]').set_input_files(str(file))
    page.locator(filled(f'[class*="st-key-upload-{box}"] :--file')).first.wait_for(timeout=SECONDS)
    serving.wait_until_drawn(page)


def state(page):
    """What the page says of the proposal, once it is checked."""
    told = page.locator(".filing-state h3")
    serving.wait_until_drawn(page)
    while told.inner_text() == "正在核对":
        page.locator(".filing-state h3", has_not_text="正在核对").wait_for(timeout=SECONDS)
        serving.wait_until_drawn(page)
    return told.inner_text()


def named_cells(page):
    """The cells that the problems on the page name as errors."""
    places = page.locator(".problem:has(.tag.late) .note").all_inner_texts()
    found = set()
    for place in places:
        for column, first, last in re.findall(r"\b([A-Z]{1,2})(\d+)(?:–[A-Z]{1,2}(\d+))?", place.rpartition("·")[2]):
            found |= {f"{column}{row}" for row in range(int(first), int(last or first) + 1)}
    return found


def fill(path):
    """A blank form → the same with the right figures, and the keys as they were in it."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    right = {f"{column}{row}": sheet[f"{column}{row}"].value for row in FIGURES for column in "AB"}
    right |= {
        f"{column}{row}": value
        for row, values in FIGURES.items()
        for column, value in zip(COLUMNS, values, strict=True)
    }
    for cell, value in right.items():
        sheet[cell] = value
    return book, right


def spoil(sheet, right):
    for column in f"AB{COLUMNS}":
        sheet[f"{column}8"] = right[f"{column}5"]
    for cell, value in MISTAKES.items():
        sheet[cell] = value


def repair(sheet, right, cells):
    """Put right what was named and nothing else; a row that does not belong there (the example, the second) goes."""
    for cell in cells:
        sheet[cell] = right.get(cell)
        if int(cell[1:]) not in FIGURES:
            for column in f"AB{COLUMNS}":
                sheet[f"{column}{cell[1:]}"] = None


def test_somebody_new_takes_a_form_spoils_and_repairs_it_publishes_and_goes_back(site, open_page, town, tmp_path):
    page = open_page(f"{site}/filing?part=forms&for={QUARTER}&form=enterprise_quarters")
    with page.expect_download(timeout=SECONDS) as taken:
        press(page, "template-one")
    file = tmp_path / f"{FORM}.xlsx"
    taken.value.save_as(file)
    book, right = fill(file)
    sheet = book.worksheets[0]
    spoil(sheet, right)
    book.save(file)

    page.get_by_role("radio", name="报送", exact=True).click()
    serving.wait_until_drawn(page)
    lay_in(page, "files", file)
    page.get_by_label("报送单位").fill("网格办")
    page.keyboard.press("Tab")
    serving.wait_until_drawn(page)
    press(page, "send")

    named = set()
    for _ in range(len(MISTAKES)):
        if state(page) != "有问题，未通过":
            break
        cells = named_cells(page)
        assert cells, page.locator(filled(":--main")).inner_text()
        assert page.locator(".excerpt td.marked").count()
        assert MISTAKES["H6"] not in page.locator(filled(":--main")).inner_text()
        named |= cells
        repair(sheet, right, cells)
        book.save(file)
        lay_in(page, "again", file)
        before = page.url
        press(page, "filing-again")
        page.wait_for_function("before => location.href !== before", arg=before, timeout=SECONDS)
    assert set(MISTAKES) - {"A8"} <= named, page.locator(filled(":--main")).inner_text()
    assert any(cell.endswith("8") for cell in named)

    assert state(page) == "可以发布", page.locator(filled(":--main")).inner_text()
    said = page.locator(".st-key-desk-changes").inner_text()
    assert "1张表，新增3行" in said and "演示数据让位3行" in said
    assert "现在" in said and "发布后" in said
    page.get_by_label("说明").fill("四季度首报")
    page.keyboard.press("Tab")
    serving.wait_until_drawn(page)
    press(page, "publish")
    page.get_by_text("已发布，各页").wait_for(timeout=SECONDS)
    reported = "SELECT count(*) FROM core.enterprise_quarters WHERE origin = 'reported'"
    assert town.query(reported) == [(3,)]

    page.get_by_role("radio", name="版本", exact=True).click()
    serving.wait_until_drawn(page)
    assert "四季度首报" in page.locator(filled(":--main")).inner_text()
    press(page, "rollback")
    page.get_by_text("现用数据将改为").wait_for(timeout=SECONDS)
    assert "减少3行" in page.get_by_role("dialog").inner_text()
    press(page, "rollback-confirm")
    page.get_by_text("已退回到").wait_for(timeout=SECONDS)
    assert town.query(reported) == [(0,)]


@pytest.mark.parametrize("width", [390, 1440])
def test_the_box_for_files_says_nothing_in_english(site, open_page, tmp_path, width):
    """Neither to the eye nor to the ear; a file that is too large is refused in words."""
    page = open_page(f"{site}/filing", width=width)
    box = page.locator('[class*="st-key-upload-files"]')
    seen = """
    box => [...box.querySelectorAll('*')].filter(one => parseFloat(getComputedStyle(one).fontSize) > 0)
      .flatMap(one => [...one.childNodes].filter(node => node.nodeType === 3 && one.tagName !== 'STYLE')
        .map(node => node.data.trim()))
      .filter(Boolean)
    """
    heard = "box => [...box.querySelectorAll('[aria-label]')].map(one => one.getAttribute('aria-label'))"
    file = tmp_path / "企业季报.csv"
    file.write_text("企业,季度\n", encoding="utf-8")
    for is_filled in (False, True):
        if is_filled:
            lay_in(page, "files", file)
        words = [*box.evaluate(seen), *box.evaluate(heard)]
        assert not [text for text in words if any(word in text for word in ENGLISH)], words
    large = tmp_path / "太大.csv"
    with large.open("wb") as stream:
        stream.truncate(51 << 20)
    box.locator("input[type=file]").set_input_files(str(large))
    refused = box.locator(filled(':--file[aria-invalid="true"]'))
    refused.wait_for(timeout=SECONDS)
    assert "没有收下" in refused.evaluate("chip => getComputedStyle(chip, '::after').content")
    assert "没有收下" in box.locator('[role="alert"]').text_content()


@pytest.mark.parametrize("part", ["forms", "standing", "versions", "corrections"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_part_fits(address, visit, part, width):
    page = visit(f"{address}/filing?part={part}", width=width)
    assert page.locator(filled(":--exception")).count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_others_read_while_a_file_is_checked(site, open_page, tmp_path):
    """The check is a process of its own: another reader's page is drawn at once."""
    rows = "".join(f"Q001,2024Q3,{number},1,1\n" for number in range(60_000))
    large = tmp_path / "企业季报.csv"
    large.write_text(f"企业,季度,总产值（万元）,税收（万元）,期末从业人员（人）\n{rows}", encoding="utf-8")
    page = open_page(f"{site}/filing")
    lay_in(page, "files", large)
    press(page, "send")
    page.locator(".filing-state").wait_for(timeout=SECONDS)
    other = open_page(f"{site}/overview")
    assert other.locator(filled(":--main")).inner_text().strip()
    assert state(page) == "有问题，未通过"


def test_what_stands_in_a_file_is_text_and_never_a_link(site, open_page, tmp_path):
    rows = ("http://a.b/c.png", "www.a.com", "![x](http://a.b/c.png)", "<img src=x>")
    file = tmp_path / "www.a.com 企业季报.csv"
    told = "".join(f'"{name}",2024Q3,1200,30,88\n' for name in rows)
    file.write_text(f"企业,季度,总产值（万元）,税收（万元）,期末从业人员（人）\n{told}", encoding="utf-8")
    page = open_page(f"{site}/filing")
    lay_in(page, "files", file)
    press(page, "send")
    assert state(page) == "有问题，未通过"
    main = page.locator(filled(":--main"))
    assert "![x](http://a.b/c.png)" in main.inner_text() and "<img src=x>" in main.inner_text()
    assert main.locator("img").count() == 0 and main.locator("a[href*='a.']").count() == 0
    assert not [url for url in page.requested if "a.b" in url or "a.com" in url]


def test_a_click_in_the_list_of_problems_is_answered_at_once_and_the_files_are_checked_anew(site, open_page, tmp_path):
    """The list runs by itself, without the page: what a click sets going must show all the same."""
    file = tmp_path / "企业季报.csv"
    file.write_text(
        "企业,季度,总产值（万元）,税收（万元）,期末从业人员（人）\n演示五金贰号,2024Q3,310,6,21\n", encoding="utf-8"
    )
    page = open_page(f"{site}/filing")
    lay_in(page, "files", file)
    press(page, "send")
    assert state(page) == "有问题，未通过"
    main = page.locator(filled(":--main"))
    # The nearest name is chosen beforehand.
    assert "演示五金二号" in main.locator('[class*="st-key-alias-enterprises"] input').first.input_value()
    main.get_by_role("button", name="记为别名").click()
    page.get_by_text("已记下").wait_for(timeout=SECONDS)
    press(page, "filing-settle")
    page.locator(".filing-state h3", has_text="正在核对").wait_for(timeout=SECONDS)
    assert page.locator(".st-key-filing-settle").count() == 0
    assert state(page) == "可以发布", main.inner_text()


@pytest.mark.parametrize("width", [390, 1440])
def test_an_old_version_goes_with_the_reader_from_page_to_page(site, open_page, town, width):
    old = etl.history(town.warehouse)[0].version
    (town.data / "received").mkdir(exist_ok=True)
    (town.data / "received" / "网格力量.csv").write_text(
        "网格,季度,在岗网格长（名）,专职网格员（名）,兼职网格员（名）\n35058110191101,2024Q3,1,2,1\n", encoding="utf-8"
    )
    assert town.build().published
    page = open_page(f"{site}/filing?part=versions", width=width)
    page.get_by_role("link", name="用这一版打开各页").click()
    banner = page.locator(".st-key-looking-back")
    banner.get_by_text("正在查看").wait_for(timeout=SECONDS)
    serving.wait_until_drawn(page)
    assert f"version={old}" in page.url
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    if width > 640:
        page.get_by_role("link", name="网格治理", exact=True).first.click()
        page.wait_for_url("**/grid_coverage**", timeout=SECONDS)
        serving.wait_until_drawn(page)
        assert banner.is_visible() and f"version={old}" in page.url
        # Scrolled away, the banner is still in sight below the menu.
        page.mouse.wheel(0, 2000)
        page.wait_for_timeout(500)
        box = banner.bounding_box()
        assert 0 <= box["y"] < 120, box
    page.get_by_role("button", name="返回当前版本").click()
    banner.wait_for(state="detached", timeout=SECONDS)
    serving.wait_until_drawn(page)
    assert "version=" not in page.url
