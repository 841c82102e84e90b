"""What is wrong and where → HTML in which nothing of a file is markup: the words, the places, the rows with marked cells."""

from collections.abc import Container
from dataclasses import dataclass

import etl
from dashboard.text.formats import escape_html

SHOWN_PLACES = 6


@dataclass(frozen=True)
class Group:
    """The same thing said of one or more places."""

    problems: tuple["etl.Problem", ...]

    @property
    def first(self) -> "etl.Problem":
        """The problem that speaks for all."""
        return self.problems[0]

    @property
    def files(self) -> tuple[str, ...]:
        """The files in which it is, each once."""
        return tuple(dict.fromkeys(problem.file for problem in self.problems))


def group_html(group: Group, excerpt: "etl.Excerpt | None") -> str:
    """What is wrong, where, what to do, and the rows of the first place with the cells marked."""
    first = group.first
    kind = "late" if first.level in etl.BLOCKING else ""
    places = [_place(problem) for problem in group.problems]
    more = f"等{len(places)}处" if len(places) > SHOWN_PLACES else ""
    where = "；".join(filter(None, places[:SHOWN_PLACES]))
    return (
        f'<section class="problem"><p class="what"><span class="tag {kind}">{etl.LEVEL_LABELS[first.level]}</span> '
        f"<b>{escape_html(first.message)}</b>{escape_html(first.remedy)}</p>"
        f'<p class="note">{escape_html(where)}{more}</p>{excerpt_html(excerpt) if excerpt else ""}</section>'
    )


def _place(problem: "etl.Problem") -> str:
    sheet = f"工作表“{problem.sheet}”" if problem.sheet else ""
    return " · ".join(filter(None, (problem.file, sheet, problem.place)))


def excerpt_html(excerpt: "etl.Excerpt") -> str:
    """Some rows of a sheet as it looks there: column letters on top, row numbers at the left, marked cells."""
    kept = _near(excerpt)
    head = "".join(f'<th scope="col"{_class(letter not in kept, "far")}>{letter}</th>' for letter in excerpt.letters)
    body = "".join(
        f'<tr class="{"header" if number == excerpt.header_row else ""}"><th scope="row">{number}</th>'
        + "".join(
            f"<td{_cell_class(excerpt, kept, number, letter)}>{escape_html(text)}</td>"
            for letter, text in zip(excerpt.letters, texts, strict=True)
        )
        + "</tr>"
        for number, texts in excerpt.rows
    )
    told = [f"{'、'.join(excerpt.hidden)}列含个人信息，不显示。"] if excerpt.hidden else []
    told += [f"另有{excerpt.more:,}行也是这样。"] if excerpt.more else []
    more = f'<p class="note">{"".join(told)}</p>' if told else ""
    return (
        '<div class="excerpt" tabindex="0"><table><thead><tr><th aria-label="行号"></th>'
        f"{head}</tr></thead><tbody>{body}</tbody></table></div>{more}"
    )


def _near(excerpt: "etl.Excerpt") -> set[str]:
    """What a phone shows: the columns by which a row is known, the first where none is, and the marked ones."""
    return {*(excerpt.keys or excerpt.letters[:1]), *(cell.rstrip("0123456789") for cell in excerpt.marked)}


def _cell_class(excerpt: "etl.Excerpt", kept: Container[str], number: int, letter: str) -> str:
    if f"{letter}{number}" in excerpt.marked:
        return ' class="marked" title="要改的格子"'
    return _class(letter not in kept, "far")


def _class(is_so: bool, name: str) -> str:
    return f' class="{name}"' if is_so else ""
