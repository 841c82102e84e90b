"""What the incubation sites sell: a site of one or two sellers tells of each of them."""

from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity

# An account may be that of an enterprise: the more of either are surely different sellers.
SELLERS = "greatest(accounts_active, enterprises_surviving)"
FEW_SELLERS = f"{SELLERS} < 3 AND ({SELLERS} > 0 OR orders > 0)"
INCUBATION = Family(
    name="incubation",
    label="孵化阵地成交",
    mart="incubation_quarters",
    base="quarter",
    contributors=Contributors.SELLERS,
    dimensions=("site",),
    columns=tuple(Column(name, {"": name}, protected=FEW_SELLERS) for name in ("orders", "sales_cny_10k")),
    # Whoever knows the orders nearly knows what they came to.
    quantities=(Quantity("trade", {"orders": "true", "sales_cny_10k": "true"}),),
)
