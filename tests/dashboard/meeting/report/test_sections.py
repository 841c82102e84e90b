"""The work report: its sentences word by word, and that every number of it is the metric layer's."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from dashboard.meeting.report.figures import PARTS, POPULATION
from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.meeting.wording import tight
from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cut_off import CutOff
from dashboard.metrics.reading import read
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import current
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
    *("议定事项办理情况", "存在问题", "下一步"),
]


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, "BG-2025Q4-1")


def told(order, name: str) -> tuple[str, ...]:
    return next(section.sentences for section in order.report if section.name == name)


def test_the_parts_come_in_their_order_and_none_is_empty(order, small):
    for one in (order, running_order(small, "M1"), running_order(small, "M4"), running_order(small, "M2", "P")):
        assert [section.heading for section in one.report] == HEADINGS
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
    assert told(order, "incubation")[:2] == (
        "开课2期，较上次会议增加1期；报名22人次，较上次会议减少8人次；结业9人次。",
        "累计开课4期，较上次会议增加2期；累计结业49人次，较上次会议增加9人次。",
    )
    # 4 enterprises, 2 of them above scale, none settled after 1, none left after none.
    assert told(order, "output")[0] == (
        "在册企业4家，较上次会议持平；其中规上企业2家，较上次会议持平；新入驻企业0家，较上次会议减少1家；"
        "退出企业0家，较上次会议持平。"
    )
    assert told(order, "output")[-1] == "总产值、销售产值、税收、亩均产值、亩均税收不公开。"


def test_comparisons_with_one_result_are_told_together(order):
    assert any("较上次会议、同比均持平" in text for text in told(order, "grid"))
    assert any("挂钩覆盖率65%–100%。" in text for text in told(order, "party"))


def test_amounts_grow_shares_rise_and_counts_become_more(order):
    said = "".join(text for section in order.report for text in section.sentences)
    for words in (
        # 7,668.41 after 6,688.10, and 7,600.57 a year ago; 475 of 515 in time in October and November.
        *(
            "税收7,668万元，较上次会议增长14.7%、同比增长0.9%；",
            "及时率92.2%，较上次会议下降0.1个百分点、同比提高8.0个",
        ),
        # 231 reports of 241 that were there after 232 of 241, and 235 of 235.
        "企业季报上报率95.9%，较上次会议下降0.4个百分点、同比下降4.1个百分点",
        *("新入驻企业3家，较上次会议增加1家、同比增加3家；", "完成项目节点4个，较上次会议、同比均减少1个；"),
    ):
        assert words.strip("；") in said, words
    assert not re.search(r"(较上次会议|同比|均)(升|降|增(?!长|加)|减(?!少))", said)


def test_without_a_comparison_there_is_no_clause_and_what_compares_is_said_first(order):
    said = [text for section in order.report for text in section.sentences]
    assert any("；办结率99.0%；" in text for text in said) and not [text for text in said if "不可比" in text]
    first = next(place for place, text in enumerate(said) if "较上次会议" in text)
    assert said[first] == (
        "以下“较上次会议”指与2025年第三季度相比，“同比”指与2024年第四季度相比；没有可比数据的，不列比较。"
    )


def test_a_theme_of_which_nothing_is_known_is_one_sentence(small):
    assert told(running_order(small, "M1"), "grid") == ("2023年第四季度网格治理各项数据均未填报。",)


def test_a_first_meeting_is_held_against_nothing(small):
    order = running_order(small, "M1")
    assert any(text.startswith("这是台账中的第一次联席会议，没有上次会议可以对照。") for text in told(order, "basics"))
    assert not [text for section in order.report for text in section.sentences if "较上次会议" in text]
    assert told(order, "matters")[0] == (
        "列入办理的议定事项共3项，截至2023年12月20日，完成销号0项，未完成3项，其中本次会议新议定3项。"
    )
    # What has just been decided cannot have stood still.
    assert told(order, "matters")[1] == "在办事项中，新议定3项。"
    before = running_order(small, "M1", stage=Stage.BEFORE)
    assert told(before, "next")[-1] == "按现有数据没有需要提请会议议定的事项。"


def test_matters_in_trouble_are_named_with_unit_days_and_reason(small):
    # D2 was closed on 2024-04-20, promised for 03-20; D3 is 7 days late and lacks money; D4 has stood still.
    assert told(running_order(small, "M3"), "matters") == (
        "2024年4月4日上次会议以来，列入办理的议定事项共3项，截至2024年5月8日，完成销号1项（晚于期限1项），未完成2项，"
        "本次会议的议定事项还没有登记（未填报）。",
        "在办事项中，受阻1项、超期1项（含受阻1项）、未动1项。",
        "截至会议当天没有到期的办理节点，或未填报。",
        "受阻、超期和未动的事项2项：",
        "（1）办招聘（甲园，甲单位），受阻、超期7天，2024年5月1日前办结，进度20%，原因：缺经费。",
        "（2）建支部（甲村，乙单位），未动，2024年6月30日前办结，进度20%，原因未填报。",
        "销号的事项1项：",
        "（1）通内沟（甲村，乙单位），销号（晚31天）。",
    )


def test_late_matters_are_one_number_for_one_day(order, demonstration):
    # On 2025-12-18 four matters are late, three of them blocked; two more are due that day and late on 12-31.
    said = told(order, "matters")
    # Two of the three matters whose nodes are late would otherwise pass as going well; the third is blocked.
    assert said[1] == (
        "在办事项中，受阻4项、超期4项（含受阻3项）、未动1项（含受阻1项）、节点滞后3项（含受阻1项）、新议定5项。"
    )
    assert sum(bool(re.search(r"超期\d+天", text)) for text in said) == 4
    pages = {slide.key: slide for slide in order.slides}
    assert (
        pages["matters"].title
        == "18 项事项，在办 12 项；销号 6 项、受阻 4 项、超期 4 项（含受阻 3 项）、未动 1 项（含受阻 1 项）、节点滞后 3 项（含受阻 1 项）"
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
    assert told(order, "next")[:2] == (
        "下一节点已明确的事项1项：",
        "（1）通内沟（甲村，乙单位），“施工”节点应于2024年3月15日前完成，已滞后20天。",
    )


def test_a_meeting_without_matters_and_without_data_says_so(tmp_path):
    empty = "DELETE FROM core.decision_updates; DELETE FROM core.decisions; DELETE FROM core.list_items"
    order = running_order(current(small_world.publish(tmp_path, change=empty)), "M2")
    [only] = told(order, "matters")
    assert only == "台账里没有这次会议以前议定、至今在办的事项；本次会议的议定事项还没有登记（未填报）。"
    assert "没有新增" in told(order, "lists")[0]
    basics = told(running_order(current(small_world.publish(tmp_path / "again")), "M4"), "basics")
    assert basics[0] == "公开文件没有印出本区域的企业、面积和人员数字。"


def test_published_figures_keep_their_words_document_and_day(order, demonstration):
    basics = told(order, "basics")
    assert "《深入开展社区、园区、厂区“三区联创”的工作方案（宝委综〔2024〕27号）》" in basics[0]
    assert "现有入驻企业200多家，其中规上企业55家，员工总数超3万人" in basics[1]
    assert basics[1].endswith("（以上时点为2024年11月4日）。")
    # A year that the words begin with is not told again, and an enterprise has one paragraph.
    assert "卡宾石狮事业部：2023年共实现销售产值超30亿元，税收8856万元。" in basics
    assert [text.split("：", 1)[1] for text in basics if "华联" in text] == [
        "占地面积21亩，公司目前拥有员工人数1800余人（以上时点为2024年11月4日）；2023年度总产值5亿元，实现纳税近2000万元。"
    ]
    quotes = [fact.quote for fact in published_facts(demonstration)]
    printed = [text for text in basics if is_printed(text) and not text.startswith("会议召开时")]
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
    for name, sentences in (*((part.name, part.sentences) for part in PARTS), ("basics", POPULATION)):
        lines = [
            text
            for text in told(order, name)
            if not (is_printed(text) or text.startswith(("公开文件", "以下", "会议召开时")))
        ]
        said = " ".join(text for text in lines if "清单新增" not in text)
        known = {"2025"}
        for clause in (clause for clauses in sentences for clause in clauses):
            known |= numbers_of(demonstration, clause.metric, order.area_code)
            metric = named_metric(clause.metric)
            value = read(demonstration, clause.metric, Selection(order.area_code, "2025Q4")).value
            if is_number(value):
                assert f"{clause.words or metric.label}{number(value, metric.unit, metric.decimals)}" in said
        found = set(NUMBER.findall(said))
        assert found <= known, (name, found - known)
        # A village has no training and a park no residents.
        assert found or area, name


def numbers_of(warehouse, name: str, area_code: str) -> set[str]:
    """Every number that may be said of the metric: its figure and its changes, worked out anew."""
    metric = named_metric(name)
    found = {
        cell.period: cell
        for cell in cells(warehouse, metric, (area_code,), grain="quarter", since="2024Q4", until="2025Q4")
    }
    now = found["2025Q4"]
    known = set(NUMBER.findall(number(now.value, metric.unit, metric.decimals)))
    known |= set(NUMBER.findall(number(now.value_high, metric.unit, metric.decimals))) if now.value_high else set()
    for then in (found["2025Q3"].value, found["2024Q4"].value):
        if is_number(then) and is_number(now.value) and (metric.unit == "%" or then):
            exact, before = Decimal(str(now.value)), Decimal(str(then))
            moved = exact - before if metric.unit == "%" else (exact - before) / before * 100
            known.add(f"{abs(moved).quantize(Decimal('0.1'), ROUND_HALF_UP):,f}")
        if is_number(then) and is_number(now.value) and metric.denominator is None and max(now.value, then) < 50:
            # So few are told by how many they have become more or less.
            known.add(f"{abs(now.value - then):g}")
    return known


def test_sentences_change_with_the_figures(tmp_path):
    change = "UPDATE core.training_courses SET completed = 27 WHERE course_id = 'K2'"
    before = running_order(current(small_world.publish(tmp_path / "a")), "M2")
    after = running_order(current(small_world.publish(tmp_path / "b", change=change)), "M2")
    # 24 of 30, then 27 of 30; 16 of 20 in the quarter before.
    assert "结业率80.0%，较上次会议持平" in told(before, "incubation")[0]
    assert "结业率90.0%，较上次会议提高10.0个百分点" in told(after, "incubation")[0]
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
    assert told(order, "output")[-1] == "亩均产值、亩均税收不公开。"
    assert Absence.NOT_IN_PERIOD in told(order, "party")[-1]
    assert not [text for text in told(order, "incubation") if NUMBER.search(text)]


def test_problems_and_what_is_asked_for_are_those_of_the_pages(order, demonstration):
    pages = {slide.kind: slide for slide in order.slides}
    assert len(told(order, "problems")) == len(pages["attention"].table.rows) + 2
    before = running_order(demonstration, order.meeting_id, stage=Stage.BEFORE)
    asked = before.slide("asks").table.rows
    said = told(before, "next")
    first = said.index(f"提请会议议定{len(before.requests)}项：") + 1
    assert len(said[first:]) == len(before.requests) >= len(asked)
    # The place of a matter is followed by its unit.
    assert all(tight(row[0]).removesuffix("）") in text for row, text in zip(asked, said[first:], strict=False))
    assert "依据：" not in "".join(said)


def test_problems_are_told_as_sentences_with_whoever_has_them(order):
    said = told(order, "problems")
    assert said[:2] == (
        # Late needs, grids with late events or too low a rate, places with reports missing; matters have their own part.
        "议定事项之外，按现行规则需要关注的事项22件，其中最紧要的5件是：",
        "（1）塘后村3号网格积压5件事件超期未办结，由网格长负责。",
    )
    assert said[-1].startswith("以上按以下规则列出：事件、议定事项、")


def test_matters_of_one_title_are_told_apart_by_their_place(demonstration):
    order = running_order(demonstration, "LX-2025Q2-1", stage=Stage.BEFORE)
    said = [text for section in order.report for text in section.sentences if "次干道破损" in text]
    # Two in trouble, a node of one that was due, a node of the other to come, and both are asked about.
    assert len(said) == 6
    assert all("（石狮服装城，城市" in text or "（石狮服装智能制造园，城市" in text for text in said)
