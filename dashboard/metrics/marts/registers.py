"""Registers, documents and the calendar: what is listed and looked up, not measured."""

from dashboard.metrics.marts.mart import Mart, words

MARTS = (
    Mart(name="area_tree", label="区域树", columns=words("ancestor_code area_code")),
    Mart(
        name="area_profile",
        label="区域",
        columns=words(
            "area_code name level zone_kind parent_code aliases land_mu grid_kind geometry_status note path"
            " district_code is_in_scope depth sort_order children origin"
        ),
    ),
    Mart(name="alert_rules", label="关注规则", columns=words("rule threshold due_at_least is_active")),
    Mart(
        name="area_shapes",
        label="区域图形",
        columns=words("area_code name level zone_kind parent_code rings geometry_status"),
    ),
    Mart(
        name="reporting_calendar",
        label="报告期",
        columns=words("dataset first_month last_month"),
    ),
    Mart(
        name="reporting_status",
        label="报送情况",
        columns=words("dataset area_code quarter month rhythm origin load_id rows"),
    ),
    Mart(
        name="withheld",
        label="不公开的数",
        columns=words("family quantity area_code period dimension part"),
    ),
    Mart(
        name="published_figures",
        label="公开数据",
        forms=("published_facts",),
        lenders=("documents",),
        columns=words(
            "fact_id area_code area_name area_path entity_kind entity measure qualifier value unit value_low"
            " value_high as_of dated_as is_year_assumed period fact_nature is_chartable quote document_id"
            " document_title issued_by paragraph origin"
        ),
    ),
    Mart(
        name="pack_quarters",
        label="片区汇总包",
        columns=words("district_code quarter source quantity measure dimension part value is_withheld origin"),
    ),
    Mart(
        name="consistency_checks",
        label="核对",
        columns=words("check_id statement left_value right_value holds note sort_order"),
    ),
)
