"""The brief of an area as one HTML file that needs nothing else and prints on two pages of A4."""

from pathlib import Path

from dashboard.meeting.wording import day_words
from dashboard.render.docx.briefs import DRAFT
from dashboard.render.html.tags import tag, words
from dashboard.render.xlsx.exports import DEMO_MARK
from dashboard.views.brief import Brief, Part

STYLE = Path(__file__).parent / "web" / "brief.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_brief_html(told: Brief) -> str:
    """The document; what comes from data is text in it. Equal briefs give equal texts."""
    marks = " · ".join(filter(None, (DRAFT, DEMO_MARK if told.is_demo else "")))
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"{words('title', told.title)}<style>{STYLE.read_text(encoding='utf-8')}</style>"
    )
    body = (
        words("p", marks, class_="marks"),
        words("h1", told.title),
        words("p", f"（{day_words(told.day)}）", class_="day"),
        words("p", told.lead),
        *(_part(place, part) for place, part in enumerate(told.parts)),
        words("p", f"口径：{told.basis}", class_="small"),
        words("p", f"来源：{told.sources}。{told.version}。", class_="small"),
    )
    return f'<!doctype html><html lang="zh-CN"><head>{head}</head><body>{tag("main", *body)}</body></html>'


def _part(place: int, part: Part) -> str:
    heading = words("h2", f"{'一二三'[place]}、{part.heading}")
    return heading + words("p", part.finding) + (_table(part) if part.rows else "")


def _table(part: Part) -> str:
    heads = tag("tr", *(words("th", head, scope="col") for head in part.heads))
    rows = (tag("tr", *(words("td", cell) for cell in row)) for row in part.rows)
    return tag("table", tag("thead", heads), tag("tbody", *rows))
