"""Every metric has one page that shows it, and links, answers and the glossary lead there alike."""

from urllib.parse import parse_qsl

import pytest

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES
from dashboard.metrics.selection import Selection
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
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


@pytest.mark.parametrize("period", ["2024Q1", "2024-05", "2023"])
def test_on_its_own_page_a_figure_leads_to_a_list_or_to_the_areas_that_made_it(small, period):
    default = default_question(small)
    for name, metric in METRICS.items():
        page, _, query = lead(small, name, Selection("D", period), here=page_of(metric)).partition("?")
        assert page in (page_of(metric), "explore") and query
        if page == "explore":
            shown = opened(small, dict(parse_qsl(query)), default)
            assert shown.question.metrics == (name,) and not shown.replaced
