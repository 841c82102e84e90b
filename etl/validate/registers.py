"""The names and aliases by which other forms refer to a register's rows → the codes they stand for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from etl.datasets import DATASETS, referred
from etl.parse.words import clean
from etl.read.personal import quotable
from etl.schema import AREA_LEVEL, Column
from etl.sql import literal
from etl.validate.companies import codes_of, company_spellings, ending_so, seats_of, spelt
from etl.validate.convert import nearest
from etl.validate.layout import BESIDE
from etl.validate.names import CODE, Area, area_spellings, normal, without_province
from etl.validate.sites import parts_of_sites, sites_ending

AREAS, ENTERPRISES, SITES = "areas", "enterprises", "service_sites"
OFFERED = 8
REGISTERS = frozenset(referred(column)[0] for dataset in DATASETS.values() for column in dataset.referring)


def known_codes(column: Column, origin: str) -> str:
    """SQL of (known_text, known_code): each spelling that stands for one code only.

    Only demonstration may still refer to rows that have been displaced; it is displaced with them.
    """
    dataset, _ = referred(column)
    used = "" if origin == "demo" else "AND is_used"
    return (
        f"SELECT spelling AS known_text, min(code) AS known_code FROM staging.spellings WHERE dataset = '{dataset}' {used} "
        "GROUP BY spelling HAVING count(DISTINCT code) = 1"
    )


def is_of_other_level(column: Column, code: str) -> str:
    """SQL: the area that `code` (SQL) names is known to be of a level that `column` does not take."""
    taken = ", ".join(literal(level) for level in column.area_levels)
    return f"{code} IN (SELECT area_code FROM core.areas WHERE {AREA_LEVEL} NOT IN ({taken}))"


@dataclass(frozen=True)
class Register:
    """The spellings of one register: cleaned spelling → its codes; `fitting` are the codes that the column takes.

    `normal` are the spellings as offices vary them, see `etl.validate.names`; they count where no spelling is exact.
    """

    name: str
    label: str
    codes: dict[str, set[str]]
    fitting: frozenset[str]
    normal: dict[str, set[str]]
    called: dict[str, str]
    seats: tuple[str, ...] = ()

    def find(self, text: str) -> tuple[str | None, bool]:
        """The code that `text` stands for, None where it is unknown or stands for several; whether it is spelt exactly."""
        if BESIDE in text:
            return self._agreed([self.find(part) for part in text.split(BESIDE)])
        exact = self._of_column(self.codes.get(clean(text), set()))
        if exact:
            return (next(iter(exact)) if len(exact) == 1 else None), True
        varied = self._varied(text)
        return (next(iter(varied)) if len(varied) == 1 else None), False

    def knows(self, text: str) -> bool:
        """Whether some row, of whatever level, is called so."""
        return clean(text) in self.codes or normal(text) in self.normal

    def standing_for(self, text: str) -> list[str]:
        """All codes that `text` stands for: those of its spelling, or the one that it varies."""
        found, _ = self.find(text)
        return sorted(self.codes.get(clean(text), {found} if found else set()))

    def _agreed(self, found: Sequence[tuple[str | None, bool]]) -> tuple[str | None, bool]:
        """What a code and a name that stand in two columns both stand for."""
        codes = {code for code, _ in found}
        return (codes.pop() if len(codes) == 1 else None), all(is_exact for _, is_exact in found)

    def _of_column(self, codes: set[str]) -> set[str]:
        """Of several rows of one name those that the column takes; where it takes none of them, all."""
        return (codes & self.fitting or codes) if len(codes) > 1 else codes

    def _varied(self, text: str) -> set[str]:
        coded = {token: self.codes[token] for token in CODE.findall(clean(text)) if len(self.codes.get(token, ())) == 1}
        for token, codes in coded.items():
            rest = normal(clean(text).replace(token, ""))
            # A code beside a name: both must stand for the same row.
            if rest and codes <= (self._spelt(rest) | self.codes.get(rest, set())):
                return codes
        return self._spelt(normal(text)) if not coded else set()

    def _spelt(self, spelling: str) -> set[str]:
        if self.name == ENTERPRISES:
            return self._of_column(codes_of(spelling, self.codes, self.normal, self.seats))
        words = (spelling, without_province(spelling))
        return self._of_column(next((self.normal[word] for word in words if word in self.normal), set()))

    def options(self, text: str) -> tuple[str, ...]:
        """The rows for which `text` may stand, where there are several: `甲村（110101001204）`."""
        if BESIDE in text:
            known = {self.find(part)[0] for part in text.split(BESIDE)} - {None}
            return tuple(self.option(code) for code in sorted(filter(None, known)))
        codes = self._of_column(self.codes.get(clean(text), set())) or self._varied(text)
        fewest = 1 if codes else 0
        # One that may be meant is asked for, since it is not called so.
        codes = codes or self._named_shortly(text)
        return tuple(map(self.option, sorted(codes)[:OFFERED])) if len(codes) > fewest else ()

    def _named_shortly(self, text: str) -> set[str]:
        if self.name == ENTERPRISES:
            return ending_so(text, self.codes, self.seats)
        return sites_ending(text, self.codes) if self.name == SITES else set()

    def option(self, code: str) -> str:
        """A row as an answer names it."""
        return f"{self.called.get(code, '')}（{code}）"

    def explain(self, column: Column, text: str) -> tuple[str, str]:
        """Message and remedy for a text that `find` does not know."""
        shown = quotable(text)
        if BESIDE in text:
            return f"“{column.label}”的编号和名称对不上：“{shown}”。", "请核对后改正，或选其中一个。"
        if (options := self.options(text)) and not self._varied(text) and clean(text) not in self.codes:
            return (
                f"“{shown}”不在“{self.label}”中，名称末尾相同的是{'、'.join(options)}。",
                "请改填全称或代码；就是它的，请选它。",
            )
        if options:
            return f"“{shown}”在“{self.label}”中不止一个：{'、'.join(options)}。", "请改填代码，或选一个。"
        near = nearest(clean(text), sorted(spelling for spelling, known in self.codes.items() if known & self.fitting))
        return (
            f"“{column.label}”中的“{shown}”不在“{self.label}”中。" + (f"最接近的是“{near}”。" if near else ""),
            f"请改正，或先把它补进“{self.label}”；是简称或别名的，可补进“名称对照”。",
        )


def register(connection: duckdb.DuckDBPyConnection, column: Column, origin: str) -> Register:
    """The register that `column` refers to, as forms of `origin` may use it."""
    dataset, _ = referred(column)
    codes: dict[str, set[str]] = defaultdict(set)
    fitting: set[str] = set()
    fits = f"NOT {is_of_other_level(column, 'code')}" if column.area_levels else "true"
    rows = connection.execute(
        f"SELECT spelling, code, {fits} FROM staging.spellings WHERE dataset = ? AND (is_used OR ?)",
        [dataset, origin == "demo"],
    ).fetchall()
    called: dict[str, str] = {}
    for spelling, code, is_fitting in rows:
        codes[clean(spelling)].add(code)
        if spelling != code:
            called.setdefault(code, spelling)
        if is_fitting:
            fitting.add(code)
    normals: dict[str, set[str]] = defaultdict(set)
    for spelling, known in codes.items():
        normals[normal(spelling)] |= known
    seats: tuple[str, ...] = ()
    if dataset == ENTERPRISES:
        seats = seats_of(codes)
        for spelling, code in company_spellings(spelt(codes), seats):
            normals[spelling].add(code)
    if dataset == SITES:
        for part, known in parts_of_sites(codes):
            normals[normal(part)] |= known
    if dataset == AREAS:
        for spelling, code in area_spellings(_areas(connection)):
            normals[spelling].add(code)
    return Register(dataset, DATASETS[dataset].label, dict(codes), frozenset(fitting), dict(normals), called, seats)


def _areas(connection: duckdb.DuckDBPyConnection) -> list[Area]:
    """The areas of the register with the names and aliases that are in use."""
    rows = connection.execute(
        f"SELECT area_code, parent_code, {AREA_LEVEL}, name, aliases FROM core.areas ORDER BY area_code"
    ).fetchall()
    return [
        Area(code, parent, kind, tuple(filter(None, (name, *(aliases or "").split("、")))))
        for code, parent, kind, name, aliases in rows
    ]
