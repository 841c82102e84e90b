"""Every block of every page tells its source, its time, how it is defined and the nature of its data."""

import pytest

from tests.serving import REPOSITORY

# Without a warehouse there is only the first start; the page of the forms tells of files, not of figures.
APART = {"first_start", "forms"}
PAGES = sorted(path.stem for path in (REPOSITORY / "pages").glob("*.py") if path.stem not in APART)
DISTRICT, OTHER_DISTRICT, TOWN = "350581101901", "350581100901", "350581000000"


@pytest.mark.parametrize("area", [DISTRICT, OTHER_DISTRICT, TOWN])
@pytest.mark.parametrize("name", PAGES)
def test_every_block_tells_where_its_figures_come_from(demonstration_warehouse, open_page, feet, name, area):
    open_page(demonstration_warehouse, name, area=area)
    assert feet
    parts = ("source", "as_of", "definition", "origins")
    assert {title: footer for title, footer in feet.items() if not all(getattr(footer, part) for part in parts)} == {}
