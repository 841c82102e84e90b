"""Turns the words of an answer into HTML: its sentence, what bears such a name, where to read on; every value is escaped."""

from collections.abc import Sequence

from dashboard.questions.answering import Answer
from dashboard.questions.found import Entry
from dashboard.questions.links import Link
from dashboard.render.web.blocks.words import tag_html
from dashboard.text.formats import escape_html


def answer_html(told: Answer) -> str:
    """The title and the further sentences where no picture has them, and what was not understood; nothing where there is none."""
    title = f"<h3>{escape_html(told.title)}</h3>" if told.view is None else ""
    lines = _lines(told.lines) if told.view is None else ""
    notes = "".join(f'<p class="note">{escape_html(note)}</p>' for note in told.notes)
    words = f"{title}{notes}{lines}"
    return f'<div class="answer" role="status">{words}</div>' if words else ""


def lines_html(lines: Sequence[str]) -> str:
    """The further sentences below a picture: the other metrics, or the single things that it counts."""
    return f'<div class="answer">{_lines(lines)}</div>' if lines else ""


def _lines(lines: Sequence[str]) -> str:
    return "".join(f'<p class="line">{escape_html(line)}</p>' for line in lines)


def entries_html(entries: Sequence[Entry]) -> str:
    """What bears a name that was asked for, each a way on."""
    return f'<ul class="entries">{"".join(map(_entry_html, entries))}</ul>'


def links_html(links: Sequence[Link]) -> str:
    """Where to read on; an empty line where that is nowhere, beside which the answer is closed."""
    ways = "".join(f'<a href="{escape_html(link.address)}">{escape_html(link.words)}</a>' for link in links)
    return f'<p class="ways">{ways}&nbsp;</p>'


def _entry_html(entry: Entry) -> str:
    note = f'<span class="note">{escape_html(entry.note)}</span>' if entry.note else ""
    return f'<li>{tag_html(entry.kind)}<a href="{escape_html(entry.address)}">{escape_html(entry.name)}</a>{note}</li>'
