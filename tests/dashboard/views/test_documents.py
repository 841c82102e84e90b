"""What documents print, taken apart."""

from dashboard.views.documents import bare_measure, limit_of, line_words, month_without_year


def test_brackets_leave_the_name_of_a_measure_and_say_its_limit():
    assert bare_measure("累计培训人数(“宝妈”和个体工商户)") == "累计培训人数"
    assert limit_of("累计培训人数(“宝妈”和个体工商户)") == "“宝妈”和个体工商户"
    assert (bare_measure("园区数（生产、办公）"), limit_of("园区数（生产、办公）")) == ("园区数", "生产、办公")
    assert (bare_measure("总产值"), limit_of("总产值")) == ("总产值", "")


def test_a_day_without_a_year_has_none():
    assert month_without_year("XXXX-12") == "12月"
    assert month_without_year("XXXX-08-26") == "8月26日"
    assert month_without_year("2024-08-26") is None


def test_a_line_is_told_by_its_number():
    assert (line_words("L43"), line_words("表2")) == ("第43行", "第表2行")
