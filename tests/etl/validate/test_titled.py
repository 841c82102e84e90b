"""What only a title tells, and what a mark stands for, is taken once somebody has said so."""

import datetime

import pytest

from etl.addresses import column_letters
from etl.extracts import reading
from etl.inputs import describe
from etl.office import Office
from etl.problems import BLOCKING, Level
from etl.workshop import load_all, workshop
from tests.etl.corpus.counts import MEDIATION_HEAD, MEDIATION_ROWS
from tests.etl.corpus.registers import write_registers
from tests.town import write_csv

NOW = datetime.datetime(2026, 7, 20)
WITHOUT_AREA = [MEDIATION_HEAD[1:], *(cells[1:] for cells in MEDIATION_ROWS[:2])]


@pytest.fixture
def load(tmp_path):
    registers = write_registers(tmp_path / "data")
    published = [describe(one, f"published/{one.name}", "published") for one in sorted(registers.rglob("*.csv"))]

    def load_rows(rows, answers=()):
        width = max(map(len, rows))
        path = tmp_path / "form.csv"
        write_csv(path, [(*cells, *[""] * (width - len(cells))) for cells in rows])
        inputs = [*published, describe(path, "received/form.csv", "reported")]
        with workshop(":memory:", tmp_path / "spill") as connection, reading(inputs, tmp_path) as extract:
            _, found = load_all(
                connection, inputs, (), NOW, tmp_path, extract, lambda share, text: None, office=Office(dict(answers))
            )
            rows = connection.execute("SELECT area_code, month, accepted FROM core.mediation_months ORDER BY ALL")
            return rows.fetchall(), [problem for _, problem in found if problem.file == "received/form.csv"]

    return load_rows


@pytest.mark.parametrize("sender", ["塘后村民委员会", "塘后村党委", "塘后村党群服务中心"])
def test_a_sender_that_is_an_area_of_the_form_sends_its_own_and_that_is_said(load, sender):
    loaded, problems = load([(f"填报单位（盖章）：{sender}",), *WITHOUT_AREA])
    assert {area for area, *_ in loaded} == {"350581101206"} and len(loaded) == 2
    assert [problem for problem in problems if problem.level is Level.NOTE and "填报单位" in problem.message]


def test_whom_an_office_of_the_sender_suggests_is_asked_for_and_then_taken(load):
    rows = [("填报单位：塘后村综治办",), *WITHOUT_AREA]
    loaded, problems = load(rows)
    (asked,) = [problem for problem in problems if problem.level in BLOCKING]
    assert not loaded and asked.level is Level.QUESTION and asked.options == ("塘后村（350581101206）",)
    loaded, problems = load(rows, [(asked.question, asked.options[0])])
    assert {area for area, *_ in loaded} == {"350581101206"} and len(loaded) == 2
    assert not [problem for problem in problems if problem.level in BLOCKING]


@pytest.mark.parametrize(
    "title", ["新塘后村统计表", "塘后村新村统计表", "塘后村等三个村统计表", "塘后村、仑后村统计表"]
)
def test_a_name_that_is_no_whole_area_is_never_taken(load, title):
    loaded, problems = load([(title,), *WITHOUT_AREA])
    assert not loaded and [problem for problem in problems if problem.level in BLOCKING]


def test_a_figure_as_above_is_asked_for_and_then_taken(load):
    first, second = MEDIATION_ROWS[:2]
    rows = [MEDIATION_HEAD, (*first[:3], 12, 5, 5, 0, 30), (*second[:3], "〃", 5, 4, 1, 23)]
    loaded, problems = load(rows)
    (asked,) = [problem for problem in problems if problem.level is Level.QUESTION]
    assert not loaded and asked.cell == "D3"
    loaded, _ = load(rows, [(asked.question, asked.options[0])])
    assert [cases for *_, cases in loaded] == [12, 12]


def test_a_column_all_but_named_like_what_the_title_states_is_asked_for_and_then_taken(load):
    area, month, *rest = MEDIATION_ROWS[0]
    rows = [
        ("2026年3月矛盾纠纷调解情况",),
        (MEDIATION_HEAD[0], *MEDIATION_HEAD[2:], "各月份"),
        (area, *rest, "2026-03"),
    ]
    loaded, problems = load(rows)
    (asked,) = [problem for problem in problems if problem.level in BLOCKING]
    assert not loaded and asked.level is Level.QUESTION and asked.cell == f"{column_letters(len(rows[1]))}2"
    loaded, problems = load(rows, [(asked.question, asked.options[0])])
    assert [month for _, month, _ in loaded] == ["2026-03"]
    assert not [problem for problem in problems if problem.level in BLOCKING]


def test_a_title_of_a_plan_is_asked_about_and_then_taken(load):
    rows = [("塘后村2026年3月纠纷调解计划",), *WITHOUT_AREA]
    loaded, problems = load(rows)
    (asked,) = [problem for problem in problems if problem.level in BLOCKING]
    assert not loaded and asked.cell == "A1" and "计划" in asked.message
    assert len(load(rows, [(asked.question, asked.options[0])])[0]) == 2


def test_what_a_title_means_is_not_asked_where_a_column_beside_the_figures_has_it(load):
    rows = [
        ("塘后村2026年3月纠纷增减情况",),
        (*WITHOUT_AREA[0], "比上月增减"),
        *((*row, "1") for row in WITHOUT_AREA[1:]),
    ]
    assert len(load(rows)[0]) == 2


def test_a_line_with_a_label_that_names_another_place_than_the_title_is_refused(load):
    head, first, second = WITHOUT_AREA
    loaded, problems = load([("区域：塘后村",), head, first, ("区域：仑后村",), second])
    assert not loaded and "A4" in {problem.cell for problem in problems if problem.level in BLOCKING}


def test_a_footnote_by_which_all_figures_are_of_another_time_is_asked_about(load):
    rows = [("塘后村2026年3月纠纷",), *WITHOUT_AREA]
    for note, is_asked in (
        ("注：以上均为预计数", True),
        ("注：以上为2月数据", True),
        ("说明：表中数据系去年同期数", True),
        ("注：以上为3月数据", False),
        ("注：劳资纠纷较2月增加", False),
    ):
        loaded, problems = load([*rows, (note,)])
        assert [problem.cell for problem in problems if problem.level in BLOCKING] == (["A5"] if is_asked else []), note
        assert len(loaded) == (0 if is_asked else 2)


def test_a_label_that_gainsays_the_title_is_no_guess(load):
    loaded, problems = load([("塘后村统计表",), ("区域：仑后村",), *WITHOUT_AREA])
    assert not loaded and [problem.cell for problem in problems if problem.level in BLOCKING] == ["A1:A2"]
    loaded, _ = load([("宝盖片区统计表",), ("区域：仑后村",), *WITHOUT_AREA])
    assert {area for area, *_ in loaded} == {"350581101208"}


@pytest.mark.parametrize(("below", "is_left_out"), [("镇综治办", True), ("塘后", False)])
def test_who_sends_a_form_and_the_day_below_it_are_no_record(load, below, is_left_out):
    loaded, problems = load([MEDIATION_HEAD, *MEDIATION_ROWS[:2], ("", "", below, "2026年7月8日")])
    assert bool(loaded) is is_left_out
    assert is_left_out or [problem for problem in problems if problem.level in BLOCKING]
