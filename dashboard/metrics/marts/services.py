"""Services and their sites, mediation, points, teams, 四微, and the patrols and reviews of grids."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="service_site_quarters",
        label="阵地季度",
        base="quarter",
        forms=("service_sites",),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("site_kind", "阵地类别"),),
        columns=words("site area_m2 seats opened_on"),
    ),
    Mart(
        name="service_usage_months",
        label="服务量月度",
        base="month",
        forms=("service_months",),
        dimensions=(
            Dimension("service", "服务项目"),
            Dimension("site_kind", "阵地类别"),
            Dimension("site", "阵地"),
        ),
    ),
    Mart(
        name="mediation_months",
        label="调解月度",
        base="month",
        forms=("mediation_months",),
        dimensions=(Dimension("kind", "纠纷类别"),),
    ),
    Mart(
        name="civic_point_months",
        label="文明积分月度",
        base="month",
        forms=("civic_points",),
        dimensions=(Dimension("participant_group", "人群"),),
    ),
    Mart(
        name="service_team_months",
        label="服务队月度",
        base="month",
        forms=("service_teams",),
        dimensions=(Dimension("kind", "服务队类别"),),
    ),
    Mart(
        name="micro_action_months",
        label="四微月度",
        base="month",
        forms=("micro_actions",),
        dimensions=(Dimension("kind", "四微类别"), Dimension("estate", "小区")),
    ),
    Mart(
        name="grid_patrol_months",
        label="巡查走访月度",
        base="month",
        forms=("areas", "grid_patrols"),
        coverage=Coverage.REGISTER,
    ),
    Mart(
        name="grid_review_quarters",
        label="网格考评季度",
        base="quarter",
        forms=("areas", "grid_reviews"),
        coverage=Coverage.REGISTER,
    ),
)
