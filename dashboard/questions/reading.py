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
from dashboard.questions.normal import breaks, normal, pair
from dashboard.questions.periods import spans
from dashboard.questions.placing import placed, told_for
from dashboard.questions.project_words import LATE
from dashboard.questions.segments import Segment, segments
from dashboard.questions.senses import Kind
from dashboard.questions.several import second_begins
from dashboard.questions.times import ahead, clock, cut_spans
from dashboard.questions.together import TOGETHER, clauses, together
from dashboard.questions.understood import Understood, span_word, written
from dashboard.questions.unread import guessed_words, narrowing, told_otherwise, whole
from dashboard.questions.unused import NARROWED, UNBOUND, UNTAKEN, not_taken, refused, unused

REACHED = frozenset(("完成", "完成了", "达到", "达成", "达标"))
CUT = "“{}”没有“{}”这样短的时期的数，没有作答；所在时期的见下"
NO_PROJECTS = "项目只能按区域、类别和状态列出，没有作答；各项目的节点和进度见“资产项目”"
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
    whose targets or reports, `projects` in which state projects of which `kinds` at the end of the `period`, where it is told `is_within`. `is_follow` where something was taken over from the question before.
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
    projects: str = ""
    kinds: tuple[str, ...] = ()
    period: str = ""
    is_within: bool = False

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
    if (pieces := clauses(found)) and (both := _together(warehouse, typed, found, pieces, here)):
        return both
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


def _not_taken(asking: Asking, asked: Understood) -> str:
    """Why a time or a condition that was understood cannot be kept."""
    cut = cut_spans(asking.warehouse, asked.metric, asking.said, asking.here)
    if cut and asked.form != "definition":
        return CUT.format(asked.metric.label, span_word(cut[0]))
    return not_taken(asking.said, asked)


def _of_projects(
    warehouse: Warehouse,
    text: str,
    found: tuple[Segment, ...],
    said: Heard,
    places: tuple[str, ...],
    unknown: tuple[str, ...],
    here: Selection,
) -> Read:
    """The projects that are asked for; none where a condition is said that their register cannot keep."""
    times = spans(said.times, said.joins, clock(warehouse, here))
    kinds = tuple(part for values in said.part_words for column, part in map(pair, values[1]) if column == "kind")
    period = times[-1].last if times else here.period
    kept = (
        said.projects[-1] if len(set(said.projects)) == 1 else next((one for one in said.projects if one != "all"), "")
    )
    is_late = bool(said.named) and LATE.issuperset(said.named)
    kept = "late" if is_late and kept == "all" else kept
    told = Read(
        text, found, None, (), places, unknown, projects=kept, kinds=kinds, period=period, is_within=bool(times)
    )
    conditions = [*(limit.text for limit in said.limits), *said.orders, said.rising, said.falling, said.level]
    is_kept = (
        not any(conditions)
        and len(places) == 1
        and len(kinds) == len(said.part_words)
        and not (unknown or (said.is_firm and not is_late))
    )
    return told if is_kept else replace(told, projects="", refusal=NO_PROJECTS)


def _together(
    warehouse: Warehouse,
    typed: str,
    found: tuple[Segment, ...],
    pieces: tuple[tuple[Segment, ...], ...],
    here: Selection,
) -> Read | None:
    """The question of all its conditions together, or why it is not answered; None where a piece of it is no question."""
    told = [_read(warehouse, typed, piece, here) for piece in pieces]
    asked = [one.asked for one in told if one.asked is not None]
    joint = together(asked) if len(asked) == len(told) else None
    notes = tuple(dict.fromkeys(note for one in told for note in one.notes))
    unknown = tuple(dict.fromkeys(word for one in told for word in one.unknown))
    first = replace(told[0], segments=found, notes=notes, unknown=unknown)
    if joint is not None:
        return replace(first, asked=joint, near=tuple(asked))
    if not asked:
        return None
    labels = "、".join(one.metric.label for one in asked)
    why = next((one.refusal for one in told if one.refusal), "") or TOGETHER.format(labels)
    return replace(first, asked=None, near=tuple(asked), refusal=why, notes=())


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
    if said.projects and not refusal:
        return _of_projects(warehouse, text, found, said, places, meant.unknown, here)
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
    if why := (f"{notes[0]}没有作答" if is_untold and notes else _not_taken(asking, asked)):
        plain = replace(
            asked, bound=None, is_change=False, order="", form="figure" if asked.form == "periods" else asked.form
        )
        offered = tuple(replace(plain, areas=(code,)) for alike in said.alike[:1] for code in alike) or (plain,)
        return Read(text, found, None, offered[:MOST_NEAR], places, meant.unknown, refusal=why)
    meant = replace(meant, unknown=told_otherwise(asked.metric, meant.unknown))
    if asked.form != "definition" and (word := narrowing(found, meant.unknown, breaks(typed))):
        offered = (asked, *near_to(asking, asked, meant.metrics, others))[:MOST_NEAR]
        return Read(text, found, None, offered, places, meant.unknown, refusal=NARROWED.format(word))
    is_held = asked.order or asked.is_change or said.is_split or said.comparison
    if meant.is_by_parts and said.degree and not is_held:
        return Read(text, found, None, (asked,), places, meant.unknown, refusal=NARROWED.format(said.degree_word))
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
