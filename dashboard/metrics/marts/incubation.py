"""Courses and incubation sites."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart

MARTS = (
    Mart(
        name="training_months",
        label="培训月度",
        base="month",
        forms=("training_courses",),
        coverage=Coverage.SPAN,
        dimensions=(Dimension("category", "课程类别"), Dimension("audience", "主要对象"), Dimension("site", "阵地")),
    ),
    Mart(
        name="incubation_quarters",
        label="孵化季度",
        base="quarter",
        forms=("incubation_quarters",),
        dimensions=(Dimension("site", "阵地"),),
    ),
)
