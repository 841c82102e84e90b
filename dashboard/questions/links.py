"""What was asked → the links that show more of it: the page of its theme, the explorer, the definition."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.metrics.areas import ancestors, area
from dashboard.metrics.periods import grain_of
from dashboard.metrics.selection import Selection, known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.inside import places_of
from dashboard.questions.pages import PAGES
from dashboard.questions.understood import Understood
from dashboard.views.leads import LISTS, lead
from dashboard.views.links import address
from dashboard.views.pages import page_of

EXPLORER = "explore"
HELD = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True)
class Link:
    """Words that lead to an address, relative to the page."""

    words: str
    address: str


def links_of(warehouse: Warehouse, asked: Understood) -> tuple[Link, ...]:
    """Where more of it is shown."""
    page = page_of(asked.metric)
    explorer = explorer_query(warehouse, asked)
    return (
        *_list_links(warehouse, asked),
        Link(
            f"看{PAGES[page].title}", page_address(warehouse, page, asked.areas[0], asked.span.last, asked.comparison)
        ),
        *((Link("在自助分析中继续", address(warehouse, EXPLORER, explorer)),) if explorer else ()),
        Link("指标口径", definition_address(warehouse, asked.metrics[0])),
    )


def _list_links(warehouse: Warehouse, asked: Understood) -> tuple[Link, ...]:
    """The list of the single things that the figure counts, where there is one."""
    name = asked.metrics[0]
    if name not in LISTS:
        return ()
    code, period = offered_area(warehouse, asked.areas[0]), asked.span.last
    return (Link("看清单", lead(warehouse, name, Selection(code, period, asked.comparison))),)


def page_address(warehouse: Warehouse, page: str, code: str, period: str = "", comparison: str = "") -> str:
    """A page with the area and period chosen; an area that no box offers gives way to the one around it."""
    known = grain_of(period) != "month" and period in known_periods(warehouse, grain_of(period)) if period else False
    query = {"area": offered_area(warehouse, code), "period": period if known else "", "compare": comparison}
    return address(warehouse, page, {name: text for name, text in query.items() if text})


def offered_area(warehouse: Warehouse, code: str) -> str:
    """The area itself where the boxes of a page offer it, else the next one around it that they do."""
    around = (area(warehouse, code), *reversed(ancestors(warehouse, code)))
    return next((place.area_code for place in around if place.district_code or place.level in ("市", "片区")), code)


def definition_address(warehouse: Warehouse, metric: str) -> str:
    """The entry of a metric among the definitions."""
    return address(warehouse, "glossary", {"metric": metric})


def explorer_query(warehouse: Warehouse, asked: Understood) -> dict[str, str]:
    """The same question as parameters of the explorer; empty as long as the product has none."""
    if not (HELD / f"{EXPLORER}.py").is_file():
        return {}
    span = asked.span
    around = places_of(warehouse, asked)[1] if asked.form == "ranking" and len(asked.areas) == 1 else ""
    told = {
        "metrics": ",".join(asked.metrics),
        "areas": around or ",".join(asked.areas),
        "level": asked.level or "self",
        "from": span.first,
        "to": max(one.last for one in asked.spans if one.grain == span.grain),
        "by": asked.by,
        "compare": asked.comparison,
        "chart": "causes" if asked.form == "causes" else "",
    }
    return {name: text for name, text in told.items() if text}


def target_link(warehouse: Warehouse, code: str, period: str) -> Link:
    """All targets of the area beside what is reached of them."""
    query = {"area": offered_area(warehouse, code), "period": period, "open": "targets"}
    return Link("看年度目标", address(warehouse, "overview", query))
