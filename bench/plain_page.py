"""The grid page's questions as anybody would set them up: a map, native charts and a table over `st.cache_data`."""

import json

import pydeck as pdk
import streamlit as st

from dashboard.metrics.versions import current

# Title, question, chart, and which column goes where; the same marts as the grid page, the same number of charts.
BY_GRID = """
    SELECT area.name AS grid, sum(event.accepted) AS accepted, sum(event.closed) AS closed,
           100 * sum(event.closed_in_time) / nullif(sum(event.due), 0) AS on_time
    FROM mart.grid_event_months AS event JOIN mart.area_profile AS area USING (area_code)
    WHERE event.month BETWEEN $first AND $last AND area.level = '网格' GROUP BY ALL ORDER BY grid
"""
BY_MONTH = """
    SELECT month, sum(accepted) AS accepted, sum(closed) AS closed, sum(closed_days)::DOUBLE / sum(closed) AS days
    FROM mart.grid_event_months WHERE month BETWEEN $begin AND $last GROUP BY ALL ORDER BY month
"""
BY_GRID_AND_MONTH = """
    SELECT area.name AS grid, event.month, 100 * sum(event.closed_in_time) / nullif(sum(event.due), 0) AS on_time
    FROM mart.grid_event_months AS event JOIN mart.area_profile AS area USING (area_code)
    WHERE event.month BETWEEN $begin AND $last AND area.level = '网格' GROUP BY ALL ORDER BY ALL
"""
BY_PART = """
    SELECT {part}, 100 * sum(closed_in_time) / nullif(sum(due), 0) AS on_time
    FROM mart.grid_event_months WHERE month BETWEEN $first AND $last GROUP BY ALL ORDER BY ALL
"""
LOAD = """
    SELECT area.name AS grid, load.households, load.resident_persons, load.staff
    FROM mart.grid_quarters AS load JOIN mart.area_profile AS area USING (area_code)
    WHERE load.quarter = $quarter ORDER BY grid
"""
SHAPES = "SELECT name AS grid, rings FROM mart.area_shapes WHERE level = '网格' ORDER BY grid"
QUARTERS = {"2025年第四季度": "2025Q4", "2025年第三季度": "2025Q3"}
MONTHS = {"2025Q4": ("2025-10", "2025-12"), "2025Q3": ("2025-07", "2025-09")}


@st.cache_data
def answer(version: str, question: str, quarter: str):
    """The rows of a question for a quarter, as of a version of the data; two years back where it asks for a story."""
    first, last = MONTHS[quarter]
    bound = {"first": first, "last": last, "begin": f"{int(first[:4]) - 2}{first[4:]}", "quarter": quarter}
    return current().frame(question, **{name: value for name, value in bound.items() if f"${name}" in question})


@st.cache_data
def polygons(version: str, quarter: str) -> list[dict]:
    """The grids as polygons that are the bluer, the more is closed in time."""
    joined = answer(version, SHAPES, quarter).merge(answer(version, BY_GRID, quarter), on="grid")
    return [
        {
            "grid": row.grid,
            "polygon": json.loads(row.rings)[0],
            "fill": [255 - int(2.5 * row.on_time), 255 - int(1.5 * row.on_time), 255],
        }
        for row in joined.itertuples()
    ]


def area_map(version: str, quarter: str) -> pdk.Deck:
    """The polygons with their names, without a background, which would be fetched from outside."""
    layer = pdk.Layer(
        "PolygonLayer",
        id="grids",
        data=polygons(version, quarter),
        get_polygon="polygon",
        get_fill_color="fill",
        pickable=True,
    )
    view = pdk.ViewState(longitude=118.66, latitude=24.73, zoom=12.5)
    return pdk.Deck(layers=[layer], initial_view_state=view, map_provider=None, tooltip={"text": "{grid}"})


st.set_page_config(layout="wide")
quarter = QUARTERS[st.selectbox("时期", list(QUARTERS), key="filter-period")]
version = current().version
grids, months, load = (answer(version, question, quarter) for question in (BY_GRID, BY_MONTH, LOAD))
for place, (label, value) in zip(
    st.columns(8),
    (
        ("受理事件", grids["accepted"].sum()),
        ("办结事件", grids["closed"].sum()),
        ("及时率", round(grids["on_time"].mean(), 1)),
        ("办结时长", round(months["days"].iloc[-1], 1)),
        ("网格", len(grids)),
        ("网格员", load["staff"].sum()),
        ("户数", load["households"].sum()),
        ("常住人口", load["resident_persons"].sum()),
    ),
    strict=True,
):
    place.metric(label, value)
st.pydeck_chart(area_map(version, quarter), height=720)
left, right = st.columns(2)
left.bar_chart(grids, x="grid", y="on_time", horizontal=True)
right.line_chart(answer(version, BY_GRID_AND_MONTH, quarter), x="month", y="on_time", color="grid")
st.dataframe(grids.merge(load, on="grid"), hide_index=True)
left, right = st.columns(2)
left.scatter_chart(load, x="households", y="resident_persons")
right.bar_chart(months, x="month", y=["accepted", "closed"], stack=False)
left.line_chart(months, x="month", y="days")
right.scatter_chart(answer(version, BY_GRID_AND_MONTH, quarter), x="month", y="grid", color="on_time")
left.bar_chart(answer(version, BY_PART.format(part="kind"), quarter), x="kind", y="on_time", horizontal=True)
right.bar_chart(answer(version, BY_PART.format(part="channel"), quarter), x="channel", y="on_time", horizontal=True)
