from dashboard.metrics.absence import Absence
from dashboard.render.charts import season
from dashboard.render.palette import LIGHT

POINTS = tuple(
    (f"{year}Q{quarter}", year - 2000 + quarter if (year, quarter) != (2025, 3) else Absence.NOT_REPORTED)
    for year in (2022, 2023, 2024, 2025)
    for quarter in (1, 2, 3, 4)
)


def test_this_year_is_bold_and_the_two_before_it_are_grey():
    figure = season(POINTS, LIGHT, unit="家")
    assert [trace["name"] for trace in figure["data"]] == ["2023年", "2024年", "2025年"]
    assert [trace["line"]["color"] for trace in figure["data"]] == [LIGHT.others, LIGHT.others, LIGHT.series[0]]
    assert figure["layout"]["xaxis"]["ticktext"] == ["一季度", "二季度", "三季度", "四季度"]
    assert figure["data"][-1]["customdata"][0][0] == "2025Q1"


def test_what_has_not_come_yet_is_no_gap_and_what_was_not_reported_is():
    def words(points):
        return [one["text"] for one in season(points, LIGHT, unit="家")["layout"]["annotations"]]

    assert "未填报" in words(POINTS)
    assert not any("未填报" in text for text in words(POINTS[:14]))
    assert "2025年 <b>27家</b>" in words(POINTS[:14])


def test_a_year_that_began_late_stands_in_the_order_of_the_year():
    figure = season(POINTS[2:6], LIGHT, unit="家")
    assert figure["layout"]["xaxis"]["ticktext"] == ["一季度", "二季度", "三季度", "四季度"]
    assert figure["data"][-1]["y"] == [24.0, 25.0, None, None]


def test_the_same_quarter_of_the_year_before_is_marked():
    *_, before, now = season(POINTS[:14], LIGHT, unit="家", marks=("2024Q2", "2025Q2"))["data"]
    assert before["marker"]["size"] == [0, 7, 0, 0] and now["marker"]["size"] == [0, 7, 0, 0]
