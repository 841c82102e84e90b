"""Pictures of every page at three widths in both themes, into `shots/`; `--readme` renews `docs/screenshots/`.

Run from the repository: `python -m docs.take_screenshots [PAGE…] [--readme]`.
"""

import argparse
import ast
import os
from pathlib import Path

from dashboard.render.web.platform import filled
from tests import serving

REPOSITORY = Path(__file__).resolve().parents[1]
SIZES = ((1440, 900), (1920, 1080), (390, 844))
THEMES = ("light", "dark")


def pages() -> tuple[str, ...]:
    """The names of all pages, as `app.py` declares them."""
    tree = ast.parse((REPOSITORY / "app.py").read_text(encoding="utf-8"))
    declared = {node.targets[0].id: node.value for node in tree.body if isinstance(node, ast.Assign)}
    return tuple(ast.literal_eval(declared["PAGES"]))


def photograph(browser, url: str, file: Path, size: tuple[int, int], theme: str, *, is_whole: bool) -> None:
    """Save the page at `url` as `file`: the first screen, or the whole page by a window as high as its content."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, locale="zh-CN")
    page = context.new_page()
    page.goto(url)
    serving.wait_until_drawn(page)
    if is_whole:
        content = page.evaluate(filled("() => document.querySelector(':--main').scrollHeight"))
        page.set_viewport_size({"width": width, "height": max(height, content)})
        serving.wait_until_drawn(page)
    page.wait_for_timeout(1200)  # the sliding chart labels settle
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file)
    context.close()


def main() -> None:
    """Serve the app over the present warehouse and take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", default=pages())
    parser.add_argument("--readme", action="store_true", help="only the small set of docs/screenshots")
    parser.add_argument("--query", default="", help="what stands behind the ? of the address")
    arguments = parser.parse_args()
    warehouse = Path(os.environ.get("SANQU_WAREHOUSE", REPOSITORY / "data/warehouse"))
    with serving.serve(warehouse) as (address, _), serving.chromium() as browser:
        for name in arguments.pages:
            url = f"{address}/{name}?{arguments.query}".rstrip("?")
            if arguments.readme:
                file = REPOSITORY / "docs/screenshots" / f"{name}.png"
                photograph(browser, url, file, SIZES[0], "light", is_whole=False)
                continue
            for size in SIZES:
                for theme in THEMES:
                    file = REPOSITORY / "shots" / f"{name}_{size[0]}_{theme}.png"
                    photograph(browser, url, file, size, theme, is_whole=True)
                    print(file.relative_to(REPOSITORY))


if __name__ == "__main__":
    main()
