"""What a 片区 tells its superiors, and what these make of packs that come late, twice, corrected or from elsewhere."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta

import duckdb
import pytest

import etl
from etl.packs.pack import FIGURES, FORMAT, MANIFEST, Figure, Pack, UnusablePack, read_pack, to_bytes
from etl.packs.packing import figures
from etl.packs.receiving import Taken, received, sums
from tests import small_world

DISTRICT = "350581101901"
BUILT = datetime(2024, 7, 15, 8)
ACCEPTED = Figure("grid_event_area_months", "accepted", "accepted", "2024-04", "", "", 3.0, "reported")
OUTPUT = Figure("enterprises", "output", "gross_output_cny_10k", "2024Q1", "", "", 260.0, "demo")
ONE = Pack("D", "甲片区", "1.2.3", "20240715T080000Z-0123abcd", BUILT, (ACCEPTED, OUTPUT))


def told(pack, quantity, column, period, dimension=""):
    return {
        one.part: one.value
        for one in pack
        if (one.quantity, one.column, one.period, one.dimension) == (quantity, column, period, dimension)
    }


def sent(folder, pack, name="包.zip"):
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(to_bytes(pack))
    return folder / name


@pytest.fixture(scope="module")
def small():
    return small_world.build(duckdb.connect())


def test_a_pack_has_the_sums_of_its_district(small):
    """D has the events A1 to A6, and of the first quarter E1 to E4: 120 + 44 + 66 + 30, 52 + 22 + 33 + 15 persons."""
    found = figures(small, "D")
    assert told(found, "accepted", "accepted", "2024-04") == {"": 3}
    assert told(found, "accepted", "accepted", "2024-05", "channel") == {"企业": 1, "网格员": 2, "热线": 0}
    assert told(found, "output", "gross_output_cny_10k", "2024Q1") == {"": 260}
    assert told(found, "employees", "employees_persons", "2024Q1") == {"": 122}


def test_nothing_withheld_leaves_the_town(small):
    """Of the second quarter three of four reported, one of which is public: the output of D is withheld, and is in no pack."""
    found = figures(small, "D")
    withheld = set(
        small.execute(
            "SELECT family, quantity, period FROM mart.withheld WHERE area_code = 'D' AND dimension = ''"
        ).fetchall()
    )
    assert ("enterprises", "output", "2024Q2") in withheld
    assert {(one.source, one.quantity, one.period) for one in found} & withheld == set()
    assert told(found, "output", "gross_output_cny_10k", "2024Q2") == {}
    # What is shown as a quotient alone, and single enterprises and areas below, do not leave at all.
    assert not {"sales_to_output", "tax_to_output"} & {one.quantity for one in found}


def test_a_pack_is_read_as_it_was_written_and_written_the_same_twice(tmp_path):
    assert read_pack(sent(tmp_path, ONE)) == replace(ONE, figures=(OUTPUT, ACCEPTED))
    assert to_bytes(ONE) == to_bytes(replace(ONE, figures=ONE.figures[::-1]))


def test_late_twice_and_corrected(tmp_path):
    """What was built last counts, whenever it comes."""
    corrected = replace(ONE, built_at=BUILT + timedelta(days=1), figures=(replace(ACCEPTED, value=4.0),))
    files = [
        sent(tmp_path / "in", pack, name)
        for pack, name in ((corrected, "更正.zip"), (ONE, "迟到.zip"), (ONE, "又一次.zip"))
    ]
    assert [one.taken for one in etl.receive(files, tmp_path)] == [Taken.FIRST, Taken.LATE, Taken.TWICE]
    assert received(tmp_path) == {"D": corrected}
    again = replace(corrected, built_at=BUILT + timedelta(days=2))
    [receipt] = etl.receive([sent(tmp_path / "in", again)], tmp_path)
    assert receipt.taken is Taken.CORRECTION
    assert received(tmp_path) == {"D": again}


def rewritten(content: bytes, figures: bytes | None = None, **changed) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        manifest, own = json.loads(zipped.read(MANIFEST)), zipped.read(FIGURES)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        zipped.writestr(MANIFEST, json.dumps(manifest | changed))
        zipped.writestr(FIGURES, figures or own)
    return written.getvalue()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda content: content[:40], "不是本程序的汇总包"),
        (lambda content: b"", "不是本程序的汇总包"),
        (lambda content: rewritten(content, kind="else"), "不是本程序的汇总包"),
        (lambda content: rewritten(content, b"source,value\nx,1\n"), "已损坏"),
        (lambda content: rewritten(content, format=FORMAT + 1), "请先更新本程序"),
        (lambda content: rewritten(content, code="../../etc"), "区域代码不对"),
    ],
)
def test_what_is_no_pack_is_refused_and_harms_no_other(tmp_path, change, why):
    wrong = tmp_path / "错.zip"
    wrong.write_bytes(change(to_bytes(ONE)))
    refused, taken = etl.receive([wrong, sent(tmp_path, ONE)], tmp_path / "data")
    assert refused.taken is Taken.REFUSED and why in refused.remark
    assert taken.taken is Taken.FIRST
    assert [path.name for path in (tmp_path / "data" / "packs").iterdir()] == ["D"]


def test_another_version_of_the_product_is_taken(tmp_path):
    """A newer program may have added columns; the format says whether the old ones mean what they did."""
    pack = replace(ONE, product="99.0.0")
    assert etl.receive([sent(tmp_path, pack)], tmp_path)[0].taken is Taken.FIRST


def test_sums_say_who_is_missing():
    """乙 withholds its output, 丙 has sent nothing."""
    other = replace(ONE, code="E", name="乙片区", figures=(replace(ACCEPTED, value=2.0, origins="demo"),))
    found = {one.figure.quantity: one for one in sums([ONE, other], ["甲片区", "乙片区", "丙片区"])}
    assert found["accepted"].figure.value == 5 and found["accepted"].figure.origins == "demo、reported"
    assert found["accepted"].missing == ("丙片区",)
    assert found["output"].figure.value == 260 and found["output"].missing == ("乙片区", "丙片区")


def test_a_town_packs_its_district_by_command(built_town, tmp_path, capsys):
    from etl.__main__ import main

    file = tmp_path / "片区.zip"
    own = ["--data", str(tmp_path), "--warehouse", str(built_town.warehouse)]
    assert main([*own, "pack", DISTRICT, str(file)]) == 0
    assert main([*own, "receive", str(file), str(file)]) == 0
    assert "不重复收" in capsys.readouterr().out
    [pack] = received(tmp_path).values()
    assert pack.code == DISTRICT
    assert told(pack.figures, "accepted", "accepted", "2024-11") == {"": 2}
    with pytest.raises(UnusablePack):
        etl.pack(file, "350581101206", built_town.warehouse)
    with pytest.raises(UnusablePack):
        etl.pack(file, DISTRICT, tmp_path / "nothing")
