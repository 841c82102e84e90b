"""The content of the screen: what the repository's files hold, and how a wrong name is refused."""

from dataclasses import replace

import pytest

from content_files import DATA, WrongContent, content_folder
from dashboard.content import FactPair, FactTarget, content, read_content
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES

HEADERS = {
    "mechanisms.csv": "mechanism,document,forms,metrics,page",
    "fact_pairs.csv": "fact_id,metric,by,parts,per_unit,note",
    "fact_ratios.csv": "label,numerator,denominator,unit,factor,decimals,incomparable",
    "fact_targets.csv": "metric,fact_id,per_fact_id",
    "theme_pages.csv": "theme,charts,remarks",
    "map_features.csv": "name,kind,path,words,source",
}


def test_the_repository_s_content_is_read_whole():
    town = read_content(content_folder(DATA))
    assert len(town.mechanisms) == 62 and len(town.pairs) == 52 and len(town.ratios) == 6
    assert town.pairs["LX009"] == FactPair("LX009", "completed_cumulative", "audience", ("宝妈", "个体户"))
    assert town.pairs["BG005"].per_unit == 10_000
    assert town.targets["grid_coverage"] == (FactTarget("BG054", "BG053"),)
    assert {"濠江路", "香江路", "回兴路"} == {one.name for one in town.map_features if one.kind == "道路"}
    assert [target.fact_id for target in town.targets["joint_meetings"]] == ["BG048", "LX003"]


def test_a_town_without_content_has_a_page_for_every_theme_and_nothing_else(tmp_path):
    town = read_content(tmp_path)
    assert [page.theme for page in town.theme_pages] == list(THEMES)
    assert set(METRICS) == {name for page in town.theme_pages for name in page.charts}
    empty = replace(town, theme_pages=())
    assert not any((empty.mechanisms, empty.pairs, empty.ratios, empty.targets, empty.theme_pages))


def test_content_is_that_of_the_town_whose_data_these_are(tmp_path, monkeypatch):
    monkeypatch.setenv("SANQU_DATA", str(tmp_path))
    assert content().mechanisms == ()


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("mechanisms.csv", "甲,某文件,areas,nothing,overview", "there is no metric 'nothing'"),
        ("mechanisms.csv", "甲,某文件,nothing,grids,overview", "there is no form 'nothing'"),
        ("mechanisms.csv", "甲,某文件,areas,grids,nothing", "there is no page 'nothing'"),
        ("fact_pairs.csv", "F1,nothing,,,,", "there is no metric 'nothing'"),
        ("fact_pairs.csv", "F1,grids,nothing,甲,,", "there is no dimension 'nothing'"),
        ("fact_pairs.csv", "F1,courses,audience,,,", "a dimension and its parts go together"),
        ("fact_ratios.csv", "甲,F1,,%,,,", "may not be empty"),
        ("fact_ratios.csv", "甲,F1,F2,%,much,,", "factor 'much' is no number"),
        ("fact_targets.csv", "nothing,F1,", "there is no metric 'nothing'"),
        ("theme_pages.csv", "nothing,tax,tax", "there is no theme 'nothing'"),
        ("map_features.csv", "甲路,河流,118 24 119 24,,某文件", "there is no kind of map feature '河流'"),
        ("map_features.csv", "甲路,道路,118 24,,某文件", "1 places are none for a feature of kind '道路'"),
        ("map_features.csv", "甲塔,地标,118 24 119,,某文件", "path is not pairs of longitude and latitude"),
        ("map_features.csv", "甲塔,地标,24 118,,某文件", "path is not pairs of longitude and latitude"),
        ("theme_pages.csv", "output,tax,nothing", "there is no metric 'nothing'"),
    ],
)
def test_a_name_that_nobody_knows_is_an_error_with_file_and_line(tmp_path, file, line, said):
    (tmp_path / file).write_text(f"{HEADERS[file]}\n{line}\n", encoding="utf-8")
    with pytest.raises(WrongContent, match=f"{file}, line 2: .*{said}"):
        read_content(tmp_path)
