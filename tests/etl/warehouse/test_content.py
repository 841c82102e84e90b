"""A town's checks of facts, standards and names of documents, as tables and in the marts that read them."""

import duckdb
import pytest

from content_files import WrongContent
from etl.warehouse.content import load_content
from etl.warehouse.derive import derive
from etl.warehouse.tables import create_tables
from tests import small_world

CHECKS = "check_id,statement,left,right,note\n"


@pytest.fixture
def connection():
    connection = duckdb.connect()
    create_tables(connection)
    small_world.fill(connection)
    return connection


def checked(connection, folder, line: str) -> tuple:
    (folder / "fact_checks.csv").write_text(CHECKS + line + "\n", encoding="utf-8")
    load_content(connection, folder)
    derive(connection)
    return connection.execute(
        "SELECT left_value, right_value, holds, note FROM mart.consistency_checks WHERE check_id = 'own'"
    ).fetchone()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("own,甲,BG010 BG011,BG009,{BG009} 对 {BG010} + {BG011} 个", (5, 5, True, "5 对 4 + 1 个")),
        ("own,甲,BG009,BG053,{BG009}≠{BG053}", (5, 3, False, "5≠3")),
        ("own,甲,grids:BG053,BG053,目录 {grids:BG053} 个", (3, 3, True, "目录 3 个")),
        ("own,甲,grids:BG022,BG022,{grids:BG022}", (2, 2, True, "2")),
        ("own,甲,organizations,BG009,{organizations}", (4, 5, False, "4")),
        ('own,甲,"organizations:企业,联合支部",BG009,"{organizations:企业,联合支部}"', (2, 5, False, "2")),
        ("own,甲,X1,BG009,{BG009}", (None, 5, None, "5")),
        ("own,甲,grids:X1,BG009,{grids:X1}", (None, 5, None, "缺少数据，不下结论")),
    ],
)
def test_both_sides_of_a_check_are_sums_of_what_it_names(connection, tmp_path, line, found):
    assert checked(connection, tmp_path, line) == found


def test_without_the_list_no_organization_is_counted(connection, tmp_path):
    connection.execute("DELETE FROM core.party_liaison")
    assert checked(connection, tmp_path, "own,甲,organizations:企业,BG009,{BG009}")[0] is None


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("fact_checks.csv", CHECKS + "own,甲,,BG009,{BG009}\n", "left names no number"),
        ("fact_checks.csv", CHECKS + "own,甲,BG009,BG009,没有\n", "note names no number"),
        ("fact_checks.csv", CHECKS + "own,甲,count:BG009,BG009,{BG009}\n", "'count:BG009' is no fact"),
        ("fact_checks.csv", CHECKS + "own,甲,organizations:甲,BG009,{BG009}\n", "no kind of organization '甲'"),
        (
            "grid_load_bands.csv",
            "grid_kind,households_low,households_high,residents_high\n甲,1,2,3\n",
            "no kind of grid",
        ),
        ("documents.csv", "document_id,name,annexes\nX,某方案,nothing\n", "no form 'nothing'"),
    ],
)
def test_what_a_build_does_not_know_is_refused_with_file_and_line(connection, tmp_path, file, text, said):
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(WrongContent, match=f"{file}, line 2: .*{said}"):
        load_content(connection, tmp_path)


def test_a_town_without_content_has_no_checks_and_standards_of_its_own(connection, tmp_path):
    load_content(connection, tmp_path)
    derive(connection)
    assert connection.execute("SELECT count(*) FROM mart.grid_load_bands").fetchone() == (0,)
    assert connection.execute("SELECT min(sort_order) >= 100 FROM mart.consistency_checks").fetchone() == (True,)
    assert connection.execute("SELECT DISTINCT document_name FROM mart.published_events").fetchall() == [("某报道",)]
