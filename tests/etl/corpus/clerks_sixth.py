"""A sixth round of clerks' forms: zeros in front, days in a stated order, more ended than begun, tables across, ODS."""

from datetime import date

from tests.etl.corpus.clerks_again import replaced
from tests.etl.corpus.counts import (
    MEDIATION_HEAD,
    MEDIATION_ROWS,
    MEDIATIONS,
    PATROL_HEAD,
    PATROL_ROWS,
    PATROLS,
    POINTS,
    POINTS_HEAD,
    POINTS_ROWS,
    REVIEW_HEAD,
    REVIEW_ROWS,
    REVIEWS,
    TEAM_HEAD,
    TEAM_ROWS,
    TEAMS,
)
from tests.etl.corpus.declare import Sheet, asked, book, form, kept_out, read, refused, text
from tests.etl.corpus.sample import COURSE_HEAD, COURSE_ROWS, COURSES, PIPELINE, PIPELINE_HEAD, PIPELINE_ROWS, placed


def sixth(kind, name, why, rows, *accept, **more):
    """A form of a kind of this round; `rows` are a sheet, or a whole file."""
    return form(f"sixth_{kind}_{name}", why, rows if hasattr(rows, "write") else book(rows), *accept, **more)


def on(day, header="开课日期", *below):
    """A course that began on a day so written, under a header, with lines below the table."""
    return [replaced(COURSE_HEAD, 4, header), replaced(COURSE_ROWS[0], 4, day), *below]


def began(day):
    return read(placed("training_courses", replaced(COURSE_ROWS[0], 4, day)))


ZEROS = [
    sixth("zero", "text", "A figure typed as 0120: 120, 1200 or a number of something?", [PATROL_HEAD, replaced(PATROL_ROWS[0], 2, "0120")], asked(at="C2")),
    sixth("zero", "csv", "The same in CSV.", text([PATROL_HEAD, replaced(PATROL_ROWS[0], 2, "0420")]), asked(at="C2")),
    sixth("zero", "unit", "The same with its unit.", [PIPELINE_HEAD, replaced(PIPELINE_ROWS[0], 7, "032000㎡")], asked(at="H2")),
    sixth("zero", "decimal", "The same with decimals.", [REVIEW_HEAD, replaced(REVIEW_ROWS[0], 2, "092.5"), REVIEW_ROWS[1]], asked(at="C2")),
    sixth("zero", "two_digits", "03 is the three of a list.", [PATROL_HEAD, replaced(PATROL_ROWS[0], 5, "03")], read(PATROLS[0])),
    sixth("zero", "share", "0.5 has its zero.", [REVIEW_HEAD, *REVIEW_ROWS, ("仑后第一网格", "2026Q1", "0.5", "整改")], read(*REVIEWS, placed("grid_reviews", ("35058110120801", "2026Q1", 0.5, "整改")))),
    sixth("zero", "pipeline", "0 is a figure.", [PIPELINE_HEAD, *PIPELINE_ROWS], read(*PIPELINE)),
]  # fmt: skip

ORDERS = [
    sixth("order", "note_below", "A note says that the year stands last.", on("26-2-10", "开课日期", ("注：日期按日-月-年填写",)), asked("日-月-年", at="E2")),
    sixth("order", "header", "The header says so.", on("26/2/10", "开课日期（日/月/年）"), kept_out(at="E2")),
    sixth("order", "header_english", "The header says so with letters.", on("26.3.31", "开课日期（dd.mm.yy）"), asked(at="E2")),
    sixth("order", "above", "A line above the table says so.", [("填表说明：日期格式 日/月/年",), *on("26-2-10")], asked(at="E3")),
    sixth("order", "first", "The header says that the year stands first.", on("26.1.28", "开课日期（年.月.日）"), began("2026-01-28")),
    sixth("order", "long_year", "A year of four digits needs no note.", on("2026-02-10", "开课日期", ("注：日期按日-月-年填写",)), began("2026-02-10")),
    sixth("order", "silent", "Nothing is said, and 2010 is no year of a form.", on("26-2-10"), began("2026-02-10")),
    sixth("order", "column", "Of the two courses one day can be read in one way only.", [COURSE_HEAD, replaced(COURSE_ROWS[0], 4, "26.1.12"), replaced(COURSE_ROWS[1], 4, "26.2.25")], read(*COURSES)),
]  # fmt: skip

ENDED = [
    sixth("ended", "many_more", "Ten times as many disputes ended as came in.", [MEDIATION_HEAD, replaced(MEDIATION_ROWS[0], 4, 120)], asked("受理", at="E2")),
    sixth("ended", "nothing", "More done than ended.", [MEDIATION_HEAD, replaced(MEDIATION_ROWS[0], 5, 11)], refused(at="E2")),
]  # fmt: skip

OPEN = [
    sixth("open", name, "LibreOffice and WPS on Linux write OpenDocument.", book(sheet, file=file), *accept)
    for name, file, sheet, *accept in (
        ("plain", "报表.ods", [MEDIATION_HEAD, *MEDIATION_ROWS], read(*MEDIATIONS)),
        ("days", "培训期次.ods", [COURSE_HEAD, *(replaced(cells, 4, date.fromisoformat(cells[4])) for cells in COURSE_ROWS)], read(*COURSES)),
        ("title", "报表.ods", Sheet(rows=[("2026年一季度网格考评",), ("单位：分",), REVIEW_HEAD, *REVIEW_ROWS, ("填表人：", "", "2026年4月3日")], merged=["A1:D1"]), read(*REVIEWS)),
        ("merged", "报表.ods", Sheet(rows=[MEDIATION_HEAD, MEDIATION_ROWS[0], ("", *MEDIATION_ROWS[1][1:]), MEDIATION_ROWS[2]], merged=["A2:A3"]), read(*MEDIATIONS)),
        ("hidden_row", "报表.ods", Sheet(rows=[REVIEW_HEAD, *REVIEW_ROWS], hidden_rows=[3]), read(*REVIEWS, said="隐藏")),
        ("total", "报表.ods", [PATROL_HEAD, *PATROL_ROWS, ("合计", "", 80, 790, 215, 8, 43)], read(*PATROLS, said="合计")),
        ("wrong_total", "报表.ods", [PATROL_HEAD, *PATROL_ROWS, ("合计", "", 81, 790, 215, 8, 43)], asked(at="C4")),
        ("persons", "报表.ods", [(*PATROL_HEAD, "网格员姓名"), (*PATROL_ROWS[0], "某某")], refused("个人信息")),
    )
]  # fmt: skip

ADJOINING = [
    sixth("adjoining", "two_forms", "Two forms side by side without a column between.", [(*MEDIATION_HEAD, *TEAM_HEAD), (*MEDIATION_ROWS[0], *TEAM_ROWS[0]), (*MEDIATION_ROWS[1], *TEAM_ROWS[1])], read(*MEDIATIONS[:2], *TEAMS)),
    sixth("adjoining", "titles", "Each with its title, and the month in it alone.", [("2026年3月巡查走访", *[""] * 5, "2026年3月文明积分"), (PATROL_HEAD[0], *PATROL_HEAD[2:], POINTS_HEAD[0], *POINTS_HEAD[2:]), *((left[0], *left[2:], right[0], *right[2:]) for left, right in zip(PATROL_ROWS, POINTS_ROWS, strict=True))], read(*PATROLS, *POINTS)),
    sixth("adjoining", "remarks", "A column 备注 of the first one between them.", [(*REVIEW_HEAD, "备注", *TEAM_HEAD), (*REVIEW_ROWS[0], "", *TEAM_ROWS[0]), (*REVIEW_ROWS[1], "", *TEAM_ROWS[1])], read(*REVIEWS, *TEAMS)),
    sixth("adjoining", "longer", "The second one has fewer rows.", [(*MEDIATION_HEAD, *REVIEW_HEAD), *((*left, *right) for left, right in zip(MEDIATION_ROWS, (*REVIEW_ROWS, ()), strict=True))], read(*MEDIATIONS, *REVIEWS)),
    sixth("adjoining", "lacking", "The second one has no place: nobody knows whom it is of.", [(*MEDIATION_HEAD, *TEAM_HEAD[2:]), (*MEDIATION_ROWS[0], *TEAM_ROWS[0][2:])], kept_out()),
]  # fmt: skip

FORMS = ZEROS + ORDERS + ENDED + OPEN + ADJOINING
