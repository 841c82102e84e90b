"""Forms of many datasets whose tables clerks have laid out in ways of their own: each way over each dataset that it fits.

A way is tried over every sample, alone and with others, so that a mended example is not taken for a mended kind.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.etl.corpus import counts, sample
from tests.etl.corpus.clerks_files import renamed
from tests.etl.corpus.declare import Cells, File, Form, Sheet, asked, book, form, kept_out, read, text

NAMES = {"Q001": "福建演示服装有限公司", "Q002": "石狮市演示五金制品有限公司", "Q003": "泉州演示电商有限责任公司"}
GRIDS = {"35058110120601": "塘后第一网格", "35058110120602": "塘后第二网格", "35058110120801": "仑后第一网格"}
CODES = {**counts.AREAS, **{name: code for code, name in GRIDS.items()}}


@dataclass(frozen=True)
class Sample:
    """A good form: its headers, its rows, and the rows that they mean."""

    name: str
    head: Cells
    rows: Sequence[Cells]
    means: Sequence[tuple]

    def place(self, *labels: str) -> int | None:
        """The place of the first column that is called one of `labels`."""
        return next((place for place, head in enumerate(self.head) if head in labels), None)


SAMPLES = [
    Sample("quarters", sample.QUARTER_HEAD, sample.QUARTER_ROWS, sample.QUARTERS),
    Sample("population", sample.POPULATION_HEAD, sample.POPULATION_ROWS, sample.POPULATION),
    Sample("staffing", sample.STAFFING_HEAD, sample.STAFFING_ROWS, sample.STAFFING),
    Sample("jobs", sample.JOB_HEAD, sample.JOB_ROWS, sample.JOBS),
    Sample("services", sample.SERVICE_HEAD, sample.SERVICE_ROWS, sample.SERVICES),
    Sample("coverage", sample.COVERAGE_HEAD, sample.COVERAGE_ROWS, sample.COVERAGE),
    Sample("pipeline", sample.PIPELINE_HEAD, sample.PIPELINE_ROWS, sample.PIPELINE),
    Sample("visits", sample.VISIT_HEAD, sample.VISIT_ROWS, sample.VISITS),
    Sample("courses", sample.COURSE_HEAD, sample.COURSE_ROWS, sample.COURSES),
    Sample("mediation", counts.MEDIATION_HEAD, counts.MEDIATION_ROWS, counts.MEDIATIONS),
    Sample("teams", counts.TEAM_HEAD, counts.TEAM_ROWS, counts.TEAMS),
    Sample("patrols", counts.PATROL_HEAD, counts.PATROL_ROWS, counts.PATROLS),
    Sample("reviews", counts.REVIEW_HEAD, counts.REVIEW_ROWS, counts.REVIEWS),
    Sample("activities", counts.ACTIVITY_HEAD, counts.ACTIVITY_ROWS, counts.ACTIVITIES),
    Sample("organizations", counts.ORGANIZATION_HEAD, counts.ORGANIZATION_ROWS, counts.ORGANIZATIONS),
    Sample("points", counts.POINTS_HEAD, counts.POINTS_ROWS, counts.POINTS),
    Sample("micros", counts.MICRO_HEAD, counts.MICRO_ROWS, counts.MICROS),
]
AREA = ("区域", "村（社区）", "所在区域", "园区")
PERIOD = ("季度", "月份", "统计时点")
OUT = kept_out()


def filled(cells: Cells, width: int) -> tuple:
    return (*cells, *[""] * (width - len(cells)))


def without(cells: Cells, *places: int) -> tuple:
    return tuple(cell for place, cell in enumerate(cells) if place not in places)


def put(cells: Cells, place: int, *new) -> tuple:
    return (*cells[:place], *new, *cells[place + 1 :])


def halves(one: Sample, gap: int) -> Sheet:
    """The first rows at the left, the rest at the right, under the same headers."""
    half = (len(one.rows) + 1) // 2
    space = ("",) * gap
    right = [*one.rows[half:], *[("",) * len(one.head)] * (half - len(one.rows[half:]))]
    rows = [(*left, *space, *other) for left, other in zip(one.rows[:half], right, strict=True)]
    return Sheet(rows=[(*one.head, *space, *one.head), *rows])


def pairs(one: Sample, cells: Cells, a_row: int, mark: str = "") -> list[tuple]:
    """A record as names and values, some pairs a row."""
    told = [part for head, cell in zip(one.head, cells, strict=True) for part in (f"{head}{mark}", cell)]
    return [tuple(told[first : first + 2 * a_row]) for first in range(0, len(told), 2 * a_row)]


def card(one: Sample, *, a_row: int = 1, mark: str = "", several: bool = True) -> list[tuple]:
    rows: list[tuple] = []
    for number, cells in enumerate(one.rows if several else one.rows[:1], 1):
        rows += [(f"登记卡（{number}）",), *pairs(one, cells, a_row, mark), ()]
    return rows


def inside(one: Sample) -> list[tuple]:
    """A card whose names and values share a cell."""
    return [(f"{head}：{cell}",) for head, cell in zip(one.head, one.rows[0], strict=True) if cell not in ("", None)]


def turned(one: Sample) -> list[tuple]:
    return [(head, *(cells[place] for cells in one.rows)) for place, head in enumerate(one.head)]


def year_apart(
    one: Sample, year: Callable[[str], object], part: Callable[[str], object], head: tuple[str, str]
) -> list[tuple]:
    place = one.place("季度", "月份")
    rows = [put(cells, place, year(cells[place]), part(cells[place])) for cells in one.rows]
    return [put(one.head, place, *head), *rows]


def dittoed(one: Sample, mark: str) -> list[tuple]:
    """The period of all rows but the first is told by a mark."""
    place = one.place(*PERIOD)
    first, *others = one.rows
    return [one.head, first, *(put(cells, place, mark) for cells in others)]


def page(rows: Sequence[Cells], title: str = "") -> bytes:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    heading = f"<h3>{title}</h3>" if title else ""
    return (
        f'<html><head><meta charset="utf-8"></head><body>{heading}<table border=1>{body}</table></body></html>'.encode()
    )


def xml(rows: Sequence[Cells]) -> bytes:
    cell = '<Cell><Data ss:Type="String">{}</Data></Cell>'
    body = "".join(f"<Row>{''.join(cell.format('' if one is None else one) for one in cells)}</Row>" for cells in rows)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="表"><Table>{body}</Table></Worksheet></Workbook>'.encode()


def plain(rows: Sequence[Cells]) -> list[tuple]:
    """The rows as a page or a text has them: nothing for no figure."""
    return [tuple("" if cell is None else cell for cell in cells) for cells in rows]


def quarter_of(period: str) -> int:
    return int(period[-1])


def _beside(one: Sample) -> Iterator[Form]:
    if len(one.rows) < 2:
        return
    for gap in (0, 1, 2):
        yield form(
            f"halves_{gap}_{one.name}",
            "A long table goes on at its right.",
            book(halves(one, gap)),
            read(*one.means, said="张表"),
        )


def _cards(one: Sample) -> Iterator[Form]:
    first = read(one.means[0])
    yield form(
        f"card_{one.name}",
        "One record as a card, a pair a row.",
        book(pairs(one, one.rows[0], 1)),
        read(one.means[0], said="卡片"),
    )
    yield form(f"card_two_pairs_{one.name}", "Two pairs a row.", book(pairs(one, one.rows[0], 2)), first)
    yield form(
        f"card_three_pairs_colon_{one.name}",
        "Three pairs a row, colons behind the names.",
        book(pairs(one, one.rows[0], 3, "：")),
        first,
    )
    yield form(f"card_inside_{one.name}", "Name and value share a cell.", book(inside(one)), first)
    yield form(
        f"card_signed_{one.name}",
        "A card with a title and a line for signatures, which is left out.",
        book([("登记表",), *pairs(one, one.rows[0], 2), ("填表人：王大山", "", "审核人：李小河", "2026年4月8日")]),
        first,
        never=("王大山", "李小河"),
    )  # fmt: skip
    yield form(f"cards_{one.name}", "A card a record, below each other.", book(card(one, a_row=2)), read(*one.means))
    if len(one.rows) > 1:
        yield form(
            f"turned_table_{one.name}",
            "The names stand at the left, a record a column.",
            book(turned(one)),
            read(*one.means),
        )


def _periods(one: Sample) -> Iterator[Form]:
    place = one.place("季度", "月份")
    if place is None:
        return
    good = read(*one.means)
    is_month = one.head[place] == "月份"
    part = (lambda period: int(period[-2:])) if is_month else quarter_of
    words = (
        (lambda period: f"{int(period[-2:])}月")
        if is_month
        else (lambda period: f"{'一二三四'[quarter_of(period) - 1]}季度")
    )
    label = "月" if is_month else "季度"
    for name, year, told, head in (
        ("numbers", lambda period: int(period[:4]), part, ("年", label)),
        ("words", lambda period: f"{period[:4]}年", words, ("年度", label)),
        ("chinese", lambda period: "二〇二六年", words, ("年份", one.head[place])),
    ):
        yield form(
            f"year_apart_{name}_{one.name}",
            "The year stands in a column of its own.",
            book(year_apart(one, year, told, head)),
            good,
        )
    yield form(
        f"year_apart_gainsaid_{one.name}",
        "The column of years says 2025, the other one a period of 2026.",
        book(year_apart(one, lambda period: 2025, lambda period: period, ("年度", one.head[place]))),
        OUT,
    )
    bare = [without(one.head, place), *(without(cells, place) for cells in one.rows)]
    said = f"2026年{words(one.rows[0][place])}"
    yield form(
        f"period_in_title_{one.name}", "The period stands in the title alone.", book([(f"{said}统计表",), *bare]), good
    )
    yield form(
        f"period_in_sheet_{one.name}", "The period is the sheet's name.", book(Sheet(rows=bare, name=said)), good
    )
    yield form(
        f"period_labelled_{one.name}",
        "The period stands behind its name above the table.",
        book([(f"{one.head[place]}：{one.rows[0][place]}",), *bare]),
        good,
    )


def _dittos(one: Sample) -> Iterator[Form]:
    place = one.place(*PERIOD)
    if place is None or len(one.rows) < 2 or len({cells[place] for cells in one.rows}) > 1:
        return
    for name, mark in (("words", "同上"), ("mark", "〃"), ("double_prime", "″"), ("quote", '"')):
        yield form(
            f"ditto_{name}_{one.name}",
            "The period is that of the row above.",
            book(dittoed(one, mark)),
            read(*one.means, said="同上"),
        )
    number = max(place for place, cell in enumerate(one.rows[0]) if isinstance(cell, int | float))
    yield form(
        f"ditto_number_{one.name}",
        "A figure is that of the row above: asked.",
        book([one.head, one.rows[0], put(one.rows[1], number, "〃")]),
        OUT,
    )
    total = ("合计", *[""] * (len(one.head) - 1))
    yield form(
        f"ditto_under_total_{one.name}",
        "As above, under a total: as what?",
        book([one.head, one.rows[0], total, put(one.rows[1], place, "同上")]),
        OUT,
    )


def _areas(one: Sample) -> Iterator[Form]:
    place = one.place(*AREA)
    if place is None:
        return
    name = one.rows[0][place]
    name = {code: area for area, code in counts.AREAS.items()}.get(name, name)
    own = [(cells, row) for cells, row in zip(one.rows, one.means, strict=True) if cells[place] == one.rows[0][place]]
    bare = [without(one.head, place), *(without(cells, place) for cells, _ in own)]
    good = read(*(row for _, row in own), said=name)
    yield form(
        f"area_in_title_{one.name}",
        "Whose table it is stands in the title alone.",
        book([(f"{name}2026年统计表",), *bare]),
        good,
    )
    yield form(
        f"area_in_title_of_town_{one.name}",
        "The same behind the town's name.",
        book([(f"宝盖镇{name}统计表",), *bare]),
        good,
        OUT,
    )
    yield form(f"area_in_sheet_{one.name}", "It is the sheet's name.", book(Sheet(rows=bare, name=name)), good)
    yield form(f"area_in_file_{one.name}", "It stands in the file's name.", book(bare, file=f"{name}报表.xlsx"), good)
    yield form(
        f"area_labelled_{one.name}",
        "It stands behind its name above the table.",
        book([(f"{one.head[place]}：{name}",), *bare]),
        good,
    )
    yield form(
        f"area_of_sender_{one.name}",
        "Only who sends the form is told, and it is a place of the form: its own.",
        book([(f"填报单位：{name}",), *bare]),
        good,
    )
    yield form(
        f"area_of_sender_office_{one.name}",
        "An office of it sends the form, which may be of any place: asked.",
        book([(f"填报单位：{name}综治办",), *bare]),
        OUT,
    )
    yield form(f"area_of_part_{one.name}", "A part of it is told: asked.", book([(f"{name}东片统计表",), *bare]), OUT)
    yield form(f"area_of_two_{one.name}", "Two are told: asked.", book([("塘后村和仑后村统计表",), *bare]), OUT)
    yield form(
        f"area_gainsaid_{one.name}",
        "Title and sheet tell two of them: asked.",
        book(Sheet(rows=[(f"{name}统计表",), *bare], name="彭田村" if name != "彭田村" else "塘后村")),
        OUT,
    )
    head = (*one.head[:place], "区域代码", "区域名称", *one.head[place + 1 :])
    coded = [
        put(
            cells,
            place,
            CODES[{code: area for area, code in CODES.items()}.get(cells[place], cells[place])],
            {code: area for area, code in CODES.items()}.get(cells[place], cells[place]),
        )
        for cells in one.rows
    ]
    yield form(
        f"code_beside_name_{one.name}",
        "A column of codes and one of names.",
        book([head, *coded]),
        read(*one.means, said="合起来"),
    )
    wrong = [put(coded[0], place, "350581100211"), *coded[1:]]
    yield form(
        f"code_beside_other_name_{one.name}", "The code is another's than the name: asked.", book([head, *wrong]), OUT
    )


def _files(one: Sample) -> Iterator[Form]:
    rows = plain([one.head, *one.rows])
    good = read(*one.means, said="内容是")
    for name, file in (
        ("page_as_xls", File(name="报表.xls", text=page(rows))),
        ("page_as_xlsx", File(name="报表.xlsx", text=page(rows, "统计表"))),
        (
            "text_as_xls",
            File(name="报表.xls", text="\r\n".join("\t".join(map(str, cells)) for cells in rows).encode("gb18030")),
        ),
        ("text_as_xlsx", File(name="报表.xlsx", text=text(rows).text)),
        ("xml_as_xls", File(name="报表.xls", text=xml(rows))),
        ("new_as_old", renamed(book(rows), "报表.xls")),
        ("old_as_new", renamed(book(rows, file="报表.xls"), "报表.xlsx")),
        ("new_as_et", renamed(book(rows), "报表.et")),
    ):
        yield form(f"file_{name}_{one.name}", "The suffix says one thing, the content another.", file, good)
    yield form(
        f"file_et_{one.name}", "What WPS writes.", renamed(book(rows, file="报表.xls"), "报表.et"), read(*one.means)
    )
    yield form(f"file_page_{one.name}", "A page of the web.", File(name="报表.html", text=page(rows)), read(*one.means))


def _joined(one: Sample, other: Sample) -> Iterator[Form]:
    both = read(*one.means, *other.means)
    height = max(len(one.rows), len(other.rows))
    left, right = ([(*part.rows, *[()] * (height - len(part.rows)))] for part in (one, other))
    beside = [(*filled(a, len(one.head)), "", *b) for a, b in zip(left[0], right[0], strict=True)]
    heads = (*one.head, "", *other.head)
    if one.head[0] != other.head[0] or len(one.head) != len(other.head):
        yield form(f"beside_{one.name}_{other.name}", "Two forms side by side.", book([heads, *beside]), both)
    below = [("表一",), one.head, *one.rows, (), ("表二",), other.head, *other.rows]
    yield form(f"below_{one.name}_{other.name}", "Two forms below each other.", book(below), both)
    yield form(
        f"below_as_page_{one.name}_{other.name}",
        "The same as a page by the name of a workbook.",
        File(name="报表.xls", text=page(plain(below))),
        both,
    )
    yield form(
        f"below_without_gap_{one.name}_{other.name}",
        "The same without titles or an empty row.",
        book([one.head, *one.rows, other.head, *other.rows]),
        both,
    )


def _two_oddities(one: Sample) -> Iterator[Form]:
    place = one.place(*PERIOD)
    good = read(*one.means)
    if len(one.rows) > 1:
        sheet = halves(one, 1)
        yield form(
            f"odd_halves_page_{one.name}",
            "Two halves beside each other, as a page.",
            File(name="报表.xls", text=page(plain(sheet.rows))),
            good,
        )
        yield form(
            f"odd_halves_title_notes_{one.name}",
            "Two halves under a title, over a note.",
            book([("统计表",), *sheet.rows, ("注：本表按在地原则统计。",), ("填表人：王大山　审核人：李小河",)]),
            good,
            never=("王大山", "李小河"),
        )
        yield form(
            f"odd_turned_xml_{one.name}",
            "A turned table in old XML.",
            File(name="报表.xls", text=xml(plain(turned(one)))),
            good,
        )
    if one.place("季度", "月份") is not None and len({cells[place] for cells in one.rows}) == 1:
        bare = Sample(one.name, without(one.head, place), [without(cells, place) for cells in one.rows], one.means)
        said = one.rows[0][place]
        yield form(
            f"odd_cards_period_above_{one.name}",
            "Cards whose period stands in the title.",
            book([(f"{said}登记",), *(row for cells in bare.rows for row in pairs(bare, cells, 2))]),
            good,
        )
        yield (
            form(
                f"odd_halves_period_above_{one.name}",
                "Halves whose period stands in the title.",
                book([(f"{said}统计表",), *halves(bare, 1).rows]),
                good,
            )
            if len(one.rows) > 1
            else form(
                f"odd_period_above_{one.name}",
                "The period in the title.",
                book([(f"{said}统计表",), bare.head, *bare.rows]),
                good,
            )
        )


NUMBERED = ("企业编号", "企业名称")
ENTERPRISES = [
    form("enterprise_code_column_and_name", "A column of codes and one of names.", book([(*NUMBERED, *sample.QUARTER_HEAD[1:]), *((cells[0], NAMES[cells[0]], *cells[1:]) for cells in sample.QUARTER_ROWS)]), read(*sample.QUARTERS, said="合起来")),
    form("enterprise_name_and_code", "The same the other way round.", book([(*NUMBERED[::-1], *sample.QUARTER_HEAD[1:]), *((NAMES[cells[0]], cells[0], *cells[1:]) for cells in sample.QUARTER_ROWS)]), read(*sample.QUARTERS)),
    form("enterprise_code_and_name_as_page", "The same in a page, the year apart.", File(name="报表.xls", text=page([(*NUMBERED, "年度", *sample.QUARTER_HEAD[1:]), *((cells[0], NAMES[cells[0]], 2026, "一季度", *cells[2:]) for cells in sample.QUARTER_ROWS)])), read(*sample.QUARTERS)),
    form("enterprise_unknown_code", "A known name beside a number of the sender's own: asked.", book([(*NUMBERED, *sample.QUARTER_HEAD[1:]), *((number, NAMES[cells[0]], *cells[1:]) for number, cells in enumerate(sample.QUARTER_ROWS, 1))]), asked(), OUT),
    form("grid_number_and_name", "网格编号 beside 网格名称.", book([("网格编号", "网格名称", *counts.PATROL_HEAD[1:]), *((code, cells[0], *cells[1:]) for code, cells in zip(GRIDS, counts.PATROL_ROWS, strict=False))]), read(*counts.PATROLS)),
]  # fmt: skip

# Each way over every n-th sample: files and marks do not differ by what the columns are called.
WAYS = ((_beside, 1), (_cards, 1), (_periods, 1), (_dittos, 2), (_areas, 1), (_files, 5), (_two_oddities, 1))
PAIRS = list(zip(SAMPLES, SAMPLES[1:], strict=False))[::2]


def _drawn(made: Form, *samples: Sample) -> Form:
    """The form with the way in which it was made: its name without those of the samples."""
    return replace(made, drawn_as=made.name.removesuffix("".join(f"_{one.name}" for one in samples)))


FORMS = [
    *(_drawn(made, one) for way, every in WAYS for one in SAMPLES[::every] for made in way(one)),
    *(_drawn(made, one, other) for one, other in PAIRS for made in _joined(one, other)),
    *ENTERPRISES,
]
