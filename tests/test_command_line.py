"""No English of argparse is left in what the two command lines say, and what was typed wrongly is named."""

import re
import subprocess
import sys

import pytest

from command_line import USAGE, Parser
from dashboard.__main__ import main as dashboard
from deploy.__main__ import main as deploy
from etl.__main__ import main as etl
from tests.serving import REPOSITORY
from tests.town import write_csv

ENGLISH = re.compile(
    r"usage|positional|options|arguments?\b|show this|invalid|expected|choose|error|required|could match"
)
PROGRAMS = {"etl": etl, "dashboard": dashboard, "deploy": deploy}
COMMANDS = {
    "etl": ("build", "check", "templates", "history", "rollback", "backup", "restore", "dictionary"),
    "dashboard": ("coverage", "meeting"),
    "deploy": ("bundle", "doctor"),
}


def said(program, words, capsys) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        PROGRAMS[program](words)
    printed = capsys.readouterr()
    return ended.value.code, printed.out + printed.err


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (program, [*command, flag])
        for program in PROGRAMS
        for command in ((), *((c,) for c in COMMANDS[program]))
        for flag in ("-h", "--help")
    ],
)
def test_help_is_chinese(program, words, capsys):
    code, text = said(program, words, capsys)
    assert code == 0 and text.startswith("用法：") and "显示这段说明" in text
    assert not ENGLISH.search(text), text


@pytest.mark.parametrize(
    ("program", "words", "told"),
    [
        ("etl", [], "还要写明：命令。"),
        ("etl", ["nonsense"], "“命令”：没有“nonsense”这一项，可以写：build、check、propose、watch、templates"),
        ("etl", ["build", "--without", "dmeo"], "“--without”：没有“dmeo”这一项，可以写：demo、published、reported。"),
        ("etl", ["build", "--keep", "0"], "“--keep”：至少保留 1 个版本。"),
        ("etl", ["build", "--keep", "many"], "“--keep”：不能写“many”。"),
        ("etl", ["build", "--keep"], "“--keep”：后面要写一个值。"),
        ("etl", ["build", "--w", "demo"], "“--w”可以指：--w"),
        ("etl", ["check"], "还要写明：文件。"),
        ("etl", ["check", "--json=1", "a.csv"], "“--json”：后面不写值，多了“1”。"),
        ("etl", ["history", "--all"], "不认得：--all。"),
        ("etl", ["restore", "a.zip"], "还要写明：空文件夹。"),
        ("deploy", ["bundle", "--platform=mac", "a"], "可以写：windows、linux-x86_64、linux-arm64。"),
        ("dashboard", ["meeting"], "还要写明：会议编号。"),
        (
            "dashboard",
            ["nonsense"],
            "“命令”：没有“nonsense”这一项，可以写：coverage、openapi、meeting、brief、outbox、user、audit。",
        ),
    ],
)
def test_a_wrong_call_is_told_in_chinese(program, words, told, capsys):
    code, text = said(program, words, capsys)
    assert code == USAGE and told in text
    assert not ENGLISH.search(re.sub(r"用法：(.|\n)*?\n(?=\S)", "", text)), text


def test_a_list_of_values_needs_one(capsys):
    parser = Parser(prog="p")
    parser.add_argument("--files", nargs="+")
    with pytest.raises(SystemExit):
        parser.parse_args(["--files"])
    assert "“--files”：后面至少要写一个值。用 p --help 看写法。" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("-m", "etl", "check", "--json"), ("-m", "etl", "check"), ("-m", "etl", "history")])
def test_a_reader_that_stops_early_brings_no_traceback(words, town, tmp_path):
    """As in `check --json | head`: so much is printed that the pipe is full when it closes."""
    rows = [("企业", "季度", "总产值（万元）", "税收（万元）", "期末从业人员（人）")]
    rows += [(f"无此企业{number}", "2024Q3", "x", "y", "z") for number in range(3000)]
    file = write_csv(tmp_path / "企业季报.csv", rows)
    places = ("--data", str(town.data), "--warehouse", str(town.warehouse))
    files = (str(file),) * 40 if "check" in words else ()
    program = subprocess.Popen(
        [sys.executable, *words, *places, *files], cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    program.stdout.close()
    told = program.stderr.read()
    program.wait(timeout=120)
    assert b"Traceback" not in told and b"BrokenPipe" not in told
