"""A question as it was typed → what it is understood to ask, the readings near to it, and what was not understood."""

from dataclasses import dataclass, replace
from itertools import dropwhile

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.asking import MOST_NEAR, Asking, complete, near_to
from dashboard.questions.choosing import take_parts
from dashboard.questions.follow import TAKEN_OVER, is_follow, take_over
from dashboard.questions.forms import asks_of_all
from dashboard.questions.heard import Heard
from dashboard.questions.hearing import heard
from dashboard.questions.lexicon import lexicon
from dashboard.questions.meant import meanings
from dashboard.questions.neighbours import kind_of
from dashboard.questions.normal import breaks, normal
from dashboard.questions.periods import spans
from dashboard.questions.placing import placed, told_for
from dashboard.questions.segments import Segment, segments
from dashboard.questions.senses import Kind
from dashboard.questions.several import second_begins
from dashboard.questions.times import ahead, clock
from dashboard.questions.understood import Understood, written
from dashboard.questions.unread import guessed_words, narrowing, whole
from dashboard.questions.unused import NARROWED, UNBOUND, UNTAKEN, not_taken, refused, unused

REACHED = frozenset(("完成", "完成了", "达到", "达成", "达标"))
# What is usually asked for, where a question names all but the metric.
USUAL = ("events_accepted", "closure_rate", "overdue_open", "gross_output", "employees")


@dataclass(frozen=True)
class Wanted:
    """Of which period, metrics and areas targets or reports are asked for; `is_missed` where only those that are behind, `is_reached` those that are not."""

    period: str
    metrics: tuple[str, ...] = ()
    level: str = ""
    is_missed: bool = False
    is_reached: bool = False


@dataclass(frozen=True)
class Read:
    """A question as it was read: `asked` where a metric was understood, `near` what else it may ask, surest first.

    `unknown` are the words that were not understood, `notes` what could not be taken as it was said; `refusal` says why
    a question that was understood is not answered. `level` are the areas that are asked for without a metric, `wanted`
    whose targets or reports. `is_follow` where something was taken over from the question before.
    """

    text: str
    segments: tuple[Segment, ...]
    asked: Understood | None
    near: tuple[Understood, ...]
    areas: tuple[str, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...] = ()
    refusal: str = ""
    level: str = ""
    wanted: Wanted | None = None
    is_list: bool = False
    is_follow: bool = False

    def asks(self, kind: Kind) -> bool:
        """Whether a word of that kind was said."""
        return any(sense.kind == kind for one in self.segments for sense in one.senses)


def read(warehouse: Warehouse, typed: str, here: Selection, after: str = "") -> Read:
    """The question as it is read on a page that shows `here`, which gives whatever is not said.

    One that goes on from the question `after` takes over from that what it does not say.
    Of two questions in one the first is read; the other is the nearest to it, and said so.
    """
    text = normal(typed)
    found = _segments(warehouse, typed, here)
    earlier = heard(_segments(warehouse, after, here), breaks(after)) if after else Heard()
    if earlier.metrics and is_follow(text, heard(found, breaks(typed))):
        told = _read(warehouse, typed, found, here, earlier)
        return replace(told, is_follow=True, notes=(TAKEN_OVER.format(after), *told.notes))
    begins = second_begins(found)
    if not begins:
        return _read(warehouse, typed, found, here)
    behind = tuple(dropwhile(lambda one: kind_of(one) == "compared", found[begins:]))
    first, second = (_read(warehouse, typed, told, here) for told in (found[:begins], behind))
    if first.asked is None or second.asked is None:
        return _read(warehouse, typed, found, here)
    is_placed = any(sense.kind == "area" for one in found[begins:] for sense in one.senses[:1])
    other = second.asked if is_placed else replace(second.asked, areas=first.asked.areas)
    return replace(
        first,
        segments=found,
        near=tuple(dict.fromkeys((other, *first.near)))[:MOST_NEAR],
        unknown=(*first.unknown, *second.unknown),
        notes=(f"一次答一问，另一问请分开问：{written(warehouse, other)}", *first.notes),
    )


def _segments(warehouse: Warehouse, typed: str, here: Selection) -> tuple[Segment, ...]:
    return whole(segments(normal(typed), lexicon(warehouse), clock(warehouse, here), breaks(typed)))


def _read(
    warehouse: Warehouse, typed: str, found: tuple[Segment, ...], here: Selection, earlier: Heard | None = None
) -> Read:
    text, said = normal(typed), heard(found, breaks(typed))
    if earlier:
        take_over(warehouse, said, earlier)
    places, left_out, others = placed(warehouse, said, here)
    take_parts(warehouse, said)
    meant = meanings(warehouse, found, said)
    refusal = refused(said, meant.unheld, meant.unknown, has_metric=bool(meant.metrics))
    asking = Asking(warehouse, said, places, left_out, here)
    if not meant.metrics or refusal or asks_of_all(said):
        names = meant.offered or (USUAL if said.is_asking else ())
        near = tuple(complete(asking, (name,))[0] for name in names[:MOST_NEAR])
        is_plain = not (said.orders or said.limits or said.rising or said.falling)
        level = said.level if is_plain and (said.areas or said.says("list") or said.is_many) else ""
        named = tuple(one[0] for one in meant.metrics)
        times = spans(said.times, said.joins, clock(warehouse, here))
        period = times[-1].last if times else here.period
        is_reached = not (said.is_missed or REACHED.isdisjoint(said.flags.get("target", ())))
        wanted = Wanted(period, named, said.level, said.is_missed, is_reached) if asks_of_all(said) else None
        notes = (
            *told_for(warehouse, said, places),
            *((UNTAKEN.format(said.limits[0].text),) if wanted and said.limits else ()),
        )
        return Read(text, found, None, near, places, meant.unknown, notes, refusal, level, wanted)
    asked, notes = complete(asking, tuple(dict.fromkeys(one[0] for one in meant.metrics)))
    is_asked_so = (
        said.says("when") if asked.form == "trend" else said.is_whether and asked.form == "figure" and not asked.late
    )
    is_narrowed = asked.form in ("ranking", "parts") or is_asked_so
    if said.limits and asked.bound is None and is_narrowed:
        why = UNBOUND.format(asked.metric.label, asked.metric.unit, "、".join(limit.text for limit in said.limits))
        return Read(text, found, None, (asked,), places, meant.unknown, refusal=why)
    is_untold = bool(said.dimensions) and not (asked.by or said.level) and asked.form in ("ranking", "figure")
    if why := (f"{notes[0]}没有作答" if is_untold and notes else not_taken(said, asked)):
        plain = replace(
            asked, bound=None, is_change=False, order="", form="figure" if asked.form == "periods" else asked.form
        )
        return Read(text, found, None, (plain,), places, meant.unknown, refusal=why)
    if asked.form != "definition" and (word := narrowing(found, meant.unknown, breaks(typed))):
        offered = (asked, *near_to(asking, asked, meant.metrics, others))[:MOST_NEAR]
        return Read(text, found, None, offered, places, meant.unknown, refusal=NARROWED.format(word))
    if meant.is_by_parts:
        notes = (f"没有说指标，按“{asked.metric.label}”回答", *notes)
    return Read(
        text,
        found,
        asked,
        near_to(asking, asked, meant.metrics, others),
        places,
        meant.unknown,
        (
            *guessed_words(found),
            *told_for(warehouse, said, places),
            *notes,
            *ahead(warehouse, asked, here),
            *unused(said, asked),
        ),
        is_list=said.says("list"),
    )
