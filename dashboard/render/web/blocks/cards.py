"""Turns headline figures into one grid of cards: name, figure, change in words and sign, trend, target, source."""

from collections.abc import Sequence

import streamlit as st

from dashboard.render.charts.sparkline import sparkline
from dashboard.render.web.blocks.words import demo_html
from dashboard.text.formats import escape_html
from dashboard.views.kinds.cards import Card

MOST_CARDS = 8
# A phone shows so many before the reader asks for the rest.
FIRST_CARDS = 3
WHERE_TO = "看详情"


def card_html(card: Card) -> str:
    """One card; in place of a missing figure stands its word."""
    label = escape_html(card.label)
    value = (
        f'<span class="absent">{escape_html(card.absence)}</span>'
        if card.absence
        else f'<b>{escape_html(card.figure)}</b><span class="unit">{escape_html(card.unit)}</span>'
    )
    change = f'<span class="change {card.tone}">{escape_html(card.change)}</span>' if card.change else ""
    target = f'<span class="target">{escape_html(card.target)}</span>' if card.target else ""
    note = f"<details><summary>来源</summary><p>{escape_html(card.note)}</p></details>" if card.note else ""
    # The link lies over the whole card; what opens on the card lies above it.
    lead = f'<a class="lead" href="{escape_html(card.link)}" aria-label="{WHERE_TO}：{label}"></a>' if card.link else ""
    return (
        f'<div class="card"><div class="label">{label}{demo_html(card.is_demo)}</div>'
        f'<div class="value"><span class="figure">{value}</span>{sparkline(card.trend, target=card.aim)}</div>'
        f'<div class="against">{change}{target}{note}</div>{lead}</div>'
    )


def headline_cards(cards: Sequence[Card]) -> None:
    """Up to eight cards in two lines, two beside each other on a phone. Raises ValueError for more."""
    if len(cards) > MOST_CARDS:
        raise ValueError(f"{len(cards)} headline cards; a reader takes in at most {MOST_CARDS}")
    across = len(cards) if len(cards) <= 4 else (len(cards) + 1) // 2
    rest = len(cards) - FIRST_CARDS
    more = f'<details class="more-cards"><summary>其余 {rest} 项指标</summary></details>' if rest > 1 else ""
    st.html(f'<div class="cards" style="--across:{across}">{"".join(map(card_html, cards))}</div>{more}')
