"""A seventh round: printed forms whole, spellings of all kinds, two tables adjoining, a title of another month."""

from datetime import datetime

from tests.etl.corpus import counts, sample
from tests.etl.corpus.arranged import SAMPLES, Sample, put, without
from tests.etl.corpus.counts import AREAS, means
from tests.etl.corpus.declare import File, Formula, Number, Sheet, asked, book, form, kept_out, read, refused, row, text

OUT = kept_out()
MORE = [
    Sample("events", sample.EVENT_HEAD, sample.EVENT_ROWS, sample.EVENTS),
    Sample("fairs", counts.FAIR_HEAD, counts.FAIR_ROWS, counts.FAIRS),
    Sample("projects", counts.PROJECT_HEAD, counts.PROJECT_ROWS, counts.PROJECTS),
    Sample("meetings", counts.MEETING_HEAD, counts.MEETING_ROWS, counts.CONFERENCES),
    Sample("incubation", counts.INCUBATION_HEAD, counts.INCUBATION_ROWS, counts.INCUBATIONS),
    Sample("decisions", sample.DECISION_HEAD, sample.DECISION_ROWS, sample.DECISIONS),
    Sample("items", sample.ITEM_HEAD, sample.ITEM_ROWS, sample.ITEMS),
    Sample("assets", counts.ASSET_HEAD, counts.ASSET_ROWS, [counts.asset()]),
]
ALL = {one.name: one for one in (*SAMPLES, *MORE)}
QUARTERLY = [one for one in SAMPLES if "季度" in one.head]
MONTHLY = [one for one in SAMPLES if "月份" in one.head]
FIRM_HEAD = ("企业编号", "企业名称", "所在区域", "行业", "是否规上", "用地与产值同口径", "公开属性")


def seventh(kind, name, why, rows, *accept, **more):
    """A form of a kind of this round; `rows` are a sheet, or a whole file."""
    return form(f"seventh_{kind}_{name}", why, rows if isinstance(rows, File) else book(rows), *accept, **more)


def good(name):
    return read(*ALL[name].means)


def is_figure(cell):
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def each_figure(one, change):
    """The rows with every figure as `change` writes it, given its header."""
    return [
        tuple(change(cell, head) if is_figure(cell) else cell for cell, head in zip(cells, one.head, strict=True))
        for cells in one.rows
    ]


def respelt(one, label, word):
    place = one.place(label)
    return [one.head, *(put(cells, place, word) for cells in one.rows)]


def with_cell(name, place, value):
    first, *others = ALL[name].rows
    return [ALL[name].head, put(first, place, value), *others]


def unit_of(head):
    return head.partition("（")[2].rstrip("）")


def printed(one):
    """The sheet as it is printed: 附件, title, sender, table, signatures without names, explanations."""
    width = len(one.head)
    return Sheet(
        rows=[
            ("附件2",),
            ("宝盖镇“三区联创”情况统计表",),
            ("填报单位（盖章）：宝盖镇人民政府", *[""] * (width - 2), "填报日期：2026年4月8日"),
            one.head,
            *one.rows,
            ("单位负责人：", "", "统计负责人：", "", "填表人：", "联系电话："),
            ("说明：1.本表由各村（社区）、园区填报。",),
            ("2.逻辑关系：各项均为整数。",),
        ],
        merged=[f"A2:{chr(64 + width)}2"],
    )


def totalled(one, slip=0):
    """The total of the town in the first row, its first figure wrong by `slip`."""
    places = [place for place, cell in enumerate(one.rows[0]) if is_figure(cell)]
    sums = [
        sum(cells[place] or 0 for cells in one.rows) + slip * (place == places[0]) if place in places else ""
        for place in range(len(one.head))
    ]
    return [one.head, ("全镇合计", *sums[1:]), *one.rows]


def joined(left, right):
    """Two forms side by side, without a column between them."""
    blank = [("",) * len(left.head)] * len(right.rows), [("",) * len(right.head)] * len(left.rows)
    most = max(len(left.rows), len(right.rows))
    beside = zip([*left.rows, *blank[0]][:most], [*right.rows, *blank[1]][:most], strict=True)
    return [(*left.head, *right.head), *((*one, *other) for one, other in beside)]


def firms(*names):
    return [FIRM_HEAD, *((f"Q20{n}", name, "宝盖科技园", "服装", "否", "否", "内部") for n, name in enumerate(names))]


def firm_rows(*names):
    return read(
        *(
            row(
                "enterprises", f"Q20{n}", name, None, AREAS["宝盖科技园"], "服装", False, None, False, disclosure="内部"
            )
            for n, name in enumerate(names)
        )
    )


PRINTED = [
    *(seventh("ods", name, "A printed form, as WPS on 麒麟 saves it.", book(printed(ALL[name]), file="报表.ods"), good(name)) for name in ("quarters", "jobs", "events", "fairs", "meetings", "decisions", "items", "incubation")),
    *(seventh("printed", name, "The same as a workbook.", printed(ALL[name]), good(name)) for name in ("population", "visits", "projects", "assets")),
    *(seventh("wrapped", one.name, "Headers broken into lines, with half brackets.", [tuple(head.replace("（", "\n(").replace("）", ")") for head in one.head), *one.rows], good(one.name)) for one in SAMPLES[::3]),
    *(seventh("units_in_cells", one.name, "Each figure is a text with its unit.", [one.head, *each_figure(one, lambda figure, head: f"{figure}{unit_of(head)}")], good(one.name)) for one in SAMPLES[1::2]),
    *(seventh("padded", one.name, "Figures as text with blanks round them.", [one.head, *each_figure(one, lambda figure, head: f" {figure}\u00a0")], good(one.name)) for one in SAMPLES[::4]),
    *(seventh("formulas", one.name, "Each figure is a formula with its value.", [one.head, *each_figure(one, lambda figure, head: Formula(f"={figure}+0", figure))], good(one.name)) for one in SAMPLES[2::5]),
    *(seventh("unheaded_numbers", one.name, "Row numbers without a header.", [("", *one.head), *((number, *cells) for number, cells in enumerate(one.rows, 1))], good(one.name)) for one in (ALL["services"], ALL["courses"], ALL["pipeline"])),
    *(seventh("top_total", name, "The total of the town in the first row.", totalled(ALL[name]), good(name)) for name in ("teams", "coverage", "visits")),
    *(seventh("top_total_wrong", name, "The same, one figure wrong.", totalled(ALL[name], 7), OUT) for name in ("patrols", "pipeline")),
    *(seventh("adjoining", f"{left}_{right}", "Two forms without a column between.", joined(ALL[left], ALL[right]), read(*ALL[left].means, *ALL[right].means)) for left, right in (("coverage", "pipeline"), ("points", "micros"), ("visits", "jobs"), ("reviews", "staffing"))),
]  # fmt: skip

PERIODS = [
    *(seventh("quarter", str(number), f"A quarter written {word}.", respelt(QUARTERLY[number % len(QUARTERLY)], "季度", word), good(QUARTERLY[number % len(QUARTERLY)].name)) for number, word in enumerate(("2026第一季度", "2026-Q1", "2026年Q1", "2026年一季度（1-3月）", "2026年度第一季度", "2026年1季", "Q1/2026", "2026q1", "2026年1至3月"))),
    *(seventh("month", str(number), f"A month written {word}.", respelt(MONTHLY[number % len(MONTHLY)], "月份", word), good(MONTHLY[number % len(MONTHLY)].name)) for number, word in enumerate(("202603", "2026/03", "2026 年 3 月", "26-03", "2026-03-31", "2026年3月底", Number(46082, 'yyyy"年"m"月"')))),
    *(seventh("other_month", one.name, "The title says another month than the rows.", [("2026年4月情况统计表",), one.head, *one.rows], asked("2026-04", at="A1")) for one in MONTHLY[::2]),
    *(seventh("other_quarter", one.name, "The title says another quarter than the rows.", [("2026年第二季度情况统计表",), one.head, *one.rows], asked("2026Q2", at="A1")) for one in QUARTERLY[::2]),
    seventh("other_sheet", "month", "The sheet is called after another month.", Sheet(rows=[("2026年统计表",), ALL["teams"].head, *ALL["teams"].rows], name="4月"), asked("2026-04")),
    seventh("other_month", "day_of_meeting", "A day above the table is none of the figures.", [("2026年4月8日镇党委会审议稿",), ALL["points"].head, *ALL["points"].rows], good("points")),
    seventh("other_month", "same", "The title says the month of the rows, the day of filling another.", [("2026年3月文明积分",), ("填报日期：2026年4月8日",), ALL["points"].head, *ALL["points"].rows], good("points")),
]  # fmt: skip

CELLS = [
    *(seventh("amount", name, "A way of writing an amount.", with_cell("quarters", 2, value), *accept) for name, value, *accept in (("wide_comma", "1，200.5", good("quarters")), ("yi", "0.12005亿", good("quarters")), ("capitals", "壹仟贰佰点伍", good("quarters")), ("qian", "12005千元", good("quarters")), ("letter_o", "12OO.5", OUT), ("two", "1200.5（其中出口300）", OUT), ("range", "1200-1300", OUT), ("question", "1200.5?", OUT), ("pending", "待核实", OUT))),
    *(seventh("count", name, "A way of writing a count.", with_cell("mediation", 3, value), *accept) for name, value, *accept in (("words", "十二件", good("mediation")), ("qi", "12起", good("mediation")), ("women", "12（其中女5）", OUT), ("thousand_dot", "1.234", OUT), ("other_unit", "12人", OUT))),
    *(seventh("day", name, "A way of writing a day.", with_cell("meetings", 4, value), *accept) for name, value, *accept in (("weekday", "2026年3月27日（周五）", good("meetings")), ("wrong_weekday", "2026年3月27日（周一）", OUT), ("morning", "2026年3月27日上午", good("meetings")), ("span", "2026年3月27-28日", OUT), ("impossible", "2026-02-30", OUT))),
    *(seventh("time", name, "A way of writing an instant.", with_cell("events", 4, value), *accept) for name, value, *accept in (("t", "2026-03-04T08:00", good("events")), ("am", "2026/3/4 上午8:00", good("events")), ("zulu", "2026-03-04T00:00:00Z", OUT), ("cell", datetime(2026, 3, 4, 8, 0), good("events")))),
]  # fmt: skip

OFFICES = [
    seventh("accountant", "listed", "指标, 计量单位, 本期, 上年同期: of the firm and quarter told above.", [("企业：福建演示服装有限公司", "", "季度：2026年一季度"), ("指标名称", "计量单位", "本期", "上年同期", "同比增长%"), ("总产值", "万元", 1200.5, 1100, 9.1), ("税收", "万元", 30, 28, 7.1), ("期末从业人员", "人", 88, 90, -2.2)], read(sample.QUARTERS[0])),
    seventh("accountant", "codes", "The same with 代码 and in 千元.", [("企业：福建演示服装有限公司", "", "季度：2026年一季度"), ("指标名称", "代码", "计量单位", "本季度"), ("总产值", "01", "千元", 12005), ("税收", "02", "千元", 300), ("期末从业人员", "03", "人", 88)], read(sample.QUARTERS[0])),
    seventh("accountant", "running", "本月 beside 1-本月 under a quarter.", [("企业：福建演示服装有限公司", "", "季度：2026年一季度"), ("指标名称", "计量单位", "本月", "1-本月"), ("总产值", "万元", 400, 1200.5), ("税收", "万元", 10, 30)], OUT),
    seventh("accountant", "since_january", "本季 and 本年累计 under each amount.", Sheet(rows=[("企业", "季度", "总产值（万元）", "", "税收（万元）", ""), ("", "", "本季", "本年累计", "本季", "本年累计"), ("Q001", "2026Q2", 1200.5, 2300, 30, 58)], merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1"]), read(sample.quarter("Q001", "2026Q2", gross=1200.5, tax=30))),
    seventh("accountant", "format", "An accountant's format in 元.", [("单位：元",), sample.QUARTER_BARE, ("Q001", "2026Q1", Number(12005000, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '), Number(300000, "#,##0.00_);(#,##0.00)"), 88)], read(sample.QUARTERS[0])),
    seventh("village", "title_all", "Village and month in the title alone, a total below.", [("宝盖镇塘后村2026年3月份多元调解情况统计表",), counts.MEDIATION_HEAD[2:], counts.M1[2:], counts.M2[2:], ("合计", 17, 15, 13, 1, 53)], read(*counts.MEDIATIONS[:2])),
    seventh("village", "sentence", "A sentence is no table.", [("塘后村2026年3月共受理邻里纠纷12件，结案10件，调解成功9件，移交1件。",)], OUT),
    seventh("village", "group", "A 村民小组 is no village.", [counts.MEDIATION_HEAD, put(counts.M1, 0, "塘后村第3小组")], OUT),
    *(seventh("firm", str(number), "Firms called like people.", firms(*names), firm_rows(*names)) for number, names in enumerate((("林建国服装厂", "石狮市宝盖镇陈志强制衣厂"), ("许晓东服饰工作室", "洪金水辅料"), ("吴文辉绣花加工场", "余庆服饰")))),
    seventh("firm", "person", "A made-up person's name alone.", firms("陈志强"), refused("姓名"), never=["陈志强"]),
    seventh("firm", "in_text", "Such a firm in the text of a matter.", with_cell("items", 5, "林建国服装厂缺缝纫工三十名"), read(sample.item(put(sample.ITEM_ROWS[0], 5, "林建国服装厂缺缝纫工三十名")), sample.ITEMS[1])),
    seventh("text", "aligned", "Columns aligned by blanks.", File(name="多元调解.txt", text="\r\n".join("   ".join(map(str, cells)) for cells in (counts.MEDIATION_HEAD, *counts.MEDIATION_ROWS)).encode()), good("mediation")),
    seventh("text", "aligned_gap", "The same with a cell left out: nobody knows which.", File(name="多元调解.txt", text="\r\n".join("   ".join(map(str, cells)) for cells in (counts.MEDIATION_HEAD, counts.M1, counts.M2[:6] + counts.M2[7:])).encode()), OUT),
    seventh("text", "markdown", "A table of Markdown.", text([("", *counts.MEDIATION_HEAD, ""), ("", *["---"] * 8, ""), *(("", *cells, "") for cells in counts.MEDIATION_ROWS)], file="多元调解.txt", mark="|"), good("mediation")),
    seventh("sheets", "quarters", "A sheet a quarter, the year in the file's name.", File(name="2026年两个覆盖.xlsx", sheets=[Sheet(rows=[without(sample.COVERAGE_HEAD, 1), *(without(cells, 1) for cells in sample.COVERAGE_ROWS)], name=name) for name in ("一季度", "第二季度")]), read(*sample.COVERAGE, *means("party_coverage", *(put(cells, 1, "2026Q2") for cells in sample.COVERAGE_ROWS)))),
]  # fmt: skip

HEADS = [
    *(seventh("head", f"{name}_{number}", f"The column {label} is headed {header}.", [tuple(header if head == label else head for head in ALL[name].head), *ALL[name].rows], good(name)) for name, pairs in (("mediation", (("区域", "村（居）"), ("区域", "所属村"), ("月份", "统计月份"), ("月份", "报告期"), ("受理件数（件）", "受理数（件）"), ("结案件数（件）", "办结件数（件）"), ("纠纷类别", "纠纷类型"), ("纠纷类别", "类别"))), ("quarters", (("企业", "单位名称"), ("季度", "期别"), ("税收（万元）", "纳税额（万元）"), ("期末从业人员（人）", "期末从业人数（人）")))) for number, (label, header) in enumerate(pairs)),
    seventh("head", "two_periods", "报告期 beside 月份: they gainsay each other.", [("区域", "月份", "报告期", *counts.MEDIATION_HEAD[2:]), ("塘后村", "2026-03", "2026-02", *counts.M1[2:])], OUT),
    seventh("head", "other", "In a form of disputes what was accepted are disputes.", [tuple("受理纠纷（件）" if head == "受理件数（件）" else head for head in counts.MEDIATION_HEAD), *counts.MEDIATION_ROWS], read(*counts.MEDIATIONS)),
]  # fmt: skip

PLACES = [
    seventh("place", "heading", "A 片区 alone in a row is the heading of its villages.", [counts.MEDIATION_HEAD, ("宝盖片区",), *counts.MEDIATION_ROWS], good("mediation")),
    seventh("place", "beside", "Town and village in columns of their own.", [("镇", "村（社区）", *counts.PATROL_HEAD), *(("宝盖镇", "塘后村", *cells) for cells in counts.PATROL_ROWS)], good("patrols")),
    seventh("place", "gainsaid", "The village beside is not that of the grid.", [("村（社区）", *counts.PATROL_HEAD), ("塘后村", *counts.PATROL_ROWS[0]), ("仑后村", *counts.PATROL_ROWS[1])], refused("仑后村", at="A3")),
    seventh("place", "short_gainsaid", "第二网格 of another village than the only one that has two.", [("村（社区）", *counts.PATROL_HEAD), ("仑后村", "第二网格", *counts.PATROL_ROWS[1][1:])], OUT),
    seventh("place", "label", "The village stands in a label above the table.", [("多元调解月报",), ("村（社区）：塘后村", "", "2026年3月"), counts.MEDIATION_HEAD[2:], counts.M1[2:], counts.M2[2:]], read(*counts.MEDIATIONS[:2])),
]  # fmt: skip

FORMS = PRINTED + PERIODS + CELLS + OFFICES + HEADS + PLACES
