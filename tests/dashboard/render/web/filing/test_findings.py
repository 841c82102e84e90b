from dashboard.render.web.filing.findings import grouped, title
from dashboard.render.web.filing.problem_html import excerpt_html, group_html
from etl.problems import Level, Problem
from etl.quoted import Excerpt


def problem(message="不是整数。", level=Level.ERROR, file="a.csv", **more):
    return Problem(file=file, message=message, remedy="请改。", level=level, **more)


def test_the_same_thing_is_said_once_and_what_keeps_a_file_out_first():
    note = problem("去掉了空行。", Level.NOTE)
    groups = grouped([note, problem(cell="A2"), problem(cell="B7", file="b.csv"), problem("缺少一列。")])
    assert [group.first.message for group in groups] == ["不是整数。", "缺少一列。", "去掉了空行。"]
    assert groups[0].files == ("a.csv", "b.csv")


def test_questions_stand_alone():
    asked = [problem("对吗？", Level.QUESTION, question=one, options=("对", "不对")) for one in ("x", "y")]
    assert len(grouped(asked)) == 2


def test_the_title_says_what_is_to_be_done():
    question = problem("对吗？", Level.QUESTION, question="x", options=("对", "不对"))
    assert title([problem(), problem(), question]) == "要处理：2处错误、1处待确认"
    assert title([problem(), problem(level=Level.WARNING)]) == "要处理：1处错误；另有1处提醒"
    assert title([problem(level=Level.NOTE)]) == "没有错误；有1处已处理，不影响发布"
    assert title([]) == "没有发现问题"


def test_what_comes_from_a_file_is_text():
    excerpt = Excerpt(("A", "B"), 1, ((1, ("<i>名</i>", "数")), (2, ("甲", "<img src=x>"))), frozenset({"B2"}), 3, {})
    told = group_html(grouped([problem("“<b>”不对。", file="<s>.csv", sheet="<u>", cell="B2")])[0], excerpt)
    assert not any(tag in told for tag in ("<i>", "<img", "<s>", "<u>")) and "“&lt;b&gt;”" in told
    assert "另有3行也是这样" in told


def test_a_phone_keeps_the_first_column_and_the_marked_one():
    excerpt = Excerpt(("A", "B", "C"), 1, ((1, ("甲", "乙", "丙")), (2, ("1", "2", "3"))), frozenset({"C2"}), 0, {})
    told = excerpt_html(excerpt)
    assert '<th scope="col" class="far">B</th>' in told and '<th scope="col">A</th>' in told
    assert '<td class="marked" title="要改的格子">3</td>' in told and '<td class="far">2</td>' in told


def test_a_phone_keeps_the_columns_of_the_key_wherever_they_stand():
    rows = ((1, ("序号", "企业", "产值")), (2, ("1", "甲厂", "x")))
    told = excerpt_html(Excerpt(("A", "B", "C"), 1, rows, frozenset({"C2"}), 0, {}, keys=("B",)))
    assert '<td class="far">1</td>' in told and "<td>甲厂</td>" in told


def test_why_a_column_is_not_shown_is_said():
    rows = ((1, ("企业", "电话")), (2, ("甲厂", "（不显示）")))
    told = excerpt_html(Excerpt(("A", "B"), 1, rows, frozenset({"B2"}), 2, {}, hidden=("B",)))
    assert "B列含个人信息，不显示。另有2行也是这样。" in told
