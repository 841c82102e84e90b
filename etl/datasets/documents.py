"""公开文件目录: the public documents that figures are quoted from."""

from etl.schema import Column, Dataset, Kind

DATASET = Dataset(
    name="documents",
    label="公开文件目录",
    row_is="一份公开文件或报道",
    purpose="公开数据的出处",
    source="镇党政办按公开发布的文件登记",
    key=("document_id",),
    called=("title",),
    example={"assumed_year": "2024"},
    columns=(
        Column(name="document_id", label="文件编号", kind=Kind.CODE, definition="本系统内的文件编号"),
        Column(name="title", label="标题", kind=Kind.TEXT, definition="文件或报道的原标题"),
        Column(name="issued_by", label="发布单位", kind=Kind.TEXT, definition="制发机关或刊登媒体"),
        Column(
            name="issued_on",
            label="发布时间",
            kind=Kind.EDTF,
            definition="原文所印日期；未印年份的写作 XXXX",
        ),
        Column(
            name="assumed_year",
            label="推定年份",
            kind=Kind.INTEGER,
            is_required=False,
            minimum=1949,
            maximum=2100,
            definition="原文未印年份时，演示数据与核对所假定的年份",
        ),
        Column(name="disclosure", label="公开属性", kind=Kind.TEXT, definition="主动公开、公开报道等"),
    ),
)
