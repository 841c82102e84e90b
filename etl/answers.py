"""The questions that reading a form raised and what was answered: `answers.csv` in the data folder."""

import csv
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

FILE = "answers.csv"
HEADERS = ("确认编号", "答复", "时间")
ID_CHARACTERS = 8


def question_id(*parts: str) -> str:
    """The id of a question: the same for the same bytes, sheet, kind and column, so that an answer stays in force."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:ID_CHARACTERS]


def read_answers(data: Path) -> dict[str, str]:
    """Id of a question → the last answer to it; empty where nobody has answered anything."""
    try:
        with (data / FILE).open(encoding="utf-8-sig", newline="") as stream:
            return {row[0]: row[1] for row in list(csv.reader(stream))[1:] if len(row) >= 2}
    except FileNotFoundError:
        return {}


def add_answers(data: Path, answers: Mapping[str, str]) -> None:
    """Write answers behind those that are there; an empty answer takes an earlier one back."""
    path = data / FILE
    is_new = not path.exists()
    with path.open("a", encoding="utf-8-sig" if is_new else "utf-8", newline="") as stream:
        writer = csv.writer(stream)
        if is_new:
            writer.writerow(HEADERS)
        now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        writer.writerows((question, answer, now) for question, answer in answers.items())
