"""Party organizations and who is linked to them."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="party_quarters",
        label="党组织季度",
        base="quarter",
        forms=("party_organizations",),
        dimensions=(Dimension("kind", "党组织类别"),),
    ),
    Mart(
        name="liaison_quarters",
        label="挂钩联系",
        base="quarter",
        forms=("party_liaison",),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("kind", "党组织类别"),),
    ),
    Mart(
        name="coverage_quarters",
        label="两个覆盖季度",
        base="quarter",
        forms=("party_coverage",),
    ),
    Mart(
        name="activity_quarters",
        label="组织生活季度",
        base="quarter",
        forms=("party_activities",),
        dimensions=(Dimension("kind", "活动类别"), Dimension("theme_line", "活动主线")),
    ),
    Mart(
        name="estate_quarters",
        label="小区组织季度",
        base="quarter",
        forms=("estate_organizations",),
        dimensions=(Dimension("estate", "小区"),),
        columns=words("as_of_on"),
    ),
)
