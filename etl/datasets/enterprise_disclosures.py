"""企业数据公开: which figure of an enterprise in which quarter was printed in which public document."""

from etl.columns import choice, quarter
from etl.datasets.enterprises import ENTERPRISE
from etl.schema import Column, Dataset, Kind

FIGURES = ("总产值", "销售产值", "营业收入", "税收", "期末从业人员", "用电量", "用地面积")

DATASET = Dataset(
    name="enterprise_disclosures",
    label="企业数据公开",
    row_is="一家企业一个季度的一项已公开数据",
    purpose="公开到哪一项、哪一季，以文件为凭；公开过年度数的，季度数仍不公开",
    source="年报、公告、新闻报道等公开文件",
    key=("enterprise_code", "quarter", "figure"),
    columns=(
        ENTERPRISE,
        quarter("文件印出的是哪个季度的数；只印出全年数的不填本表"),
        choice("figure", "公开的指标", FIGURES, "文件印出的是哪一项", ("指标", "指标名称")),
        Column(
            name="document_id",
            label="文件",
            kind=Kind.CODE,
            references="documents.document_id",
            definition="印出这个数的公开文件",
        ),
    ),
)
