"""The demonstration: the same bytes every time, what is committed, and what charts need to have something to say."""

import io
import zipfile
from collections import Counter, defaultdict
from datetime import datetime

import pytest

import demo
from dashboard.metrics.versions import current
from demo import places
from tests import filled

COMMITTED = filled.DATA / "demo"
END = datetime(2025, 12, 31, 23, 59)


@pytest.fixture(scope="module")
def forms():
    return demo.forms()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return demo.write(tmp_path_factory.mktemp("demo"))


def test_the_same_bytes_come_out_twice(written, tmp_path):
    again = demo.write(tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in written]


def unpacked(content: bytes) -> dict[str, bytes] | bytes:
    """A workbook as its parts, since another machine may pack the same parts into other bytes."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_the_committed_forms_are_current(written):
    assert sorted(path.name for path in written) == sorted(path.name for path in COMMITTED.iterdir())
    stale = [p.name for p in written if unpacked(p.read_bytes()) != unpacked((COMMITTED / p.name).read_bytes())]
    assert stale == [], "run `python -m demo data/demo`"


def test_the_demonstration_names_no_enterprise_of_its_own_making_as_real(forms):
    names = [row["name"] for row in forms["enterprises"]]
    assert all(name.startswith("演示") for name in names) and len(set(names)) == len(names)
    shown = Counter(row["disclosure"] for row in forms["enterprises"])
    assert set(shown) == {"内部", "企业同意"} and shown["内部"] > 10 * shown["企业同意"]


def test_some_enterprises_miss_a_report_but_never_most(forms):
    reports = Counter(row["quarter"] for row in forms["enterprise_quarters"])
    registered = len(forms["enterprises"])
    assert len(reports) == 12 and all(0.6 * registered < count < registered for count in reports.values())


def test_output_dips_at_spring_festival_and_footwear_falls(forms):
    industry = {row["enterprise_code"]: row["industry"] for row in forms["enterprises"]}
    output = defaultdict(float)
    footwear = defaultdict(float)
    for row in forms["enterprise_quarters"]:
        gross = float(row["gross_output_cny_10k"] or 0)
        output[row["quarter"]] += gross
        footwear[row["quarter"][:4]] += gross if industry.get(row["enterprise_code"]) == "鞋类" else 0
    assert all(output[f"{year}Q1"] < output[f"{year}Q3"] for year in (2023, 2024, 2025))
    assert footwear["2023"] > footwear["2024"] > footwear["2025"]


def test_grids_have_a_leader_but_for_a_few_quarters(forms):
    leaders = Counter()
    for row in forms["grid_staffing"]:
        leaders[row["quarter"]] += row["grid_leaders"]
    assert leaders["2024Q4"] == 24 and leaders["2023Q1"] == 22 and min(leaders.values()) == 22


def test_matters_stay_inside_the_three_years(forms):
    for row in forms["grid_events"]:
        assert datetime(2023, 1, 1) <= row["reported_at"] <= END
        assert row["closed_at"] is None or row["closed_at"] <= END


def on_time(rows) -> float:
    kept = [row["closed_at"] is not None and row["closed_at"] <= row["due_at"] for row in rows]
    return sum(kept) / len(kept)


def test_two_grids_are_late_and_closing_improves_from_the_second_quarter_of_2025(forms):
    events = forms["grid_events"]
    late = [row for row in events if row["grid_code"] in ("35058110120603", "35058110191106")]
    others = [row for row in events if row["grid_code"] not in ("35058110120603", "35058110191106")]
    assert on_time(late) < on_time(others) - 0.15
    before = [row for row in others if row["reported_at"] < datetime(2025, 4, 1)]
    after = [row for row in others if row["reported_at"] >= datetime(2025, 4, 1)]
    assert on_time(after) > on_time(before) + 0.03


def test_fewer_than_one_in_a_hundred_is_open_at_the_end_and_some_of_them_overdue(forms):
    events = forms["grid_events"]
    still_open = [row for row in events if row["closed_at"] is None]
    assert 10_000 <= len(events) <= 14_000
    # Half of them are of the last month; the others wait for money, an owner or another office.
    assert 0.002 < len(still_open) / len(events) < 0.01
    assert 0 < sum(row["due_at"] <= END for row in still_open) < len(still_open)
    assert 0.02 < sum(row["reopened_count"] > 0 for row in events) / len(events) < 0.06


def test_typhoons_break_things(forms):
    by_month = Counter(row["reported_at"].month for row in forms["grid_events"] if row["kind"] == "设施损坏")
    summer, others = (by_month[m] for m in (7, 8, 9)), (by_month[m] for m in (3, 4, 5, 6, 10, 11, 12))
    assert min(summer) > max(others)


def test_couriers_report_where_the_express_headquarters_is_and_nowhere_else(forms):
    by_courier = {row["grid_code"] for row in forms["grid_events"] if row["channel"] == "快递小哥"}
    assert by_courier == set(places.PENGTIAN_UNITS)


def test_conversion_is_empty_where_it_is_not_due_yet(forms):
    courses = forms["training_courses"]
    autumn = [row for row in courses if row["started_on"] >= datetime(2025, 10, 1).date()]
    assert autumn and not [row for row in autumn if row["converted_6m"] is not None]
    assert [row for row in courses if row["converted_6m"] is not None]
    assert [row for row in courses if row["completed"] is None]


def test_accounts_never_come_from_nowhere(forms):
    active = 0
    for row in forms["incubation_quarters"]:
        assert row["accounts_active"] <= active + row["accounts_launched"]
        active = row["accounts_active"]


# Published event → the demonstration's milestone of that day.
DATED = {
    "LXE01": ("P-LX-01", "回购款到账"),
    "LXE02": ("P-LX-01", "经营权竞拍成交"),
    "LXE04": ("P-LX-02", "启动改造"),
    "LXE05": ("P-LX-03", "建筑工程施工许可"),
}


def test_milestones_that_the_report_dates_stand_on_their_day(forms):
    events = {row["event_id"]: row for row in filled.rows(filled.DATA / "published" / "published_events.csv")}
    done = {(row["project_id"], row["milestone"]): row for row in forms["projects"]}
    for event_id, milestone in DATED.items():
        row, event = done[milestone], events[event_id]
        assert str(row["done_on"]) == event["dated"].replace("XXXX", "2025")
        assert row["area_code"] == event["area_code"]


def test_the_pipeline_settles_whom_the_register_has(forms):
    settled = {(row["area_code"], row["quarter"]): row["settled"] for row in forms["park_pipeline"]}
    there = Counter()
    for row in forms["enterprises"]:
        there[row["area_code"]] += row["left_on"] is None
    named = 3  # the factories of the plan stand inside 宝盖科技园 under codes of their own
    assert settled[places.SMART_PARK, "2025Q4"] == there[places.SMART_PARK] == 65
    assert settled[places.PARK, "2025Q4"] == there[places.PARK] + named


def test_the_village_gets_its_share_of_what_is_left_after_cost(forms):
    told = [row for row in forms["assets"] if row["collective_income_cny_10k"] is not None]
    for row in told:
        left = max(row["income_cny_10k"] - row["cost_cny_10k"], 0)
        assert abs(float(left) * row["share_pct"] / 100 - float(row["collective_income_cny_10k"])) <= 0.01
    assert [row for row in told if row["income_cny_10k"] < row["cost_cny_10k"]]


def test_approvals_grow_quicker_and_some_milestones_are_late(forms):
    used = defaultdict(list)
    for row in forms["projects"]:
        if row["promised_days"] and row["done_on"]:
            used[row["done_on"].year].append((row["done_on"] - row["started_on"]).days / row["promised_days"])
    mean = {year: sum(shares) / len(shares) for year, shares in used.items()}
    assert mean[2023] > mean[2024] > mean[2025]
    done = [row for row in forms["projects"] if row["done_on"]]
    assert 0.1 < sum(row["done_on"] > row["planned_on"] for row in done) / len(done) < 0.5
    assert [row for row in forms["projects"] if not row["done_on"] and row["planned_on"] <= END.date()]


def test_a_build_of_the_demonstration_asks_nothing_and_refuses_nothing(demonstration_warehouse):
    """What stands in the published version about its own forms: nobody has anything to answer or to put right."""
    levels = Counter(row["level"] for row in current(demonstration_warehouse).rows("SELECT level FROM meta.problems"))
    assert levels["question"] == 0 and levels["error"] == 0, levels
    refused = "SELECT file, sheet FROM meta.loads WHERE status = 'refused'"
    assert current(demonstration_warehouse).rows(refused) == []
