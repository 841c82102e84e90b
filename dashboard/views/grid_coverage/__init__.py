"""What the page 网格治理 shows beyond the panels of every page; the front door of the folder."""

from dashboard.views.grid_coverage.extremes import extremes_panel
from dashboard.views.grid_coverage.flow import days_panel, flow_panel
from dashboard.views.grid_coverage.load import load_panel
from dashboard.views.grid_coverage.scope import Scope, scope
from dashboard.views.grid_coverage.spot import spot_panel, whole_finding
from dashboard.views.grid_coverage.staffing import StaffingList, show_staffing, staffing_list

__all__ = [
    "Scope",
    "StaffingList",
    "days_panel",
    "extremes_panel",
    "flow_panel",
    "load_panel",
    "scope",
    "show_staffing",
    "spot_panel",
    "staffing_list",
    "whole_finding",
]
