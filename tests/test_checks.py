"""What runs before a commit, on GitHub and for who reports a bug names commands and paths that there are."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from deploy.__main__ import parser as deploy
from etl.arguments import parser as etl

# Where a file that is called by its bare name may lie.
ROOMS = ("dashboard", "deploy", "docs", "etl", "tests")
ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ".github/workflows/checks.yml"
COMMANDS = re.compile(r"^(?:pip install|pytest|ruff|mypy).*$", re.M)
PATH = re.compile(r"`((?:\.\w|\w)[\w./-]*/[\w./-]+|[\w-]+\.(?:md|toml|py|txt))`")
# Where files lie on a town's machine, or inside of a bundle.
ELSEWHERE = re.compile(
    r"^(?:app|python|wheels|logs|FOLDER)/|^data/(?:received|kept|settings)|site-packages|manifest\.json"
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_github_checks_what_a_commit_is_checked_by():
    run = [part.strip() for line in COMMANDS.findall(text(".ci/run")) for part in line.split("&&")]
    assert len(run) == 5 and {"pytest", "mypy", "ruff check .", "ruff format --check ."} < set(run)
    assert [line for line in run if f"      - run: {line}\n" not in f"{text(WORKFLOW)}\n"] == []
    for word in ("ubuntu-latest, windows-latest", '"3.11", "3.13"'):
        assert word in text(WORKFLOW)
    oldest = tomllib.loads(text("pyproject.toml"))["project"]["requires-python"].removeprefix(">=")
    assert f'"{oldest}"' in text(WORKFLOW)
    assert all((ROOT / name).is_file() for name in re.findall(r"run: (\.ci/\w+)", text(WORKFLOW)))


def test_what_runs_before_a_commit_is_part_of_what_ci_runs():
    entries = re.findall(r"^ +entry: (.+)$", text(".pre-commit-config.yaml"), re.M)
    assert {"ruff check .", "ruff format --check .", "mypy"} < set(entries)
    assert all((ROOT / word).exists() for entry in entries for word in entry.split() if "/" in word)
    # Hooks from elsewhere would have versions of their own.
    assert re.findall(r"^  - repo: (.+)$", text(".pre-commit-config.yaml"), re.M) == ["local"]


def test_a_report_asks_for_commands_that_there_are():
    bug, form = (text(f".github/ISSUE_TEMPLATE/{name}.yml") for name in ("bug", "misread_form"))
    assert "python -m deploy doctor" in bug and deploy().parse_args(["doctor"]).command == "doctor"
    assert "python -m etl check" in form and etl().parse_args(["check", "a.xlsx"]).command == "check"


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "docs/deployment.md"])
def test_paths_in_the_documents_are_real(name):
    named = {path for path in PATH.findall(text(name)) if not ELSEWHERE.search(path)}
    known = {path.name for room in ROOMS for path in (ROOT / room).rglob("*")}
    assert named
    assert {path for path in named if not (ROOT / path).exists() and ("/" in path or path not in known)} == set()
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text(name))
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("job", sorted((ROOT / ".ci").iterdir()), ids=lambda job: job.name)
def test_a_job_names_what_there_is(job):
    script = job.read_text(encoding="utf-8")
    assert not [path for path in re.findall(r"\btests/[\w./-]+", script) if not (ROOT / path).exists()]
    for module, names in re.findall(r"^from ((?:dashboard|etl|deploy)[\w.]*) import (.+)$", script, re.M):
        found = import_module(module)
        assert all(hasattr(found, name.strip()) for name in names.split(","))


def test_the_newest_change_is_of_the_version_that_is_released():
    [newest, *earlier] = re.findall(r"^## (\d+\.\d+\.\d+) — \d{4}-\d\d-\d\d$", text("CHANGELOG.md"), re.M)
    assert newest == tomllib.loads(text("pyproject.toml"))["project"]["version"]
    order = [tuple(map(int, one.split("."))) for one in (newest, *earlier)]
    assert order == sorted(set(order), reverse=True)


def test_every_command_that_is_installed_is_one():
    scripts = tomllib.loads(text("pyproject.toml"))["project"]["scripts"]
    assert set(scripts) == {"sanqu-etl", "sanqu-dashboard", "sanqu-deploy"}
    for target in scripts.values():
        module, name = target.split(":")
        with pytest.raises(SystemExit) as ended:
            getattr(import_module(module), name)(["--help"])
        assert ended.value.code == 0
