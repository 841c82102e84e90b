"""Which numbers a text holds, and which the data give for a meeting: asked of the figures, not of the meeting's pages."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import ceil, floor

import openpyxl
from lxml import html
from pptx import Presentation

from dashboard.metrics.alert_rules import thresholds
from dashboard.metrics.areas import areas, children
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.attention import LISTED, inspect
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cut_off import cut_off
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import last_day_of, periods_between, shift
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.classes import class_breaks, class_of, class_texts
from dashboard.tables.grid_load import load_bands
from dashboard.tables.lists import new_items, open_needs
from dashboard.tables.matters import Standing, early_reports, standings, steps
from dashboard.tables.meetings import Meeting, joint_meetings_held
from dashboard.tables.milestones import Step
from dashboard.tables.sources import sources, version_line
from dashboard.tables.targets import progress, progress_of, targets_of
from dashboard.text.formats import change, is_number, number, percent, rounded
from dashboard.text.periods import period_label, period_short

# The words after a number that belong to it: 25.5 亿元, 110 天, 第 4 页.
COUNTED = ("项", "件", "天", "处", "页", "家", "个", "次", "期", "条", "个百分点", "种", "个节点", "家次", "个次")
MYRIADS = ("万亿", "亿", "万", "")
UNITS = sorted(
    {*COUNTED, "千瓦时", *(metric.unit.lstrip("万亿") for metric in METRICS.values())} - {""}, key=len, reverse=True
)
UNIT = "|".join(re.escape(f"{myriad}{unit}") for unit in UNITS for myriad in MYRIADS)
NUMBER = re.compile(
    r"(?<=数据版本[ ：])[0-9a-f]{8}"
    r"|\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?"
    r"|\d{2,4}年\d{1,2}—\d{1,2}月|\d{2,4}年\d{1,2}月(?:\d{1,2}日)?|\d{2,4}年第?[一二三四]季度|\d{4}Q\d|\d{4}年"
    # A sign or a qualifier is part of the number that it stands at.
    rf"|(?:超过?|约|近|逾|[<>≤≥−])?\d[\d,]*(?:\.\d+)?(?:\s?(?:{UNIT}|万亿|亿|万))?"
)
QUARTER_ENDS = """
    SELECT ends_on AS whole, least(ends_on, (SELECT max(starts_on) FROM mart.decision_timeline)) AS day
    FROM mart.reporting_quarters WHERE dataset = 'decisions' AND quarter = $quarter
"""
MAP_METRIC = "on_time_rate"
COUNT_WORDS = ("项", "件", "家", "个", "处", "家次", "个次")
# Numbers of the pages themselves: how many cards stand on the first one, how many rows of a long list, how many lowest
# places are named, and that every matter counts as one.
PAGES_OWN = ("4 项", "6 项", "8 项", "10 项", "3 处")
TREND_LENGTH = 12
# What a metric may be called in a sentence: its label, without the unit that follows the figure.
CALLED = {
    name: metric for metric in METRICS.values() for name in (metric.label.removesuffix(metric.unit), metric.label)
}
CALL = re.compile("|".join(map(re.escape, sorted(filter(None, CALLED), key=len, reverse=True))))


@dataclass(frozen=True)
class Expected:
    """Numbers that may stand anywhere, and those of each metric, which stand behind its name or where none is named."""

    anywhere: frozenset[str]
    of_metric: Mapping[str, frozenset[str]]

    def allows(self, found: str, before: str) -> bool:
        """Whether a number may stand behind the words `before`."""
        called = CALL.findall(before)
        sets = [self.of_metric[CALLED[called[-1]].name]] if called else self.of_metric.values()
        return found in self.anywhere or any(found in one for one in sets)


def numbers_in(text: str) -> list[str]:
    """Every number of a text with its unit, in order: `税收 6,757 万元，2025-09-19` gives `6,757万元` and the day."""
    return [found for found, _ in _numbers(text)]


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Every number with the words before it."""
    for match in NUMBER.finditer(text):
        # A minute keeps the space before it.
        yield match[0] if ":" in match[0] else re.sub(r"\s", "", match[0]), text[: match.start()]


def unexplained(texts: Iterable[str], expected: Expected) -> list[str]:
    """The numbers of the texts that the data do not give, each with the text that it stands in."""
    return [
        f"{found} in {text!r}"
        for text in texts
        for found, before in _numbers(text)
        if not expected.allows(found, before)
    ]


def table_texts(header: list[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Cells of a table as texts; a number stands between the name of its column and the unit in its header."""
    units = [match[1] if (match := re.search(r"（([^（）]*)）$", name)) else "" for name in header]
    yield from header
    for row in rows:
        for cell, name, unit in zip(row, header, units, strict=True):
            if cell is not None:
                text = f"{cell:,}".replace("-", "−") if isinstance(cell, int | float) else str(cell)
                yield f"{name} {text}{unit}" if re.fullmatch(r"[−\d][\d,.]*", text) else text


def deck_texts(content: bytes) -> Iterator[str]:
    """Everything that a deck says: shapes, tables, charts with the workbooks behind them, descriptions and notes."""
    for page in Presentation(io.BytesIO(content)).slides:
        for shape in page.shapes:
            yield shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""
            if shape.has_text_frame:
                yield shape.text_frame.text.replace("\n", " ")
            if shape.has_table:
                header, *rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
                yield from table_texts(header, rows)
            if shape.has_chart:
                yield from _chart_texts(shape.chart)
        yield from page.notes_slide.notes_text_frame.text.split("\n")


def screen_texts(slides: str) -> Iterator[str]:
    """Everything that the slides of the screen say; what lies behind a point is data of their own."""
    for section in html.fragments_fromstring(slides):
        for behind in section.xpath(".//template[not(@class='notes')]"):
            behind.drop_tree()
        for table in list(section.iter("table")):
            header, *rows = [[cell.text_content() for cell in row] for row in table.iter("tr")]
            yield from table_texts(header, rows)
            table.drop_tree()
        for card in section.find_class("card"):
            yield card.text_content()
            card.drop_tree()
        for one in section.iter("p", "h1", "h2", "h3", "li", "dd", "title", "text"):
            # Where a text was cut stands no number.
            yield re.sub(r"[\d-]*…$", "", " ".join(one.itertext()) if one.tag == "text" else one.text_content())


def _chart_texts(chart) -> Iterator[str]:
    # Its figures have their own digits, an axis those that tell its ticks apart.
    digits = chart._chartSpace.xpath(".//c:val//c:formatCode")[0].text.partition(".")[2]
    for series in chart.plots[0].series:
        shown = [None if one is None else f"{one:,.{len(digits)}f}" for one in series.values]
        yield from table_texts([series.name], [[one] for one in shown])
    yield from map(str, chart.plots[0].categories)
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    header, *rows = sheet.iter_rows(values_only=True)
    shown = [[f"{cell:,.{len(digits)}f}" if isinstance(cell, float | int) else cell for cell in row] for row in rows]
    yield from table_texts([name or "" for name in header], shown)


def expected_numbers(warehouse: Warehouse, meeting_id: str, area_code: str | None = None) -> Expected:
    """Every number that a document of the meeting may hold, as `numbers_in` writes it."""
    held = joint_meetings_held(warehouse)
    meeting = next(one for one in held if one.meeting_id == meeting_id)
    # Documents tell of the meeting's day.
    if before_its_end := cut_off(meeting.named_quarter, meeting.held_on):
        warehouse = warehouse.as_of(before_its_end)
    earlier = [one for one in held if one.area_code == meeting.area_code and one.held_on < meeting.held_on]
    before = max(earlier, key=lambda one: one.held_on, default=None)
    chosen = area_code or meeting.area_code
    anywhere = [
        *_of_meeting(warehouse, meeting, before),
        *_of_matters(warehouse, meeting, before, chosen),
        *_of_lists(warehouse, meeting, before, chosen),
        *_of_attention(warehouse, meeting, chosen),
        *_of_targets(warehouse, chosen, meeting.named_quarter),
        *_of_year(warehouse, chosen, meeting.named_quarter),
        *PAGES_OWN,
    ]
    of_metric = {
        metric.name: _told(_of_metric(warehouse, metric, meeting, before, chosen)) for metric in METRICS.values()
    }
    of_metric[MAP_METRIC] |= _told(_of_map(warehouse, meeting, chosen))
    return Expected(_told(anywhere), of_metric)


def _told(texts: Iterable[object]) -> frozenset[str]:
    return frozenset(found for text in texts for found in numbers_in(str(text)))


def _of_meeting(warehouse: Warehouse, meeting: Meeting, before: Meeting | None) -> Iterator[str]:
    yield version_line(warehouse)
    yield from (f"{place.name} {place.aliases}" for place in areas(warehouse).values())
    yield from (source.label for metric in METRICS.values() for source in sources(warehouse, metric))
    yield from (f"{metric.label} {metric.definition}{metric.caliber}" for metric in METRICS.values())
    yield "× 100%"
    quarters = [meeting.named_quarter, shift(meeting.named_quarter, 1 - TREND_LENGTH)]
    quarters += [before.named_quarter] if before else []
    for one in periods_between(min(quarters), max(quarters)):
        yield f"{one} {period_label(one)} {period_short(one)} {one[:4]}年"
    for one in filter(None, (meeting, before)):
        yield from (one.held_on, one.minutes_on, one.note, period_label(one.held_on.isoformat()))
    yield f"{meeting.units_expected} 家，{meeting.units_present} 家，{meeting.topics} 个，{meeting.decisions_listed} 项"
    if meeting.units_expected and meeting.units_present is not None:
        yield percent(meeting.units_present / meeting.units_expected * 100)
    yield f"{abs(meeting.days_after_quarter)} 天，{meeting.days_before_quarter} 天"
    held_on = meeting.held_on
    yield f"截至{held_on.month}月{held_on.day}日"
    # The months of an unfinished quarter that were complete on the day.
    first = 3 * int(meeting.named_quarter[-1]) - 2
    months = [month for month in range(first, first + 3) if date(held_on.year, month, 28) < held_on.replace(day=1)]
    yield f"{'，'.join(map(str, months))}；{len(months)} 个；{months[0]} 月" if months else ""
    for year in (f"{held_on.year}", f"{held_on.year % 100:02}"):
        yield f"{year}年{months[0]}月，{year}年{months[-1]}月，{year}年{months[0]}—{months[-1]}月" if months else ""
    # The day for which the quarter counts its matters.
    [ends] = warehouse.rows(QUARTER_ENDS, quarter=meeting.named_quarter)
    yield f"截至{ends['day'].month}月{ends['day'].day}日"


def _of_year(warehouse: Warehouse, area_code: str, quarter: str) -> Iterator[str]:
    """The output of the year so far, and its change against the same quarters of the year before."""
    output, first = METRICS["gross_output"], f"{quarter[:4]}Q1"
    found = cells(warehouse, output, (area_code,), grain="quarter", since=shift(first, -4), until=quarter)
    values = {one.period: one.value for one in found}
    now = [values.get(one) for one in periods_between(first, quarter)]
    then = [values.get(one) for one in periods_between(shift(first, -4), shift(quarter, -4))]
    if all(map(is_number, (*now, *then))) and sum(then):
        yield number(sum(now), output.unit, output.decimals)
        yield percent(abs(sum(now) / sum(then) - 1) * 100)


def _of_metric(
    warehouse: Warehouse, metric: Metric, meeting: Meeting, before: Meeting | None, area_code: str
) -> Iterator[str]:
    """The metric of the area in every quarter until the meeting's, with its changes and the periods' names."""
    if "quarter" not in metric.grains:
        return
    quarter = meeting.named_quarter
    against = {shift(quarter, -4), *([before.named_quarter] if before and before.named_quarter < quarter else [])}
    # A running total tells what came to it, where there was no meeting before since the quarter before.
    against |= {shift(quarter, -1)} if metric.only_grows else set()
    first = min((*against, shift(quarter, 1 - TREND_LENGTH)))
    found = cells(warehouse, metric, (area_code,), grain="quarter", since=first, until=quarter)
    of = {cell.period: cell for cell in found}
    for cell in found:
        yield from _written(metric, cell.value, cell.value_high)
        yield period_label(cell.as_of or "")
    for earlier in against:
        yield from _changes(metric, of[quarter], of[earlier])
    yield from _of_target(warehouse, metric, area_code, quarter)
    trend = [cell.value for cell in found][-TREND_LENGTH:]
    # A trend begins with the first period that its form knows.
    gaps = [sum(not is_number(value) for value in trend[place:]) for place in range(len(trend))]
    yield from (f"{count} 期" for count in (_streak(trend), *gaps))


def _of_target(warehouse: Warehouse, metric: Metric, area_code: str, quarter: str) -> Iterator[str]:
    """How the metric's target of the year stands: what is set, what part of it is reached, and how far that is from where."""
    one = progress_of(warehouse, metric.name, area_code, quarter)
    if one is None or not isinstance(one.reached, Qualified):
        return
    yield from (f"{number(value, metric.unit, metric.decimals)}" for value in (one.target.aim, one.due))
    yield number(one.target.aim, metric.unit, 0)
    yield number(float(one.reached.low), metric.unit, metric.decimals)
    for figure, unit, decimals in (
        (one.completion, "%", 1),
        (one.lead, "个百分点", 1),
        (one.gap, "个百分点" if metric.unit == "%" else metric.unit, metric.decimals),
    ):
        ends = (figure.low, figure.high) if isinstance(figure, Qualified) else ()
        yield from (number(abs(float(end)), unit, decimals) for end in ends if end is not None)
        # An end that its qualifier leaves open is rounded outward.
        step = 10**-decimals
        yield from (
            number(towards(abs(float(end)) / step) * step, unit, decimals)
            for end in ends
            if end is not None
            for towards in (floor, ceil)
        )


def _of_targets(warehouse: Warehouse, area_code: str, quarter: str) -> Iterator[str]:
    """How many targets the area has in the year, and how many of them stand in each way."""
    found = [progress(warehouse, one, quarter) for one in targets_of(warehouse, area_code, quarter)]
    known = [one.state for one in found if isinstance(one.reached, Qualified)]
    yield from (f"{count} 项" for count in (len(known), *(known.count(state) for state in set(known))))


def _written(metric: Metric, *values: object) -> Iterator[str]:
    """As text (万 and 亿) and as a cell of a table; the headlines' table has two decimals."""
    for value in filter(is_number, values):
        yield number(value, metric.unit, metric.decimals)
        yield f"{rounded(value, metric.decimals):,f}{metric.unit}".replace("-", "−")
        yield f"{rounded(value, 2):,f}"


def _changes(metric: Metric, now: Cell, then: Cell) -> Iterator[str]:
    if is_number(now.value) and is_number(then.value):
        yield change(now.value, then.value, metric.unit).amount
        yield change(now.value, then.value, metric.unit, kind="absolute").amount


def _streak(values: list) -> int:
    """How many of the last steps went the same way."""
    known = []
    for value in reversed(values):
        if not is_number(value):
            break
        known.append(value)
    signs = [(later > earlier) - (later < earlier) for later, earlier in zip(known, known[1:], strict=False)]
    return next((place for place, sign in enumerate(signs) if sign == 0 or sign != signs[0]), len(signs))


def _of_matters(warehouse: Warehouse, meeting: Meeting, before: Meeting | None, area_code: str) -> Iterator[str]:
    since = before.held_on if before else meeting.held_on
    found = [one for one in standings(warehouse, area_code, meeting.held_on, since) if not one.was_closed]
    told = steps(warehouse, [one.decision_id for one in found], meeting.held_on)
    early = early_reports(warehouse, [one.decision_id for one in found])
    yield from (day for days in early.values() for day in days)
    for one in found:
        yield from (one.decision_id, one.title, one.task, one.responsible_unit, one.node, one.next_node, one.note)
        yield from (one.decided_on, one.original_due_on, one.due_on, one.updated_on, one.next_due_on, one.closed_on)
        yield f"{one.plan_changes} 次，{one.progress_pct}%，{one.earlier_progress_pct}%，{one.overdue_days} 天"
        if one.closed_on:
            yield f"{(one.closed_on - one.original_due_on).days} 天"
        yield from _of_nodes(told[one.decision_id], meeting.held_on)
    yield from (f"{count} 项" for count in _counts(found, meeting))


def _of_nodes(told: tuple[Step, ...], day: date) -> Iterator[str]:
    """The day first planned for each node, the day on which it was first reached for good, and the days between."""
    back = [later for earlier, later in pairwise(told) if earlier.status == "已办结" != later.status]
    yield from (step.reported_on for step in told if step.status == "已办结")
    yield from (step.reported_on for step in back)
    for name in {name for step in told for name in (step.node, step.next_node) if name}:
        arrived = [
            step.reported_on
            for step in told
            if step.node == name
            and not (step.status == "已办结" and any(one.reported_on > step.reported_on for one in back))
        ]
        reached = next(iter(arrived), None)
        plans = [step for step in told if step.next_node == name and not (reached and step.reported_on >= reached)]
        planned = next((step.next_due_on for step in plans if step.next_due_on), None)
        moved = [step.next_due_on for step in told if step.next_node == name and step.next_due_on]
        yield from (name, planned, reached, *moved[-1:])
        if planned:
            yield f"{((reached or day) - planned).days} 天"
    yield f"{len(told)} 个节点"


def _counts(found: list[Standing], meeting: Meeting) -> Iterator[int]:
    """How many matters there are of every kind, each kind by itself and each matter under its most urgent one."""
    still = [one for one in found if one.is_open]
    blocked = {one.decision_id for one in still if one.status == "受阻"}
    late = {one.decision_id for one in still if one.overdue_days}
    unmoved = {one.decision_id for one in still if one.is_unmoved}
    new = {one.decision_id for one in still if one.is_new}
    troubled = blocked | late | unmoved
    whole = {one.decision_id for one in still}
    yield from map(len, (found, still, blocked, late, blocked & late, unmoved, new, troubled))
    yield from map(len, (late - blocked, unmoved - late - blocked, new - troubled, whole - troubled - new))
    yield len(found) - len(still)
    yield sum(one.meeting_id == meeting.meeting_id for one in found)
    yield sum(one.updated_on == one.decided_on and not one.is_new for one in found)
    # What the meeting is asked for: every matter in trouble and the listed cases.
    yield from (len(troubled) + cases for cases in range(LISTED + 1))


def _of_lists(warehouse: Warehouse, meeting: Meeting, before: Meeting | None, area_code: str) -> Iterator[str]:
    quarter_began = date(int(meeting.named_quarter[:4]), 3 * int(meeting.named_quarter[-1]) - 2, 1)
    since = before.held_on if before else date.fromordinal(quarter_began.toordinal() - 1)
    found = new_items(warehouse, area_code, since, meeting.held_on)
    yield since
    for one in found:
        yield from (one.title, one.raised_on, one.due_on, one.responsible_unit)
    kinds = [one.list_kind for one in found]
    yield f"{len(found)} 项，其余 {len(found) - 10} 项"
    yield from (f"{kinds.count(kind)} 项" for kind in set(kinds))


def _of_map(warehouse: Warehouse, meeting: Meeting, area_code: str) -> Iterator[str]:
    """The mapped places' values, the borders of their classes and how many are in each."""
    metric = METRICS[MAP_METRIC]
    for around in (area_code, meeting.area_code):
        for level in ("网格", "三区单元"):
            codes = tuple(place.area_code for place in children(warehouse, around, level) if place.is_in_scope)
            if not codes:
                continue
            quarter = meeting.named_quarter
            found = cells(warehouse, metric, codes, grain="quarter", since=quarter, until=quarter)
            known = [cell.value for cell in found if is_number(cell.value)]
            breaks = class_breaks(known, 5, metric.decimals)
            yield from class_texts(known, breaks, metric.unit, metric.decimals)
            yield from (text for value in known for text in _written(metric, value))
            # How many are written like the highest and like the lowest.
            ends = [rounded(value, metric.decimals) for value in known]
            yield from (f"{ends.count(end)} 个" for end in {max(ends, default=0), min(ends, default=0)})
            classes = [class_of(value, breaks) for value in known]
            yield from (f"{classes.count(one)} 处" for one in set(classes))
            yield f"{len(codes)} 处，{len(codes) - len(known)} 处，{len(known)} 处，{min(3, len(known))} 处"
            absent = [cell.value for cell in found if not is_number(cell.value)]
            yield from (f"{absent.count(word)} 处" for word in set(absent))


def _of_attention(warehouse: Warehouse, meeting: Meeting, area_code: str) -> Iterator[str]:
    inspection = inspect(warehouse, Selection(area_code, meeting.named_quarter))
    yield from (bands.ceiling for bands in load_bands(warehouse).values())
    # Decided matters are told one by one.
    cases = [case for case in inspection.cases if case.rule.name != "late_decisions"]
    floor = thresholds(warehouse)["及时率偏低"]
    yield f"{len(cases)} 件，{LISTED} 件，{floor.due_at_least} 件，{floor.limit:.0f}%"
    [ends] = warehouse.rows(QUARTER_ENDS, quarter=meeting.named_quarter)
    # How many units have what is late, of lists at the end of the last month that was complete.
    before_its_end = cut_off(meeting.named_quarter, meeting.held_on)
    until = last_day_of(before_its_end.months_of(meeting.named_quarter)[-1]) if before_its_end else ends["whole"]
    late = [one for one in open_needs(warehouse, area_code, until) if one.overdue_days]
    matters = [one for one in standings(warehouse, area_code, ends["day"], ends["day"]) if one.overdue_days]
    yield from (f"{len({one.responsible_unit for one in found})} 个" for found in (late, matters))
    for case in cases:
        yield from _written(METRICS[case.rule.metric], case.value)
        for count in filter(is_number, (case.value, case.base, case.pressing)):
            yield from (f"{number(count)} {word}" for word in COUNT_WORDS)


def with_pages(expected: Expected, pages: int) -> Expected:
    """Also what so many pages say of themselves: 第 2 页，共 3 页; 各主题（11 页）."""
    return replace(expected, anywhere=expected.anywhere | {f"{page}页" for page in range(1, pages + 1)})
