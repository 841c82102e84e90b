"""Turns the title of a block into HTML that the browser breaks between clauses and words, never before a lone figure."""

import re

from dashboard.metrics.catalogue import METRICS
from dashboard.text.unbroken import unbroken_html

# Signs of a word that may stand by itself, and of a line of a phone, which a figure and the word before it share.
LEAST, TOGETHER = 4, 18
FIGURE_SIGNS = "0123456789−"
NAMES = sorted({one.label for one in METRICS.values() if len(one.label) >= LEAST}, key=len, reverse=True)
CLAUSES = re.compile(r"(?<=[，；：])")
WORDS = re.compile(rf"((?:{'|'.join(map(re.escape, NAMES))})、?)|(?<=、)|(?=（)|(?<=[一-鿿”）])(?=[\d−])")


def title_html(title: str) -> str:
    """The title in clauses and those in words, broken only where one is longer than the line: no 同 here and 比 there."""
    clauses = list(filter(None, CLAUSES.split(title)))
    return "".join(
        f"<span>{_clause_html(clause)}</span>" if len(clauses) > 1 else _clause_html(clause) for clause in clauses
    )


def _clause_html(clause: str) -> str:
    words = _words(clause)
    if len(words) == 1:
        return unbroken_html(clause)
    return "".join(f"<span>{unbroken_html(word)}</span>" for word in words)


def _words(clause: str) -> list[str]:
    """The parts that names of metrics, 、, brackets and figures tell; a short one joins the next."""
    words: list[str] = []
    for part in filter(None, WORDS.split(clause)):
        if words and _stand_together(words[-1], part):
            words[-1] += part
        else:
            words.append(part)
    return words


def _stand_together(word: str, part: str) -> bool:
    """Whether no line ends between them: the word is short, or the part is its figure."""
    if word.endswith("、"):
        return False
    return len(word) < LEAST or (part[0] in FIGURE_SIGNS and len(word + part) <= TOGETHER)
