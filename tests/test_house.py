"""The rules of the house: who may import whom, what the requirement files promise, what no file may hold."""

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
DRAWING = {"plotly", "pydeck"}
# Which packages a room may not open; the longest matching path decides.
CLOSED = {
    "etl": {"dashboard", "demo", "pages", "streamlit", *DRAWING},
    "demo": {"dashboard", "pages", "streamlit", *DRAWING},
    "deploy": {"demo", "pages", "streamlit", "duckdb", *DRAWING},
    # Only the room that draws pages knows the web; what is made of it stays outside of documents and of views.
    "dashboard": {"demo", "etl", "pages", "streamlit", *DRAWING},
    "dashboard/content": {"demo", "etl", "pages", "streamlit", "duckdb", *DRAWING},
    "dashboard/text": {"demo", "etl", "pages", "streamlit", "duckdb", *DRAWING},
    "dashboard/render": {"demo", "etl", "pages", "streamlit", "duckdb", *DRAWING},
    "dashboard/render/web": {"demo", "etl", "pages", "duckdb"},
    # What clerks do reaches back to the forms, so that this room opens the front door of etl, and nothing behind it.
    "dashboard/render/web/filing": {"demo", "pages", "duckdb", *DRAWING},
    "pages": {"demo", "etl", "duckdb", "pandas", *DRAWING},
    # The page that prepares the data opens the front door of etl, and nothing behind it.
    "pages/first_start.py": {"demo", "duckdb", "pandas", *DRAWING},
    "app.py": {"demo", "etl", "duckdb", "pandas", *DRAWING},
}


def modules() -> list[Path]:
    return sorted(
        path for room in ("etl", "demo", "deploy", "dashboard", "pages") for path in (ROOT / room).rglob("*.py")
    )


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def closed_to(path: Path) -> set[str]:
    place = path.relative_to(ROOT).as_posix()
    rooms = [room for room in CLOSED if place == room or place.startswith(f"{room}/")]
    return CLOSED[max(rooms, key=len)]


def test_a_room_opens_only_its_own_doors():
    opened = {
        path.relative_to(ROOT).as_posix(): {name.split(".")[0] for name in imported(path)} & closed_to(path)
        for path in [*modules(), ROOT / "app.py"]
    }
    assert {place: doors for place, doors in opened.items() if doors} == {}


def test_only_the_front_door_of_etl_is_used_from_outside():
    outside = [path for path in modules() if path.relative_to(ROOT).parts[0] not in {"etl", "demo"}]
    assert not {name for path in outside for name in imported(path) if name.startswith("etl.")}


def test_only_the_page_of_the_clerks_enters_their_room():
    room = ROOT / "dashboard" / "render" / "web" / "filing"
    entering = {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        if room not in path.parents and any(name.startswith("dashboard.render.web.filing") for name in imported(path))
    }
    assert entering == {"pages/filing.py"}


def test_every_module_says_what_it_is_for():
    silent = {path.relative_to(ROOT).as_posix() for path in modules() if not ast.get_docstring(parsed(path))}
    empty = {place for place in silent if place.endswith("__init__.py") and not parsed(ROOT / place).body}
    assert silent == empty


# Words are made last: a storey opens those below it and none above.
STOREYS = ("text", "metrics", "tables", "views", "questions", "meeting", "store", "render")
# A figure's absence is a word of the metrics; the colours of a map are kept with a closed meeting, which never change;
# a page of asks is as full as it is high.
BELOW = {
    "dashboard/text": {"metrics"},
    "dashboard/meeting/slides/map.py": {"render"},
    "dashboard/meeting/slides/asks.py": {"render"},
}


def storey(name: str) -> int | None:
    parts = name.split(".")
    return STOREYS.index(parts[1]) if parts[0] == "dashboard" and len(parts) > 1 and parts[1] in STOREYS else None


def opened_above(path: Path) -> set[str]:
    place = path.relative_to(ROOT).as_posix()
    own = storey(place.replace("/", "."))
    may = {room for start, rooms in BELOW.items() if place.startswith(start) for room in rooms}
    above = {name for name in imported(path) if own is not None and (storey(name) or 0) > own}
    return {name for name in above if name.split(".")[1] not in may}


def test_no_storey_opens_one_above_it():
    above = {path.relative_to(ROOT).as_posix(): opened_above(path) for path in modules()}
    assert {place: names for place, names in above.items() if names} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_page_only_chooses_and_arranges(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 100


def pinned(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.M)}


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_current_with_the_project(name):
    wanted = list(project()["project"]["dependencies"])
    if name == "requirements-dev.txt":
        wanted += project()["dependency-groups"]["dev"]
    held = pinned(name)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(held[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_name_no_address_and_hash_everything(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text and "index-url" not in text
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert entries and all("--hash=sha256:" in entry for entry in entries)


def test_both_requirement_files_agree():
    users, developers = pinned("requirements.txt"), pinned("requirements-dev.txt")
    assert users.items() <= developers.items()


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def committed_texts() -> list[Path]:
    return [path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".sql", ".txt", ".csv", ".yml", ""}]


def test_no_file_holds_a_path_of_a_machine():
    forbidden = re.compile(r"(?<![\w.])/(?:" + "|".join(("home", "root", "work", "Users")) + r")/\w")
    told = [path for path in committed_texts() if forbidden.search(path.read_text(encoding="utf-8"))]
    assert told == []


# What Streamlit promises to nobody: names of its page, and modules that its documentation does not show.
PRIVATE = re.compile(
    r"(?<![\w-])st[A-Z][A-Za-z]+(?!\w)|data-test|dataset\.test|st-emotion|PagesManager|\bstreamlit\.(?:runtime|errors|proto|elements)"
)
PLATFORM = (ROOT / "dashboard/render/web/platform.py", ROOT / "tests/test_house.py")


def platform_readers() -> list[Path]:
    return [path for path in tracked() if path.suffix in {".py", ".css", ".js"} and path not in PLATFORM]


def test_private_names_of_the_platform_stand_in_one_file():
    used = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in platform_readers()
        for name in PRIVATE.findall(path.read_text(encoding="utf-8"))
    }
    assert used == set(), "give it a word in PARTS of dashboard/render/web/platform.py and write `:--word`"


def test_a_word_for_a_part_of_the_platform_is_used():
    tree = ast.parse(PLATFORM[0].read_text(encoding="utf-8"))
    (parts,) = (node.value for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "PARTS")
    text = "".join(path.read_text(encoding="utf-8") for path in platform_readers())
    unused = {
        word for word in map(ast.literal_eval, parts.keys) if not re.search(rf":--{word}\b|PARTS\[.{word}.]", text)
    }
    assert unused == set()
