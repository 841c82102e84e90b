"""公开大事: a dated event of a public document, with its exact words."""

from etl.schema import Column, Dataset, Kind

DATASET = Dataset(
    name="published_events",
    label="公开大事",
    row_is="公开文件写到日期的一件事",
    purpose="项目、资产与机制的时间线",
    source="公开文件原文逐条摘录",
    key=("event_id",),
    columns=(
        Column(name="event_id", label="编号", kind=Kind.CODE, definition="前缀指出文件，其后为序号"),
        Column(
            name="area_code",
            label="区域",
            kind=Kind.CODE,
            references="areas.area_code",
            definition="事情发生的区域",
        ),
        Column(name="event", label="事件", kind=Kind.TEXT, definition="这一天发生了什么", aliases=("事项",)),
        Column(
            name="dated",
            label="日期",
            kind=Kind.EDTF,
            definition="原文所写日期，只写到年或月的照写；原文未印年份的写作 XXXX",
        ),
        Column(name="quote", label="原文", kind=Kind.TEXT, definition="一字不改的原文"),
        Column(
            name="document_id",
            label="文件",
            kind=Kind.CODE,
            references="documents.document_id",
            definition="出自哪份公开文件",
        ),
        Column(name="paragraph", label="段落", kind=Kind.TEXT, definition="存档原文（文本）中的行号，L33 为第 33 行"),
        Column(name="note", label="备注", kind=Kind.TEXT, is_required=False, definition="读日期时要知道的情况"),
    ),
)
