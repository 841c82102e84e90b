"""The work report: its sentences word by word, and that every number of it is the metric layer's."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from dashboard.meeting.report.parts import AREA, BASICS, PARTS
from dashboard.meeting.report.sections import KINDS
from dashboard.meeting.requests import ONE_BY_ONE
from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.meeting.wording import plain
from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.attention import GAPS, RULES
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cut_off import CutOff
from dashboard.metrics.reading import read
from dashboard.metrics.selection import Selection
from dashboard.metrics.versions import current
from dashboard.store.frozen import corrections
from dashboard.tables.registers import published_facts
from dashboard.text.formats import is_number, number
from tests import small_world

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# What no figure says by itself.
FORBIDDEN = (
    *("显著", "稳步", "良好", "明显", "大幅", "持续", "有力", "扎实", "积极", "有效", "不断", "全面", "较好", "突出"),
    *("圆满", "喜人", "强劲", "稳中", "向好", "可观", "严峻", "较大", "进一步", "切实", "高度", "充分", "优异"),
)
HEADINGS = [
    *("基本情况", "园区产出", "就业与人才", "培训孵化", "网格治理", "组织建设", "三张清单与服务"),
    *("议定事项办理情况", "存在问题", "下一步", "注"),
]
ANNEX = "未报数据清单"


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, "BG-2025Q4-1")


def told(order, name: str) -> tuple[str, ...]:
    return next(section.sentences for section in order.report if section.name == name)


def test_the_parts_come_in_their_order_and_none_is_empty(order, small):
    for one in (order, running_order(small, "M1"), running_order(small, "M4"), running_order(small, "M2", "P")):
        assert [section.heading for section in one.report if section.heading != ANNEX] == HEADINGS
        for section in one.report:
            assert section.sentences and all(text[-1] in "。：" for text in section.sentences)
            assert not [text for text in section.sentences if "。。" in text or "：。" in text or text[-2:] == "，。"]


def test_figures_rise_fall_and_stay_as_worked_out_by_hand(tmp_path):
    # After the quarter is over all of its months count.
    change = "UPDATE core.meetings SET held_on = '2024-07-05' WHERE meeting_id = 'M3'"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M3")
    # 2024Q2 against 2024Q1: 2 courses after 1, 22 enrolled after 30; 49 completed after 40. Of the 10 whose course is
    # over one did not finish, so that there is no rate.
    # What ended in one quarter is not held against another of which some results are still to come.
    # Those who completed a course are too few for a share, and no word judges the theme.
    assert told(order, "incubation")[:2] == (
        "开课2期，较上次会议增加1期；报名22人次，较上次会议减少8人次；结业9人次。",
        "累计开课4期，较上次会议增加2期；累计结业49人次，较上次会议增加9人次。",
    )
    # 4 enterprises, 2 of them above scale, none settled after 1, none left after none.
    assert told(order, "basics")[0].startswith("甲片区") and "现有企业4家，规上企业2家" in told(order, "basics")[0]
    assert "在册企业较上次会议持平；规上企业较上次会议持平" in told(order, "basics")[1]
    assert told(order, "output")[0] == "新入驻企业为零，较上次会议减少1家；退出企业为零，较上次会议持平。"
    assert "园区产出：总产值、销售产值、税收、亩均产值、亩均税收不公开" in "".join(told(order, "unreported"))
    assert not [text for text in told(order, "output") if "不公开" in text]


def test_comparisons_with_one_result_are_told_together(order):
    assert any("较上次会议、同比均持平" in text for text in told(order, "grid"))
    assert any("挂钩覆盖率65%–100%。" in text for text in told(order, "party"))


def test_amounts_grow_shares_rise_and_counts_become_more(order):
    said = "".join(text for section in order.report for text in section.sentences)
    for words in (
        # 7,668.41 after 6,688.10, and 7,600.57 a year ago; 475 of 515 in time in October and November.
        *(
            "税收7668万元，较上次会议增长14.7%、同比略增0.9%；",
            "事件按期办结率92.2%，较上次会议下降0.1个百分点、同比提高8.0个",
        ),
        # 231 reports of 241 that were there after 232 of 241, and 235 of 235; 3 nodes in October and November after 5 and 5.
        "企业季报上报率95.9%，较上次会议下降0.4个百分点、同比下降4.1个百分点",
        *("新入驻企业3家，较上次会议增加1家、同比增加3家；", "完成项目节点3个，较上次会议、同比均减少2个；"),
    ):
        assert words.strip("；") in said, words
    assert not re.search(r"(较上次会议|同比|均)(升|降|增(?!长|加)|减(?!少))", said)


def test_without_a_comparison_there_is_no_clause_and_the_notes_say_what_compares(order):
    said = [text for section in order.report for text in section.sentences]
    assert any("；事件办结率99.0%；" in text for text in said) and not [text for text in said if "不可比" in text]
    assert told(order, "notes")[0] == (
        "“较上次会议”指与2025年第三季度相比，“同比”指与2024年第四季度相比；没有可比数据的，不列比较。"
    )


def test_a_theme_of_which_nothing_is_known_is_one_sentence(small):
    assert told(running_order(small, "M1"), "grid") == ("2023年第四季度网格治理各项数据均未填报。",)


def test_a_first_meeting_is_held_against_nothing(small):
    order = running_order(small, "M1")
    assert any(text.startswith("这是台账中的第一次联席会议，没有上次会议可以对照。") for text in told(order, "notes"))
    assert not [text for section in order.report for text in section.sentences if "较上次会议" in text]
    assert told(order, "matters")[0] == (
        "列入办理的议定事项共3项，截至2023年12月20日，尚无事项销号，未完成3项，其中本次会议新议定3项。"
    )
    # What has just been decided cannot have stood still.
    assert told(order, "matters")[1] == "在办事项中，新议定3项。"
    assert told(order, "next")[-1] == (
        "（二）由乙单位负责2项：通内沟（甲村），2024年3月20日前办结；建支部（甲村），2024年6月30日前办结。"
    )


def test_matters_in_trouble_are_named_with_unit_days_and_reason(small):
    # D2 was closed on 2024-04-20, promised for 03-20; D3 is 7 days late and lacks money; D4 has stood still.
    assert told(running_order(small, "M3"), "matters") == (
        "2024年4月4日上次会议以来，列入办理的议定事项共3项，截至2024年5月8日，完成销号1项（晚于期限1项），未完成2项。",
        "在办事项中，受阻1项、超期1项（含受阻1项）、无进展1项。",
        "截至会议当天没有到期的办理节点，或未填报。",
        "受阻、超期和无进展的事项2项：",
        "（一）办招聘（甲园，甲单位），受阻、超期7天，应于2024年5月1日前办结，进度20%，原因：缺经费。",
        "（二）建支部（甲村，乙单位），无进展，应于2024年6月30日前办结，进度20%，原因未填报。",
        "销号的事项1项：",
        "（一）通内沟（甲村，乙单位），销号（晚31天）。",
    )


def test_late_matters_are_one_number_for_one_day(order, demonstration):
    # On 2025-12-18 four matters are late, three of them blocked; two more are due that day and late on 12-31.
    said = told(order, "matters")
    # Two of the three matters whose nodes are late would otherwise pass as going well; the third is blocked.
    assert said[1] == (
        "在办事项中，受阻4项、超期4项（含受阻3项）、无进展1项（含受阻1项）、节点滞后3项（含受阻1项）、新议定5项。"
    )
    assert sum(bool(re.search(r"超期\d+天", text)) for text in said) == 4
    pages = {slide.key: slide for slide in order.slides}
    assert (
        pages["matters"].title
        == "18项事项，在办12项；销号6项、受阻4项、超期4项（含受阻3项）、无进展1项（含受阻1项）、节点滞后3项（含受阻1项）"
    )
    # How they stand at the end of the quarter is no matter of that day.
    assert "theme-meetings" not in pages
    whole = {slide.key: slide for slide in running_order(demonstration, "BG-2025Q1-1").slides}
    assert whole["theme-meetings"].title.startswith("2025年第一季度在办事项")


def test_nodes_that_were_due_are_counted_as_reached_in_time_late_or_not(tmp_path):
    # Of D2: 方案 promised for 01-31 and reached on 02-01; 施工 promised for 03-15 and still to come on 04-04.
    change = (
        "UPDATE core.decision_updates SET next_node = '施工', next_due_on = '2024-03-15'"
        " WHERE decision_id = 'D2' AND reported_on = '2024-02-01';"
        "INSERT INTO core.decision_updates (decision_id, reported_on, decided_on, status, progress_pct, next_node,"
        " next_due_on, origin) VALUES ('D2', '2024-01-05', '2023-12-20', '未启动', 0, '方案', '2024-01-31', 'demo')"
    )
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    assert "已到期的办理节点2个，完成1个（晚到1个），未完成1个。" in told(order, "matters")
    # What is to be done names no day that has passed.
    assert told(order, "next")[:2] == (
        "抓好3项在办事项的办理：",
        "（一）由乙单位负责2项：通内沟（甲村），抓紧完成“施工”节点，2024年5月31日前办结；"
        "建支部（甲村），2024年6月30日前办结。",
    )


def test_a_meeting_without_matters_and_without_data_says_so(tmp_path):
    empty = "DELETE FROM core.decision_updates; DELETE FROM core.decisions; DELETE FROM core.list_items"
    town = current(small_world.publish(tmp_path, change=empty))
    order = running_order(town, "M2")
    [only] = told(order, "matters")
    assert only == "台账里没有这次会议以前议定、至今在办的事项。"
    # After it the decisions are missing.
    [only] = told(running_order(town, "M2", stage=Stage.AFTER), "matters")
    assert only == "台账里没有这次会议以前议定、至今在办的事项；本次会议的议定事项还没有登记（未填报）。"
    assert "没有新增" in told(order, "lists")[-1]
    notes = told(running_order(current(small_world.publish(tmp_path / "again")), "M4"), "notes")
    assert not [text for text in notes if "公开文件" in text]


def test_published_figures_keep_their_words_document_and_day(order, demonstration):
    notes = told(order, "notes")
    assert "《深入开展社区、园区、厂区“三区联创”的工作方案（宝委综〔2024〕27号）》" in notes[2]
    assert "现有入驻企业200多家，其中规上企业55家，员工总数超3万人" in notes[3]
    assert notes[3].endswith("（以上时点为2024年11月4日）。")
    # A year that the words begin with is not told again, and an enterprise has one paragraph.
    assert "卡宾石狮事业部：2023年共实现销售产值超30亿元，税收8856万元。" in notes
    assert [text.split("：", 1)[1] for text in notes if "华联" in text] == [
        "占地面积21亩，公司目前拥有员工人数1800余人（以上时点为2024年11月4日）；2023年度总产值5亿元，实现纳税近2000万元。"
    ]
    # A month of no year that is printed is told within one pair of brackets.
    elsewhere = told(running_order(demonstration, "LX-2025Q4-1"), "notes")
    assert "石狮网商园：推动65家企业入驻石狮网商园（以上时点为12月，原文未印年份）。" in elsewhere
    quotes = [fact.quote for fact in published_facts(demonstration)]
    printed = [text for text in notes if is_printed(text) and not text.startswith(("存在问题", "会议召开时"))]
    assert len(printed) == 6
    for text in printed:
        left = re.sub(r"（以上时点为[^）]*）", "", text.split("：", 1)[1])
        for quote in sorted(quotes, key=len, reverse=True):
            left = left.replace(quote, "")
        assert not left.strip("，；。"), text


def is_printed(text: str) -> bool:
    """Whether the sentence gives the words of a document: `甲：…`."""
    return bool(re.match(r"[^，；。]+：.", text))


@pytest.mark.parametrize("area", [None, "350581101206", "350581101911"])
def test_every_number_of_a_theme_is_the_metric_layers(demonstration, area):
    order = running_order(demonstration, "BG-2025Q4-1", area)
    demonstration = demonstration.as_of(CutOff("2025Q4", date(2025, 12, 18)))
    for name, sentences in (*((part.name, part.sentences) for part in PARTS), ("basics", (AREA,))):
        lines = [
            text for text in told(order, name) if not (is_printed(text) or text.startswith(("会议召开时", "年初以来")))
        ]
        said = re.sub("10—11月，|截至11月底，", "", " ".join(text for text in lines if "清单新增" not in text))
        known = {"2025"}
        for clause in (clause for clauses in sentences for clause in clauses):
            known |= numbers_of(demonstration, clause.metric, order.area_code)
            metric = named_metric(clause.metric)
            value = read(demonstration, clause.metric, Selection(order.area_code, "2025Q4")).value
            if is_number(value):
                figure = plain(number(value, metric.unit, metric.decimals)) if value else "为零"
                assert f"{clause.words or metric.label}{figure}" in said
        found = set(NUMBER.findall(said))
        assert found <= known, (name, found - known)
        # A village has no training and a park no residents.
        assert found or area, name


def test_every_sentence_is_of_one_rhythm():
    """So that what it says of months is true of all its figures."""
    mixed = [
        clauses
        for part in (BASICS, *PARTS)
        for clauses in part.sentences
        if len({named_metric(clause.metric).grain for clause in clauses}) > 1
    ]
    assert mixed == []


def test_before_the_end_of_a_quarter_a_report_says_of_which_months_its_figures_are(demonstration):
    order = running_order(demonstration, "BG-2025Q4-1")
    texts = [text for section in order.report for text in section.sentences]
    assert [text for text in texts if "尚未结束" in text] == [
        "会议召开时2025年第四季度尚未结束：按月填报的指标取10—11月，比较也取相同月份；其他指标为截至12月18日已填报的数。"
    ]
    assert "尚未结束" in told(order, "basics")[-1]
    by_month = [
        f"{clauses[0].words or named_metric(clauses[0].metric).label}"
        for part in PARTS
        for clauses in part.sentences
        if named_metric(clauses[0].metric).grain == "month"
    ]
    begun = [
        label for label in by_month for text in texts if f"10—11月，{label}" in text or f"截至11月底，{label}" in text
    ]
    assert begun == by_month and len(begun) > 8
    assert any(text.startswith("截至11月底，累计开课") for text in texts)
    # Of a quarter that was over nothing is said of months.
    over = running_order(demonstration, "BG-2024Q2-1").report
    assert not re.search("—6月，|月底，|尚未结束", "".join(text for section in over for text in section.sentences))


def numbers_of(warehouse, name: str, area_code: str) -> set[str]:
    """Every number that may be said of the metric: its figure and its changes, worked out anew."""
    metric = named_metric(name)
    found = {
        cell.period: cell
        for cell in cells(warehouse, metric, (area_code,), grain="quarter", since="2024Q4", until="2025Q4")
    }
    now = found["2025Q4"]
    known = set(NUMBER.findall(plain(number(now.value, metric.unit, metric.decimals))))
    known |= set(NUMBER.findall(number(now.value_high, metric.unit, metric.decimals))) if now.value_high else set()
    for then in (found["2025Q3"].value, found["2024Q4"].value):
        if is_number(then) and is_number(now.value) and (metric.unit == "%" or then):
            exact, before = Decimal(str(now.value)), Decimal(str(then))
            moved = exact - before if metric.unit == "%" else (exact - before) / before * 100
            known.add(f"{abs(moved).quantize(Decimal('0.1'), ROUND_HALF_UP):f}")
        is_told = metric.denominator is None and is_number(then) and is_number(now.value)
        if is_told and (metric.only_grows or max(now.value, then) < 50):
            # So few, and running totals, are told by how many they have become more or less.
            known.add(f"{abs(now.value - then):g}")
    return known


def test_sentences_change_with_the_figures(tmp_path):
    change = "UPDATE core.training_courses SET completed = 27 WHERE course_id = 'K2'"
    before = running_order(current(small_world.publish(tmp_path / "a")), "M2")
    after = running_order(current(small_world.publish(tmp_path / "b", change=change)), "M2")
    # 24 of 30, then 27 of 30; 16 of 20 in the quarter before.
    assert "培训结业率80.0%，较上次会议持平" in told(before, "incubation")[0]
    assert "培训结业率90.0%，较上次会议提高10.0个百分点" in told(after, "incubation")[0]
    assert "工作汇报" in {one.page for one in corrections(before, after)}


def test_no_word_judges_where_no_figure_does(order, demonstration):
    orders = [order, running_order(demonstration, "LX-2025Q4-1"), running_order(demonstration, "LX-2023Q1-1")]
    for text in (text for one in orders for section in one.report for text in section.sentences):
        own = re.sub(r"《[^》]*》|“[^”]*”", "", text)
        assert not [word for word in FORBIDDEN if word in own], text
        assert "None" not in text and "！" not in text and not re.search(r"[A-Za-z]{2,}", own)


def test_what_is_missing_is_said_by_name_and_never_a_zero(demonstration):
    order = running_order(demonstration, "BG-2025Q4-1", "350581101206")
    # One enterprise of the village has land of the same scope as its output.
    annex = told(order, "unreported")
    assert annex[0] == "1. 园区产出：亩均产值、亩均税收不公开。"
    assert Absence.NOT_IN_PERIOD in next(text for text in annex if "组织建设" in text)
    assert told(order, "incubation") == ("2025年第四季度培训孵化没有可以列出的数据。",)
    text = [one for section in order.report if section.name != "unreported" for one in section.sentences]
    assert not [one for one in text if "亩均" in one or "微心愿" in one]


def test_what_is_asked_for_is_that_of_the_pages_and_only_before_the_meeting(order, demonstration):
    before = running_order(demonstration, "BG-2025Q4-1", stage=Stage.BEFORE)
    said = told(before, "next")
    first = said.index(f"提请会议研究{len(before.requests)}项：") + 1
    assert len(said[first:]) == len(before.requests) > 5
    assert "（一）研究受阻问题：整修园区道路路灯排水（宝盖科技园，镇规划建设办公室）；配套经费未落实" in said[first]
    assert not [text for text in told(order, "next") if "提请" in text]


def test_problems_are_told_kind_by_kind_with_whoever_has_them(order):
    # Five matters are in trouble; of grids and needs the five most urgent of 23 cases, grids two by two.
    assert told(order, "problems") == (
        "对照任务要求，还存在四个方面的不足。议定事项之外，需要关注的事项23件，以下为最紧要的5件。",
        "一是部分议定事项推进滞后，受阻、超期和无进展的已在上文列明。",
        "二是网格事件超期积压：塘后村3号网格5件事件超期未办结，由塘后村网格长负责；"
        "宝盖科技园5号网格4件事件超期未办结，由宝盖科技园网格长负责。",
        "三是网格事件办理不够及时：塘后村3号网格事件按期办结率77.8%，低于80%（到期45件），由塘后村网格长负责；"
        "宝盖科技园6号网格事件按期办结率76.5%，低于80%（到期17件），由宝盖科技园网格长负责。",
        "四是清单需求办结不够及时：宝盖“三区联创”片区需求清单10项到期未办结，"
        "由镇经济发展办公室、宝盖镇司法所等5个单位负责。",
    )
    assert told(order, "notes")[-1].startswith("存在问题按以下规则列出：事件、议定事项、")
    assert set(KINDS) >= {rule.name for rule in (*RULES, *GAPS)} - set(ONE_BY_ONE)


def test_what_is_next_has_a_unit_and_days_to_come_and_no_past(order):
    lines = told(order, "next")[1:]
    assert lines[2] == (
        "（三）由镇综合执法队负责快递小哥骑行安全联防（宝盖“三区联创”片区），2025年12月25日前完成“拿出方案”节点，"
        "2026年1月17日前办结。"
    )
    # A unit has one paragraph, whatever it has to do.
    # What is due on the day of the meeting itself has as little time left as what is late.
    assert lines[0].startswith(
        "（一）由镇规划建设办公室负责3项：整修园区道路路灯排水（宝盖科技园）、协调解决“背街小巷照明”（仑后村），"
    )
    assert "抓紧完成“拿出方案”节点，重新明确完成时限，尽快办结；" in lines[0] and len(lines) == 8
    held = date(2025, 12, 18)
    for text in lines:
        days = [date(*map(int, one)) for one in re.findall(r"(\d{4})年(\d+)月(\d+)日", text)]
        assert all(day > held for day in days) and "已" not in text and "由" in text, text


def test_the_first_paragraph_says_what_the_area_is_and_each_figure_once(order):
    basics = told(order, "basics")
    assert basics[0] == (
        "宝盖“三区联创”片区由宝盖科技园、塘后村、仑后村组成，现有企业240家，规上企业55家，从业人员3.1万人，"
        "常住人口1.9万人，户籍人口1.3万人，住户4098户。"
    )
    text = "".join(one for section in order.report if section.name != "notes" for one in section.sentences)
    for figure in ("240家", "55家", "3.1万人", "4098户", "7668万元", "29.1亿元", "1646人"):
        assert text.count(figure) == 1, figure
    assert not re.search(r"\d,\d", text) and "求人倍率" not in text


def test_a_theme_is_judged_by_its_main_figure(order):
    # Output grew 1.6% in a year, people employed by less than 1%, the rate in time by 8.0 points.
    firsts = {section.name: section.sentences[0] for section in order.report}
    assert firsts["output"].startswith("园区产出同比有所增长。总产值")
    assert firsts["employment"].startswith("就业规模总体保持平稳。")
    assert firsts["grid"].startswith("网格事件按期办结率同比提高较多。")


def test_matters_of_one_title_are_told_apart_by_their_place(demonstration):
    order = running_order(demonstration, "LX-2025Q2-1")
    said = [text for section in order.report for text in section.sentences if "次干道破损" in text]
    # Two in trouble, and what is to be done about both by their one unit.
    assert len(said) == 3 and said[2].count("次干道破损") == 2
    assert all("（石狮服装城" in text or "（石狮服装智能制造园" in text for text in said)


def test_of_sixty_matters_ten_are_told_and_the_others_counted(tmp_path):
    change = (
        "INSERT INTO core.decisions (decision_id, meeting_id, title, task, area_code, responsible_unit,"
        " decided_on, due_on, plan_changes, origin) SELECT 'S' || i, 'M1', '第' || i || '件', '治理联动', 'P', '某单位',"
        " DATE '2023-12-20', DATE '2024-03-01', 0, 'demo' FROM range(60) AS numbers(i)"
    )
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    said = told(order, "matters")
    # All but one of 61 are as late as each other; the last one is 15 days late and has moved.
    assert "受阻、超期和无进展的事项61项：" in said
    assert sum("超期34天" in text for text in said) == 10
    assert "其余51项中，超期51项、无进展50项（含超期50项），逐项列在会议工作簿“全部事项”表。" in said
    # One paragraph for the sixty of one unit, one for each other unit, and the line above them.
    to_do = told(order, "next")
    assert len(to_do) == 4 and to_do[1].startswith("（一）由某单位负责60项：第0件（甲园）、第1件（甲园）、")
    assert to_do[1].endswith("等60项，重新明确完成时限，尽快办结。")
