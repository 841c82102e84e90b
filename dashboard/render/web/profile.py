"""Draws the head of a profile and its figures among those of their kind, and settles what an address asks for."""

from collections.abc import Sequence

import streamlit as st

from dashboard.meeting.annexed import Annexed
from dashboard.metrics.areas import areas, is_chosen_by_filter, nearest_chosen
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.charts.sparkline import sparkline
from dashboard.render.charts.strip import strip
from dashboard.render.web.annexing import annex_panel
from dashboard.render.web.blocks import words_block
from dashboard.render.web.blocks.ways import carried, way_html
from dashboard.render.web.blocks.words import heading_html
from dashboard.text.formats import escape_html, is_number, written
from dashboard.views.changes import moved
from dashboard.views.explore.reading import seen
from dashboard.views.links import OF
from dashboard.views.profile.history import Dated
from dashboard.views.profile.standing import Placed, Standings, change_words, extent_words
from dashboard.views.profile.subject import (
    Subject,
    comparisons,
    is_of_elsewhere,
    lineage,
    properties,
    subject,
)
from dashboard.views.view import against


def settle_address(warehouse: Warehouse) -> None:
    """Give the filter an area that it can name where the address asks for another one, which stands beside it then."""
    area, told = st.query_params.get("area", ""), st.query_params.get(OF, "")
    known = areas(warehouse)
    if area in known and not is_chosen_by_filter(known[area]):
        st.query_params[OF], st.query_params["area"] = area, nearest_chosen(warehouse, area).area_code
    elif not area and told in known:
        st.query_params["area"] = nearest_chosen(warehouse, told).area_code


def asked_for(warehouse: Warehouse, selection: Selection) -> Subject:
    """What the address asks for beside the selected area; the area itself, and a word on it, where it is not there."""
    told = st.query_params.get(OF, "")
    found = subject(warehouse, selection, told)
    if found:
        return found
    st.query_params.pop(OF, None)
    chosen = Subject(areas(warehouse)[selection.area_code])
    if not is_of_elsewhere(warehouse, told):
        words = f"链接中的“{seen(told)}”在现有数据中没有，或本期不能具名，已改为{chosen.name}。"
        st.html(f'<p class="notice" role="status">{escape_html(words)}</p>')
    return chosen


def head(warehouse: Warehouse, shown: Subject, selection: Selection) -> None:
    """Where the area lies, each name a link; its name and kind; what the registers say; with whom to compare it."""
    *above, own = lineage(warehouse, shown, carried())
    crumbs = "".join(f"<li>{way_html(way.name, way.link)}</li>" for way in above)
    pairs = "".join(
        f"<div><dt>{escape_html(word)}</dt><dd>{escape_html(text)}</dd></div>"
        for word, text in properties(warehouse, shown)
        if text
    )
    beside = () if shown.enterprise else comparisons(warehouse, shown.area, selection)
    ways = "".join(f"<li>{way_html(way.name, way.link)}</li>" for way in beside)
    st.html(
        f'<div class="profile-head"><nav aria-label="上级区域"><ol class="crumbs">{crumbs}</ol></nav>'
        f'<h2>{escape_html(own.name)}<span class="tag">{escape_html(shown.kind)}</span></h2>'
        f'<dl class="facts">{pairs}</dl><ul class="ways">{ways}</ul></div>'
    )
    if not warehouse.is_earlier:
        query = selection.to_query() | {"area": shown.area.area_code}
        query |= {OF: shown.enterprise.name} if shown.enterprise else {}
        annex_panel(warehouse, Annexed("profile", query), selection.area_code)


def recent_events(events: Sequence[Dated], title: str) -> None:
    """The last things that happened, each with its day."""
    if events:
        lines = "".join(
            f"<li><time>{escape_html(one.day)}</time><span>{escape_html(one.text)}</span></li>" for one in events
        )
        is_demo = any(one.origin == "demo" for one in events)
        mark = heading_html(title, "", origins=("demo",) * is_demo)
        st.html(f'<div class="panel">{mark}<ol class="recent">{lines}</ol></div>')


def standings_block(standings: Standings, selection: Selection) -> None:
    """The main figures, one line each: the figure, its change and course, where it lies among its kind, its place."""
    lines = "".join(_line(one, against(selection)) for one in standings.rows)
    rest = f'<p class="note">{escape_html(standings.rest)}</p>' if standings.rest else ""
    # A phone has no room for the dots, nor needs their key.
    key = '<p class="note dots-key">圆点为同类各处，实心为本处</p>' if any(one.others for one in standings.rows) else ""
    html = f'<table class="standings"><tbody>{lines}</tbody></table>{key}{rest}'
    words_block(standings.key, standings.finding, standings.measured, html, standings.table, standings.footer)


def _line(one: Placed, word: str) -> str:
    metric, value = one.reading.metric, one.reading.value
    figure = written(value, metric.unit, metric.decimals)
    tone = moved(one.reading, word).tone if word else "none"
    low, high = extent_words(one)
    dots = strip(float(value), one.others) if is_number(value) else ""
    place = escape_html(one.rank.words) if one.rank else ""
    return (
        f'<tr><th scope="row">{escape_html(metric.label)}</th>'
        f'<td class="figure"><b>{escape_html(figure.figure)}</b><span class="unit">{escape_html(figure.unit)}</span></td>'
        f'<td class="change {tone}">{escape_html(change_words(one.reading, word))}</td>'
        f'<td class="course">{sparkline([value for _, value in one.reading.trend])}</td>'
        f'<td class="dots">{dots}<p><span>{escape_html(low)}</span><span>{escape_html(high)}</span></p></td>'
        f'<td class="place">{place}</td></tr>'
    )
