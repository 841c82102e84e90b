"""Whom a whole sheet is of, where only its title or its name says so → the column that the sheet lacks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

import duckdb

from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import quotable
from etl.schema import Column, Kind
from etl.validate.columns import unread_filled
from etl.validate.layout import Field, Form
from etl.validate.likeness import may_be
from etl.validate.names import PROVINCE, normal
from etl.validate.registers import Register, register
from etl.validate.said_above import tells_sender
from etl.validate.units import BRACKETED, BRACKETS

# Names of one character less are as often parts of other words.
SHORTEST = {"areas": 2}
SHORTEST_NAME = 4
GRID = "网格"
# What stands in brackets may say what it names: （区域：某某村）.
OF_WHOM = re.compile(r"^(?:所[在属])?(?:区域|辖区|村居?|村?社区|园区|网格|阵地|企业)(?:名称)?[:]")
LISTED = re.compile(r"[,，;；\s]")
# What may stand before a name that begins there, and what behind it says that only a part, or more, is meant.
BEFORE = re.compile(r"(?:^|[^一-龥]|关于|现将|年度?|月份?|季度?|上半年|省|自治区)$")
PART_BEHIND = re.compile(
    r"[东西南北中][片区部]|新村|小区|工业|[一二三四五六七八九十\d]+[组号片期区队]|第?[一二三四五六七八九十\d]+网格|网格|片区|等|和|及|与|除外|以外"
    r"|周边|附近|各|所辖|下辖"
)
# To whom a letter is written: 某某镇人民政府：
ADDRESSED = re.compile(r"(?:政府|委员会|党委|党工委|办公室|办|局|站|中心|领导小组)[:]$")
# Who sends a form without a column of places, and is one of them whole, sends its own.
SENT_BY = re.compile(
    r"(?<![一-龥])(?:填报|上报|报送|填表|制表|报表|编报|统计)?(?:单位|村|村居|村社区|园区|社区)?(?:名称)?(?:\([^()]{0,6}\))?[:]\s*([^\s:,，;；]+)"
)
# What runs a village or a park is it, as a sender: 某某村党委, 某某园区管委会.
RUN_BY = re.compile("(?:党委|党总支|党支部|两委|管委会|管理委员会|党群服务中心)$")


@dataclass(frozen=True)
class _Found:
    """A row of a register that a text above the table names; it is `certain` where nothing else can be meant."""

    code: str
    text: str
    cell: str
    is_certain: bool


def settle_titled(connection: duckdb.DuckDBPyConnection, form: Form) -> tuple[Form, list[Problem]]:
    """The form with the columns that only its title fills, and what is to be said of them."""
    problems: list[Problem] = []
    unread = unread_filled(connection, form)
    for column in form.layout.absent:
        if not column.is_required or not column.references or may_be(column, unread):
            continue
        known = register(connection, column, form.origin)
        found = [*_nearest(form, known)]
        gainsaying = _gainsaying(connection, form, known, found)
        codes = {one.code for one in found}
        answer = form.source.answer("titled", column.name)
        chosen = next((code for code in codes if known.option(code) == answer), None)
        if chosen is None and len(codes) == 1 and all(one.is_certain for one in found) and not gainsaying:
            chosen = found[0].code
        if chosen:
            one = next(one for one in found if one.code == chosen)
            form = _with(form, Field(column, -1, column.unit, constant=chosen, stated_at=one.cell))
            problems.append(_taken(form, column, one, known))
        elif codes:
            problems.append(_question(form, column, found, known))
            form = replace(form, layout=replace(form.layout, asked=(*form.layout.asked, column.name)))
    return form, problems


def _with(form: Form, field: Field) -> Form:
    return replace(form, layout=replace(form.layout, fields=(*form.layout.fields, field)))


def _nearest(form: Form, known: Register) -> Iterator[_Found]:
    """What the lines above the table name, or else the sheet's name, or else the file's; two names in one are a list."""
    # What the rows are of besides is no part of the place: 某某社区小区党组织 over a column of 小区.
    inner = [one.label for one in form.dataset.columns if one.name in form.dataset.key and one.kind is Kind.TEXT]
    told = [
        (reduce(lambda words, label: words.replace(label, ""), inner, text), cell) for text, cell in form.layout.above
    ]
    above = [one for one in told if one[1] and not ADDRESSED.search(clean(one[0]))]
    names = [one for one in told if not one[1]]
    for texts in (above, *([one] for one in names)):
        found = [list(_named(text, cell, known)) for text, cell in texts]
        if any(len({one.code for one in of_text}) > 1 for of_text in found):
            return
        if any(found):
            yield from (one for of_text in found for one in of_text)
            # Another name of the sheet gainsays its title.
            yield from (one for text, cell in names if texts is above for one in _named(text, cell, known))
            return


def places_named(form: Form, known: Register) -> str:
    """The one place round the rows that the lines above them, or else the names of sheet and file, tell; empty for none."""
    above = [one for one in form.layout.above if one[1] and not ADDRESSED.search(clean(one[0]))]
    names = [one for one in form.layout.above if not one[1]]
    for texts in (above, *([one] for one in names)):
        found = {
            one.code
            for text, cell in texts
            # 某某村网格 are the grids of the village.
            for one in _named(text.replace(GRID, ""), cell, known, whoever=True)
            if GRID not in known.called.get(one.code, "") and one.is_certain
        }
        if found:
            return known.called.get(min(found), "") if len(found) == 1 else ""
    return ""


def codes_named(text: str, known: Register) -> set[str]:
    """The codes of the rows of a register, as the column takes them, that a text names whole and alone."""
    return {one.code for one in _named(text, "", known) if one.is_certain}


def _gainsaying(
    connection: duckdb.DuckDBPyConnection, form: Form, known: Register, found: list[_Found]
) -> list[_Found]:
    """Areas of a level that the column does not take, which the names of sheet and file tell and which do not lie round it."""
    names = [one for one in form.layout.above if not one[1]]
    others = [
        one for text, cell in names for one in _named(text, cell, known, whoever=True) if one.code not in known.fitting
    ]
    if not others:
        return []
    outer = around(connection, [one.code for one in found])
    return [one for one in others if one.code not in outer and one.is_certain]


def around(connection: duckdb.DuckDBPyConnection, codes: list[str]) -> set[str]:
    """Areas, and those that lie round them."""
    rows = connection.execute(
        """
        WITH RECURSIVE around AS (
            SELECT unnest(?::VARCHAR[]) AS code
            UNION
            SELECT parent_code FROM around JOIN core.areas ON area_code = code WHERE parent_code IS NOT NULL)
        FROM around
        """,
        [codes],
    ).fetchall()
    return {code for (code,) in rows}


def _named(text: str, cell: str, known: Register, *, whoever: bool = False) -> Iterator[_Found]:
    """The rows of a register that a text names, the longest name first at each place; those of the column, or any."""
    words, place = normal(text), 0
    remarks = BRACKETED.findall(clean(text).translate(BRACKETS))
    enclosed = {normal(OF_WHOM.sub("", piece)) for remark in remarks for piece in LISTED.split(remark)}
    senders = {normal(RUN_BY.sub("", value)) for value in SENT_BY.findall(clean(text))}
    shortest = SHORTEST.get(known.name, SHORTEST_NAME)
    longest = max(map(len, known.normal), default=0)
    while place < len(words):
        end = next(
            (
                place + length
                for length in range(min(longest, len(words) - place), shortest - 1, -1)
                if len(known.normal.get(words[place : place + length], ())) == 1
                and not words[place : place + length].isdecimal()
            ),
            0,
        )
        if not end:
            place += 1
            continue
        before, behind = PROVINCE.sub("", words[:place]), words[end:]
        (code,) = known.normal[words[place:end]]
        if whoever or code in known.fitting:
            is_whole = bool(BEFORE.search(before)) and not PART_BEHIND.match(behind)
            is_told = (is_whole or words[place:end] in enclosed) and not tells_sender(text)
            yield _Found(code, text, cell, is_told or words[place:end] in senders)
        place = end


def _taken(form: Form, column: Column, one: _Found, known: Register) -> Problem:
    return form.problem(
        [one.cell] if one.cell else (),
        f"没有“{column.label}”这一列，按“{quotable(one.text)}”全部算作“{known.called.get(one.code, one.code)}”。",
        "如有不同，请补上这一列。",
        "converted-value",
        Level.NOTE,
    )


def _question(form: Form, column: Column, found: list[_Found], known: Register) -> Problem:
    options = tuple(dict.fromkeys(known.option(one.code) for one in found))
    return form.problem(
        [one.cell for one in found if one.cell],
        f"没有“{column.label}”这一列，表上写着“{quotable(found[0].text)}”，不知道是不是各行的{column.label}。",
        f"请补上“{column.label}”一列；各行都是它的，请确认。",
        "missing-label",
        asks=("titled", column.name),
        options=options,
    )
