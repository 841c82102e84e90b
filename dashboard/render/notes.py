"""Turns a slide into what is said about it beside the page: its foot, its marks, and what a presenter may be asked."""

from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.render.xlsx.exports import DEMO_MARK

JOINT = " · "
DEMO, DRAFT = "演示数据", "草稿"


def foot_line(slide: Slide) -> str:
    """The line at the foot of a page: who says it, until when."""
    told = (f"来源：{slide.footer.source}" if slide.footer.source else "", _until(slide))
    return JOINT.join(filter(None, told))


def foot_end(slide: Slide) -> str:
    """The end of that line, which is never cut: until when the figures are."""
    return f"{JOINT}{_until(slide)}" if slide.footer.source and slide.footer.as_of else ""


def _until(slide: Slide) -> str:
    return f"截至：{slide.footer.until}" if slide.footer.as_of else ""


def marks(order: RunningOrder, slide: Slide) -> list[str]:
    """演示数据 where any figure of the page is made up, 草稿 until the meeting is frozen."""
    return [DEMO] * slide.is_demo + [DRAFT] * order.is_draft


def note_lines(order: RunningOrder, slide: Slide, *, is_whole: bool) -> list[str]:
    """Everything that a presenter may be asked: source, state of the data, definitions, one thing a line.

    `is_whole` adds title, facts, remarks and nodes in full, of which a page may have cut some.
    """
    lines = [slide.title, f"{slide.subtitle}{slide.subtitle_end}"] if is_whole else []
    lines += [f"{word}：{text}" for word, text in slide.footer.parts]
    lines += [f"{word}：{text}" for word, text in slide.facts] if is_whole else []
    lines += list(slide.remarks) if is_whole else []
    # The nodes of a matter stand in a small table, which may have left some out.
    lines += ["；".join(map(str, row)) for row in slide.rows] if is_whole and "nodes" in slide.parts else []
    lines += [f"口径：{slide.footer.definition}"] if slide.footer.definition else []
    lines += [f"注意：{DEMO_MARK}"] if slide.is_demo else []
    lines += ["草稿，定稿之前数字可能变动"] if order.is_draft else []
    return [*lines, order.version]
