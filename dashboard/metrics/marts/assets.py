"""Assets, projects, the pipeline of the parks, and the dated events of the documents."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="asset_quarters",
        label="资产季度",
        base="quarter",
        forms=("assets",),
        dimensions=(Dimension("kind", "资产类别"), Dimension("state", "季末状态"), Dimension("title", "资产")),
        columns=words(
            "asset_id has_report area_m2 spaces households_entitled share_pct in_use_since unsettled_since once_idle_m2"
            " revived_m2 idle_m2 income_cny_10k cost_cny_10k collective_income_cny_10k"
        ),
    ),
    Mart(
        name="project_quarters",
        label="项目节点季度",
        base="quarter",
        forms=("projects",),
        coverage=Coverage.SPAN,
        dimensions=(Dimension("kind", "项目类别"),),
        columns=words("due done_in_time overdue_entered overdue_left done promised_days used_days acquired_mu"),
    ),
    Mart(
        name="park_pipeline",
        label="招商投产季度",
        base="quarter",
        forms=("park_pipeline",),
        columns=words("has_report signed settled operating in_statistics newly_above_scale leasable_m2 leased_m2"),
    ),
    Mart(
        name="project_milestones",
        label="项目节点",
        columns=words(
            "area_code project_id title kind sequence milestone promised_days started_on planned_on done_on acquired_mu"
            " known_until_on origin"
        ),
    ),
    Mart(
        name="published_events",
        label="公开大事",
        forms=("published_events",),
        lenders=("documents",),
        columns=words(
            "event_id area_code event dated dated_as is_year_assumed quote document_id document_title document_name"
            " paragraph note origin"
        ),
    ),
)
