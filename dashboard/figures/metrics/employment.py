"""就业: who works in the enterprises of an area."""

from dashboard.figures.metric import Metric, average, flow, stock
from dashboard.figures.metrics.output import MART, REPORTED, SAME, internal

EMPLOYING = "employees_persons IS NOT NULL"
PRODUCING = "gross_output_cny_10k IS NOT NULL AND employees_persons IS NOT NULL"

METRICS = (
    Metric(
        name="employees",
        label="从业人员",
        theme="employment",
        mart=MART,
        numerator=stock("sum(employees_persons)", "期末从业人员"),
        unit="人",
        direction="higher",
        definition="季末在岗的从业人员。",
        caliber=REPORTED,
        protection=internal(EMPLOYING),
    ),
    Metric(
        name="employees_per_enterprise",
        label="企均从业人员",
        theme="employment",
        mart=MART,
        numerator=stock("sum(employees_persons)", "期末从业人员"),
        denominator=stock(f"count(*) FILTER (WHERE {EMPLOYING})", "已上报企业数"),
        unit="人/家",
        decimals=1,
        definition="每家企业的季末从业人员。",
        caliber=SAME,
        protection=internal(EMPLOYING),
    ),
    Metric(
        name="above_scale_employee_share",
        label="规上从业人员占比",
        theme="employment",
        mart=MART,
        numerator=stock("sum(employees_persons) FILTER (WHERE is_above_scale)", "规上企业从业人员"),
        denominator=stock("sum(employees_persons)", "期末从业人员"),
        unit="%",
        decimals=1,
        scale=100,
        definition="规上企业从业人员占全部从业人员的比重。",
        caliber=REPORTED,
        protection=internal(EMPLOYING),
        is_share=True,
    ),
    Metric(
        name="output_per_employee",
        label="人均产值",
        theme="employment",
        mart=MART,
        numerator=flow(f"sum(gross_output_cny_10k) FILTER (WHERE {PRODUCING})", "总产值"),
        denominator=average(f"sum(employees_persons) FILTER (WHERE {PRODUCING})", "从业人员"),
        unit="万元/人",
        decimals=2,
        direction="higher",
        definition="总产值与从业人员之比；季度为当季数，年度为全年数。",
        caliber=SAME,
        protection=internal(PRODUCING),
    ),
)
