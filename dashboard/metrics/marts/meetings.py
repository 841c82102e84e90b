"""Meetings, what they decided, how it stands, and the bodies and cases around them."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="meeting_quarters",
        label="会议季度",
        base="quarter",
        forms=("meetings",),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("kind", "会议类别"),),
    ),
    Mart(
        name="decision_quarters",
        label="议定事项季度",
        base="quarter",
        forms=("decisions", "decision_updates", "meetings"),
        coverage=Coverage.REGISTER,
        dimensions=(
            Dimension("task", "任务"),
            Dimension("help_mode", "帮办形式"),
            Dimension("responsible_unit", "责任单位"),
        ),
    ),
    Mart(
        name="open_decision_quarters",
        label="在办事项季度",
        base="quarter",
        forms=("decisions", "decision_updates"),
        coverage=Coverage.REGISTER,
        dimensions=(
            Dimension("task", "任务"),
            Dimension("help_mode", "帮办形式"),
            Dimension("responsible_unit", "责任单位"),
            Dimension("status", "状态"),
        ),
    ),
    Mart(
        name="exemplary_case_quarters",
        label="典型案例季度",
        base="quarter",
        forms=("exemplary_cases",),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("nature", "性质"),),
    ),
    Mart(
        name="decision_timeline",
        label="事项时间线",
        columns=words(
            "decision_id meeting_id district_code area_code area_name title task responsible_unit help_mode"
            " decided_on due_on original_due_on plan_changes starts_on ends_on status progress_pct node"
            " next_node next_due_on note closed_on is_reopened origin"
        ),
    ),
    Mart(
        name="meeting_register",
        label="会议台账",
        columns=words(
            "meeting_id area_code area_name kind named_quarter held_on days_after_quarter units_expected"
            " units_present topics decisions decisions_listed minutes_on note origin"
        ),
    ),
    Mart(
        name="coordination_register",
        label="统筹协调机构",
        forms=("coordination_bodies",),
        lenders=("documents",),
        columns=words(
            "name kind area_code area_name established_on head_post posts member_units quote document_title"
            " paragraph origin"
        ),
    ),
)
