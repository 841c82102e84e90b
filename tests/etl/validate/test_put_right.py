import etl
from etl.problems import Level
from tests.town import QUARTER_HEADERS, QUARTERS, write_csv


def received(town) -> None:
    write_csv(town.data / "received" / "企业季报.csv", [QUARTER_HEADERS, QUARTERS[2]])


def output(town) -> list[tuple]:
    return town.query("SELECT gross_output_cny_10k FROM core.enterprise_quarters WHERE origin = 'reported'")


def test_a_cell_that_the_office_put_right_is_read_so_and_said(town):
    received(town)
    etl.add_correction("received/企业季报.csv", "", "C2", "300", "330", "原表多打一位", town.data)
    result = town.build()
    assert output(town) == [(330,)]
    (note,) = [problem for problem in result.problems if problem.cell == "C2"]
    assert note.level is Level.NOTE and "“330”，原为“300”" in note.message
    etl.undo_correction(1, town.data)
    assert town.build().published
    assert output(town) == [(300,)]


def test_a_correction_of_what_does_not_stand_there_is_not_used(town):
    received(town)
    etl.add_correction("received/企业季报.csv", "", "C2", "999", "330", "看错了行", town.data)
    result = town.build()
    assert output(town) == [(300,)]
    assert [problem.level for problem in result.problems if problem.cell == "C2"] == [Level.WARNING]
