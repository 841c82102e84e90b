"""产出 and 从业人员: the figures of enterprises, which are withheld together by quarter."""

from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity

GROSS, SALES, REVENUE = "gross_output_cny_10k", "sales_output_cny_10k", "revenue_cny_10k"
TAX, EMPLOYEES, ELECTRICITY, LAND = "tax_cny_10k", "employees_persons", "electricity_mwh", "land_mu"
FIGURES = {
    GROSS: ("gross_output", "总产值"),
    SALES: ("sales_output", "销售产值"),
    REVENUE: ("revenue", "营业收入"),
    TAX: ("tax", "税收"),
    EMPLOYEES: ("employees", "期末从业人员"),
    ELECTRICITY: ("electricity", "用电量"),
    LAND: ("land", "用地面积"),
}


def _printed(label: str) -> str:
    """Whether a document printed about as much of the quarter, or the figure of its whole year."""
    printed = f"SELECT enterprise_code, quarter FROM mart.enterprise_figures_printed WHERE figure = '{label}'"
    return f"(enterprise_code, quarter) IN ({printed})"


def _quotient(name: str, above: tuple[str, str], below: tuple[str, str], step: float) -> Quantity:
    """A ratio of (quantity, column) to another, of the enterprises that reported both; `step` is its last digit."""
    return Quantity(
        name,
        {above[1]: f"{below[1]} IS NOT NULL", below[1]: f"{above[1]} IS NOT NULL"},
        rest_of=(above[0], below[0]),
        step=step,
        worth=0.3,
    )


def _per_mu(name: str, above: str, total: str) -> Quantity:
    """A figure of the enterprises where it and the land are of the same scope: whoever guesses the land knows it."""
    return Quantity(
        name,
        {above: "is_land_same_scope AND land_mu > 0"},
        rest_of=(total,),
        dimensions=("industry",),
        worth=0.3,
    )


ENTERPRISES = Family(
    name="enterprises",
    label="企业产出与用工",
    mart="enterprise_quarters",
    base="quarter",
    contributors=Contributors.ENTERPRISES,
    dimensions=("industry", "scale", "disclosure"),
    # What an enterprise agreed to, or a document printed for the quarter, is known.
    columns=tuple(
        Column(name, {"": name}, protected=f"NOT is_{figure}_public", guessed=_printed(label))
        for name, (figure, label) in FIGURES.items()
    ),
    quantities=(
        # Whoever knows one of the three knows the others nearly.
        Quantity("output", {GROSS: "true", SALES: "true", REVENUE: "true"}),
        Quantity("tax", {TAX: "true"}),
        Quantity("employees", {EMPLOYEES: "true"}),
        Quantity("electricity", {ELECTRICITY: "true"}),
        _quotient("sales_to_output", ("output", SALES), ("output", GROSS), 0.001),
        _quotient("tax_to_output", ("tax", TAX), ("output", GROSS), 0.0001),
        _quotient("output_per_mwh", ("output", GROSS), ("electricity", ELECTRICITY), 0.01),
        _quotient("output_per_employee", ("output", GROSS), ("employees", EMPLOYEES), 0.01),
        Quantity(
            "above_scale_employees", {EMPLOYEES: "is_above_scale"}, rest_of=("employees",), dimensions=(), worth=0.2
        ),
        _per_mu("output_per_mu", GROSS, "output"),
        _per_mu("tax_per_mu", TAX, "tax"),
        Quantity("land", {LAND: "is_settled AND is_land_same_scope"}, dimensions=(), worth=0.1),
    ),
)
