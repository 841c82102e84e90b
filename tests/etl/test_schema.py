"""A declaration that makes no sense is refused at import."""

import pytest

from etl.schema import Column, Dataset, Kind, Rule

CODE = Column(name="site_code", label="编号", kind=Kind.CODE, definition="台账编号")


def column(**changes) -> Column:
    return Column(**{"name": "seats", "label": "座位", "kind": Kind.INTEGER, "definition": "座位数", **changes})


def dataset(**changes) -> Dataset:
    declared = {
        "name": "sites",
        "label": "阵地",
        "row_is": "一个阵地",
        "purpose": "清单",
        "source": "台账",
        "columns": (CODE, column()),
        "key": ("site_code",),
    }
    return Dataset(**{**declared, **changes})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "Seats"}, "whole lower-case words"),
        ({"name": "origin"}, "whole lower-case words"),
        ({"label": ""}, "lacks a label"),
        ({"definition": ""}, "lacks a label or a definition"),
        ({"kind": Kind.CHOICE}, "choices belong"),
        ({"choices": ("甲", "乙")}, "choices belong"),
        ({"kind": Kind.TEXT, "minimum": 0}, "only numbers have a range"),
        ({"kind": Kind.BOOLEAN}, "is called is_"),
        ({"references": "areas.area_code"}, "only a code refers"),
        ({"area_levels": ("社区",)}, "only a reference to an area"),
        ({"kind": Kind.CODE, "references": "areas.area_code", "area_levels": ("村",)}, "only a reference to an area"),
        ({"is_past": True}, "only days"),
    ],
)
def test_a_column_without_sense_is_refused(changes, said):
    with pytest.raises(ValueError, match=said):
        column(**changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "Sites"}, "whole lower-case words"),
        ({"row_is": ""}, "lacks its row_is"),
        ({"columns": (CODE, column(), column(label="席位"))}, "two columns of one name"),
        ({"columns": (CODE, column(), column(name="beds", aliases=("座位",), label="床位"))}, "one header for two"),
        ({"key": ()}, "names columns that it lacks"),
        ({"key": ("place",)}, "names columns that it lacks"),
        ({"called": ("name",)}, "names columns that it lacks"),
        ({"rules": (Rule(check="seats > 0", column="chairs", message="没有座位。"),)}, "names columns that it lacks"),
        ({"columns": (CODE, column(is_required=False)), "key": ("seats",)}, "may not be left empty"),
    ],
)
def test_a_dataset_without_sense_is_refused(changes, said):
    with pytest.raises(ValueError, match=said):
        dataset(**changes)


def test_the_header_carries_the_unit():
    assert column(unit="个").header == "座位（个）"
    assert column().header == "座位"
