"""Workbooks of several sheets, hidden and crossed out parts, files of odd names, and files beside each other."""

from tests.etl.corpus.declare import Sheet, book, form, kept_out, read, refused, row, text
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    COURSE_ROWS,
    COURSES,
    COVERAGE,
    COVERAGE_HEAD,
    COVERAGE_ROWS,
    EVENT_HEAD,
    EVENT_ROWS,
    EVENTS,
    PIPELINE,
    PIPELINE_HEAD,
    PIPELINE_ROWS,
    POPULATION,
    POPULATION_HEAD,
    POPULATION_ROWS,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    STAFFING,
    STAFFING_HEAD,
    STAFFING_ROWS,
    VISIT_HEAD,
    VISIT_ROWS,
    VISITS,
    quarter,
)

Q1, Q2, Q3 = QUARTER_ROWS
MAIN = Sheet(rows=[QUARTER_HEAD, *QUARTER_ROWS], name="企业季报")
NOTES = Sheet(rows=[("填表要求",), ("一、产值按现价填写。",), ("二、一季度报表于4月10日前报送。",)], name="说明")
SUMMARY = Sheet(rows=[("园区", "家数", "占比"), ("宝盖科技园", 2, "67%"), ("智能制造园", 1, "33%")], name="汇总")

SEVERAL = [
    form("sheets_notes_behind", "A sheet of notes is no form; it is named and left.", book(MAIN, NOTES), read(*QUARTERS, said="说明|不是报表|认不出|没有读取")),
    form("sheets_notes_before", "Notes stand first.", book(NOTES, MAIN), read(*QUARTERS)),
    form("sheets_summary", "A sheet with sums of the form is no form.", book(MAIN, SUMMARY), read(*QUARTERS)),
    form("sheets_empty", "Empty sheets are nothing.", book(MAIN, Sheet(rows=[], name="Sheet2"), Sheet(rows=[], name="Sheet3")), read(*QUARTERS)),
    form(
        "sheets_explanations_of_template",
        "The template's own sheets stay in the workbook.",
        book(MAIN, Sheet(rows=[("填表说明",), (), ("报表", "企业季报")], name="填表说明"), Sheet(rows=[("事件类别",), ("安全隐患",)], name="选项")),
        read(*QUARTERS),
    ),
    form(
        "sheets_supplement",
        "说明及补报 holds rows of the form that were forgotten.",
        book(Sheet(rows=[QUARTER_HEAD, Q1, Q2], name="企业季报"), Sheet(rows=[("补报如下：",), QUARTER_HEAD, Q3], name="说明及补报")),
        read(*QUARTERS),
    ),
    form(
        "sheets_explanations_with_form",
        "A sheet called 填表说明 that holds rows of the form is read.",
        book(Sheet(rows=[QUARTER_HEAD, Q1, Q2], name="企业季报"), Sheet(rows=[("以下为补充上报",), QUARTER_HEAD, Q3], name="填表说明")),
        read(*QUARTERS),
    ),
    form(
        "sheets_two_quarters",
        "A sheet for each quarter.",
        book(
            Sheet(rows=[QUARTER_HEAD, *QUARTER_ROWS], name="一季度"),
            Sheet(rows=[QUARTER_HEAD, ("Q001", "2026Q2", 1260, 32, 89)], name="二季度"),
        ),
        read(*QUARTERS, quarter("Q001", "2026Q2", 1260, 32, 89)),
    ),
    form(
        "sheets_parks",
        "A sheet for each park.",
        book(Sheet(rows=[QUARTER_HEAD, Q1, Q2], name="宝盖科技园"), Sheet(rows=[QUARTER_HEAD, Q3], name="智能制造园")),
        read(*QUARTERS),
    ),
    form(
        "sheets_same_keys_same_values",
        "A copy of the sheet says everything twice.",
        book(MAIN, Sheet(rows=MAIN.rows, name="企业季报 (2)")),
        refused("重复"),
    ),
    form(
        "sheets_same_keys_other_values",
        "Two sheets say different things of one enterprise and quarter.",
        book(MAIN, Sheet(rows=[QUARTER_HEAD, ("Q001", "2026Q1", 1300, 31, 88)], name="修改稿")),
        refused("重复"),
    ),
    form(
        "sheets_same_keys_one_row",
        "One row of the second sheet stands in the first.",
        book(Sheet(rows=[QUARTER_HEAD, Q1, Q2], name="甲"), Sheet(rows=[QUARTER_HEAD, Q2, Q3], name="乙")),
        refused("重复"),
    ),
    form(
        "sheets_hidden_copy",
        "A hidden sheet with other values of the same keys.",
        book(MAIN, Sheet(rows=[QUARTER_HEAD, ("Q001", "2026Q1", 1300, 31, 88)], name="旧数", is_hidden=True)),
        kept_out("重复|隐藏"),
        read(*QUARTERS, said="隐藏"),
    ),
    form(
        "sheets_two_forms",
        "Two forms in one workbook.",
        book(Sheet(rows=[POPULATION_HEAD, *POPULATION_ROWS], name="人口与户"), Sheet(rows=[STAFFING_HEAD, *STAFFING_ROWS], name="网格力量")),
        read(*POPULATION, *STAFFING),
    ),
    form(
        "sheets_four_forms_of_a_park",
        "A park sends all its forms in one workbook, with a cover.",
        book(
            Sheet(rows=[("宝盖科技园季度报表",), ("目录",), ("1. 招商投产",), ("2. 两个覆盖",), ("3. 入企走访",)], name="封面"),
            Sheet(rows=[("招商投产季报",), PIPELINE_HEAD, *PIPELINE_ROWS], name="招商投产"),
            Sheet(rows=[("两个覆盖",), COVERAGE_HEAD, *COVERAGE_ROWS], name="两个覆盖"),
            Sheet(rows=[("3月入企走访",), VISIT_HEAD, *VISIT_ROWS], name="走访"),
        ),
        read(*PIPELINE, *COVERAGE, *VISITS),
    ),
    form(
        "sheets_one_wrong_of_two",
        "One of two forms has a mistake: the file is kept out or the good form is taken, and the mistake is told.",
        book(
            Sheet(rows=[POPULATION_HEAD, *POPULATION_ROWS], name="人口与户"),
            Sheet(rows=[QUARTER_HEAD, ("无名制衣有限公司", "2026Q1", 1200, 30, 88)], name="企业季报"),
        ),
        kept_out("无名制衣", at="A2"),
    ),
    form(
        "sheets_two_tables_below_each_other",
        "A second form stands below the first in one sheet: nothing of it may be lost unsaid.",
        book([POPULATION_HEAD, *POPULATION_ROWS, (), ("网格力量",), STAFFING_HEAD, *STAFFING_ROWS]),
        read(*POPULATION, *STAFFING),
        kept_out(),
    ),
    form(
        "sheets_two_tables_beside_each_other",
        "The same table stands twice side by side.",
        book([(*QUARTER_HEAD, "", *QUARTER_HEAD), (*Q1, "", *Q2), (*Q3, "", "", "", "", "", "")]),
        read(*QUARTERS),
        kept_out(),
    ),
    form(
        "sheets_empty_form",
        "A form without rows beside a full one.",
        book(MAIN, Sheet(rows=[POPULATION_HEAD], name="人口与户")),
        read(*QUARTERS),
    ),
]  # fmt: skip

MARKED = [
    form(
        "hidden_column",
        "A column of the form is hidden: it is read, and that is said.",
        book(Sheet(rows=MAIN.rows, name="企业季报", hidden_columns=["D"])),
        read(*QUARTERS, said="隐藏"),
    ),
    form(
        "hidden_rows",
        "Hidden rows are read, and that is said.",
        book(Sheet(rows=MAIN.rows, name="企业季报", hidden_rows=[3])),
        read(*QUARTERS, said="隐藏"),
        kept_out("隐藏"),
    ),
    form(
        "struck_row",
        "A crossed out row: whichever way it is taken, it is said.",
        book(Sheet(rows=MAIN.rows, name="企业季报", struck=[3])),
        read(QUARTERS[0], QUARTERS[2], said="删除线|划掉|划去"),
        read(*QUARTERS, said="删除线|划掉|划去"),
        kept_out("删除线|划掉|划去"),
    ),
    form(
        "comment_on_figure",
        "A comment hangs on a figure.",
        book(Sheet(rows=MAIN.rows, name="企业季报", comments={"C3": "此数待核实"})),
        read(*QUARTERS, said="批注"),
        kept_out("批注", at="C3"),
    ),
    form(
        "comment_on_header",
        "The template's own comments on headers are nothing to ask about.",
        book(Sheet(rows=MAIN.rows, name="企业季报", comments={"C1": "当季工业总产值（现价）"})),
        read(*QUARTERS),
    ),
    form(
        "hidden_column_of_no_form",
        "A hidden helper column that is none of the form.",
        book(
            Sheet(rows=[(*QUARTER_HEAD, "辅助列"), (*Q1, 1), (*Q2, 2), (*Q3, 3)], name="企业季报", hidden_columns=["F"])
        ),
        read(*QUARTERS),
    ),
]

FILES = [
    form("file_unnamed", "Neither file nor sheet says which form it is; the headers do.", book(MAIN.rows, file="新建 Microsoft Excel 工作表.xlsx"), read(*QUARTERS)),
    form("file_of_another_form", "The file is called after another form; the headers say which it is.", book(MAIN.rows, file="人口与户.xlsx"), read(*QUARTERS)),
    form("file_copy", "A copy of a copy.", book(MAIN.rows, file="企业季报 - 副本 (2).xlsx"), read(*QUARTERS)),
    form("file_final", "The last of the final ones.", book(MAIN.rows, file="关于报送2026年一季度企业季报的函（终稿）.xlsx"), read(*QUARTERS)),
    form("file_upper_case", "A suffix in capitals.", text([VISIT_HEAD, *VISIT_ROWS], file="走访.CSV"), read(*VISITS)),
    form(
        "file_pattern_in_name",
        "[1] in a name is no pattern: each file is read for itself.",
        (
            text([POPULATION_HEAD, POPULATION_ROWS[1]], file="人口与户1.csv", is_history=True),
            text([POPULATION_HEAD, POPULATION_ROWS[0]], file="人口与户[1].csv"),
        ),
        read(POPULATION[0]),
    ),
    form(
        "file_star_in_name",
        "A star in a name is no pattern.",
        (
            text([POPULATION_HEAD, POPULATION_ROWS[1]], file="人口与户a.csv", is_history=True),
            text([POPULATION_HEAD, POPULATION_ROWS[0]], file="人口与户*.csv"),
        ),
        read(POPULATION[0]),
    ),
    form(
        "file_pattern_in_folder",
        "[…] in a folder's name is no pattern.",
        (
            text([POPULATION_HEAD, POPULATION_ROWS[1]], file="村1/人口与户.csv", is_history=True),
            text([POPULATION_HEAD, POPULATION_ROWS[0]], file="村[1]/人口与户.csv"),
        ),
        read(POPULATION[0]),
    ),
    form("file_gb18030", "A text file as Excel in China writes it.", text([VISIT_HEAD, *VISIT_ROWS], encoding="gb18030"), read(*VISITS)),
    form("file_utf_16", "A text file as Excel writes Unicode text.", text([VISIT_HEAD, *VISIT_ROWS], encoding="utf-16", mark="\t", file="走访.txt"), read(*VISITS)),
    form("file_tabs", "Parted by tabs.", text([COVERAGE_HEAD, *COVERAGE_ROWS], mark="\t", file="覆盖.txt"), read(*COVERAGE)),
    form("file_semicolons", "Parted by semicolons.", text([COURSE_HEAD, *COURSE_ROWS], mark=";"), read(*COURSES)),
    form("file_utf_8_without_mark", "UTF-8 without a mark.", text([EVENT_HEAD, *EVENT_ROWS], encoding="utf-8"), read(*EVENTS)),
    form("file_big5", "Big5 is named, and never read as something else.",
         text([("村（社區）", "統計時點", "住戶數（戶）", "戶籍人口（人）", "常住人口（人）"), ("塘後村", "2026-03-31", 3351, 10169, 12260)], encoding="big5"),
         refused("Big5|繁体|繁體")),
    form("file_title_in_csv", "Title lines above a text file's table, filled up with commas as Excel does.",
         text([("2026年3月入企走访月报", *[""] * 8), ("填报单位：经济发展办公室", *[""] * 8), VISIT_HEAD, *VISIT_ROWS]), read(*VISITS)),
    form(
        "file_displaces_demonstration",
        "A reported form takes the place of demonstration rows, and says of how many.",
        (
            book([QUARTER_HEAD, ("Q001", "2026Q1", 1100, 28, 80), ("Q002", "2026Q1", 280, 5, 19)], file="企业季报示例.xlsx", origin="demo"),
            book([QUARTER_HEAD, Q1, Q2], file="企业季报.xlsx"),
        ),
        read(*QUARTERS[:2], said="演示.*2|2.*演示"),
    ),
    form(
        "file_correction",
        "A later file corrects an earlier one of the same keys.",
        (
            book([QUARTER_HEAD, ("Q001", "2026Q1", 1180, 29, 88)], file="企业季报.xlsx", is_history=True),
            book([QUARTER_HEAD, Q1], file="企业季报（更正）.xlsx"),
        ),
        # The earlier goes in last and only fills gaps: the correction's row stands.
        read(QUARTERS[0]),
    ),
    form(
        "file_event_export",
        "An export with a column of its own and times in full.",
        text([(*EVENT_HEAD, "处置部门"), (*EVENT_ROWS[0], "综合执法队"), (*EVENT_ROWS[1], "环卫站")]),
        read(*EVENTS),
    ),
    form(
        "file_leading_zero_code",
        "A code with leading zeros as text keeps them.",
        book([EVENT_HEAD, ("0012", *EVENT_ROWS[0][1:])]),
        read(row("grid_events", "0012", *EVENTS[0][2:])),
    ),
]  # fmt: skip

FORMS = SEVERAL + MARKED + FILES
