"""Turns figures of several themes that are discussed together into a page of cards each."""

from dataclasses import dataclass, replace

from dashboard.meeting.context import Context, cell
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import metric_drills
from dashboard.meeting.figures import changes_of, compared_line, compared_table, joint_footer, months_line
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Headline
from dashboard.meeting.telling import clause, foremost
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import read
from dashboard.text.formats import is_number, written

CARDS = 8


@dataclass(frozen=True)
class Digest:
    """A page of cards: its key, what it is called, and the metrics that it may show, the first ones first."""

    key: str
    name: str
    metrics: tuple[str, ...]


def digest_slide(given: Context, digest: Digest) -> Slide | None:
    """The page, None where nothing of it is known in the quarter."""
    metrics = [
        metric
        for metric in map(named_metric, digest.metrics)
        if is_number(read(given.warehouse, metric.name, given.selection).value)
    ][:CARDS]
    if not metrics:
        return None
    quarter = given.quarter
    shown = tuple(
        Headline(
            metric.label,
            written(cell(given, metric, quarter).value, metric.unit, metric.decimals),
            changes_of(given, metric),
        )
        for metric in metrics
    )
    return Slide(
        key=f"digest-{digest.key}",
        name=digest.name,
        title=f"{digest.name}：{_finding(given, metrics)}",
        subtitle=" · ".join(filter(None, (compared_line(given, shown), months_line(given, metrics)))),
        headlines=shown,
        table=compared_table(given, metrics),
        row_keys=tuple(metric.name for metric in metrics),
        drills=tuple(
            replace(metric_drills(given, metric, [quarter])[quarter], point=metric.name) for metric in metrics
        ),
        footer=joint_footer(given, metrics),
    )


def _finding(given: Context, metrics: list[Metric]) -> str:
    """The figure that moved most for the better and the one that moved most for the worse, told together."""
    better, worse = foremost(given, [metric.name for metric in metrics])
    told = [one.words for one in (*better[:1], *worse[:1])]
    return "；".join(told) or clause(read(given.warehouse, metrics[0].name, given.selection))


def digest_kind(digest: Digest, place: int) -> SlideKind:
    """The kind of slide that shows the digest, by its key."""
    return SlideKind(
        name=digest.key,
        place=place,
        title=digest.name,
        section="重点工作",
        is_listed_by_name=True,
        layouts=("cards",),
        make=lambda given: filter(None, (digest_slide(given, digest),)),
    )
