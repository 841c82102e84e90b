"""Courses and incubation sites."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="training_months",
        label="培训月度",
        base="month",
        forms=("training_courses",),
        coverage=Coverage.SPAN,
        dimensions=(Dimension("category", "课程类别"), Dimension("audience", "主要对象"), Dimension("site", "阵地")),
        columns=words(
            "courses enrolled completed enrolled_of_completed certified completed_of_certified converted_3m"
            " completed_due_3m converted_6m completed_due_6m enrolled_due_6m converted_3m_due_6m courses_due_6m"
        ),
    ),
    Mart(
        name="incubation_quarters",
        label="孵化季度",
        base="quarter",
        forms=("incubation_quarters",),
        dimensions=(Dimension("site", "阵地"),),
        columns=words(
            "accounts_launched accounts_active enterprises_admitted enterprises_graduated enterprises_surviving"
            " jobs_created orders sales_cny_10k"
        ),
    ),
)
