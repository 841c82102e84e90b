"""A town that had the first release goes on with this one, as README says: its data folder is copied over the new one.

`first_release/data.zip` was made by 0.1.0: published and demonstration forms, a form that the town sent, a published
version and a closed meeting beside it.
"""

import shutil
import zipfile
from pathlib import Path

import pytest

from dashboard.__main__ import main as documents
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.html import to_html
from dashboard.render.pptx import to_pptx
from dashboard.store.frozen import frozen
from dashboard.store.place import kept_folder
from etl.__main__ import OK, main

HERE = Path(__file__).parent
OWN = HERE.parent / "data"
MEETING = "BG-2025Q4-1"


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory):
    """The data folder of the town, with what this release brings along."""
    data = tmp_path_factory.mktemp("town") / "data"
    for name in ("content", "documents", "geo", "published"):
        shutil.copytree(OWN / name, data / name)
    with zipfile.ZipFile(HERE / "first_release" / "data.zip") as archive:
        archive.extractall(data.parent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SANQU_DATA", str(data))
        patch.setenv("SANQU_WAREHOUSE", str(data / "warehouse"))
        patch.setenv("SANQU_KEPT", str(data / "kept"))
        yield data


def test_a_town_of_the_first_release_goes_on(upgraded, capsys, tmp_path):
    with pytest.raises(WarehouseUnavailable) as told:
        current()
    assert "由另一版软件生成" in told.value.message
    main(["history"])
    assert "由另一版软件写出" in capsys.readouterr().out
    assert main(["build"]) == OK
    # Its own form of 34 rows stands, and so do its meetings of the demonstration.
    [row] = current().rows("SELECT count(*) AS sent FROM core.population WHERE origin = 'reported'")
    assert row["sent"] == 34

    # Its Word templates still take a meeting of today.
    made = [tmp_path / name for name in ("纪要.docx", "汇报.docx")]
    assert documents(["meeting", "LX-2025Q4-1", "--docx", str(made[0]), "--report", str(made[1])]) == OK
    assert all(file.stat().st_size > 10_000 for file in made)
    # What was closed beside the old version moved to what is kept, and opens on every surface.
    assert list((upgraded / "warehouse" / "frozen").glob("*.json")) == []
    closed = frozen(kept_folder(), MEETING)
    assert closed.edition == 1 and closed.order.meeting_id == MEETING and not closed.order.is_draft
    assert to_pptx(closed.order) and closed.order.slides[0].title in to_html(closed.order)
