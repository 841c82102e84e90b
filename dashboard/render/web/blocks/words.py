"""Turns titles, sentences and lists into the page's text blocks; every value is escaped."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

import streamlit as st

from dashboard.render.web.blocks.titles import title_html
from dashboard.text.formats import ORIGIN_LABELS, escape_html
from dashboard.text.unbroken import unbroken_html
from dashboard.views.overview.cases import Attention
from dashboard.views.overview.narrative import Sentence
from dashboard.views.table import Footer

# Within a section: the source line that was written last.
_told: ContextVar[list[str] | None] = ContextVar("told", default=None)
URGENT_STATES = frozenset({"超期", "受阻"})


def tag_html(text: str, kind: str = "") -> str:
    """A quiet tag; `kind` is `demo` or `late` or nothing."""
    return f'<span class="tag {kind}">{escape_html(text)}</span>'


def demo_html(is_demo: bool) -> str:
    """The tag 演示数据, or nothing."""
    return tag_html(ORIGIN_LABELS["demo"], "demo") if is_demo else ""


def origin_html(origins: Sequence[str]) -> str:
    """The tag 演示数据 where any figure is; the tag 公开数据, which a page of demonstration shows, where all are printed."""
    is_published = tuple(origins) == ("published",)
    return tag_html(ORIGIN_LABELS["published"], "published") if is_published else demo_html("demo" in origins)


def source_html(footer: Footer) -> str:
    """The line 来源 · 截至 · 数据性质 in small type."""
    parts = [f"{word}：{escape_html(text)}" for word, text in footer.parts]
    return f'<p class="source">{" · ".join(parts)}</p>'


@contextmanager
def told_once() -> Iterator[None]:
    """Inside, a source line that says what the one before it has said is cut short."""
    token = _told.set([""])
    try:
        yield
    finally:
        _told.reset(token)


def _line_html(footer: Footer) -> str:
    """The source line, or that it is the same as above."""
    told, line = _told.get(), source_html(footer)
    if told is None:
        return line
    is_same, told[0] = told[0] == line, line
    return '<p class="source">来源、时间同上</p>' if is_same else line


def foot_html(footer: Footer, *, has_data: bool = False) -> str:
    """The source line, with the definition that it opens; `has_data` leaves room for the button of the data."""
    definition = (
        f'<details><summary>口径</summary><p class="definition">{unbroken_html(footer.definition)}</p></details>'
        if footer.definition
        else ""
    )
    return f'<div class="foot{" with-data" if has_data else ""}">{_line_html(footer)}{definition}</div>'


def heading_html(title: str, subtitle: str, *, origins: Sequence[str] = (), has_tools: bool = False) -> str:
    """A block's title, which states the finding, and the line with measure, unit and period.

    `has_tools` keeps that line clear of the tools that stand above a table.
    """
    below = f'<p class="subtitle">{unbroken_html(subtitle)}</p>' if subtitle else ""
    kind = "block-heading with-tools" if has_tools else "block-heading"
    return f'<div class="{kind}"><h3>{title_html(title)}{origin_html(origins)}</h3>{below}</div>'


def page_header(title: str, lead: str = "", tags: Sequence[str] = ()) -> None:
    """The page's title with one sentence below; `tags` say what it is filtered to."""
    marks = "".join(tag_html(tag, "demo" if tag == ORIGIN_LABELS["demo"] else "") for tag in tags)
    below = f"<p>{escape_html(lead)}</p>" if lead else ""
    st.html(f'<header class="page-header"><div class="mark"></div><h1>{escape_html(title)}{marks}</h1>{below}</header>')


def page_title(title: str) -> None:
    """The name of the page, in the bar that stays in view."""
    st.html(f'<h1 class="page-title">{escape_html(title)}</h1>')


def on_paper(words: str) -> None:
    """What is chosen, for a sheet of paper: there the boxes that say it on the screen are not."""
    st.html(f'<p class="on-paper">{unbroken_html(words)}</p>')


def part_heading(title: str) -> None:
    """The name of a part of the page as a heading that a screen reader finds; the eye has the index and the bar to open."""
    st.html(f'<h2 class="heard">{escape_html(title)}</h2>')


def lead_text(text: str) -> None:
    """The sentence below the name of the page: the question that it answers."""
    st.html(f'<p class="lead">{unbroken_html(text)}</p>')


def demonstration_strip(origins: Collection[str]) -> None:
    """One mark in the bar where all that was reported is made up; then page.css shows no more at every block.

    What documents have published bears its own mark instead. `origins` are those of all rows of the version.
    """
    if "demo" in origins and not set(origins) - {"demo", "published"}:
        title = "本页数字都是演示数据，不是实际上报的数；取自公开文件的另外注明。"
        st.html(f'<p class="tag demonstration" title="{title}">{ORIGIN_LABELS["demo"]}</p>')


def absent_parts(parts: Sequence[tuple[str, str]]) -> None:
    """The sections that have nothing to show, as one short list of (title, why)."""
    if parts:
        items = "".join(f"<li><b>{escape_html(title)}</b>{unbroken_html(why)}</li>" for title, why in parts)
        st.html(f'<ul class="absent-parts">{items}</ul>')


def finding_text(text: str) -> None:
    """A paragraph of plain words; nothing where there are none."""
    if text:
        st.html(f'<p class="finding">{unbroken_html(text)}</p>')


def empty_state(title: str, why: str, what_to_do: str = "") -> None:
    """What stands where there is nothing to show: why, and what the reader can do."""
    todo = f'<p class="todo">{escape_html(what_to_do)}</p>' if what_to_do else ""
    st.html(f'<div class="empty"><h3>{escape_html(title)}</h3><p>{unbroken_html(why)}</p>{todo}</div>')


def attention_html(item: Attention) -> str:
    """One line of the list."""
    state = tag_html(item.state, "late" if item.state in URGENT_STATES else "") if item.state else ""
    note = f'<p class="note">{unbroken_html(item.note)}</p>' if item.note else ""
    due = f'<span class="due">{escape_html(item.due)}</span>' if item.due else ""
    who = f'<span class="who">{unbroken_html(item.who)}</span>' if item.who else ""
    profile = f'<a class="way aside" href="{escape_html(item.profile)}">档案</a>' if item.profile else ""
    what = (
        f'<a href="{escape_html(item.link)}">{unbroken_html(item.what)}</a>' if item.link else unbroken_html(item.what)
    )
    return (
        f'<li><div class="what"><p>{what}{profile}{demo_html(item.is_demo)}</p>{note}</div>'
        f'<div class="whom">{state}{who}{due}</div></li>'
    )


def attention_list(items: Sequence[Attention], title: str = "", note: str = "", link: str = "") -> None:
    """The things that need attention, most urgent first as given: what, state, who, by when; `note` stands below.

    `link` leads from the title to the page of all of them.
    """
    # Where all of it is made up, one mark at the title says so.
    is_demo = bool(title and items) and all(item.is_demo for item in items)
    lines = "".join(attention_html(replace(item, is_demo=item.is_demo and not is_demo)) for item in items)
    head = heading_html(title, "", origins=("demo",) * is_demo) if title else ""
    foot = f'<p class="note">{unbroken_html(note)}</p>' if note else ""
    if link:
        head = f'<a class="whole" href="{escape_html(link)}">{head}</a>'
    st.html(f'<div class="panel">{head}<ol class="attention">{lines}</ol>{foot}</div>')


def digest_lines(sentences: Sequence[Sentence]) -> None:
    """A few sentences with their figures, each a link to the page that shows more."""
    lines = "".join(f'<li><a href="{escape_html(one.link)}">{unbroken_html(one.text)}</a></li>' for one in sentences)
    if lines:
        st.html(f'<ul class="digest">{lines}</ul>')


def definition_list(title: str, items: Sequence[tuple[str, str]], *, is_demo: bool = False) -> None:
    """One thing told by its properties: a panel of (word, text) pairs, empty texts left out."""
    pairs = "".join(f"<dt>{escape_html(word)}</dt><dd>{unbroken_html(text)}</dd>" for word, text in items if text)
    st.html(
        f'<div class="panel">{heading_html(title, "", origins=("demo",) * is_demo)}<dl class="definitions">{pairs}</dl></div>'
    )


def demo_tag() -> None:
    """The quiet tag 演示数据."""
    st.html(demo_html(True))


def source_line(footer: Footer) -> None:
    """The line 来源 · 截至 · 数据性质 on its own."""
    st.html(source_html(footer))
