"""The rows that forms of many kinds must come to, each by its dataset in a short word."""

from functools import partial

from tests.etl.corpus.declare import row

act = partial(row, "party_activities")
asset = partial(row, "assets")
case = partial(row, "exemplary_cases")
crs = partial(row, "training_courses")
dec = partial(row, "decisions")
disp = partial(row, "mediation_months")
entq = partial(row, "enterprise_quarters")
est = partial(row, "estate_organizations")
ev = partial(row, "grid_events")
inc = partial(row, "incubation_quarters")
item = partial(row, "list_items")
job = partial(row, "job_months")
mic = partial(row, "micro_actions")
org = partial(row, "party_organizations")
pat = partial(row, "grid_patrols")
pipe = partial(row, "park_pipeline")
points = partial(row, "civic_points")
pop = partial(row, "population")
proj = partial(row, "projects")
tgt = partial(row, "targets")
rec = partial(row, "recruitment_events")
rev = partial(row, "grid_reviews")
stf = partial(row, "grid_staffing")
svc = partial(row, "service_months")
tal = partial(row, "talent_quarters")
team = partial(row, "service_teams")
upd = partial(row, "decision_updates")


def visits(area, month, visited, raised, closed=None, **more):
    return row(
        "enterprise_visits",
        area,
        month,
        enterprises_visited=visited,
        issues_raised=raised,
        issues_closed=closed,
        **more,
    )


def cov(area, quarter, operating, single, joint, by_work, **more):
    return row("party_coverage", area, quarter, operating, single, joint, covered_by_work_only=by_work, **more)
