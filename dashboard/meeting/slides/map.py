"""Turns the grids, coloured by a figure, into the page of the map."""

from collections import Counter

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import area_drills
from dashboard.meeting.slide import REMARKS_AT_MOST, MapPicture, Slide, required
from dashboard.metrics.absence import Absence
from dashboard.render.maps.legend import map_fills, map_legend
from dashboard.render.palette import LIGHT
from dashboard.text.formats import is_number, number
from dashboard.views.kinds import map_view
from dashboard.views.overview.headlines import mapped_places

MAP_METRIC = "on_time_rate"


def map_slides(given: Context) -> tuple[Slide, ...]:
    """The grids, or the zones where there are none, coloured by whether their matters were settled in time."""
    places = mapped_places(given.warehouse, MAP_METRIC, given.area_code)
    view = map_view(given.warehouse, MAP_METRIC, places, given.selection)
    picture = None
    if view.map is not None:
        fills = map_fills(view.map, LIGHT)
        picture = MapPicture(view.map.shapes, tuple(fills.items()), map_legend(view.map, LIGHT), view.map.context)
    column = view.table.columns[2]
    decimals = required(column.decimals)
    known = [(row[0], row[2]) for row in view.table.rows if is_number(row[2])]
    lowest = "、".join(f"{name} {number(value, column.unit, decimals)}" for name, value in known[:-4:-1])
    missing = Counter(str(row[2] or Absence.NOT_REPORTED) for row in view.table.rows if not is_number(row[2]))
    remarks = (
        f"最低的 {min(3, len(known))} 处：{lowest}" if known else "本季度没有可以比较的数值。",
        "；".join(f"{count} 处{word}" for word, count in missing.items()),
        view.why or view.footer.note,
    )
    slide = Slide(
        key="map",
        layout="map" if picture else "table",
        title=view.finding,
        subtitle=view.measured,
        remarks=tuple(filter(None, remarks))[:REMARKS_AT_MOST],
        table=view.table,
        map=picture,
        drills=area_drills(given, [shape.code for shape in view.map.shapes]) if view.map else (),
        footer=view.footer,
    )
    return (slide,)


SLIDE = SlideKind(name="map", place=32, title="网格地图", section="重点工作", layouts=("map", "table"), make=map_slides)
