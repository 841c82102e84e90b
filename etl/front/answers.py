"""Keeps what people say beside the forms: answers, other names, settings."""

from collections.abc import Mapping
from pathlib import Path

from etl.front.places import default_data, default_warehouse


def answer(answers: Mapping[str, str], data: Path | None = None) -> None:
    """Keep answers to questions: `Problem.question` → one of `Problem.options`; an empty one takes an earlier back."""
    from etl.answers import add_answers

    add_answers(data or default_data(), answers)


def add_alias(register: str, code: str, alias: str, data: Path | None = None) -> Path:
    """Add another name of an area, enterprise or site to the received form of aliases; the file."""
    from etl.aliases import add_alias

    return add_alias(data or default_data(), register, code, alias)


def nearest_row(name: str, rows: Mapping[str, str]) -> str | None:
    """The code of the register's row that a name is most likely meant for, see `etl.aliases.nearest`."""
    from etl.aliases import nearest

    return nearest(name, rows)


def register_of(dataset: str) -> str | None:
    """What `add_alias` calls the register of a dataset, or None where it takes no aliases of it."""
    from etl.aliases import register_of

    return register_of(dataset)


def register_rows(register: str, warehouse: Path | None = None) -> dict[str, str]:
    """The rows of a published register that an alias may be given to: code → name."""
    from etl.warehouse.published_registers import register_rows

    return register_rows(warehouse or default_warehouse(), register)


def due_days(data: Path | None = None) -> int:
    """How many days after a quarter's end its forms are to be sent, as the settings say."""
    from etl.settings import read_settings

    return read_settings(data or default_data()).due_days


def settings_fault(data: Path | None = None) -> str:
    """What is wrong with the file of settings, in Chinese, or an empty text."""
    from etl.settings import WrongSettings, read_settings

    try:
        read_settings(data or default_data())
    except WrongSettings as wrong:
        return str(wrong)
    return ""
