"""Template → filled with any good rows → read: the same values, for every form."""

import datetime
import itertools
import re
from decimal import Decimal

import duckdb
import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from etl.datasets import DATASETS, referred
from etl.schema import NUMBERS, Column, Dataset, Kind
from etl.templates import write_template
from tests.etl.corpus.declare import File, Form
from tests.etl.corpus.reading import plain, plain_rows, shown, town
from tests.etl.corpus.registers import AREAS, REGISTERS

EXAMPLES = 2
ROWS = 6
# Words that are nobody's name, and numbers of one size: what is ten times its neighbours would be asked about.
TEXTS = (
    "修复园区路灯",
    "开放停车场",
    "镇经济发展办公室",
    "第二次调度，按期推进。",
    "A-12 号厂房（东侧）",
    "就业\u3000培训",
)
WHOLE = (20, 60)
FIRST, LAST = datetime.date(2024, 1, 1), datetime.date(2026, 3, 31)
VAGUE = ("2019", "2019-06", "2019-06-18", "XXXX-12", "1997")

# A value of each kind that is good in itself, and what the rules of a form ask for beyond.
GOOD = {
    Kind.TEXT: TEXTS[0],
    Kind.BOOLEAN: False,
    Kind.INTEGER: 30,
    Kind.DECIMAL: Decimal(40),
    Kind.DATE: datetime.date(2025, 11, 4),
    Kind.INSTANT: datetime.datetime(2025, 11, 4, 17, 30),
    Kind.MONTH: "2025-11",
    Kind.QUARTER: "2025Q3",
    Kind.EDTF: "XXXX-12",
}
GOOD_IN = {
    "alert_rules": {"rule": "及时率偏低"},
    "areas": {"level": "片区", "zone_kind": None, "grid_kind": None, "parent_code": "350581101000"},
    "published_facts": {"qualifier": "eq"},
    "documents": {"assumed_year": 2024},
    "mediation_months": {"transferred": 0},
    "assets": {"kind": "地下车库", "state": "运营", "collective_income_cny_10k": 0},
    "party_coverage": {"covered_single": 10, "covered_joint": 10, "covered_by_industry": 10, "covered_by_work_only": 10},
    "projects": {"acquired_mu": None},
    "list_items": {"list_kind": "资源", "status": "可提供", "matched_item_id": None, "closed_on": None},
    "decision_updates": {"status": "推进中", "progress_pct": 30},
    "grid_staffing": {"grid_leaders": 1},
    "service_sites": {"longitude": Decimal("118.67"), "latitude": Decimal("24.71")},
    "party_liaison": {"liaison_status": "已明确"},
    "grid_reviews": {"grade": "达标"},
    "enterprises": {"settled_on": datetime.date(2020, 1, 1)},
}  # fmt: skip


def _codes(column: Column) -> list[tuple[str, str]]:
    """(what a clerk writes, code) of the rows of a register that `column` takes."""
    register, _ = referred(column)
    _, *rows = REGISTERS[register]
    if register != "areas":
        return [(row[0], row[0]) for row in rows]
    names = [row[1] for row in AREAS]
    fitting = [row for row in rows if not column.area_levels or (row[3] or row[2]) in column.area_levels]
    return [(written, row[0]) for row in fitting for written in (row[0], row[1]) if names.count(written) < 2]


def _number(column: Column) -> st.SearchStrategy:
    if column.unit == "度":
        # The places of one town lie close together.
        middle = GOOD_IN["service_sites"][column.name]
        return st.decimals(middle - Decimal("0.4"), middle + Decimal("0.4"), places=3)
    low = max(WHOLE[0], column.minimum or 0)
    high = min(low * 3, WHOLE[1] if low == WHOLE[0] else low * 3, column.maximum or low * 3)
    if column.kind is Kind.INTEGER:
        whole = st.integers(int(low), int(high))
        # A year far ahead is asked about.
        return whole.map(lambda year: min(year, LAST.year)) if column.unit == "年" else whole
    return st.decimals(Decimal(int(low)), Decimal(int(high)), places=3)


def _drawn(column: Column) -> st.SearchStrategy:
    """What a cell may hold: (as a clerk types it, as the warehouse has it)."""
    if column.references:
        # Areas of some levels have no figure of what a target is of; the first has all.
        return st.sampled_from(_codes(column)[:1] if column.only_with else _codes(column))
    if column.kind in (Kind.INTEGER, Kind.DECIMAL):
        return _number(column).map(lambda value: (float(value) if isinstance(value, Decimal) else value, value))
    days = st.dates(FIRST, LAST)
    return {
        Kind.TEXT: lambda: st.sampled_from(TEXTS).map(lambda words: (words, words)),
        Kind.CODE: lambda: st.just(("", "")),
        Kind.CHOICE: lambda: st.sampled_from(column.choices).map(lambda word: (word, word)),
        Kind.BOOLEAN: lambda: st.booleans().map(lambda value: ("是" if value else "否", value)),
        Kind.DATE: lambda: days.map(lambda day: (day, day)),
        Kind.INSTANT: lambda: st.datetimes(
            datetime.datetime.combine(FIRST, datetime.time()), datetime.datetime.combine(LAST, datetime.time())
        ).map(lambda instant: (instant.replace(second=0, microsecond=0),) * 2),
        Kind.MONTH: lambda: days.map(lambda day: (f"{day:%Y-%m}",) * 2),
        Kind.QUARTER: lambda: days.map(lambda day: (f"{day.year}Q{(day.month + 2) // 3}",) * 2),
        Kind.EDTF: lambda: st.sampled_from(VAGUE).map(lambda words: (words, words)),
    }[column.kind]()


def _good(dataset: Dataset, column: Column) -> tuple:
    own = GOOD_IN.get(dataset.name, {})
    if column.name in own:
        value = own[column.name]
    elif column.references:
        return _codes(column)[0]
    else:
        value = column.choices[0] if column.choices else GOOD.get(column.kind, "")
    typed = {True: "是", False: "否"}[value] if isinstance(value, bool) else value
    return (float(typed) if isinstance(typed, Decimal) else typed), value


RULES = duckdb.connect()


def _broken(dataset: Dataset, row: dict[str, tuple]) -> set[str]:
    """The columns of the rules that a row breaks."""
    values = ", ".join(f"CAST(? AS {column.sql_type}) AS {column.name}" for column in dataset.columns)
    checks = ", ".join(f"({rule.check})" for rule in dataset.rules)
    met = RULES.execute(
        f"SELECT {checks} FROM (SELECT {values})", [row[name][1] for name in dataset.column_of]
    ).fetchone()
    words = {
        word
        for rule, is_met in zip(dataset.rules, met, strict=True)
        if is_met is False
        for word in re.findall(r"\w+", rule.check)
    }
    return words & set(dataset.column_of)


def _mended(dataset: Dataset, row: dict[str, tuple], number: int) -> dict[str, tuple]:
    """The row with good cells where it breaks a rule, and codes and names of its own."""
    while dataset.rules and (broken := _broken(dataset, row)):
        good = {name: _good(dataset, dataset.column_of[name]) for name in broken}
        if all(row[name] == good[name] for name in broken):
            # What a rule demands beside its own columns' good values: all of the good row.
            good = {name: _good(dataset, column) for name, column in dataset.column_of.items()}
            assert row != good, f"{dataset.name} has no good row: {broken}"
        row = row | good
    for column in dataset.columns:
        is_own_code = column.kind is Kind.CODE and not column.references
        if is_own_code or (column.kind is Kind.TEXT and column.name in dataset.called):
            row |= {column.name: (f"Z{number:03}" if is_own_code else f"演示{number}号",) * 2}
    return row


@st.composite
def good_rows(draw, dataset: Dataset) -> list[dict[str, tuple]]:
    """A few rows of a form with keys of their own that meet its rules."""
    rows: dict[tuple, dict[str, tuple]] = {}
    for number in range(draw(st.integers(1, ROWS))):
        drawn = {
            column.name: (None, None)
            if not column.is_required and draw(st.integers(0, 3)) == 0
            else draw(_drawn(column))
            for column in dataset.columns
        }
        row = _mended(dataset, drawn, number)
        rows.setdefault(tuple(row[name][1] for name in dataset.key), row)
    return list(rows.values())


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    with town(tmp_path_factory.mktemp("town")) as made:
        yield made


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    return {name: write_template(dataset, folder / f"{dataset.label}.xlsx", {}) for name, dataset in DATASETS.items()}


NUMBERED = itertools.count()


def filled(template, dataset: Dataset, rows: list[dict[str, tuple]], folder) -> File:
    """The template with `rows` where a clerk would fill them in."""
    book = openpyxl.load_workbook(template)
    sheet = book[dataset.label]
    headers = {column.header for column in dataset.columns}
    head = next(row for row in sheet.iter_rows() if headers <= {cell.value for cell in row})
    place = {cell.value: cell.column for cell in head}
    for number, row in enumerate(rows, head[0].row + 1):
        for column in dataset.columns:
            sheet.cell(number, place[column.header], row[column.name][0])
    path = folder / f"{dataset.label}{next(NUMBERED)}.xlsx"
    book.save(path)
    return path


@pytest.mark.thorough
@pytest.mark.parametrize("name", DATASETS)
def test_what_is_filled_into_a_template_is_read(name, templates, made_up, tmp_path):
    dataset = DATASETS[name]

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip
    @given(good_rows(dataset))
    def is_read(rows):
        # A form of a period without a single figure is asked about.
        figures = [row[column.name][1] for row in rows for column in dataset.columns if column.kind in NUMBERS]
        assume(not figures or any(figure is not None for figure in figures))
        path = filled(templates[name], dataset, rows, tmp_path)
        form = Form(name=name, why="", files=(File(name=path.name),), accept=())
        outcome = made_up.read(form, [path])
        want = frozenset(tuple(plain(row[column][1]) for column in dataset.column_of) for row in rows)
        assert plain_rows(outcome.rows) == {name: want}, shown(outcome)

    is_read()
