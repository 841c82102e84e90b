"""The lists that a profile holds, each under the theme that it belongs to."""

from collections.abc import Callable

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.community_services.sites import site_table
from dashboard.views.park_output.named_enterprises import enterprise_table
from dashboard.views.party_building.liaison import liaison_table
from dashboard.views.party_building.organizations import estate_table
from dashboard.views.profile.gaps import gaps_table
from dashboard.views.profile.history import history_table
from dashboard.views.profile.matters import matters_table
from dashboard.views.profile.parts import parts_table
from dashboard.views.service_lists.needs import open_table
from dashboard.views.table import Listed

ListOf = Callable[[Warehouse, Selection], Listed]
# By the key of a group of themes: what is listed below its plots, by a key of its own.
OF_THEMES: dict[str, dict[str, ListOf]] = {
    "output": {"enterprises": enterprise_table},
    "services": {"sites": site_table},
    "party": {"liaison": liaison_table, "estates": estate_table},
    "lists": {"needs": open_table},
    "meetings": {"matters": matters_table},
}
PARTS, HISTORY, GAPS = parts_table, history_table, gaps_table
NO_HISTORY = ("大事记", "到所选时期，各台账没有写明日期的事。")
NO_COURSE = ("逐季数据", "逐季上报的数都不公开，或没有上报：公开属性为“已公开”的，只显示公开文件印出的那一季、那一项。")
NO_GAPS = ("未报数据", "各项指标本期都有数，或本期本来就没有。")
