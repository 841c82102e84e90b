"""A metric → the page that shows it: one mapping for links, answers and the glossary."""

from dashboard.metrics.metric import Metric

OF_THEME = {
    "output": "park_output",
    "employment": "employment",
    "talent": "employment",
    "incubation": "incubation",
    "grid": "grid_coverage",
    "patrol": "grid_coverage",
    "services": "community_services",
    "party": "party_building",
    "lists": "service_lists",
    "meetings": "joint_meeting",
    "population": "overview",
}
# Assets and projects are told among the output, on a page of their own.
OF_MART = {"asset_quarters": "assets_projects", "project_months": "assets_projects"}


def page_of(metric: Metric) -> str:
    """The page that shows the metric, by its name in the address."""
    return OF_MART.get(metric.mart) or OF_THEME[metric.theme]
