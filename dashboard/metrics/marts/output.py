"""What enterprises report."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="enterprise_quarters",
        label="企业季度",
        base="quarter",
        forms=("enterprises", "enterprise_quarters"),
        lenders=("enterprise_changes", "enterprise_disclosures"),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("industry", "行业"), Dimension("scale", "规模"), Dimension("disclosure", "公开属性")),
        columns=words(
            "enterprise_code disclosed_name is_gross_output_public is_sales_output_public is_revenue_public"
            " is_tax_public is_employees_public is_land_public"
        ),
    ),
)
