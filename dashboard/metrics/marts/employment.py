"""Work offered and looked for, recruitment events, and what is done for talents."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="job_months",
        label="用工供需月度",
        base="month",
        forms=("job_months",),
        dimensions=(Dimension("channel", "渠道"), Dimension("occupation", "岗位类别")),
        columns=words("openings seekers recommended matched hired"),
    ),
    Mart(
        name="recruitment_months",
        label="招聘活动月度",
        base="month",
        forms=("recruitment_events",),
        coverage=Coverage.SPAN,
        dimensions=(Dimension("kind", "活动类别"),),
        columns=words("events enterprises_attending openings visitors intentions hires intentions_of_hires"),
    ),
    Mart(
        name="talent_quarters",
        label="人才服务季度",
        base="quarter",
        forms=("talent_quarters",),
        columns=words(
            "introduced retained_12m consultations activities activity_person_times titles_applied titles_passed"
            " partner_schools order_class_students interns interns_retained new_citizen_cases"
        ),
    ),
)
