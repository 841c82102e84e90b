import pytest

from dashboard.meeting.slide import Slide, joint_sources, required
from dashboard.text.joined import Sources
from dashboard.views.table import Column, Footer, Table

TABLE = Table((Column("事项"),), (("甲",), ("乙",)))


def test_a_slide_without_a_table_has_no_rows_and_takes_no_keys():
    assert Slide(key="one", title="").rows == ()
    assert Slide(key="one", title="", table=TABLE, row_keys=("a", "b")).rows == (("甲",), ("乙",))
    with pytest.raises(ValueError, match="1 keys of 0 rows"):
        Slide(key="one", title="", row_keys=("a",))


def test_what_is_drawn_has_to_be_there():
    # Nought is a number of digits and an empty table is a table.
    assert required(0) == 0
    assert required(TABLE) is TABLE
    with pytest.raises(ValueError, match="nothing"):
        required(Slide(key="one", title="").chart)


def test_forms_that_several_footers_name_stand_once():
    footers = (Footer(Sources("甲表", "乙表")), Footer("丙表"), Footer(Sources("乙表")))
    assert joint_sources(footers).parts == ("甲表", "乙表", "丙表")
