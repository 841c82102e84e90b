"""Party organizations and who is linked to them."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="party_quarters",
        label="党组织季度",
        base="quarter",
        forms=("party_organizations",),
        dimensions=(Dimension("kind", "党组织类别"),),
        columns=words("organizations members women under_35 college_or_above"),
    ),
    Mart(
        name="liaison_quarters",
        label="挂钩联系",
        base="quarter",
        forms=("party_liaison",),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("kind", "党组织类别"),),
        columns=words("organization_id is_linked is_unclear"),
    ),
    Mart(
        name="coverage_quarters",
        label="两个覆盖季度",
        base="quarter",
        forms=("party_coverage",),
        columns=words(
            "enterprises_operating covered_single covered_joint covered_by_industry covered_by_region"
            " covered_by_work_only instructors"
        ),
    ),
    Mart(
        name="activity_quarters",
        label="组织生活季度",
        base="quarter",
        forms=("party_activities",),
        dimensions=(Dimension("kind", "活动类别"), Dimension("theme_line", "活动主线")),
        columns=words("planned held organizations_attending person_times"),
    ),
    Mart(
        name="estate_quarters",
        label="小区组织季度",
        base="quarter",
        forms=("estate_organizations",),
        dimensions=(Dimension("estate", "小区"),),
        columns=words("as_of_on buildings households building_groups member_households levels is_whole"),
    ),
)
