"""关注事项: what needs somebody, since when, who has it, and what has moved."""

from functools import partial

from dashboard.metrics.versions import current
from dashboard.render.web.head import page_head
from dashboard.render.web.matters import show_matters
from dashboard.render.web.sections import Section, sections
from dashboard.render.web.show import show_rows
from dashboard.views.attention.rules import rules_table

warehouse = current()
selection, index = page_head(
    warehouse,
    "关注事项",
    "哪些事项到期未办结、缺额或没有报来，从哪天起、由谁办、要求什么，与以前相比新增和解决了哪些。",
)
show_matters(warehouse, selection)
rules = partial(show_rows, "rules", partial(rules_table, warehouse), is_read=True)
sections(index, Section("rules", "规则与限值", "按哪些规则、以多少为限列出", rules))
