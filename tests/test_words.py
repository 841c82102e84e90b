"""Words come last: no module of `dashboard` takes text apart but those named here, each with its reason."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READING_BACK = {
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rpartition",
    "rsplit",
    "split",
    "splitlines",
}
# Path below `dashboard/` → the text that the module may take apart, which no view has made.
REASONS = {
    "meeting/kinds.py": "the dotted name of a module",
    "meeting/wording.py": "sets the spaces of a finished sentence as official documents do",
    "metrics/marts/mart.py": "names of columns in a declaration",
    "metrics/measure.py": "the identifiers of SQL",
    "metrics/metric.py": "the name of a metric",
    "metrics/periods.py": "the code of a period, read here and nowhere else",
    "questions/limits.py": "limits like 低于80% in what a reader typed",
    "questions/never.py": "words of no time that there is, in what a reader typed",
    "questions/normal.py": "what a reader typed into the question line, and names as forms say them",
    "questions/periods.py": "words of time in what a reader typed",
    "questions/on_end.py": "how long something went on, in what a reader typed",
    "questions/spelling.py": "the pinyin of a word",
    "render/charts/columns.py": "lines of a label, counted to know its height",
    "render/charts/label_axes.py": "labels that are codes of periods, and lines of a tick, counted to know the margin of an axis",
    "render/charts/ranges.py": "the line breaks of a label, as Plotly writes them",
    "render/documents.py": "signs that the name of a file may not have",
    "render/docx/template.py": "the source of a Word template and what its engine says of an error in it",
    "render/docx/values.py": "signs that XML may not have",
    "render/fitting.py": "lines of a text, measured to fit a box",
    "render/html/document.py": "JSON made safe inside a script element",
    "render/html/drills.py": "the code of an area, checked before it becomes an address",
    "render/html/maps.py": "lines of a label on a map",
    "render/html/tags.py": "Python names as names of HTML attributes",
    "render/palette.py": "Python names as names of CSS variables",
    "render/pptx/tables.py": "the code of a colour",
    "render/fonts.py": "the names that fontconfig answers",
    "render/pptx/template.py": "the code of a colour",
    "render/pptx/text.py": "the code of a colour",
    "render/web/blocks/titles.py": "places where the browser may break a title",
    "render/web/explore/seen.py": "the codes of areas in the link of a view",
    "render/web/frame.py": "codes in the address, before they are recorded",
    "render/web/gate/api.py": "codes of areas and a span of periods in an address",
    "render/web/gate/door.py": "a token in a header",
    "render/web/gate/headers.py": "the scripts of a page, whose sums are told",
    "render/web/gate/signing.py": "a name that somebody typed, and where a form came from",
    "render/web/filing/correcting.py": "the name of a file in its folder",
    "render/web/ledger.py": "the key of a cell of a heat map: an area and a month",
    "render/web/maps/classing.py": "the borders of classes that a reader has typed",
    "render/web/sections.py": "the keys of the open sections in the address",
    "render/widths.py": "lines and tags of a label, measured in pixels",
    "render/xlsx/exports.py": "signs that a spreadsheet would compute or that the name of a file may not have",
    "render/xlsx/workbook.py": "signs that the name of a sheet may not have",
    "store/audit.py": "the lines of the record",
    "store/files.py": "signs that the name of a file may not have",
    "store/frozen.py": "texts of closed editions, in which figures were set apart once",
    "store/older.py": "editions of older formats, which kept words instead of codes",
    "store/older_slides.py": "editions of older formats, which kept words instead of parts",
    "store/prepared.py": "what a person typed, searched for numbers of persons",
    "store/saved_views.py": "the name that a person typed for a view",
    "tables/dictionary.py": "the reference of a column, `dataset.column`",
    "text/unbroken.py": "places where no line may end, between a figure and its unit",
    "text/formats.py": "prefixes of units (万元), and signs that Markdown would read",
    "text/periods.py": "codes of periods",
    "views/community_services/sites.py": "the name of a site, as its form says it",
    "views/documents.py": "what a public document prints: measures, days and lines",
    "render/web/looping.py": "the pages in a parameter of the link",
    "views/explore/reading.py": "the lists in the parameters of a link",
    "views/joint_meeting/matters.py": "the title of a matter, as its form says it",
    "views/kinds/area_map.py": "the list of aliases of an area, and the name of a grid, as their form says them",
    "views/published_facts/reconciled.py": "the statement of a check in data/content",
    "views/search.py": "what a reader typed into a search box",
}

# Names of files and settings, codes, examples and words that are typed as they stand are set apart.
AS_TYPED = {"template.py", "fonts.py", "pdf.py", "api.py", "openapi.py", "classing.py", "spoken.py", "time_words.py"}
# Digits, or what an f-string puts in, with a space before the Chinese sign behind them; digits with one before them.
SET_APART = re.compile(r"(?<=[\d%}]) (?=[一-鿿])|(?<=[一-鿿]) (?=\d)")


def takes_text_apart(source: str) -> bool:
    """Whether a module names a method that takes text apart, or opens `re`.

    A `replace` with fewer than two arguments in a row is another one: of an instant, of a path.
    """
    tree = ast.parse(source)
    others = {
        id(node.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "replace"
        and len(node.args) < 2
        and not any(isinstance(argument, ast.Starred) for argument in node.args)
    }
    return any(
        (isinstance(node, ast.Attribute) and node.attr in READING_BACK and id(node) not in others)
        or (isinstance(node, ast.Import) and any(alias.name == "re" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "re")
        for node in ast.walk(tree)
    )


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("title.split('：')", True),
        ("list(map(str.splitlines, texts))", True),
        ("title.replace('“', '')", True),
        ("title.replace(*pair)", True),
        ("import re", True),
        ("from re import sub", True),
        ("from dataclasses import replace\nreplace(view, key='')", False),
        ("instant.replace(tzinfo=None)", False),
        ("part.replace(file)", False),
        ("'、'.join(words)", False),
    ],
)
def test_what_counts_as_taking_text_apart(source, is_found):
    assert takes_text_apart(source) is is_found


def test_only_text_that_comes_from_outside_is_taken_apart():
    found = {
        path.relative_to(ROOT / "dashboard").as_posix()
        for path in (ROOT / "dashboard").rglob("*.py")
        if takes_text_apart(path.read_text(encoding="utf-8"))
    }
    unexplained, outdated = sorted(found - set(REASONS)), sorted(set(REASONS) - found)
    assert not unexplained, f"keep the parts (dashboard/text/joined.py) instead of reading words back: {unexplained}"
    assert not outdated, f"take no text apart any more; strike their lines in REASONS: {outdated}"


def test_renderers_ask_for_layouts_and_not_for_kinds():
    """A kind of slide that is not known yet is drawn by its layout alone; Word names its kinds in the template."""
    asking = [
        path.name
        for path in (ROOT / "dashboard" / "render").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "kind" and ast.unparse(node.value) == "slide"
    ]
    assert set(asking) <= {"values.py"}


NOT_WRITTEN = re.compile(r"^\| ([^|]+?) \| [^|]+ \| [^|]+ \|$", re.M)
# What readers type may be any word.
TYPED = ROOT / "dashboard/questions/metric_aliases.py"
WRITTEN_FOR_READERS = [path for room in ("dashboard", "pages") for path in (ROOT / room).rglob("*.py") if path != TYPED]


def test_no_text_of_the_program_has_a_word_that_officials_do_not_write():
    listed = NOT_WRITTEN.findall((ROOT / "docs/official-words.md").read_text(encoding="utf-8"))
    avoided = [word for word in listed if word not in ("not", "---")]
    assert len(avoided) >= 8
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno} {word}"
        for path in WRITTEN_FOR_READERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in avoided
        if word in node.value
    ]
    assert not found, "\n".join(found)


def texts_of(tree: ast.AST) -> list[str]:
    """The texts of a module, without its docstrings; what an f-string puts in stands as {}."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for node in whole for part in node.values}
    plain = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    joined = [
        "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in one.values) for one in whole
    ]
    return [*joined, *(node.value for node in plain if id(node) not in told | parts)]


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ('f"超期 {days} 天"', True),
        ('f"同比升{change} 个百分点"', True),
        ('word = "大于 1 为倒挂"', True),
        ('f"超期{days}天"', False),
        ('f"{first} {last}"', False),
        ('"2025-12-18 → 2026-01-17"', False),
        ('def f():\n    """超期 110 天."""', False),
    ],
)
def test_what_counts_as_a_figure_set_apart(source, is_found):
    assert any(SET_APART.search(text) for text in texts_of(ast.parse(source))) == is_found


def test_no_text_of_the_program_sets_a_figure_apart_from_the_word_beside_it():
    """Browsers and Word put the air between digits and Chinese signs themselves; a space beside it is twice as wide."""
    found = [
        f"{path.name}: {text}"
        for folder in ("views", "meeting", "text", "tables", "metrics", "render", "questions")
        for path in sorted((ROOT / "dashboard" / folder).rglob("*.py"))
        for text in texts_of(ast.parse(path.read_text(encoding="utf-8")))
        if path.name not in AS_TYPED and SET_APART.search(text)
    ]
    assert found == []
