"""What is said of linked posts, worked out by hand."""

from dashboard.metrics.ask import Cell
from dashboard.tables.rosters import LinkedRow
from dashboard.views.party_building import liaison as panels


def liaison(low: float, high: float) -> Cell:
    return Cell("P", "2025Q4", "", low / 20 * 100, high / 20 * 100, numerator=low, denominator=20.0)


def count(value: float) -> Cell:
    return Cell("P", "2025Q4", "", value)


def test_liaison_is_an_interval_while_some_are_not_clear():
    said = "20个党组织中13个已明确挂钩领导，7个未明确，覆盖率在65%到100%之间"
    assert panels.liaison_finding(count(20.0), liaison(13.0, 20.0), count(7.0)) == said
    clear = panels.liaison_finding(count(20.0), liaison(20.0, 20.0), count(0.0))
    assert clear == "20个党组织中20个已明确挂钩领导，覆盖率100%"


def test_an_interval_is_written_as_organizations():
    assert panels.interval_text(liaison(13.0, 20.0)) == "13/20…20/20"
    assert panels.interval_text(liaison(20.0, 20.0)) == "20/20"


def linked(status: str, post: str | None) -> LinkedRow:
    return LinkedRow(
        organization_id="1",
        organization_name="某支部",
        kind="企业",
        area_code="P",
        area_name="甲园",
        liaison_status=status,
        leader_post=post,
        note=None,
        origin="published",
    )


def test_a_post_that_is_not_known_is_never_guessed():
    rows = [linked("已明确", "副镇长"), linked("已明确", None), linked("未明确", None)]
    assert [panels.linked_row(row)[-1] for row in rows] == ["副镇长", "职务未公开", "未明确"]
    said = "挂钩联系3个党组织：1个可写明职务，1个有挂钩领导、职务未公开，1个未明确"
    assert panels.linked_finding(rows) == said
