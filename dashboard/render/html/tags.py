"""Elements of HTML as text, with what comes from data escaped."""

from dashboard.meeting.layouts import Box
from dashboard.text.formats import escape_html
from dashboard.text.unbroken import unbroken_html

# Elements that hold text and no elements.
TEXT_ONLY = frozenset({"title", "text", "tspan"})


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
    """An element around a text; where it holds elements, figures stay with their units."""
    return tag(name, escape_html(text) if name in TEXT_ONLY else unbroken_html(text), **attributes)


def boxed(kind: str, inner: str, box: Box, **attributes: str | None) -> str:
    """An element in a box of the body, in pixels; nothing in it reaches beyond."""
    return tag("div", inner, class_=f"box {kind}", style=at(box), **attributes)


def at(box: Box) -> str:
    """The style that sets an element into a box, in pixels."""
    return f"left:{box.left:g}px;top:{box.top:g}px;width:{box.width:g}px;height:{box.height:g}px"
