"""Turns slides into sections of the stage: what is measured, title, body, foot, and the notes of the presenter."""

from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.render.fitting import LINE_SPACING, Fitted, fitted, line_width
from dashboard.render.html.bodies import body_html
from dashboard.render.html.drills import drills_html
from dashboard.render.html.tags import at, tag, words
from dashboard.render.notes import foot_end, foot_line, marks, note_lines
from dashboard.render.paging import end_of, pages_in
from dashboard.render.stage import BODY, SMALLEST, WHOLE

ONE_LINE, TWO_LINES = (40, 38, 36), (34, 32, 30, 28, 26, SMALLEST)
COVER_SIZES = (60, 56, 52, 48, 44, 40, 36, 32)
TITLE_HEIGHT = 86
MARKS_WIDTH = 220
# Of the foot: the number of the page and the clock stand to the right of it.
FOOT_WIDTH = WHOLE - 220


def slides_html(order: RunningOrder) -> str:
    """All slides in order, those whose table is long on several pages."""
    pages = shown_pages(order)
    own = _own_pages(pages)
    shown = sum(not slide.is_appendix for slide in pages)
    sections = []
    for number, slide in enumerate(pages, 1):
        aside = _notes(order, slide) + drills_html(slide, own)
        label = f"附录{number}" if slide.is_appendix else f"{number} / {shown}"
        sections.append(_section(order, slide, label, aside))
    return "".join(sections)


def _own_pages(pages: list[Slide]) -> dict[str, str]:
    """The key of the page that tells of each subject."""
    return {subject: slide.key for slide in pages for subject in slide.subjects}


def shown_pages(order: RunningOrder) -> list[Slide]:
    """The slides as pages of the stage, the appendix last."""
    pages = [page for pages in pages_in(order.slides) for page in pages]
    return sorted(pages, key=lambda page: page.is_appendix)


def _notes(order: RunningOrder, slide: Slide) -> str:
    # The window has the title above them.
    _, *lines = note_lines(order, slide, is_whole=True)
    return tag("template", *(words("p", line) for line in lines if line), class_="notes")


def _section(order: RunningOrder, slide: Slide, number: str, aside: str) -> str:
    """The slide as it is shown; `aside` is what it shows on demand."""
    title = _cover_title(slide) if slide.layout == "cover" else _title(slide)
    body = tag("div", body_html(slide), class_="body", style=at(BODY))
    inner = (_head(order, slide), title, body, _foot(slide, number))
    kinds = f"slide {slide.layout}" + (" is-late" if slide.is_late else "")
    behind = {"data_appendix": "1"} if slide.is_appendix else {}
    return tag("section", *inner, aside, class_=kinds, data_key=slide.key, aria_label=slide.title, **behind)


def _head(order: RunningOrder, slide: Slide) -> str:
    """What is measured, and the marks beside it."""
    # Which of the pages of a long table it is, is never cut.
    end = slide.subtitle_end
    told = _one_line(f"{slide.subtitle}{end}", WHOLE - MARKS_WIDTH, end)
    tags = [words("span", mark, class_="mark-tag") for mark in marks(order, slide)]
    return tag("header", told, tag("span", *tags, class_="marks"))


def _one_line(text: str, width: float, tail: str = "") -> str:
    """A text on one line of the smallest type, in full as its title where it is cut."""
    found = fitted(text, width, SMALLEST * LINE_SPACING, (SMALLEST,), tail=tail)
    return words("p", found.text, title=text if found.is_cut else None)


def _title(slide: Slide) -> str:
    # However long a matter is called, how it stands is read.
    size = next((size for size in ONE_LINE if line_width(slide.title, size) <= WHOLE), None)
    found = (
        Fitted(slide.title, size)
        if size
        else fitted(slide.title, WHOLE, TITLE_HEIGHT, TWO_LINES, tail=end_of(slide.title, 1))
    )
    return words("h2", found.text, style=f"font-size:{found.size}px", title=slide.title if found.is_cut else None)


def _cover_title(slide: Slide) -> str:
    found = fitted(slide.title, WHOLE, COVER_SIZES[0] * LINE_SPACING, COVER_SIZES[:4])
    if found.is_cut:
        found = fitted(slide.title, WHOLE, 2 * COVER_SIZES[3] * LINE_SPACING, COVER_SIZES)
    return words("h1", found.text, style=f"font-size:{found.size}px", title=slide.title if found.is_cut else None)


def _foot(slide: Slide, number: str) -> str:
    source = _one_line(foot_line(slide), FOOT_WIDTH, foot_end(slide))
    return tag("footer", source, words("span", number, class_="page-number"))
