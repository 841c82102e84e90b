"""The desk of 联席会议 as a presenter uses it: prepare, show on the full screen, close, hand over."""

import io
from zipfile import ZipFile

import pytest

from dashboard.render.documents import DOCUMENTS
from dashboard.store.frozen import editions, frozen
from dashboard.store.place import kept_folder
from dashboard.store.prepared import prepared
from tests import serving, small_world

LATER = "20240716T000000Z-89abcdef"
CHANGED = "UPDATE core.training_courses SET completed = 27 WHERE course_id = 'K2'"
# Made up: of the length of a telephone number.
CALLS = "13000000000"
SECONDS = 30_000


@pytest.fixture
def folder(tmp_path):
    return small_world.publish(tmp_path / "warehouse")


@pytest.fixture
def page(folder, open_page):
    """联席会议 over a warehouse of its own, whose last meeting is M2."""
    with serving.serve(folder) as (address, _):
        yield open_page(f"{address}/joint_meeting?area=D&period=2024Q1")


def pressed(page, name):
    page.get_by_role("button", name=name).first.click()
    serving.wait_until_drawn(page)


def order_on_screen(page):
    return page.locator("li[data-key]").evaluate_all("rows => rows.map(row => row.dataset.key)")


def kept(page, folder, wanted):
    """What is kept, once it is as wanted."""
    for _ in range(60):
        if wanted(found := prepared(kept_folder(), "M2", "D")):
            return found
        page.wait_for_timeout(100)
    raise AssertionError(f"kept instead: {found}")


def open_preparation(page):
    page.get_by_text("准备放映").click()
    page.wait_for_selector("li[data-key]", timeout=SECONDS)


def row(page, key):
    return page.locator(f'li[data-key="{key}"]')


def test_pages_are_ticked_moved_and_remarked_and_every_step_is_kept_and_taken_back(page, folder):
    open_preparation(page)
    before = order_on_screen(page)
    row(page, "notes").locator("input[type=checkbox]").click()
    assert kept(page, folder, lambda found: found.left_out == {"notes"})
    row(page, before[2]).locator("button[title=上移]").press("Enter")
    assert kept(page, folder, lambda found: found.order[:2] == (before[2], before[1]))
    # The keyboard stays on the page that was moved; it is the first now, and can only go down again.
    assert row(page, before[2]).locator("button:focus").get_attribute("title") == "下移"
    remark = row(page, "lists").locator("input.remark")
    remark.fill("先说这页")
    remark.press("Enter")
    assert kept(page, folder, lambda found: found.remarks == {"lists": "先说这页"})
    remark.fill(CALLS)
    remark.press("Enter")
    page.get_by_text("没有保存").wait_for(timeout=SECONDS)
    assert prepared(kept_folder(), "M2", "D").remarks == {"lists": "先说这页"}
    page.wait_for_function(
        "() => { const find = (root) => { for (const one of root.querySelectorAll('*')) {"
        " if (one.matches('li[data-key=lists] input.remark')) return one;"
        " const inner = one.shadowRoot && find(one.shadowRoot); if (inner) return inner; } };"
        " return find(document)?.value === '先说这页'; }",
        timeout=SECONDS,
    )
    pressed(page, "撤销上一步")
    assert kept(page, folder, lambda found: not found.remarks and found.left_out == {"notes"})
    pressed(page, "恢复原样")
    assert kept(page, folder, lambda found: found.is_plain)
    page.reload()
    serving.wait_until_drawn(page)
    open_preparation(page)
    assert order_on_screen(page) == before


def test_a_page_is_dragged_to_another_place(page, folder):
    open_preparation(page)
    before = order_on_screen(page)
    row(page, before[4]).scroll_into_view_if_needed()
    row(page, before[4]).locator(".handle").drag_to(row(page, before[2]))
    found = kept(page, folder, lambda found: found.order)
    assert found.order[:3] == (before[1], before[4], before[2])
    assert order_on_screen(page)[:4] == [before[0], before[1], before[4], before[2]]


def stage_of(page):
    page.wait_for_function("() => document.querySelector('.full-screen-stage iframe')", timeout=SECONDS)
    frame = page.locator(".full-screen-stage iframe").element_handle().content_frame()
    frame.wait_for_function("() => window.meeting && window.meeting.state.slide", timeout=SECONDS)
    return frame


def test_the_meeting_fills_the_screen_follows_the_keys_and_a_later_version(page, folder):
    pressed(page, "放映")
    frame = stage_of(page)
    assert page.evaluate("() => document.fullscreenElement?.className") == "full-screen-stage"
    for key, slide in (("ArrowRight", "conclusion"), ("End", "notes"), ("Home", "title"), ("ArrowRight", "conclusion")):
        page.keyboard.press(key)
        assert frame.evaluate("() => window.meeting.state.slide") == slide
    incubation = "() => document.querySelector('[data-key=theme-incubation]').innerHTML"
    earlier = frame.evaluate(incubation)
    small_world.publish(folder, version=LATER, change=CHANGED)
    frame.wait_for_function(f"earlier => ({incubation})() !== earlier", arg=earlier, timeout=2 * SECONDS)
    # The page that is shown stays, and so does the full screen.
    assert frame.evaluate("() => window.meeting.state.slide") == "conclusion"
    assert page.evaluate("() => document.fullscreenElement?.className") == "full-screen-stage"
    page.keyboard.press("Escape")
    page.wait_for_selector(".full-screen-stage", state="detached", timeout=SECONDS)
    assert page.evaluate("() => document.fullscreenElement") is None
    assert all(url.startswith((page.url.split("/joint")[0], "data:", "blob:", "ws:")) for url in page.requested)


def test_a_closed_meeting_is_kept_and_a_correction_says_what_has_changed(page, folder):
    pressed(page, "定稿")
    page.get_by_role("button", name="确认定稿").click()
    page.get_by_text("第1版定稿").wait_for(timeout=SECONDS)
    [first] = editions(kept_folder(), "M2", "D")
    small_world.publish(folder, version=LATER, change=CHANGED)
    page.reload()
    serving.wait_until_drawn(page)
    pressed(page, "放映")
    frame = stage_of(page)
    # The closed edition, whatever was loaded later.
    assert frame.locator("text=草稿").count() == 0
    assert frame.evaluate("() => window.meeting.state.count") == len(first.order.slides)
    page.keyboard.press("Escape")
    page.wait_for_selector(".full-screen-stage", state="detached", timeout=SECONDS)
    pressed(page, "另存更正版")
    page.get_by_text("处不同").wait_for(timeout=SECONDS)
    page.get_by_role("button", name="确认定稿").click()
    page.get_by_text("第2版定稿").wait_for(timeout=SECONDS)
    assert [one.edition for one in editions(kept_folder(), "M2", "D")] == [1, 2] and editions(kept_folder(), "M2", "D")[
        0
    ] == first
    pressed(page, "另存更正版")
    page.get_by_text("没有不同，不需要更正").wait_for(timeout=SECONDS)
    assert frozen(kept_folder(), "M2", "D").edition == 2


def test_every_document_that_this_machine_can_write_is_handed_over(page):
    pressed(page, "会议材料")
    quick = {kind: one for kind, one in DOCUMENTS.items() if not one.lacking() and not one.is_slow}
    assert {"pptx", "xlsx"} <= set(quick)
    for document in quick.values():
        with page.expect_download(timeout=SECONDS) as told:
            page.get_by_role("button", name=f"{document.label}（{document.suffix}）", exact=True).click()
        content = told.value.path().read_bytes()
        assert told.value.suggested_filename.endswith(f"草稿{document.suffix}")
        if document.media_type.startswith("application/vnd"):
            assert ZipFile(io.BytesIO(content)).testzip() is None
        else:
            assert content
    for document in DOCUMENTS.values():
        if document.lacking():
            assert page.get_by_text(document.lacking()[:12]).count()
