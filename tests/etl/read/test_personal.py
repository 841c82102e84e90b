from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.datasets import DATASETS
from etl.read.personal import (
    WITHHELD,
    find_in_title,
    find_personal,
    is_personal_header,
    is_personal_name,
    personal_sql,
    quotable,
)
from etl.schema import Dataset
from etl.templates import NOTICE
from tests import filled

ROOT = Path(__file__).resolve().parents[3]
CELLS = Path(__file__).with_name("cells")
# Beside those of a file, one a line, some of several lines.
SPLIT = ("138\n0000\n0000", "村民\n张三", "电话\n13800000000")
PERSONAL = [*(CELLS / "personal.txt").read_text("utf-8").splitlines(), *SPLIT]
ORDINARY = (CELLS / "ordinary.txt").read_text("utf-8").splitlines()
CONNECTION = duckdb.connect()
MAYBE = personal_sql("x")


def may_be(texts: list[str]) -> list[bool]:
    rows = CONNECTION.execute(f"SELECT {MAYBE} FROM (SELECT unnest(?) AS x)", [texts]).fetchall()
    return [maybe for (maybe,) in rows]


def declared(dataset: Dataset) -> set[str]:
    columns = dataset.columns
    words = {word for column in columns for word in (column.label, column.header, column.definition, *column.choices)}
    rules = {word for rule in dataset.rules for word in (rule.message, rule.remedy)}
    return {dataset.label, dataset.row_is, dataset.purpose, dataset.source} | words | rules


def test_there_are_enough_cells_of_both():
    assert len(set(PERSONAL)) >= 250 and len(set(ORDINARY)) >= 350


@pytest.mark.parametrize("text", PERSONAL)
def test_what_is_a_persons_is_found_in_every_disguise(text):
    assert find_personal(text)
    assert quotable(text) == WITHHELD


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_office_text_is_left_alone(text):
    assert find_personal(text) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("138 0000 0000", "手机号"),
        ("350581199001010000", "身份证号"),
        ("350581900101000", "旧身份证号"),
        ("4111 1111 1111 1111", "银行卡号"),
        ("护照E12345678", "护照号"),
        ("闽C·12345", "车牌号"),
        ("微信：abc12345", "微信号"),
        ("QQ 12345678", "QQ号"),
        ("a.b@example.com", "邮箱"),
        ("0595-88880000", "电话号码"),
        ("塘后村三组12号", "门牌号"),
        ("村民王某某", "姓名"),
    ],
)
def test_the_kind_is_named(text, label):
    assert find_personal(text) == label


def test_duckdb_flags_every_cell_that_python_finds():
    assert all(may_be(PERSONAL))


# In one question, since planning it costs more than answering it for a thousand rows.
@pytest.mark.parametrize(
    "around", [("{}", "塘后村", "1200"), ("灵秀镇", "{}", "1200"), ("", "12.5", "{}"), (None, "{}", None)]
)
def test_a_row_is_flagged_for_any_of_its_cells(around):
    columns = [[text if cell == "{}" else cell for text in PERSONAL] for cell in around]
    rows = CONNECTION.execute(
        f"SELECT coalesce(a, b, c), {personal_sql('a', 'b', 'c')} AS is_flagged"
        " FROM (SELECT unnest(?::VARCHAR[]) AS a, unnest(?::VARCHAR[]) AS b, unnest(?::VARCHAR[]) AS c)",
        columns,
    ).fetchall()
    assert len(rows) == len(PERSONAL)
    assert [row for row in rows if row[-1] is not True] == []


def test_numbers_side_by_side_are_no_number():
    sql = personal_sql("a", "b", "c")
    for row in (("138", "0000", "0000"), ("350581", "19900101", "0000"), ("E", "12345678", ""), (None, None, None)):
        assert CONNECTION.execute(f"SELECT {sql} FROM (SELECT ? AS a, ? AS b, ? AS c)", row).fetchone() == (False,)


def test_duckdb_flags_few_ordinary_cells():
    """A flagged cell only costs time; ordinary codes, days and amounts are not to be among them."""
    codes = [text for text in ORDINARY if text.isascii()]
    assert sum(may_be(codes)) <= len(codes) // 6


# Pieces of personal cells, parted and joined by whatever typists use.
PIECES = st.sampled_from(
    [*PERSONAL, *ORDINARY]
    + [
        "138",
        "0000",
        "1",
        "3",
        "8",
        "一",
        "〇",
        "零",
        "８",
        "③",
        "O",
        "l",
        "35",
        "1990",
        "01",
        "X",
        "+86",
        "0595",
        "62",
    ]
    + [
        "张",
        "三",
        "王",
        "小明",
        "某",
        "老人",
        "村民",
        "书记",
        "户",
        "组",
        "号",
        "室",
        "栋",
        "微信",
        "QQ",
        "闽C",
        "E",
        "@",
        "：",
        "电话",
    ]
    + [" ", "-", "－", "　", "\n", ".", "、", "(", "）", "\u200b", "\u202e", "\u00ad", "*", "×", ",", "/", "\x07"]
)


CELLS = st.lists(st.one_of(PIECES, st.text(max_size=3)), min_size=1, max_size=12).map("".join)


@pytest.mark.lengthy
@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, min_size=10, max_size=15))
def test_duckdb_is_false_only_where_python_finds_nothing(texts):
    texts = [text.encode("utf-8", "ignore").decode() for text in texts]
    assert [text for text, maybe in zip(texts, may_be(texts), strict=True) if find_personal(text) and not maybe] == []


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_number_is_found_with_invisible_characters_anywhere(data):
    number = data.draw(
        st.sampled_from(["13800000000", "350581199001010000", "0595-88880000", "闽C12345", "村民王小明"])
    )
    place = data.draw(st.integers(0, len(number)))
    invisible = data.draw(
        st.sampled_from(["\u200b", "\u200d", "\u202a", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\x00"])
    )
    assert find_personal(number[:place] + invisible + number[place:])


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["", " ", "-", "—", "·", "_", "　", "\n"]),
    st.sampled_from(["0123456789", "０１２３４５６７８９", "零一二三四五六七八九"]),
)
def test_a_mobile_number_is_found_in_groups_of_any_digits(separator, digits):
    for groups in (("138", "0000", "0000"), ("1380000", "0000"), ("138", "00000000"), tuple("13800000000")):
        text = separator.join(groups).translate({ord("0") + value: digits[value] for value in range(10)})
        assert find_personal(text) == "手机号", text


@pytest.mark.parametrize("name", DATASETS)
def test_no_declared_word_is_personal(name):
    assert [text for text in declared(DATASETS[name]) if find_personal(text)] == []
    columns = DATASETS[name].columns
    headers = [header for column in columns for header in (column.label, column.header, *column.aliases)]
    assert [header for header in headers if is_personal_header(header)] == []


FORMS = sorted([*(ROOT / "data/published").glob("*.csv"), *(ROOT / "data/demo").iterdir()])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_committed_cell_is_personal(path):
    texts = sorted({str(cell) for row in filled.sheet(path) for cell in row if cell is not None})
    flagged = [text for text, maybe in zip(texts, may_be(texts), strict=True) if maybe]
    assert [text for text in flagged if find_personal(text)] == []
    assert [text for text in texts if not text.isascii() and is_personal_name(text)] == []


def test_the_notice_of_the_blank_forms_is_not_personal():
    assert find_personal(NOTICE) is None


@pytest.mark.parametrize("text", ["张三", "李四", "王小明", "张　三", "欧阳小明", "王某某", "张三\u200b", " 李四 "])
def test_a_cell_that_is_a_name(text):
    assert is_personal_name(text)
    assert quotable(text) == WITHHELD


@pytest.mark.parametrize(
    "text",
    [
        "塘后",
        "彭田",
        "宝盖",
        "灵秀镇",
        "张坑",
        "王厝",
        "金融办",
        "安全科",
        "文化站",
        "林业",
        "住建局",
        "高新区",
        "常委",
        "",
    ],
)
def test_a_cell_that_is_no_name(text):
    assert not is_personal_name(text)


def test_a_known_area_is_no_name():
    assert is_personal_name("林海") and not is_personal_name("林海", known={"林海"})


@pytest.mark.parametrize(
    "name",
    [
        "塘后村李某某低保",
        "张三申请",
        "王小明（13800000000）",
        "村民张三",
        "企业季报（王小明）",
        "王小明 季报",
        "季报_王小明_4月",
        "季報-陳小明",
        "季报-王小明报",
    ],
)
def test_a_person_in_a_file_or_sheet_name_is_found(name):
    assert find_in_title(name)


@pytest.mark.parametrize(
    "name",
    [
        "企业季报.xlsx",
        "人口与户[1].csv",
        "宝盖镇2026年一季度.xlsx",
        "Sheet1",
        "说明及补报",
        "grid_events.csv",
        "季报（石狮）",
        "季报-高新区",
        "党建",
        "金曾",
    ],
)
def test_a_plain_file_or_sheet_name_is_not(name):
    assert find_in_title(name) is None


def test_a_quoted_text_is_one_short_clean_line():
    assert quotable("  塘后村\n路灯\u202e不亮\u200b ") == "塘后村 路灯不亮"
    assert quotable("一" * 30) == "一" * 20 + "…"
    assert quotable("abcdef", most=3) == "abc…"


HEADERS = """
姓名 书记姓名 姓名（必填） 姓名及职务 联系人 电话 联系电话 手机 手机* 手机号 手机号码 身份证 身份证号 身份证号码 身份证件号码 住址 家庭住址 家庭地址 出生日期
出生年月 照片 人脸 轨迹 书记 负责人 单位负责人 经办人 填报人 审核人 责任人 联系方式 联系方式（手机） 家庭成员 户主 户主姓名 微信号 微信 QQ QQ号 qq号码 邮箱 电子邮箱
籍贯 户号 门牌号 房号 车牌 车牌号 车牌号码 银行卡号 护照号 监护人 年龄 姓名/电话 负责人： ＱＱ 名字 人员名字 网格员名字 项目负责人名字
"""
PLAIN_HEADERS = """
联系企业数 联系人数 负责人数 书记人数 经办人数 电话亭 户籍人口 手机壳 单位地址 电话（部） 出生人数 挂钩领导职务 企业名称 身份证办理量 用户主体 统计时点 户数 户均 微信推送数
车牌识别数 邮箱数（个） 姓名牌数 联系电话数 负责人覆盖率 住户数（户） 35岁及以下（人） 牵头职务 责任单位
事件ID ID 阵地名字 企业名字
"""


@pytest.mark.parametrize(
    "header",
    [
        *HEADERS.split(),
        "姓　名",
        "银行账号",
        "银行帐户",
        "ID号",
        "低保证号",
        "姓  名",
        "姓\n名",
        "姓\u200b名",
        "联 系 人",
        "E-mail",
    ],
)
def test_headers_of_persons(header):
    assert is_personal_header(header)


@pytest.mark.parametrize("header", PLAIN_HEADERS.split())
def test_headers_of_counts_and_places(header):
    assert not is_personal_header(header)
