"""Work offered and looked for, recruitment events, and what is done for talents."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart

MARTS = (
    Mart(
        name="job_months",
        label="用工供需月度",
        base="month",
        forms=("job_months",),
        dimensions=(Dimension("channel", "渠道"), Dimension("occupation", "岗位类别")),
    ),
    Mart(
        name="recruitment_months",
        label="招聘活动月度",
        base="month",
        forms=("recruitment_events",),
        coverage=Coverage.SPAN,
        dimensions=(Dimension("kind", "活动类别"),),
    ),
    Mart(
        name="talent_quarters",
        label="人才服务季度",
        base="quarter",
        forms=("talent_quarters",),
    ),
)
