"""Party organizations and who is linked to them."""

from dashboard.figures.marts.mart import Coverage, Dimension, Mart, words

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
)
