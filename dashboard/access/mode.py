"""The setting SANQU_ACCESS → how the dashboard knows its readers."""

import os
from collections.abc import Mapping
from enum import StrEnum
from ipaddress import ip_address

SETTING = "SANQU_ACCESS"


class Mode(StrEnum):
    """How readers are known: by nobody, by accounts of the dashboard itself, by the sign-in of the town."""

    NONE = "none"
    ACCOUNTS = "accounts"
    OIDC = "oidc"


LABELS = {
    Mode.NONE: "不设登录，谁打开网址都能看全部页面，也能报送和发布",
    Mode.ACCOUNTS: "用本机账号登录",
    Mode.OIDC: "用统一身份认证（OIDC）登录",
}


class UnknownMode(ValueError):
    """The setting says something else than the ways there are; `message` tells so in Chinese."""

    def __init__(self, told: str) -> None:
        super().__init__(f"{SETTING}={told!r}")
        self.message = f"环境变量 {SETTING} 写的是“{told}”，只能是 {'、'.join(Mode)}。请改正后重新启动。"


def mode(settings: Mapping[str, str] = os.environ) -> Mode:
    """How readers are known; nobody asks who they are unless the setting says so. Raises UnknownMode."""
    told = settings.get(SETTING) or Mode.NONE
    if told not in set(Mode):
        raise UnknownMode(told)
    return Mode(told)


def is_loopback(address: str) -> bool:
    """Whether only this computer reaches what listens at `address`; an empty one is every address."""
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def caution(chosen: Mode, address: str) -> str:
    """What is to be said of this way at this address, empty where nothing is."""
    if chosen is not Mode.NONE or is_loopback(address):
        return ""
    return (
        f"看板在 {address or '所有网卡'} 上可以从别的电脑打开，又没有登录：{LABELS[Mode.NONE]}。"
        f"请设 {SETTING}=accounts（见 docs/access.md），或只在本机使用。"
    )
