"""Turns headline figures into one grid of cards: name, figure, change in words and sign, trend, target, source."""

from collections.abc import Sequence

import streamlit as st

from dashboard.render.charts.sparkline import sparkline
from dashboard.render.web.blocks.words import demo_html
from dashboard.text.formats import escape_html
from dashboard.views.kinds.cards import Card, Goal

MOST_CARDS = 8
# A phone shows so many before the reader asks for the rest.
FIRST_CARDS = 3
WHERE_TO = "看详情"
# A bullet bar ends there, in per cent of the target.
LONGEST_PCT = 120.0


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
    # A screen reader hears the words of the bar.
    verdict = (
        f'<span class="verdict {card.goal.tone}" aria-hidden="true">{escape_html(card.goal.verdict)}</span>'
        if card.goal
        else ""
    )
    note = f"<details><summary>来源</summary><p>{escape_html(card.note)}</p></details>" if card.note else ""
    # The link lies over the whole card; what opens on the card lies above it.
    lead = f'<a class="lead" href="{escape_html(card.link)}" aria-label="{WHERE_TO}：{label}"></a>' if card.link else ""
    return (
        f'<div class="card"><div class="label">{label}{demo_html(card.is_demo)}</div>'
        f'<div class="value"><span class="figure">{value}</span>{sparkline(card.trend, target=card.aim)}</div>'
        f'<div class="against">{change}{target}{verdict}{note}</div>{_goal_html(card.goal)}{lead}</div>'
    )


def _goal_html(goal: Goal | None) -> str:
    """The bullet bar of a target: what is reached of it, a tick where the year should be by now, its end at 100%."""
    if goal is None:
        return ""
    due = "" if goal.due_pct is None else f'<i class="due" style="left:{_share(goal.due_pct):.1f}%"></i>'
    bar = f'<i class="reached {goal.tone}" style="width:{_share(goal.reached_pct):.1f}%"></i>{due}<i class="aim" style="left:{_share(100):.1f}%"></i>'
    return f'<div class="goal"><span class="bullet" aria-hidden="true">{bar}</span><span class="words">{escape_html(goal.words)}</span></div>'


def _share(pct: float) -> float:
    return min(max(pct, 0.0), LONGEST_PCT) / LONGEST_PCT * 100


def headline_cards(cards: Sequence[Card]) -> None:
    """Up to eight cards in two lines, two beside each other on a phone. Raises ValueError for more."""
    if len(cards) > MOST_CARDS:
        raise ValueError(f"{len(cards)} headline cards; a reader takes in at most {MOST_CARDS}")
    across = len(cards) if len(cards) <= 4 else (len(cards) + 1) // 2
    rest = len(cards) - FIRST_CARDS
    more = f'<details class="more-cards"><summary>其余{rest}项指标</summary></details>' if rest > 1 else ""
    st.html(f'<div class="cards" style="--across:{across}">{"".join(map(card_html, cards))}</div>{more}')
