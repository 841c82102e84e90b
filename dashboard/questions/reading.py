"""A question as it was typed → what it is understood to ask, the readings near to it, and what was not understood."""

from dataclasses import replace
from itertools import dropwhile

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.asking import MOST_NEAR, Asking, complete, near_to
from dashboard.questions.crossed import is_crossed
from dashboard.questions.follow import TAKEN_OVER, is_follow, take_over
from dashboard.questions.forms import asks_of_all
from dashboard.questions.heads import with_heads
from dashboard.questions.heard import Heard
from dashboard.questions.hearing import heard
from dashboard.questions.inside import held_around
from dashboard.questions.lexicon import lexicon
from dashboard.questions.meant import meanings
from dashboard.questions.neighbours import kind_of
from dashboard.questions.normal import breaks, normal, stops
from dashboard.questions.of_projects import of_projects
from dashboard.questions.outcome import Read, Wanted
from dashboard.questions.placing import placed, told_for
from dashboard.questions.refusing import NARROWED, UNBOUND, UNTAKEN, not_taken, refused
from dashboard.questions.segment import Segment
from dashboard.questions.segments import segments
from dashboard.questions.several import second_begins
from dashboard.questions.spans import spans
from dashboard.questions.splitting import take_pages, take_parts
from dashboard.questions.times import ahead, clock, cut_spans
from dashboard.questions.together import TOGETHER, clauses, together
from dashboard.questions.understood import Understood, span_word
from dashboard.questions.unread import guessed_words, narrowing, told_otherwise, whole
from dashboard.questions.unused import unused
from dashboard.questions.writing import written

REACHED = frozenset(("完成", "完成了", "达到", "达成", "达标"))
# Of which ones it is asked, these tell it as well.
REACHED_OF = REACHED | {"完成目标", "达到目标", "达成目标"}
CUT = "“{}”没有“{}”这样短的时期的数，没有作答；所在时期的见下"
# What is usually asked for, where a question names all but the metric.
USUAL = ("events_accepted", "closure_rate", "overdue_open", "gross_output", "employees")


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
    known = lexicon(warehouse)
    return with_heads(whole(segments(normal(typed), known, clock(warehouse, here), breaks(typed), stops(typed))), known)


def _of_named(asking: Asking, metrics: tuple[tuple[str, ...], ...]) -> tuple[Understood, ...]:
    """The plain question of each metric that was named, to ask instead."""
    return tuple(complete(asking, names[:1])[0] for names in metrics[:MOST_NEAR])


def _read(
    warehouse: Warehouse, typed: str, found: tuple[Segment, ...], here: Selection, earlier: Heard | None = None
) -> Read:
    text, said = normal(typed), heard(found, breaks(typed))
    if earlier:
        take_over(warehouse, said, earlier)
    places, left_out, others = placed(warehouse, said, here)
    take_parts(warehouse, said)
    take_pages(warehouse, said)
    meant = meanings(warehouse, found, said)
    refusal = refused(said, meant.unheld, meant.unknown, has_metric=bool(meant.metrics))
    asking = Asking(warehouse, said, places, left_out, here)
    if said.projects and not refusal:
        told = of_projects(warehouse, text, found, said, places, meant.unknown, here)
        return replace(told, near=_of_named(asking, meant.metrics) if told.refusal else ())
    if not meant.metrics or refusal or asks_of_all(said):
        usual = tuple((name,) for name in USUAL) if said.is_asking else ()
        near = _of_named(asking, tuple((name,) for name in meant.offered) or meant.metrics or usual)
        is_plain = not (said.orders or said.limits or said.rising or said.falling)
        is_listed = is_plain and (said.areas or said.says("list") or said.is_many)
        is_counted = bool(said.outer_level) and not (said.named or said.limits or said.rising or said.falling)
        level = said.level if is_listed or is_counted else ""
        if is_counted:
            inside = (place.area_code for code in places for place in held_around(warehouse, code, said.outer_level)[0])
            places = tuple(inside) or places
        named = tuple(one[0] for one in meant.metrics)
        times = spans(said.times, said.joins, clock(warehouse, here))
        period = times[-1].last if times else here.period
        reached = REACHED_OF if said.says("ranking") or said.says("list") else REACHED
        is_reached = not (said.is_missed or reached.isdisjoint(said.flags.get("target", ())))
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
            asked,
            bound=None,
            is_change=False,
            is_share=asked.is_share and len(asked.metrics) == 1,
            order="",
            is_summed=asked.is_summed and not is_crossed(asked),
            form="figure" if asked.form == "periods" else asked.form,
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
