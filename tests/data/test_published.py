"""The published forms say what the public documents say, in their words, and not one figure more."""

import csv
import re
from decimal import Decimal

import pytest

from tests import filled

PUBLISHED = filled.DATA / "published"
TEXTS = {"baogai": "baogai_plan.txt", "lingxiu": "lingxiu_report.txt"}
FACTS = {row["fact_id"]: row for row in filled.rows(PUBLISHED / "published_facts.csv")}
EVENTS = {row["event_id"]: row for row in filled.rows(PUBLISHED / "published_events.csv")}
QUOTED = {
    next(iter(row.values())): row for rows in filled.forms("published").values() for row in rows if "paragraph" in row
}
AREAS = {row["area_code"]: row for row in filled.rows(PUBLISHED / "areas.csv")}

# Every figure in the published registers: form, key, column → the fact that prints it and its factor.
CARRIED = {
    ("areas", "350581101911", "land_mu"): ("BG003", 1),
    ("areas", "350581101206", "land_mu"): ("BG014", 1500),
    ("areas", "350581101208", "land_mu"): ("BG025", 1500),
    ("areas", "350581101922", "land_mu"): ("BG038", 1),
    ("population", "350581101206", "households"): ("BG017", 1),
    ("population", "350581101206", "registered_persons"): ("BG018", 1),
    ("population", "350581101206", "resident_persons"): ("BG019", 1),
    ("population", "350581101206", "village_groups"): ("BG021", 1),
    ("population", "350581101206", "representatives"): ("BG020", 1),
    ("population", "350581101206", "estates"): ("BG016", 1),
    ("population", "350581101208", "households"): ("BG026", 1),
    ("population", "350581101208", "registered_persons"): ("BG027", 1),
    ("population", "350581101208", "resident_persons"): ("BG028", 1),
    ("population", "350581101208", "village_groups"): ("BG030", 1),
    ("population", "350581101208", "representatives"): ("BG029", 1),
    ("enterprises", "E-BG-002", "land_mu"): ("BG038", 1),
    ("enterprises", "E-BG-002", "floor_m2"): ("BG039", 10_000),
}
FIGURES = {
    "areas": ("land_mu",),
    "population": ("households", "registered_persons", "resident_persons", "village_groups", "representatives",
                   "estates"),
    "enterprises": ("land_mu", "floor_m2"),
    "service_sites": ("longitude", "latitude", "area_m2", "seats"),
    "party_liaison": ("visits_quarter",),
}  # fmt: skip


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def lines(document: str) -> list[str]:
    return (PUBLISHED / "documents" / TEXTS[document]).read_text(encoding="utf-8").splitlines()


def test_all_facts_are_there():
    assert sorted(FACTS) == [f"BG{n:03d}" for n in range(1, 56)] + [f"LX{n:03d}" for n in range(1, 19)]


def test_all_events_are_there():
    # BGE02, the print of 27号, is in the imprint that our copy leaves out; BGE01 is of the same day.
    assert sorted(EVENTS) == ["BGE01", "BGE03", "BGE04", "BGE05", *(f"LXE0{n}" for n in range(1, 7))]


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_an_event_is_dated_by_its_own_words(event):
    year, *rest = event["dated"].split("-")
    assert year == "XXXX" or year in event["quote"]
    assert all(f"{int(part)}{word}" in event["quote"] for part, word in zip(rest, "月日", strict=False))


@pytest.mark.parametrize("row", QUOTED.values(), ids=QUOTED)
def test_a_quote_of_any_published_form_begins_in_its_paragraph_word_for_word(row):
    start = int(row["paragraph"][1:]) - 1
    here = squeezed("".join(lines(row["document_id"])[start : start + 5]))
    place = here.find(squeezed(row["quote"]))
    assert 0 <= place < len(squeezed(lines(row["document_id"])[start]))


def test_all_that_is_quoted_is_held_against_its_paragraph():
    assert len(QUOTED) == 73 + 10 + 24 + 4
    assert all(row["quote"] for row in QUOTED.values())


@pytest.mark.parametrize("fact_id, low, high", [
    ("BG009", "41", "41"), ("BG035", "30", None), ("LX009", None, "2000"), ("LX003", "1", None),
    ("BG025", "1.995", "2.005"), ("LX013", "7", "8"),
])  # fmt: skip
def test_the_bounds_follow_the_qualifier(fact_id, low, high):
    assert (FACTS[fact_id]["value_low"], FACTS[fact_id]["value_high"]) == (low, high)


def test_one_trainee_s_figures_are_the_only_individual_cases():
    assert [fact_id for fact_id, fact in FACTS.items() if fact["fact_nature"] == "个案"] == ["LX004", "LX005"]


def test_no_published_row_holds_a_figure_that_no_document_prints():
    found = {}
    for name, columns in FIGURES.items():
        for row in filled.rows(PUBLISHED / f"{name}.csv"):
            key = next(iter(row.values()))
            found |= {(name, key, column): Decimal(row[column]) for column in columns if row[column] is not None}
    assert found == {place: Decimal(FACTS[fact]["value"]) * factor for place, (fact, factor) in CARRIED.items()}


def test_the_years_of_founding_are_the_printed_ones():
    founded = {row["enterprise_code"]: row["founded_on"] for row in filled.rows(PUBLISHED / "enterprises.csv")}
    assert founded == {"E-BG-001": "1997", "E-BG-002": "1987-06", "E-BG-003": "1994"}


def test_land_beside_a_second_site_is_never_divided_by():
    same_scope = {row["name"]: row["is_land_same_scope"] for row in filled.rows(PUBLISHED / "enterprises.csv")}
    assert not any(same_scope.values())


def test_the_annex_has_thirteen_linked_organizations_and_seven_unclear_ones():
    found = filled.rows(PUBLISHED / "party_liaison.csv")
    assert [row["organization_id"] for row in found] == [str(number) for number in range(1, 21)]
    unclear = [row["organization_id"] for row in found if row["liaison_status"] == "未明确"]
    assert unclear == ["2", "6", "8", "9", "12", "14", "19"]
    assert not [row for row in found if row["liaison_status"] == "未明确" and row["leader_post"]]


def test_a_leader_is_a_post_of_the_first_annex():
    posts = {line[2:] for line in lines("baogai") if line.startswith("- ")}
    named = {row["leader_post"] for row in filled.rows(PUBLISHED / "party_liaison.csv")} - {None}
    assert named and named <= posts


def test_every_site_is_named_in_a_document():
    texts = squeezed("".join(line for document in TEXTS for line in lines(document)))
    composed = {"S-LX-03": "零工驿站", "S-LX-04": "托教中心"}  # named there by their park
    for row in filled.rows(PUBLISHED / "service_sites.csv"):
        assert composed.get(row["site_code"], row["name"]) in texts


def test_an_area_comes_after_the_one_above_it_and_one_level_below():
    levels = {
        "市": ("",),
        "镇": ("市",),
        "片区": ("镇",),
        "三区单元": ("镇", "片区", "三区单元"),
        "网格": ("三区单元",),
    }
    seen = {"": ""}
    for code, area in AREAS.items():
        assert seen[area["parent_code"] or ""] in levels[area["level"]], area["name"]
        seen[code] = area["level"]


def test_the_twenty_four_grids_are_eight_nine_and_seven():
    grids = [area for area in AREAS.values() if area["level"] == "网格"]
    parents = [AREAS[area["parent_code"]]["name"] for area in grids]
    assert {name: parents.count(name) for name in parents} == {"宝盖科技园": 8, "塘后村": 9, "仑后村": 7}


def test_every_village_of_both_towns_has_its_national_code():
    villages = {code for code, area in AREAS.items() if area["zone_kind"] == "社区"}
    # 1 community and 12 villages of 灵秀, 2 communities and 18 villages of 宝盖.
    assert len(villages) == 33
    assert {AREAS[code]["name"] for code in ("350581101206", "350581101208", "350581100211")} == {
        "塘后村", "仑后村", "彭田村",
    }  # fmt: skip


def test_two_express_companies_are_not_one_area():
    assert AREAS["350581100921"]["name"] == "圆通速递福建总部"
    assert not [area for area in AREAS.values() if "圆通速递石狮分公司" in (area["aliases"] or "")]
    assert "石狮网商园" in AREAS["350581100911"]["aliases"].split("、")


def test_the_documents_are_registered():
    with (PUBLISHED / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["文件编号"]: (row["发布时间"], row["推定年份"]) for row in csv.DictReader(file)}
    assert found == {"baogai": ("2024-11-04", ""), "lingxiu": ("XXXX-12", "2025")}
