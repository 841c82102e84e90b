"""Turns the targets of the meeting's area into what its papers tell: how many are met, how many behind, which furthest."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from dashboard.meeting.context import Context
from dashboard.metrics.absence import Absence
from dashboard.metrics.target import Progress
from dashboard.tables.targets import progress, progress_of, targets_of
from dashboard.text.joined import Sources
from dashboard.views.table import Footer
from dashboard.views.targets import clause, completed, reached_words, so_far, standing
from dashboard.views.view import origins_in

FORM = "年度目标"


def standings(given: Context) -> tuple[Progress, ...]:
    """The area's own targets of which anything is known, the furthest behind first."""
    own = targets_of(given.warehouse, given.area_code, given.quarter)
    found = [progress(given.warehouse, one, given.quarter) for one in own]
    known = [one for one in found if not isinstance(one.reached, Absence)]
    return tuple(sorted(known, key=lambda one: (one.distance, one.target.metric.name)))


def behind_of(given: Context, metric_name: str) -> Progress | None:
    """The target of the metric where it is behind, None where it is not or there is none."""
    found = progress_of(given.warehouse, metric_name, given.area_code, given.quarter)
    return found if found is not None and found.state == "behind" else None


def behind(told: Sequence[Progress]) -> tuple[Progress, ...]:
    """Those that are behind, the furthest first."""
    return tuple(one for one in told if one.state == "behind")


def met_words(told: Sequence[Progress]) -> str:
    """How many are met; nothing where none is."""
    met = sum(one.state == "met" for one in told)
    return f"{FORM}{len(told)}项中已完成{met}项" if met else ""


def behind_words(told: Sequence[Progress], named: int = 1, already: Collection[str] = ()) -> str:
    """How many are behind, and the furthest of them but those that stand `already` before; nothing where none is."""
    slow = behind(told)
    if not slow:
        return ""
    which = "均" if len(slow) == len(told) else f"中{len(slow)}项"
    how = "未完成" if all(one.is_over for one in told) else "落后"
    rest = [one for one in slow if one.target.metric.name not in already][:named]
    worst = "；".join(map(_in_brackets if named == 1 else clause, rest))
    furthest = "差得最多的是" if tuple(rest) == slow[:named] else "除上述外差得最多的是"
    # What is reported by month is told of fewer months than the rest, where the quarter was not over.
    when = so_far(slow[0]) if len({one.last_month for one in told}) == 1 else "年初以来"
    return f"{when}{FORM}{len(told)}项{which}{how}" + (f"，{furthest}{worst}" if worst else "")


def _in_brackets(one: Progress) -> str:
    """The target within a sentence that goes on."""
    told = completed(one) if one.target.is_higher_better else reached_words(one)
    return f"{one.target.metric.label}（{told}，{standing(one)}）"


def with_targets(footer: Footer, told: Sequence[Progress]) -> Footer:
    """The footer with the form of targets, where any of them is told."""
    if not told:
        return footer
    forms = footer.source.parts if isinstance(footer.source, Sources) else (footer.source,)
    origins = {*footer.origins, *(origin for one in told for origin in one.origins)}
    return replace(footer, source=Sources(*forms, FORM), origins=origins_in(origins))
