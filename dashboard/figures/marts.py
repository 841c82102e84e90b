"""What the warehouse must offer: the marts that figures are computed from, with their columns and dimensions."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.figures.periods import Grain


class Coverage(StrEnum):
    """What it means that a mart has no row for an area in a period.

    ROWS: the area sent nothing. REGISTER: the register has no such thing there. LIST: nothing happened, where the
    片区 of the area sent its list for that period. SPAN: nothing happened, between the first and the last period for
    which the 片区 sent anything (lists with natural pauses).
    """

    ROWS = "rows"
    REGISTER = "register"
    LIST = "list"
    SPAN = "span"


@dataclass(frozen=True)
class Dimension:
    """A column by which figures are broken down, and what readers call it."""

    name: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Mart:
    """A table `mart.<name>`; one with a `base` (its finest period, also the column's name) can be measured.

    `forms` are the datasets whose figures it carries, as told under a chart (not those that only lend it a calendar).
    """

    name: str
    label: str
    columns: tuple[str, ...]
    base: Grain | None = None
    dimensions: tuple[Dimension, ...] = ()
    coverage: Coverage = Coverage.ROWS
    forms: tuple[str, ...] = ()

    @property
    def all_columns(self) -> tuple[str, ...]:
        """Every column that the table must have."""
        measured = ("area_code", self.base, "origin") if self.base else ()
        return (*measured, *(dimension.name for dimension in self.dimensions), *self.columns)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ALL = (
    Mart(name="area_tree", label="区域树", columns=_words("ancestor_code area_code distance")),
    Mart(
        name="area_profile",
        label="区域",
        columns=_words(
            "area_code name level zone_kind parent_code aliases land_mu grid_kind geometry_status note path"
            " district_code is_in_scope depth sort_order children origin"
        ),
    ),
    Mart(
        name="area_shapes",
        label="区域图形",
        columns=_words("area_code name level zone_kind parent_code rings geometry_status"),
    ),
    Mart(
        name="reporting_calendar",
        label="报告期",
        columns=_words("dataset first_quarter last_quarter first_month last_month"),
    ),
    Mart(
        name="published_figures",
        label="公开数据",
        columns=_words(
            "fact_id area_code area_name area_path entity_kind entity measure qualifier value unit value_low value_high"
            " as_of dated_as is_year_assumed period fact_nature is_chartable quote document_id document_title issued_by"
            " paragraph origin"
        ),
    ),
    Mart(
        name="grid_load_bands",
        label="网格负荷标准",
        columns=_words("grid_kind households_low households_high residents_high"),
    ),
    Mart(
        name="grid_load_bands",
        label="网格负荷标准",
        columns=_words("grid_kind households_low households_high residents_high"),
    ),
    Mart(
        name="consistency_checks",
        label="核对",
        columns=_words("check_id statement left_value right_value holds note sort_order"),
    ),
    Mart(
        name="enterprise_quarters",
        label="企业季度",
        base="quarter",
        forms=("enterprises", "enterprise_quarters"),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("industry", "行业"), Dimension("scale", "规模"), Dimension("disclosure", "公开属性")),
        columns=_words(
            "enterprise_code disclosed_name is_above_scale land_mu is_land_same_scope is_registered is_settled"
            " is_newly_settled has_left has_report gross_output_cny_10k sales_output_cny_10k revenue_cny_10k tax_cny_10k employees_persons electricity_mwh"
        ),
    ),
    Mart(
        name="training_months",
        label="培训月度",
        base="month",
        forms=("training_courses",),
        coverage=Coverage.SPAN,
        dimensions=(Dimension("category", "课程类别"), Dimension("audience", "主要对象"), Dimension("site", "阵地")),
        columns=_words(
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
        columns=_words(
            "accounts_launched accounts_active enterprises_admitted enterprises_graduated enterprises_surviving"
            " jobs_created orders sales_cny_10k"
        ),
    ),
    Mart(
        name="grid_quarters",
        label="网格季度",
        base="quarter",
        forms=("areas", "grid_staffing", "grid_events"),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("grid_kind", "网格类型"),),
        columns=_words(
            "planned has_report has_leader grid_leaders staff_full_time staff_part_time staff households"
            " resident_persons enterprises has_household_standard is_households_in_band is_overloaded events_accepted"
        ),
    ),
    Mart(
        name="grid_event_months",
        label="网格事件月度",
        base="month",
        forms=("grid_events",),
        coverage=Coverage.LIST,
        dimensions=(Dimension("kind", "事件类别"), Dimension("channel", "上报渠道")),
        columns=_words("accepted closed closed_days reopened due closed_in_time overdue_entered overdue_left"),
    ),
    Mart(
        name="party_quarters",
        label="党组织季度",
        base="quarter",
        forms=("party_organizations",),
        dimensions=(Dimension("kind", "党组织类别"),),
        columns=_words("organizations members women under_35 college_or_above"),
    ),
    Mart(
        name="liaison_quarters",
        label="挂钩联系",
        base="quarter",
        forms=("party_liaison",),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("kind", "党组织类别"),),
        columns=_words("organization_id is_linked is_unclear"),
    ),
    Mart(
        name="population_quarters",
        label="人口季度",
        base="quarter",
        forms=("population",),
        columns=_words(
            "as_of_on households registered_persons resident_persons village_groups representatives estates"
        ),
    ),
)

MARTS = {mart.name: mart for mart in _ALL}
