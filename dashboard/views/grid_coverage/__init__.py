"""What the page 网格治理 shows beyond the views of every page; the front door of the folder."""

from dashboard.views.grid_coverage.extremes import extremes_view
from dashboard.views.grid_coverage.flow import days_view, flow_view
from dashboard.views.grid_coverage.load import load_view
from dashboard.views.grid_coverage.rows import load_rows
from dashboard.views.grid_coverage.scope import Scope, scope
from dashboard.views.grid_coverage.spot import spot_view, whole_finding, whole_map
from dashboard.views.grid_coverage.staffing import StaffingList, staffing_list

__all__ = [
    "Scope",
    "StaffingList",
    "days_view",
    "extremes_view",
    "flow_view",
    "load_rows",
    "load_view",
    "scope",
    "spot_view",
    "staffing_list",
    "whole_finding",
    "whole_map",
]
