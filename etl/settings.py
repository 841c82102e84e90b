"""`data/settings.toml` → what the town has decided about publishing; without the file nothing special is asked for."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = "settings.toml"
LONGEST_DAYS = 180
# Table and key of the file → the field that it sets.
KEYS = {
    ("publish", "approval"): "needs_approval",
    ("watch", "publish"): "watch_publishes",
    ("reporting", "due_days"): "due_days",
}


class WrongSettings(Exception):
    """The file of settings cannot be read; the message is a Chinese sentence for who keeps it."""


@dataclass(frozen=True)
class Settings:
    """`needs_approval`: a second person agrees before a version is published; `watch_publishes`: `watch` publishes.

    `due_days`: so many days after a quarter's end its forms are to be sent.
    """

    needs_approval: bool = False
    watch_publishes: bool = True
    due_days: int = 15


def read_settings(data: Path) -> Settings:
    """The settings of a data folder. Raises `WrongSettings`."""
    try:
        told = tomllib.loads((data / FILE).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongSettings(f"设置文件 {FILE} 的写法不对，请按说明改正或移走。") from error
    given = {
        (table, key): value
        for table, keys in told.items()
        for key, value in (keys.items() if isinstance(keys, dict) else ((table, keys),))
    }
    wrong = [f"[{table}] {key}" for (table, key), value in given.items() if not _is_setting(table, key, value)]
    if wrong:
        raise WrongSettings(
            f"设置文件 {FILE} 中有不认得的内容：{'、'.join(wrong)}；开关写 true 或 false，天数写 1 到 180 的整数。"
        )
    return Settings(**{KEYS[place]: value for place, value in given.items()})


def _is_setting(table: str, key: str, value: object) -> bool:
    if (table, key) not in KEYS:
        return False
    if isinstance(getattr(Settings, KEYS[table, key]), bool):
        return isinstance(value, bool)
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LONGEST_DAYS
