"""The show on the wall in Chromium: page after page by itself, until somebody stops it."""


def test_the_show_goes_on_by_itself_and_ends_with_escape(address, open_page):
    page = open_page(f"{address}/overview?loop=overview,nothing,glossary&seconds=5")
    page.wait_for_url("**/glossary?**loop=overview%2Cglossary**", timeout=30_000)
    page.get_by_text("放映2/2").wait_for()
    # What is no page has left the address, and the seconds have not.
    assert "nothing" not in page.url and "seconds=5" in page.url
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "loop" not in url)
    assert "/glossary" in page.url and page.get_by_text("放映2/2").count() == 0
