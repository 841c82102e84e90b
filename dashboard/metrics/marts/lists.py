"""The three lists, and the visits to enterprises that fill them."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="list_item_months",
        label="清单月度",
        base="month",
        forms=("list_items",),
        coverage=Coverage.REGISTER,
        dimensions=(
            Dimension("list_kind", "清单"),
            Dimension("served_group", "对象"),
            Dimension("topic", "事项类别"),
            Dimension("raised_by_kind", "来源"),
        ),
        columns=words("item_id"),
    ),
    Mart(
        name="open_need_months",
        label="在办需求月度",
        base="month",
        forms=("list_items",),
        coverage=Coverage.REGISTER,
        dimensions=(
            Dimension("served_group", "对象"),
            Dimension("topic", "事项类别"),
            Dimension("age_band", "在办时长"),
            Dimension("stage", "办理状态"),
        ),
    ),
    Mart(
        name="visit_months",
        label="走访月度",
        base="month",
        forms=("enterprise_visits",),
    ),
    Mart(
        name="list_register",
        label="清单台账",
        columns=words(
            "item_id area_code area_name list_kind served_group topic title raised_on raised_by_kind"
            " matched_title matched_on responsible_unit due_on status closed_on help_mode origin"
        ),
    ),
    Mart(
        name="plan_needs",
        label="方案所列需求",
        columns=words(
            "item_id area_code served_group topic title quote paragraph note raised_on measure_kind measure"
            " decisions decisions_closed decision_status decision_node updated_on alike_raised alike_met"
            " origin result_origin"
        ),
    ),
)
