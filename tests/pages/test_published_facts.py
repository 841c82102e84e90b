"""公开数据与核对 in the real app: all figures, their reconciliation, rules that hold and one that does not."""

from tests.pages.reading import words


def listed(app):
    """The codes on the list of figures."""
    [table] = [frame.value for frame in app.dataframe if "编号" in frame.value.columns]
    return set(table["编号"])


def test_all_published_figures_agree_with_the_demonstration(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "published_facts")
    said = words(app)
    assert len(listed(app)) == 73
    assert "个公开数字，填报数据全部一致" in said
    assert "20 ≠ 19" in said and "不成立" in said
    assert all(result in said for result in ("<2.96%", "<4.0%", "<27.5%", "<16.7个/家", "不可比"))
    assert "原文未印年份" in said and "推定为2025年" in said
    assert "公开数字，其中个案2个，只列出、不作图" in said


def test_filters_limit_the_list(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "published_facts")
    app.selectbox(key="nature").set_value("个案").run()
    assert listed(app) == {"LX004", "LX005"}
    app.selectbox(key="nature").set_value("全部").run()
    app.text_input(key="q").set_value("销售产值").run()
    assert listed(app) == {"BG035"}
    app.text_input(key="q").set_value("没有这几个字").run()
    assert "没有符合条件的公开数字" in words(app)


def test_without_reports_nothing_is_said_to_disagree(published_warehouse, open_page):
    app = open_page(published_warehouse, "published_facts")
    assert "与填报数据不一致" not in words(app)
    assert len(listed(app)) == 73
