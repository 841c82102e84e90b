"""No module of the program names a place, a company, a document or a fact: what is a town's own lies in its data."""

import re
from pathlib import Path

from tests import filled

ROOT = Path(__file__).resolve().parents[1]
TEXTS = {".py", ".sql", ".js", ".css", ".html", ".xml"}
# Form → the columns by which its rows are known.
NAMED_BY = {
    "areas": ("area_code", "name", "aliases"),
    "enterprises": ("enterprise_code", "name", "aliases"),
    "service_sites": ("site_code", "name"),
    "coordination_bodies": ("body_id", "name"),
    "documents": ("document_id", "title"),
    "published_events": ("event_id",),
    "published_facts": ("fact_id", "entity"),
    "party_liaison": ("organization_name",),
    "list_items": ("item_id",),
}
# What stands behind the name proper: 塘后村 is also called 塘后.
KINDS = re.compile(r"(村|镇|市|社区|片区|科技园|工业园|创业园|集团|公司|服饰|服装配件)+$")
# Names that are also words of the language: why a module may use them.
WORDS = {
    **dict.fromkeys(("三区", "三区联创"), "the mechanism that the program is for"),
    **dict.fromkeys(("片区", "园区", "厂区", "社区"), "what an area can be"),
    **dict.fromkeys(("联席会议", "工作专班"), "what a body can be"),
    **dict.fromkeys(("邻里中心", "家庭服务中心", "驿站", "高层次人才服务窗口"), "what a site can be"),
    "华山": "two characters of the table of given names",
}


def engine() -> list[Path]:
    rooms = ("etl", "dashboard", "deploy", "pages")
    files = [path for room in rooms for path in (ROOT / room).rglob("*") if path.suffix in TEXTS]
    return [*files, *ROOT.glob("*.py")]


def names() -> set[str]:
    """Every name and code of the published and the demonstration's registers, and the names without their kind."""
    cells = {
        piece.strip()
        for folder in ("published", "demo")
        for form, rows in filled.forms(folder).items()
        for row in rows
        for column in NAMED_BY.get(form, ())
        for piece in re.split("[、“”]", str(row[column] or ""))
    }
    return {
        name for cell in cells for name in (cell, KINDS.sub("", cell)) if len(name) > 1 and not name.isdecimal()
    } | {cell for cell in cells if cell.isdecimal()}


def test_no_module_names_what_is_a_town_s_own():
    known = names()
    assert {"350581101901", "宝盖", "塘后村", "卡宾", "BG053", "baogai", "图灵·乘式空间"} <= known
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in engine()}
    whole = "\n".join(texts.values())
    # Most names are nowhere, which a look at all texts at once tells.
    found = {
        (place, name)
        for name in known - set(WORDS)
        if name in whole
        for place, text in texts.items()
        if re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", text)
    }
    assert sorted(found) == []
