"""Draws every page for every area and period of the demonstration and names what failed: `python -m bench.choices [page …]`."""

import argparse
import logging
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from bench.clicks import demonstration
from dashboard.metrics.versions import current
from tests import choices
from tests.browser.test_every_page import page_names


def walked(warehouse: str, page: str) -> tuple[int, list[str]]:
    """For how many choices the page was drawn, and what failed."""
    os.environ["SANQU_WAREHOUSE"] = warehouse
    # Streamlit warns at every element that no browser is there.
    logging.disable(logging.WARNING)
    selections = choices.every(current())
    return len(selections), list(map(str, choices.failures([page], selections)))


def main() -> int:
    """Walk the named pages, each in a process of its own, all by default; 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m bench.choices", description=__doc__)
    parser.add_argument("pages", nargs="*", help=f"of {', '.join(page_names())}; all by default")
    pages = parser.parse_args().pages or page_names()
    if unknown := set(pages) - set(page_names()):
        parser.error(f"no page is called {', '.join(sorted(unknown))}")
    failed = 0
    with ProcessPoolExecutor() as workers:
        for page, (count, found) in zip(pages, workers.map(partial(walked, str(demonstration())), pages), strict=True):
            print(f"{page}: {len(found)} failures in {count} choices", *found, sep="\n  ", flush=True)
            failed += len(found)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
