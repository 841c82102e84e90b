"""Downloads of the page 园区产出 → the figures in them as somebody reads them: an interval for each, by what it is of."""

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import openpyxl

from dashboard.metrics.areas import area_name, areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.course import way_of
from dashboard.metrics.periods import within
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.selection import Selection, known_periods
from dashboard.metrics.target import Target
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.xlsx.exports import to_csv
from dashboard.render.xlsx.workbook import to_xlsx
from dashboard.tables.targets import progress
from dashboard.text.formats import is_number
from dashboard.text.periods import period_label
from dashboard.views.kinds.area_map import short_name
from dashboard.views.kinds.further import further_table
from dashboard.views.park_output import places
from dashboard.views.park_output.land import DOTS, land_view
from dashboard.views.table import Footer, Table
from etl.aims import AIMS

FAMILY = "enterprises"
PROTECTED = {
    metric.label: metric for metric in METRICS.values() if metric.protection and metric.protection.family == FAMILY
}
DIMENSIONS = {"行业": "industry", "规模": "scale", "公开属性": "disclosure"}
MYRIADS = {"": 1.0, "万": 1e4, "亿": 1e8}
WRITTEN = re.compile(r"(?P<number>[−-]?[\d,]+(?:\.(?P<decimals>\d+))?)\s*(?P<myriad>[万亿]?)(?P<unit>\S*)")
MEASURED = re.compile(r"(?P<label>.*)（(?P<unit>[^（）]*)）")
# What the columns of the table of land are of the metric 亩均产值.
LAND = {"同口径用地（亩）": "denominator", "总产值（万元）": "numerator", "亩均产值（万元/亩）": ""}
PLACES, NAMED = "园区、村、厂区", "具名企业"


@dataclass(frozen=True)
class Figure:
    """What is read of a metric of an area in a period, of one part or of the whole: between `low` and `high`.

    Both are NaN where a word stands in place of the number. `side` is empty for the metric itself, else what it is made of.
    """

    metric: str
    area_code: str
    period: str
    dimension: str
    part: str
    low: float
    high: float
    side: str = ""

    @property
    def is_number(self) -> bool:
        """Whether a number is shown."""
        return not math.isnan(self.low)


def downloads(warehouse: Warehouse, selection: Selection) -> Iterator[list[list[str]]]:
    """The lines, header first, of every table of the page that can be downloaded, read from both of its files."""
    listed = places.units(warehouse, selection.area_code).places
    makings = [making for name in places.OUTPUTS for making in places.output_trends(warehouse, name, selection)]
    makings += [making for name in places.OUTPUTS for making in places.output_parts(warehouse, name, selection)]
    views = [making() if callable(making) else making for making in makings]
    views += [places.ranking(warehouse, name, listed, selection) for name in places.MAPPED]
    views += [*places.workforce(warehouse, selection), *(land_view(warehouse, selection, dots) for dots in DOTS)]
    for view in filter(None, views):
        yield _lines(view.finding, view.measured, view.table, view.footer)
    title, subtitle, table, footer = further_table(warehouse, places.FURTHER + places.CARDS, selection)
    yield _lines(title, subtitle, table, footer)


def _lines(title: str, subtitle: str, table: Table, footer: Footer) -> list[list[str]]:
    """The lines of a download below its preamble; those of the workbook must be those of the CSV."""
    text = to_csv(title, subtitle, table, footer).decode("utf-8-sig")
    [*_, last] = [number for number, line in enumerate(csv.reader(io.StringIO(text))) if not line]
    lines = list(csv.reader(io.StringIO(text)))[last + 1 :]
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(title, subtitle, table, footer))).worksheets[0]
    rows = [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]
    for line, row in zip(lines, rows[-len(lines) :], strict=True):
        for text, value in zip(line, row, strict=False):
            assert float(text) == value if isinstance(value, float | int) else text == value
    return lines


def _between(text: str, unit: str) -> tuple[float, float]:
    """Between which limits a written number is, in the unit of its metric."""
    found = WRITTEN.fullmatch(text)
    if found is None:
        return math.nan, math.nan
    # 29.1亿元 of what is measured in 万元.
    is_bare = not (found["myriad"] or found["unit"])
    size = 1.0 if is_bare else MYRIADS[found["myriad"]] / (1e4 if unit.startswith("万") else 1.0)
    # 兆瓦时 in larger amounts are written in 万千瓦时.
    size /= 1e3 if (unit, found["unit"]) == ("兆瓦时", "千瓦时") else 1.0
    value = float(found["number"].replace(",", "").replace("−", "-"))
    half = 0.5 * 10 ** -len(found["decimals"] or "")
    return (value - half) * size, (value + half) * size


def read_figures(warehouse: Warehouse, selection: Selection) -> list[Figure]:
    """Every figure of a protected metric of enterprises that the downloads show."""
    known = areas(warehouse)
    code_of = {short_name(place): code for code, place in known.items()}
    code_of |= {area_name(warehouse, code): code for code in known}
    period_of = {period_label(period): period for period in known_periods(warehouse)}
    found: list[Figure] = []
    for lines in downloads(warehouse, selection):
        header, *rows = lines
        for row in rows:
            line = dict(zip(header, row, strict=True))
            if "指标" in line:
                found += _of_metric(line, selection)
            elif "时期" in line:
                found += _of_place(line, code_of, period_of)
            elif NAMED not in line:
                found += _of_land(line, code_of, selection)
    return found


def of_targets(warehouse: Warehouse, period: str) -> Iterator[Figure]:
    """What the targets of a year tell of its quarter, where every area had one of every figure that a target can be of.

    Completion and gap are turned back into the year to date, and the quarters before that are shown are taken off it.
    """
    aimed = [metric for metric in PROTECTED.values() if metric.label in {aim.label for aim in AIMS}]
    before = [quarter for quarter in within(period[:4], "quarter") if quarter < period]
    # No enterprise is told of by grids.
    codes = [code for code, place in areas(warehouse).items() if place.level != "网格"]
    for metric, code in product(aimed, codes):
        one = progress(warehouse, Target(area_code=code, metric=metric, year=period[:4], aim=10_000.0), period)
        told = [
            *([one.reached] if isinstance(one.reached, Qualified) else []),
            *([one.completion.to(100, "")] if isinstance(one.completion, Qualified) else []),
            *([one.gap + Qualified.exact(10_000, metric.unit)] if isinstance(one.gap, Qualified) else []),
        ]
        found = cells(warehouse, metric, (code,), since=before[0], until=before[-1]) if before else ()
        values = [cell.value for cell in found]
        if way_of(metric) != "flow" and before:
            continue
        for figure in told if all(is_number(value) for value in values) else ():
            least, most = (float(end) - sum(values) for end in (figure.low, figure.high))
            slack = 1e-6 * max(1.0, abs(most))
            yield Figure(metric.name, code, period, "", "", least - slack, most + slack)


def _of_metric(line: Mapping[str, str], selection: Selection) -> Iterator[Figure]:
    """The two periods of a line of the table of further metrics."""
    metric = PROTECTED.get(line["指标"])
    for period, name in ((selection.period, "本期"), (selection.earlier_period, "比较期")):
        if metric and period:
            yield Figure(metric.name, selection.area_code, period, "", "", *_between(line[name], metric.unit))


def _of_place(line: Mapping[str, str], code_of: Mapping[str, str], period_of: Mapping[str, str]) -> Iterator[Figure]:
    """The metrics of a line of a trend, a ranking or a breakdown."""
    dimension = next((label for label in DIMENSIONS if label in line), "")
    for header, text in line.items():
        measured = MEASURED.fullmatch(header)
        if measured and (metric := PROTECTED.get(measured["label"])):
            where = (
                code_of[line["区域"]],
                period_of[line["时期"]],
                DIMENSIONS.get(dimension, ""),
                line.get(dimension, ""),
            )
            yield Figure(metric.name, *where, *_between(text, metric.unit))


def _of_land(line: Mapping[str, str], code_of: Mapping[str, str], selection: Selection) -> Iterator[Figure]:
    """Land, output and output per mu of an industry or a place."""
    is_place = PLACES in line
    area_code = code_of[line[PLACES]] if is_place else selection.area_code
    part = ("", "") if is_place else ("industry", line["行业"])
    for header, side in LAND.items():
        yield Figure("output_per_mu", area_code, selection.period, *part, *_between(line[header], "亩"), side)
