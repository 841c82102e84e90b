"""Turns the words of an answer into HTML: its sentence, what bears such a name, where to read on; every value is escaped."""

from dashboard.questions.answering import Answer
from dashboard.questions.found import Entry
from dashboard.render.web.blocks.words import tag_html
from dashboard.text.formats import escape_html


def answer_html(told: Answer, *, has_title: bool) -> str:
    """The title where no picture has it, and the further sentences."""
    title = f"<h3>{escape_html(told.title)}</h3>" if has_title else ""
    notes = "".join(f'<p class="note">{escape_html(note)}</p>' for note in told.notes)
    lines = "".join(f'<p class="line">{escape_html(line)}</p>' for line in told.lines)
    return f'<div class="answer" role="status">{title}{lines}{notes}</div>'


def below_html(told: Answer, *, has_figure: bool) -> str:
    """What bears a name that was asked for, and the links."""
    named = "".join(map(_entry_html, told.entries))
    links = "".join(f'<a href="{escape_html(link.address)}">{escape_html(link.words)}</a>' for link in told.links)
    return (f'<ul class="entries">{named}</ul>' if named else "") + (f'<p class="ways">{links}</p>' if links else "")


def _entry_html(entry: Entry) -> str:
    note = f'<span class="note">{escape_html(entry.note)}</span>' if entry.note else ""
    return f'<li>{tag_html(entry.kind)}<a href="{escape_html(entry.address)}">{escape_html(entry.name)}</a>{note}</li>'
