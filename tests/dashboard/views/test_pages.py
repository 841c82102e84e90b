"""Every metric has one page that shows it, and links, answers and the glossary lead there alike."""

import pytest

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES
from dashboard.metrics.selection import Selection
from dashboard.views.leads import lead
from dashboard.views.pages import OF_THEME, page_of
from tests.serving import REPOSITORY


def test_every_theme_has_a_page_and_every_page_is_there():
    assert set(OF_THEME) == set(THEMES)
    assert all((REPOSITORY / f"pages/{page_of(metric)}.py").is_file() for metric in METRICS.values())


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("job_openings", "employment"),
        ("gross_output", "park_output"),
        ("asset_income", "assets_projects"),
        ("on_time_rate", "grid_coverage"),
    ],
)
def test_a_figure_leads_to_its_page(small, name, page):
    assert page_of(METRICS[name]) == page
    assert lead(small, name, Selection("D", "2024Q1")).startswith(f"{page}?")
