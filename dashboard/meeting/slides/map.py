"""Turns the grids, coloured by a figure, into the page of the map."""

from collections import Counter

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import area_drills
from dashboard.meeting.slide import REMARKS_AT_MOST, Slide, required
from dashboard.meeting.slide_parts import MapPicture
from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import METRICS
from dashboard.render.maps.legend import map_fills, map_legend
from dashboard.render.palette import LIGHT
from dashboard.text.formats import is_number, number
from dashboard.views.findings import written
from dashboard.views.kinds import map_view
from dashboard.views.maps import AreaMap
from dashboard.views.overview.headlines import mapped_places
from dashboard.views.profile.standing import rank

MAP_METRIC = "on_time_rate"


def map_slides(given: Context) -> tuple[Slide, ...]:
    """The grids, or the zones where there are none, coloured by whether their matters were settled in time."""
    places = mapped_places(given.warehouse, MAP_METRIC, given.area_code)
    view = map_view(given.warehouse, MAP_METRIC, places, given.selection)
    picture = None
    if view.map is not None:
        picture = _picture(view.map)
    column = view.table.columns[2]
    decimals = required(column.decimals)
    known = [(row[0], row[2]) for row in view.table.rows if is_number(row[2])]
    lowest = "、".join(f"{name}{number(value, column.unit, decimals)}" for name, value in known[:-4:-1])
    missing = Counter(str(row[2] or Absence.NOT_REPORTED) for row in view.table.rows if not is_number(row[2]))
    remarks = (
        f"最低的{min(3, len(known))}处：{lowest}" if known else "本季度没有可以比较的数值。",
        "；".join(f"{count}处{word}" for word, count in missing.items()),
        view.why or view.footer.note,
    )
    slide = Slide(
        key="map",
        layout="map" if picture else "table",
        title=_standing(view.map) or view.finding,
        subtitle=view.measured,
        remarks=tuple(filter(None, remarks))[:REMARKS_AT_MOST],
        table=view.table,
        map=picture,
        drills=area_drills(given, [shape.code for shape in view.map.shapes]) if view.map else (),
        is_appendix=not known,
        footer=view.footer,
    )
    return (slide,)


def _picture(drawn: AreaMap) -> MapPicture:
    return MapPicture(
        drawn.shapes,
        tuple(map_fills(drawn, LIGHT).items()),
        map_legend(drawn, LIGHT),
        drawn.context,
        drawn.named,
        drawn.selected,
    )


def _standing(drawn: AreaMap | None) -> str:
    """Where the area that is told of is itself one of those drawn: its figure, and its place among them."""
    known = {shape.code: float(shape.value) for shape in drawn.shapes if is_number(shape.value)} if drawn else {}
    if not drawn or drawn.selected not in known:
        return ""
    metric, own = METRICS[MAP_METRIC], known[drawn.selected]
    name = next(shape.name for shape in drawn.shapes if shape.code == drawn.selected)
    place = rank(metric, own, [value for code, value in known.items() if code != drawn.selected])
    standing = f"，由好到差在{place.known}处中{'并列' if place.is_shared else '排'}第{place.place}" if place else ""
    return f"{metric.label}：{name}{written(metric, own)}{standing}"


SLIDE = SlideKind(name="map", place=32, title="网格地图", section="重点工作", layouts=("map", "table"), make=map_slides)
