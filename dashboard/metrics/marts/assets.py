"""Assets, projects, the pipeline of the parks, and the dated events of the documents."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="asset_quarters",
        label="资产季度",
        base="quarter",
        forms=("assets",),
        dimensions=(Dimension("kind", "资产类别"), Dimension("state", "季末状态"), Dimension("title", "资产")),
        columns=words("asset_id has_report area_m2 spaces households_entitled share_pct in_use_since unsettled_since"),
    ),
    Mart(
        name="project_months",
        label="项目节点月份",
        base="month",
        forms=("projects",),
        coverage=Coverage.SPAN,
        dimensions=(Dimension("kind", "项目类别"),),
    ),
    Mart(
        name="park_pipeline",
        label="招商投产季度",
        base="quarter",
        forms=("park_pipeline",),
    ),
    Mart(
        name="project_milestones",
        label="项目节点",
        columns=words(
            "area_code project_id title kind sequence milestone promised_days started_on planned_on done_on"
            " acquired_mu known_until_on origin"
        ),
    ),
    Mart(
        name="published_events",
        label="公开大事",
        forms=("published_events",),
        lenders=("documents",),
        columns=words(
            "event_id area_code event dated dated_as is_year_assumed quote document_title document_name"
            " paragraph note origin"
        ),
    ),
)
