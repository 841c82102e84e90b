"""总览 in the real app: headline, attention list, paragraph and strips follow the selection."""

from tests.pages.reading import words

DISTRICT, OTHER_DISTRICT, VILLAGE = "350581101901", "350581100901", "350581101206"


def test_the_first_screen_has_cards_a_list_and_a_paragraph(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "overview", area=DISTRICT, period="2024Q4")
    said = words(app)
    assert "超期未办结" in said and "需要关注的事项" in said and "规则：" in said
    assert [part.proto.component_name for part in app.get("bidi_component")].count("chart") == 5
    assert [part.proto.component_name for part in app.get("bidi_component")].count("area_map") == 1
    [paragraph] = app.code
    assert paragraph.value.startswith("2024年第四季度，宝盖“三区联创”片区")
    assert "划定网格24个" in paragraph.value and "挂钩覆盖率65%–100%" in paragraph.value
    assert paragraph.value.endswith("文中含演示数据。")


def test_another_area_tells_another_story(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "overview", area=OTHER_DISTRICT)
    assert "彭田片区" in app.code[0].value
    assert "网格覆盖率" not in app.code[0].value, "what the area never had is not missed"


def test_without_demonstration_data_the_documents_speak(published_warehouse, open_page):
    app = open_page(published_warehouse, "overview", area=VILLAGE)
    said = words(app)
    assert "演示数据" not in said
    assert "党员115名（公开文件，2024年11月4日）" in app.code[0].value
    assert "本期没有可画的趋势" in said


def test_the_map_has_a_switch(demonstration_warehouse, open_page):
    app = open_page(demonstration_warehouse, "overview", area=DISTRICT)
    [switch] = [control for control in app.segmented_control if control.key == "switch-map"]
    before = words(app)
    switch.set_value("gross_output").run()
    assert not app.exception
    assert words(app) != before
