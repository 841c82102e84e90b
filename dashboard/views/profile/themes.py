"""All metrics of an area, theme by theme: a small plot each, with its change and its place among those of its kind."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.metrics.areas import Area
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import read
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.presence import marts_held
from dashboard.tables.sources import sources
from dashboard.text.formats import is_number
from dashboard.views import charts
from dashboard.views.kinds.measures import measures_view
from dashboard.views.kinds.several import told
from dashboard.views.profile.standing import placed, silent_words
from dashboard.views.view import View

# So many small plots are one picture; more are drawn below it.
MOST, PER_ROW = 12, 3


@dataclass(frozen=True)
class Group:
    """A section of a profile: the themes that it holds and what it tells, in a few words."""

    key: str
    title: str
    tells: str
    themes: tuple[str, ...]

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics of the themes, in the order of their register."""
        return tuple(metric for theme in self.themes for metric in METRICS.values() if metric.theme == theme)


GROUPS = (
    Group("output", "产出", "企业、产值、税收、资产与项目", ("output",)),
    Group("people", "就业人才", "从业人员、用工、招聘、人才", ("employment", "talent")),
    Group("incubation", "培训孵化", "开课、结业、转化、入孵", ("incubation",)),
    Group("grid", "网格治理", "力量、事件、巡查、考评", ("grid", "patrol")),
    Group("services", "服务共治", "阵地、调解、积分、四微", ("services",)),
    Group("party", "组织建设", "组织、党员、覆盖、组织生活", ("party",)),
    Group("lists", "清单与走访", "需求对接、办结、走访", ("lists",)),
    Group("meetings", "会议与事项", "召开、议定、办结", ("meetings",)),
    Group("population", "人口与户", "住户、人口、小区", ("population",)),
)


def missing(warehouse: Warehouse, group: Group, area_code: str) -> str:
    """Why the area has nothing of a group: none of its forms was ever sent for it; empty where one was."""
    if {metric.mart for metric in group.metrics} & marts_held(warehouse, area_code):
        return ""
    forms = dict.fromkeys(source.label for metric in group.metrics for source in sources(warehouse, metric))
    return f"没有所选区域的报表（未填报）：{'、'.join(forms)}。"


def plots(warehouse: Warehouse, group: Group, place: Area, selection: Selection) -> tuple[Callable[[], View], ...]:
    """What makes the pictures of a group, at most twelve small plots in each; none where no metric has a figure."""
    names = told(warehouse, [metric.name for metric in group.metrics], selection)
    count = max(-(-len(names) // MOST), 1)
    # Whole rows, so that none but the last is left with gaps.
    size = -(-len(names) // (count * PER_ROW)) * PER_ROW
    pages = [names[first : first + size] for first in range(0, len(names), size)] if names else []
    return tuple(_plot(warehouse, f"{group.key}-{number}", page, place, selection) for number, page in enumerate(pages))


def _plot(
    warehouse: Warehouse, key: str, names: tuple[str, ...], place: Area, selection: Selection
) -> Callable[[], View]:
    return lambda: replace(ranked_measures(warehouse, names, place, selection), key=f"profile-{key}")


@remembered
def ranked_measures(warehouse: Warehouse, names: tuple[str, ...], place: Area, selection: Selection) -> View:
    """The small plots of the metrics, each with its place among those of its kind behind its change."""
    view = measures_view(warehouse, names, selection)
    if not isinstance(view.chart, charts.Panels):
        raise TypeError("small plots are panels")
    panels = [
        replace(panel, change="　".join(filter(None, (panel.change, _rank(warehouse, name, place, selection)))))
        for name, panel in zip(names, view.chart.panels, strict=True)
    ]
    return replace(view, chart=replace(view.chart, panels=panels))


def _rank(warehouse: Warehouse, name: str, place: Area, selection: Selection) -> str:
    rank = placed(warehouse, name, place, selection).rank
    return rank.words if rank else ""


def silent(warehouse: Warehouse, group: Group, selection: Selection) -> str:
    """The metrics of a group that have no figure in the selected period, by the word of why."""
    readings = [read(warehouse, metric.name, selection) for metric in group.metrics]
    words = silent_words([one for one in readings if not is_number(one.value)])
    return f"本期没有数的指标：{words}。" if words else ""
