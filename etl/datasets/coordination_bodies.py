"""统筹协调机构: a committee, a working group or the round of a joint meeting, by posts and units and never by name."""

from etl.columns import choice, count
from etl.schema import Column, Dataset, Kind, Rule

KINDS = ("协调委员会", "工作专班", "联席会议成员")


def _text(name: str, label: str, definition: str, *, is_required: bool = False) -> Column:
    return Column(name=name, label=label, kind=Kind.TEXT, definition=definition, is_required=is_required)


DATASET = Dataset(
    name="coordination_bodies",
    label="统筹协调机构",
    row_is="一个统筹协调机构",
    purpose="协调委员会、工作专班、联席会议成员",
    source="公开文件与片区报送，只写职务与单位",
    key=("body_id",),
    columns=(
        Column(name="body_id", label="机构编号", kind=Kind.CODE, definition="片区自编"),
        _text("name", "机构名称", "文件中的名称", is_required=True),
        choice("kind", "机构类别", KINDS, "机构类别"),
        Column(
            name="area_code",
            label="片区或区域",
            kind=Kind.CODE,
            references="areas.area_code",
            definition="机构统筹的片区或区域",
            aliases=("区域代码", "区域", "片区"),
        ),
        Column(
            name="established_on",
            label="成立时间",
            kind=Kind.EDTF,
            is_required=False,
            definition="成立的年份、年月或日期，文件未载的留空",
        ),
        _text("head_post", "牵头职务", "牵头的职务或单位，不写姓名"),
        count("posts", "成员职务", "个", "名单所列的职务个数，同一职务有几人计几个", ("成员数",), is_required=False),
        _text("member_units", "成员单位", "成员单位，以顿号分隔"),
        _text("quote", "原文", "公开文件中的原文，一字不改"),
        Column(
            name="document_id",
            label="文件",
            kind=Kind.CODE,
            references="documents.document_id",
            is_required=False,
            definition="出自哪份公开文件",
        ),
        _text("paragraph", "段落", "存档原文（文本）中的行号，L33 为第 33 行"),
    ),
    rules=(
        Rule(
            check="head_post IS NOT NULL OR member_units IS NOT NULL",
            column="head_post",
            message="牵头职务与成员单位都没有填写。",
            remedy="请至少填写一项，只写职务或单位。",
        ),
        Rule(
            check="quote IS NULL OR document_id IS NOT NULL",
            column="document_id",
            message="有原文而没有写明出自哪份文件。",
            remedy="请填写“文件”一列。",
        ),
    ),
)
