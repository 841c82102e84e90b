"""A command line that explains itself and its misuse in Chinese, for `python -m etl`, `dashboard` and `deploy`."""

import argparse
import os
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

USAGE = 2
HELP_WORDS = {"usage: ": "用法：", "positional arguments:": "要写明的：", "options:": "可以加的："}


def _listed(text: str) -> str:
    return text.replace("'", "").replace(", ", "、")


# What argparse finds wrong with a call → how it is told; versions of Python quote choices differently.
FAULTS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"the following arguments are required: (.*)", lambda found: f"还要写明：{_listed(found[1])}"),
    (r"unrecognized arguments: (.*)", lambda found: f"不认得：{found[1]}"),
    (r"ambiguous option: (\S+) could match (.*)", lambda found: f"“{found[1]}”可以指：{_listed(found[2])}"),
    (r"argument ([^:]+): ", lambda found: f"“{found[1]}”："),
    (
        r"invalid choice: '?(.*?)'? \(choose from (.*)\)",
        lambda found: f"没有“{found[1]}”这一项，可以写：{_listed(found[2])}",
    ),
    (r"invalid \w+ value: '(.*)'", lambda found: f"不能写“{found[1]}”"),
    (r"expected one argument", lambda found: "后面要写一个值"),
    (r"expected at least one argument", lambda found: "后面至少要写一个值"),
    (r"ignored explicit argument '(.*)'", lambda found: f"后面不写值，多了“{found[1]}”"),
)


def in_chinese(message: str) -> str:
    """What argparse says of a wrong call, in Chinese; names that the user typed stay as they are."""
    for pattern, said in FAULTS:
        message = re.sub(pattern, said, message)
    return f"{message}。"


def to_the_end(run: Callable[[], int], cut_off: int) -> int:
    """What `run` gives, or `cut_off` where the reader of its output (such as `head`) has gone before its end."""
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        # Nothing more can be written, not even when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return cut_off
    return code


def wrong(text: str) -> int:
    """Say on the error stream why a command did nothing; its exit code."""
    print(text, file=sys.stderr)
    return USAGE


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Chinese; the parsers of its commands are so too."""

    def __init__(self, *, add_help: bool = True, **settings: Any) -> None:
        super().__init__(add_help=False, **settings)
        if add_help:
            self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def format_usage(self) -> str:
        """The line that shows how to call."""
        return _with_words(super().format_usage())

    def format_help(self) -> str:
        """The whole help."""
        return _with_words(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and end with `USAGE`."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{in_chinese(message)}用 {self.prog} --help 看写法。\n")


def _with_words(text: str) -> str:
    for english, chinese in HELP_WORDS.items():
        text = re.sub(rf"^{re.escape(english)}", chinese, text, flags=re.M)
    return text
