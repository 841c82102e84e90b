"""Forms that hold what is a person's, in every disguise and place, and forms that only look like it.

Every name and number is made up.
"""

from tests.etl.corpus.declare import Sheet, book, form, read, refused, row, text
from tests.etl.corpus.sample import (
    DECISION_HEAD,
    DECISION_ROWS,
    DECISIONS,
    EVENT_HEAD,
    EVENT_ROWS,
    EVENTS,
    ITEM_HEAD,
    ITEM_ROWS,
    ITEMS,
    POPULATION_HEAD,
    POPULATION_ROWS,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    decision,
    item,
)

TOLD = "个人信息"
MOBILE, NAME, IDENTITY = "13800001234", "林大山", "350581199001011235"


def titled(content):
    """A list of needs whose first entry has this text."""
    return [ITEM_HEAD, (*ITEM_ROWS[0][:5], content, *ITEM_ROWS[0][6:]), ITEM_ROWS[1]]


def in_text(name, why, content, *never):
    return form(f"personal_{name}", why, book(titled(content)), refused(TOLD, at="F2"), never=never)


NUMBERS = [
    in_text("mobile", "A mobile number within a text.", f"缺工请联系{MOBILE}", MOBILE),
    in_text("mobile_blanks", "Parted by blanks.", "缺工请联系138 0000 1234", "138 0000 1234", MOBILE),
    in_text("mobile_dashes", "Parted by dashes.", "缺工请联系138-0000-1234", "138-0000-1234"),
    in_text("mobile_dots", "Parted by points.", "缺工请联系138.0000.1234", "138.0000.1234"),
    in_text("mobile_single_blanks", "Every digit by itself.", "电1 3 8 0 0 0 0 1 2 3 4", "1 3 8 0 0 0 0 1 2 3 4"),
    in_text("mobile_full_width", "Full-width digits.", "缺工请联系１３８００００１２３４", "１３８００００１２３４"),
    in_text("mobile_chinese", "Chinese digits.", "缺工请联系一三八零零零零一二三四", "一三八零零零零一二三四"),
    in_text("mobile_yao", "幺 is said for one.", "缺工请联系幺三八〇〇〇〇幺二三四", "幺三八〇〇〇〇幺二三四"),
    in_text(
        "mobile_zero_width",
        "Characters of no width between the digits.",
        "缺工请联系138\u200b0000\u200b1234",
        "138\u200b0000\u200b1234",
    ),
    in_text("mobile_country", "The country's number before it.", f"缺工请联系+86{MOBILE}", MOBILE),
    in_text("mobile_brackets", "Brackets and strokes.", "缺工请联系（138）0000/1234", "0000/1234"),
    in_text("landline", "A landline with its area.", "缺工请致电0595-88881234", "88881234"),
    in_text("landline_brackets", "The area in brackets.", "缺工请致电(0595)88881234", "88881234"),
    in_text("landline_blank", "A blank for the dash.", "缺工请致电0595 8888 1234", "8888 1234"),
    in_text("identity", "An identity number.", f"申请人{IDENTITY}", IDENTITY),
    in_text("identity_groups", "In groups.", "申请人350581 19900101 1235", "19900101"),
    in_text("identity_dashes", "In groups with dashes.", "申请人350581-19900101-1235", "19900101"),
    in_text(
        "identity_full_width",
        "Full-width digits.",
        "申请人３５０５８１１９９００１０１１２３５",
        "３５０５８１１９９００１０１１２３５",
    ),
    in_text("passport", "A passport's number.", "外籍技师护照E12345678到期", "E12345678"),
    in_text("plate", "A number plate.", "闽C12A45长期占道停放", "闽C12A45"),
    in_text("plate_dot", "A plate with its dot.", "闽C·12A45长期占道停放", "12A45"),
    in_text("plate_new_energy", "A plate of an electric car.", "闽CD12345长期占道停放", "闽CD12345"),
    in_text("wechat", "A WeChat name.", "招工加微信：lin_dashan88", "lin_dashan88"),
    in_text("wechat_vx", "VX is said for WeChat.", "招工加VX:lin_dashan88", "lin_dashan88"),
    in_text("wxid", "A WeChat id.", "招工加wxid_8a7b6c5d4e", "wxid_8a7b6c5d4e"),
    in_text("door", "Group and door number.", "塘后村3组12号房屋漏水", "3组12号"),
    in_text("door_room", "Building and room.", "锦绣花园2号楼301室漏水", "301室"),
    in_text("door_chinese", "In Chinese digits.", "塘后村三组十二号房屋漏水", "三组十二号"),
]

NAMES = [
    in_text("villager", "A name behind 村民.", f"村民{NAME}反映路灯不亮", NAME),
    in_text("old_person", "A name behind 老人.", "独居老人陈阿莲需送餐", "陈阿莲"),
    in_text("patient", "A name behind 患者.", "患者王小明需送药上门", "王小明"),
    in_text("villager_behind", "A name before 老人.", "陈阿莲老人需送餐", "陈阿莲"),
    form(
        "personal_name_as_unit",
        "A person stands where a unit must.",
        book([DECISION_HEAD, (*DECISION_ROWS[0][:5], NAME, *DECISION_ROWS[0][6:]), DECISION_ROWS[1]]),
        refused(TOLD, at="F2"),
        never=[NAME],
    ),
    form(
        "personal_name_behind_unit",
        "A person stands behind the unit.",
        book([ITEM_HEAD, (*ITEM_ROWS[0][:8], f"镇经济发展办公室{NAME}", ITEM_ROWS[0][9]), ITEM_ROWS[1]]),
        refused(TOLD, at="I2"),
        never=[NAME],
    ),
]

RAW = [QUARTER_HEAD, *QUARTER_ROWS]


def beside(header, *cells):
    return [(*QUARTER_HEAD, header), *((*row_, cell) for row_, cell in zip(QUARTER_ROWS, cells, strict=True))]


HEADERS = [
    form(
        f"personal_header_{name}",
        f"A column {header} holds persons.",
        book(beside(header, *cells)),
        refused(TOLD, at="F1|F2"),
        never=cells,
    )
    for name, header, cells in (
        ("in_charge", "负责人", (NAME, "陈小河", "王小明")),
        ("handled_by", "经办人", (NAME, "陈小河", "王小明")),
        ("contact", "联系人", (NAME, "陈小河", "王小明")),
        ("contact_phone", "联系人及电话", (f"{NAME}{MOBILE}", "陈小河13900005678", "王小明13700009876")),
        ("legal_person", "法人", (NAME, "陈小河", "王小明")),
        ("filled_by", "填报人", (NAME, "陈小河", "王小明")),
        ("mobile", "手机", (MOBILE, "13900005678", "13700009876")),
        ("stretched", "姓　名", (NAME, "陈小河", "王小明")),
        ("address", "家庭住址", ("塘后村3组12号", "塘后村3组14号", "塘后村5组2号")),
    )
]

PLACES = [
    form("personal_in_header_cell", "A header itself holds a number.", book(beside(f"备注（有事打{MOBILE}）", "", "", "")), refused(TOLD, at="F1"), never=[MOBILE]),
    form("personal_in_title", "The title holds a number.", book([(f"企业季报 联系电话：{MOBILE}",), *RAW]), refused(TOLD, at="A1"), never=[MOBILE]),
    form("personal_in_title_blanks", "The title holds a number in groups.", book([("企业季报 电话 138 0000 1234",), *RAW]), refused(TOLD, at="A1"), never=["138 0000 1234"]),
    form("personal_in_footnote", "A number stands below the table.", book([*RAW, ("联系电话：0595-88881234",)]), refused(TOLD, at="A5"), never=["88881234"]),
    form("personal_in_sheet_name", "The sheet's name holds a number.", book(Sheet(rows=RAW, name=f"季报{MOBILE}")), refused(TOLD), never=[MOBILE]),
    form("personal_in_file_name", "The file's name holds a number.", book(RAW, file=f"企业季报{MOBILE}.xlsx"), refused(TOLD), never=[MOBILE]),
    form("personal_in_comment", "A comment holds a number.", book(Sheet(rows=RAW, name="企业季报", comments={"C2": f"向{NAME}核实，{MOBILE}"})), refused(TOLD, at="C2"), never=[MOBILE, NAME]),
    form("personal_in_header_comment", "A comment on a header holds a number.", book(Sheet(rows=RAW, name="企业季报", comments={"C1": f"电话{MOBILE}"})), refused(TOLD, at="C1"), never=[MOBILE]),
    form("personal_in_unread_column", "A column that is none of the form holds numbers.", book(beside("备注", "", f"电话{MOBILE}", "")), refused(TOLD, at="F3"), never=[MOBILE]),
    form("personal_in_hidden_column", "A hidden column holds numbers.",
         book(Sheet(rows=beside("备注", "", "", MOBILE), name="企业季报", hidden_columns=["F"])), refused(TOLD, at="F4"), never=[MOBILE]),
    form("personal_as_number", "A mobile number typed as a number.", book(beside("备注", "", int(MOBILE), "")), refused(TOLD, at="F3"), never=[MOBILE]),
    form("personal_beyond_the_table", "A number stands right of the table.", book([QUARTER_HEAD, (*QUARTER_ROWS[0], "", "", f"电话{MOBILE}"), *QUARTER_ROWS[1:]]),
         refused(TOLD, at="H2"), never=[MOBILE]),
    form("personal_in_sheet_of_no_form", "A sheet that is no form holds people.",
         book(Sheet(rows=RAW, name="企业季报"), Sheet(rows=[("姓名", "电话"), (NAME, MOBILE)], name="通讯录")), refused(TOLD), never=[NAME, MOBILE]),
    form("personal_in_group_heading", "A heading of a group holds a number.", book([QUARTER_HEAD, (f"一、科技园（联系人电话{MOBILE}）",), *QUARTER_ROWS]), refused(TOLD, at="A2"), never=[MOBILE]),
    form("personal_in_total_row", "A total's row holds a number.", book([QUARTER_HEAD, *QUARTER_ROWS, ("合计", MOBILE, 1950.5, 45, 139)]), refused(TOLD, at="B5"), never=[MOBILE]),
    form("personal_in_csv", "A text file.", text([ITEM_HEAD, (*ITEM_ROWS[0][:5], "联系138 0000 1234", *ITEM_ROWS[0][6:])]), refused(TOLD, at="F2"), never=["138 0000 1234"]),
    form("personal_in_key", "A mobile number stands for the area.", book([POPULATION_HEAD, (MOBILE, *POPULATION_ROWS[0][1:])]), refused(TOLD, at="A2"), never=[MOBILE]),
    form("personal_in_choice", "A mobile number stands for a choice.", book([EVENT_HEAD, (*EVENT_ROWS[0][:3], "138-0000-1234", *EVENT_ROWS[0][4:])]), refused(TOLD, at="D2"), never=["138-0000-1234"]),
    form("personal_in_figure", "A landline stands for a figure.", book([QUARTER_HEAD, ("Q001", "2026Q1", "0595-88881234", 30, 88)]), refused(TOLD, at="C2"), never=["88881234"]),
    form("personal_in_unknown_name", "A person stands for an enterprise: the message does not quote the name.",
         book([QUARTER_HEAD, (f"村民{NAME}", "2026Q1", 12, 0.3, 3)]), refused(at="A2"), never=[NAME]),
]  # fmt: skip

BESIDE_OTHERS = [
    form(
        "personal_and_other_problems",
        "A phone number hides neither the unknown enterprise nor the letters for zeros.",
        book([(*QUARTER_HEAD, "备注"), ("无名制衣有限公司", "2026Q1", "12OO", 30, 88, ""), ("Q002", "2026Q5", 300, 6, 20, f"电话{MOBILE}")]),
        refused(TOLD, "无名制衣", "12OO", at=("F3", "A2", "C2", "B3")),
        never=[MOBILE],
    ),
    form(
        "personal_header_and_other_problems",
        "A column 联系人 hides no wrong cell.",
        book([(*QUARTER_HEAD, "联系人"), ("无名制衣有限公司", "2026Q1", 1200, 30, 88, NAME)]),
        refused(TOLD, "无名制衣", at=("F1|F2", "A2")),
        never=[NAME],
    ),
    form(
        "personal_title_and_other_problems",
        "A number in the title hides no wrong cell.",
        book([(f"联系电话{MOBILE}",), QUARTER_HEAD, ("Q001", "2026Q7", 1200, 30, 88)]),
        refused(TOLD, at=("A1", "B3")),
        never=[MOBILE],
    ),
    form(
        "personal_sheet_and_other_problems",
        "A person's sheet beside a form with a mistake.",
        book(Sheet(rows=[QUARTER_HEAD, ("Q001", "2026Q7", 1200, 30, 88)], name="企业季报"), Sheet(rows=[("姓名", "电话"), (NAME, MOBILE)], name="通讯录")),
        refused(TOLD, at="B2"),
        never=[MOBILE, NAME],
    ),
]  # fmt: skip


def harmless(name, why, content):
    rows = titled(content)
    return form(f"harmless_{name}", why, book(rows), read(item(rows[1]), ITEMS[1]))


HARMLESS = [
    harmless("villagers", "村民 without a name.", "村民反映路灯不亮"),
    harmless("villagers_meeting", "村民代表会议 is no name.", "村民代表会议议定修路"),
    harmless("old_people", "老人 without a name.", "为独居老人送餐"),
    harmless("old_peoples_centre", "老人活动中心 is a place.", "老人活动中心屋顶漏水"),
    harmless("hotline", "A public hotline.", "12345热线转办停车难"),
    harmless("building", "A factory building's number is no door.", "3号厂房消防通道占用"),
    harmless("year_and_amount", "A year and a sum.", "2026年计划投入1380000元"),
    harmless("group_of_people", "A number of people.", "党员12人、村民30人参加夜校"),
    harmless("working_group", "专班 and 组 without a door.", "成立2个工作组、5个专班"),
    harmless("posts", "Posts are no persons.", "企业负责人座谈会提出的用工需求"),
    harmless("document_number", "A document's number.", "落实宝委综〔2024〕27号文件"),
    harmless("days", "Days are no identity number.", "20260101至20261231开放停车场"),
    form(
        "harmless_post_as_unit",
        "A post stands for the unit.",
        book([DECISION_HEAD, (*DECISION_ROWS[0][:5], "镇党委副书记", *DECISION_ROWS[0][6:]), DECISION_ROWS[1]]),
        read(decision((*DECISION_ROWS[0][:5], "镇党委副书记", *DECISION_ROWS[0][6:])), DECISIONS[1]),
    ),
    form(
        "harmless_units",
        "Units of the town and of villages, some of three characters.",
        book([DECISION_HEAD, (*DECISION_ROWS[0][:5], "经发办", *DECISION_ROWS[0][6:]), (*DECISION_ROWS[1][:5], "塘后村", *DECISION_ROWS[1][6:])]),
        read(decision((*DECISION_ROWS[0][:5], "经发办", *DECISION_ROWS[0][6:])), row(
            "decisions", *DECISIONS[1][1:6], None, "塘后村", *DECISIONS[1][8:])),
    ),
    form(
        "harmless_long_codes",
        "Long numbers of events are no telephone and no identity.",
        book([EVENT_HEAD, ("2026030400012345", *EVENT_ROWS[0][1:]), ("GD20260306-000138", *EVENT_ROWS[1][1:])]),
        read(row("grid_events", "2026030400012345", *EVENTS[0][2:]), row("grid_events", "GD20260306-000138", *EVENTS[1][2:])),
    ),
    form(
        "harmless_signature_lines",
        "Empty lines for signatures hold nobody.",
        book([*RAW, ("单位负责人：", "", "填表人：", "", "联系电话：")]),
        read(*QUARTERS),
    ),
    form("harmless_headers_of_counts", "联系人数 counts, and is no person.", book(beside("联系人数", 1, 2, 3)), read(*QUARTERS)),
]  # fmt: skip

FORMS = NUMBERS + NAMES + HEADERS + PLACES + BESIDE_OTHERS + HARMLESS
