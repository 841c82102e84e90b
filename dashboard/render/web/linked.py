"""One place chosen by pointing at it in any of several pictures; it stands in the address until it is given up."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from dashboard.render.web.blocks import table_block
from dashboard.render.web.blocks.ways import profile_link
from dashboard.render.web.controls import choose, switch
from dashboard.views.table import Listed

SPOT = "spot"
# In the address: the metric of the second map, and that there is none.
BESIDE, ALONE = "beside", "none"
HOLDING = "linked-holding"


@dataclass(frozen=True)
class Linked:
    """What several pictures share: the place that is pointed out, None where none is.

    `keys` are the keys under which the pictures are to be drawn. A picture gets a new one when another picture has
    changed the choice, so that none goes on showing what the reader pointed at before.
    """

    spot: str | None
    keys: Mapping[str, str]

    def chooser(self, picture: str) -> Callable[[str | None], None]:
        """What the picture is to call with the code of the place that was pointed at, or None when it was let go."""
        return partial(_choose, picture, tuple(self.keys))

    def let_go(self) -> None:
        """Give the choice up, in the address and in every picture."""
        _choose("", tuple(self.keys), None)


def linked(pictures: tuple[str, ...], places: Container[str], pointed: str | None = None) -> Linked:
    """The choice that `pictures` share: the address's if it is among `places`, otherwise `pointed`.

    A name that begins with `table` is a table, which shows the choice of another picture as its own chosen row.
    """
    told = st.query_params.get(SPOT, "")
    return Linked(
        told if told in places else pointed, {picture: f"{picture}-{_count(picture)}" for picture in pictures}
    )


def metric_of_places(choice: Linked, metrics: Mapping[str, str], *, pointed: str | None, key: str) -> str:
    """The metric that the linked pictures show, and beside it the way to the profile of the place pointed out, and to give it up."""
    return _of_places(choice, metrics, pointed, key, is_paired=False)[0]


def metrics_of_places(
    choice: Linked, metrics: Mapping[str, str], *, pointed: str | None, key: str
) -> tuple[str, str | None]:
    """The same, and the metric of a second map beside the first, None where none is asked for."""
    return _of_places(choice, metrics, pointed, key, is_paired=True)


def _of_places(
    choice: Linked, metrics: Mapping[str, str], pointed: str | None, key: str, *, is_paired: bool
) -> tuple[str, str | None]:
    with st.container(horizontal=True, vertical_alignment="center", key=key):
        name = switch("地图指标", metrics, "metric")
        beside = ALONE
        if is_paired:
            others = {code: f"并看{words}" for code, words in metrics.items() if code != name}
            beside = choose("并看的地图", BESIDE, {ALONE: "两图并看"} | others, is_named=False)
        if choice.spot and choice.spot != pointed:
            st.button("取消选中", on_click=choice.let_go, type="tertiary", icon=":material/close:")
        if choice.spot:
            profile_link(choice.spot)
    return name, None if beside == ALONE else beside


def linked_table(choice: Linked, picture: str, listed: Listed, codes: Sequence[str]) -> None:
    """A table of places as one of the linked pictures; `codes` are the places of its rows, in order."""
    choose = choice.chooser(picture)
    table_block(
        choice.keys[picture],
        *listed,
        on_choose=lambda row: choose(None if row is None else codes[row]),
        chosen_row=codes.index(choice.spot) if choice.spot in codes else None,
    )


def _count(picture: str) -> int:
    """How often the picture was drawn anew because another one changed the choice."""
    count: int = st.session_state.get(f"linked-{picture}", 0)
    return count


def _choose(picture: str, pictures: tuple[str, ...], code: str | None) -> None:
    if code:
        st.query_params[SPOT] = code
    else:
        st.query_params.pop(SPOT, None)
    holding = st.session_state.get(HOLDING, frozenset())
    for other in pictures:
        if other != picture and (other in holding or other.startswith("table")):
            st.session_state[f"linked-{other}"] = _count(other) + 1
    st.session_state[HOLDING] = frozenset({picture} if code else ())
