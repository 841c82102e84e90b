"""What figures are to reach by the end of a year."""

from dashboard.metrics.marts.mart import Mart, words

MARTS = (
    Mart(
        name="targets",
        label="年度目标",
        forms=("targets",),
        columns=words(
            "area_code metric_label year qualifier target_value course_q1 course_q2 course_q3 course_q4 document origin"
        ),
    ),
)
