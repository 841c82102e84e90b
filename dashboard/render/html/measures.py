"""The measures of the stage that every slide is laid out on, in its own pixels, and the elements that it is built of."""

from dashboard.render.fitting import Setting
from dashboard.text.formats import escape_html

WIDTH, HEIGHT, MARGIN = 1280, 720, 48
WHOLE = WIDTH - 2 * MARGIN
# Nothing on the wall is smaller.
SMALLEST = 24
BODY_TOP, BODY_HEIGHT = 172, 476
GAP = 40
# The hairline below a row is part of the air around its text.
TABLE = Setting(SMALLEST, side=7, top=6.5, is_tight=True)


def tag(name: str, *inner: str, **attributes: str | None) -> str:
    """An element around what is HTML already; attributes are escaped, those that are None left out.

    An attribute's trailing underscore falls away and the others become dashes: `class_`, `data_key`.
    """
    told = "".join(
        f' {word.rstrip("_").replace("_", "-")}="{escape_html(text)}"'
        for word, text in attributes.items()
        if text is not None
    )
    return f"<{name}{told}>{''.join(inner)}</{name}>"


def words(name: str, text: str, **attributes: str | None) -> str:
    """An element around a text."""
    return tag(name, escape_html(text), **attributes)


def place(left: float, top: float, width: float, height: float) -> str:
    """The style of a box at its place on the stage or in another box."""
    return f"left:{left:g}px;top:{top:g}px;width:{width:g}px;height:{height:g}px"
