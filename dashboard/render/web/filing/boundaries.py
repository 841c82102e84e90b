"""Shapes of a proposal → a map to look at before they are published, on which those with a fault are marked."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

import etl
from dashboard.render.html.maps import map_svg
from dashboard.render.maps.fitted import Drawing, fitted_map
from dashboard.render.maps.labels import LABEL_SIZE
from dashboard.render.web.blocks.words import heading_html
from dashboard.render.web.components import area_map
from dashboard.render.web.maps.areas import map_variables
from dashboard.render.web.theme import current_theme
from dashboard.text.formats import escape_html
from dashboard.views.maps import AreaShape

WIDTH, HEIGHT = 900, 420
SOUND, DOUBTFUL, FAULTY = "class-2", "doubtful", "faulty"
KINDS = {SOUND: "没有问题", DOUBTFUL: "有提醒", FAULTY: "有错误，改正后才能发布"}
TOO_LARGE = "图形太大或无法读取，不在页面上预览；核对结果见下。"


def boundaries(proposal: "etl.Proposal") -> None:
    """Draw the shapes of each file of the proposal that holds any."""
    for number, (file, shapes) in enumerate(_of(proposal.proposal_id).items()):
        with st.container(key=f"desk-boundaries-{number}", border=True, gap="small"):
            st.html(heading_html(f"图形预览：{file}", f"{len(shapes)}个图形，还没有发布" if shapes else TOO_LARGE))
            if shapes:
                _draw(number, shapes, [problem for problem in proposal.problems if problem.file.endswith(file)])


@st.cache_data(max_entries=16, show_spinner=False)
def _of(proposal_id: str) -> dict[str, tuple["etl.Outline", ...]]:
    try:
        return etl.outlines(proposal_id)
    except etl.Overtaken:
        # Discarded meanwhile, which the rest of the page says.
        return {}


def _draw(number: int, shapes: Sequence["etl.Outline"], problems: Sequence["etl.Problem"]) -> None:
    drawing, kinds = preview(shapes, problems)
    theme = current_theme()
    svg = map_svg(drawing, kinds, "", lambda code: {"data_code": code})
    area_map(f"boundaries-{number}", svg, f"{len(shapes)}个图形的预览", colors=map_variables(theme))
    counts = {kind: sum(one == kind for one in kinds.values()) for kind in KINDS}
    items = "".join(
        f'<li><span class="swatch {kind}"></span>{escape_html(words)}<span class="count">{counts[kind]}个</span></li>'
        for kind, words in KINDS.items()
        if counts[kind]
    )
    st.html(f'<ul class="legend">{items}</ul>')


def preview(shapes: Sequence["etl.Outline"], problems: Sequence["etl.Problem"]) -> tuple[Drawing, dict[str, str]]:
    """The outlines as a drawing, each with what was found in it as its tip, and the kind of each by its place."""
    said: dict[str, list[etl.Problem]] = {}
    for problem in problems:
        said.setdefault(problem.cell, []).append(problem)
    areas = tuple(
        AreaShape(
            one.place,
            one.name or one.place,
            one.rings,
            text="、".join(problem.message.rstrip("。") for problem in said.get(one.place, ())) or "没有问题",
        )
        for one in shapes
    )
    kinds = {one.place: _kind(said.get(one.place, ())) for one in shapes}
    # What stands on the map is the name alone; what is wrong is told when a shape is pointed at.
    drawn = fitted_map([AreaShape(one.code, one.name, one.rings) for one in areas], WIDTH, HEIGHT, LABEL_SIZE)
    return _told(drawn, {one.code: one for one in areas}), kinds


def _told(drawing: Drawing, shapes: dict[str, AreaShape]) -> Drawing:
    areas = tuple(replace(area, shape=shapes[area.shape.code]) for area in drawing.areas)
    return replace(drawing, areas=areas)


def _kind(problems: Sequence["etl.Problem"]) -> str:
    if any(problem.level in etl.BLOCKING for problem in problems):
        return FAULTY
    return DOUBTFUL if problems else SOUND
