"""名称对照: other names under which offices write areas, enterprises and sites."""

from etl.columns import choice
from etl.schema import Column, Dataset, Kind, Rule


def _target(name: str, label: str, references: str) -> Column:
    return Column(
        name=name,
        label=label,
        kind=Kind.CODE,
        references=references,
        is_required=False,
        definition=f"所指的{label}，填代码或全称",
    )


DATASET = Dataset(
    name="aliases",
    label="名称对照",
    row_is="一个简称或别名",
    purpose="各表按简称、别名填写时读成同一个区域、企业或阵地",
    source="填报人员在核对时补充",
    key=("alias", "register"),
    example={"enterprise_code": "", "site_code": ""},
    columns=(
        Column(name="alias", label="简称或别名", kind=Kind.TEXT, definition="表中出现的写法"),
        choice("register", "所属目录", ("区域", "企业", "阵地"), "指区域、企业还是阵地"),
        _target("area_code", "区域", "areas.area_code"),
        _target("enterprise_code", "企业", "enterprises.enterprise_code"),
        _target("site_code", "阵地", "service_sites.site_code"),
    ),
    rules=tuple(
        Rule(
            check=f"register <> '{label}' OR {name} IS NOT NULL",
            column=name,
            message=f"所属目录是“{label}”的，要填“{label}”这一列。",
        )
        for label, name in (("区域", "area_code"), ("企业", "enterprise_code"), ("阵地", "site_code"))
    ),
)
