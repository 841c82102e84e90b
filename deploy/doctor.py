"""A computer → what the dashboard needs of it, each with how it stands and what to do, in Chinese.

It opens nothing but the standard library at first, since it also tells of packages that are not there.
"""

import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from dashboard.access.mode import LABELS, Mode, UnknownMode, caution, mode
from deploy.installed import differing
from deploy.places import Place, places
from deploy.start import LOOPBACK, is_free, is_healthy

OLDEST = (3, 11)
# The year of this program: a clock before it is wrong, and so is one a working life after it.
YEARS = range(2026, 2066)
BEIJING = timedelta(hours=8)
ENOUGH_BYTES, LITTLE_BYTES = 5_000_000_000, 1_000_000_000
PROBE_BYTES = 1 << 18
# What papers are set in, by the names that each system knows a font by; one of a group is enough.
FONTS = {
    "小标宋（公文标题）": ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "仿宋（公文正文）": ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312"),
    "楷体（公文小标题）": ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312"),
    "黑体（公文小标题）": ("黑体", "SimHei"),
    "网页中文": ("微软雅黑", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "思源黑体"),
}
WEB_GL = "地图不依赖 WebGL，没有显卡加速也能看；若图表空白，请把浏览器更新到近两年的版本。"


class State(StrEnum):
    """How a thing stands: well, worth knowing, or in the way."""

    WELL = "正常"
    HINT = "提示"
    FAULT = "问题"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, how it stands, and what to do where anything is to be done."""

    what: str
    state: State
    found: str
    remedy: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether the dashboard cannot do its work like this."""
        return self.state is State.FAULT

    def __str__(self) -> str:
        told = f"[{self.state}] {self.what}：{self.found}"
        return f"{told}\n        怎么办：{self.remedy}" if self.remedy else told


def python_found(version: tuple[int, ...], bits: int) -> Finding:
    """Whether this Python can run the program."""
    told = f"{'.'.join(map(str, version[:3]))}，{bits} 位"
    is_fit = version[:2] >= OLDEST and bits == 64
    return Finding(
        "Python",
        State.WELL if is_fit else State.FAULT,
        told,
        "" if is_fit else f"请安装 64 位的 Python {OLDEST[0]}.{OLDEST[1]} 或更新版本，或改用离线安装包。",
    )


def packages_found(wrong: Iterable[str], count: int) -> Finding:
    """Whether what is installed is what the lock names; `wrong` says of each package how it differs."""
    told = list(wrong)
    if not told:
        return Finding("程序组件", State.WELL, f"{count} 个，与锁定的版本一致")
    return Finding(
        "程序组件",
        State.FAULT,
        f"{count} 个中有 {len(told)} 个不符：{'、'.join(told)}",
        "联网时运行 pip install -r requirements.txt；用离线安装包的，删去 site-packages 文件夹后重新启动。",
    )


def fonts_found(families: frozenset[str] | None) -> list[Finding]:
    """Which fonts of the papers and the pages there are; None where the system tells of none."""
    if families is None:
        return [Finding("字体", State.HINT, "这台电脑查不出装了哪些字体", "Linux 上请安装 fontconfig 后再检查。")]
    known = {family.casefold() for family in families}
    lacking = [label for label, names in FONTS.items() if not known.intersection(map(str.casefold, names))]
    if not lacking:
        return [Finding("字体", State.WELL, "公文和网页用的中文字体都有")]
    return [
        Finding(
            "字体",
            State.HINT,
            f"缺少 {'、'.join(lacking)}",
            "看板能用；导出的公文会以别的字体代替。请从单位正版渠道安装这些字体，再生成文件。",
        )
    ]


def place_found(place: Place) -> Finding:
    """Whether a folder can be written, by writing a little into it, or into the nearest one above that there is."""
    standing = next(path for path in (place.folder, *place.folder.absolute().parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=standing) as stream:
            stream.write(bytes(PROBE_BYTES))
    except OSError as error:
        return Finding(
            place.label,
            State.FAULT,
            f"“{standing}”不能写入（{error.strerror}）",
            f"请管理员给予写入权限，或用环境变量 {place.setting} 另指一个文件夹。",
        )
    told = "可以写入" if standing == place.folder else "还没有建立，可以建立"
    return Finding(place.label, State.WELL, f"“{place.folder}”{told}")


def disk_found(folder: Path, free: int) -> Finding:
    """Whether the disk has room for versions and exports; `free` in bytes."""
    told = f"“{folder}”所在的磁盘还有 {free / 1e9:.1f} GB"
    if free >= ENOUGH_BYTES:
        return Finding("磁盘空间", State.WELL, told)
    state = State.HINT if free >= LITTLE_BYTES else State.FAULT
    return Finding("磁盘空间", state, told, f"请清理磁盘，留出 {ENOUGH_BYTES / 1e9:.0f} GB 以上。")


def port_found(port: int) -> Finding:
    """Whether the dashboard could listen at `port` of this computer."""
    if is_free(LOOPBACK, port):
        return Finding("端口", State.WELL, f"{port} 空着")
    if is_healthy(LOOPBACK, port):
        return Finding("端口", State.HINT, f"{port} 上已有看板在运行", f"在浏览器打开 http://localhost:{port} 即可。")
    return Finding(
        "端口",
        State.HINT,
        f"{port} 被别的程序占用，或没有权限",
        "离线安装包会自动换一个端口；用命令启动的，加 --server.port 另写一个。",
    )


def clock_found(now: datetime) -> Finding:
    """Whether year and zone of the clock can be right; `now` knows its zone."""
    told = f"{now:%Y-%m-%d %H:%M}（UTC{now:%z}）"
    if now.year not in YEARS:
        return Finding("时钟", State.FAULT, told, "年份不对，版本和会议的日期会跟着错。请在系统设置里校准日期和时间。")
    if now.utcoffset() != BEIJING:
        return Finding("时钟", State.HINT, told, "不是北京时间。看板一律按北京时间显示；请核对系统的时区。")
    return Finding("时钟", State.WELL, told)


def readers_found(settings: Mapping[str, str], kept: Path) -> Finding:
    """How readers are known, whether that fits the address that the dashboard listens to, and whether anybody can sign in."""
    address = settings.get("STREAMLIT_SERVER_ADDRESS") or LOOPBACK
    try:
        chosen = mode(settings)
    except UnknownMode as error:
        return Finding("登录", State.FAULT, "设置不对，任何页面都打不开", error.message)
    if said := caution(chosen, address):
        return Finding("登录", State.FAULT, LABELS[chosen], said)
    if chosen is Mode.NONE:
        return Finding("登录", State.WELL, f"{LABELS[chosen]}；只有本机能打开")
    file = Path(settings.get("SANQU_ACCOUNTS") or kept / "access" / "accounts.json")
    try:
        count = len(json.loads(file.read_text(encoding="utf-8"))["accounts"])
    except (OSError, ValueError, KeyError, TypeError):
        count = 0
    if not count:
        remedy = "用 python -m dashboard user add 账号 --role 管理 --area all 增加第一个；以运行看板的系统用户来运行。"
        return Finding("登录", State.FAULT, f"{LABELS[chosen]}，但“{file}”里没有账号，或不能读取", remedy)
    return Finding("登录", State.WELL, f"{LABELS[chosen]}，{count} 个账号")


def office_found() -> Finding:
    """Whether there is a LibreOffice that makes PDF files."""
    try:
        from dashboard.render.pdf import lacking, soffice_path
    except ImportError as error:
        return Finding("LibreOffice", State.HINT, f"查不了，缺少组件 {error.name}", "先补齐程序组件，再检查。")
    told = lacking()
    if told:
        return Finding("LibreOffice", State.HINT, "没有找到，不能导出 PDF", told)
    return Finding("LibreOffice", State.WELL, f"“{soffice_path()}”")


def examined(port: int, settings: Mapping[str, str] = os.environ) -> list[Finding]:
    """Everything that is looked at on this computer."""
    from deploy.system_fonts import families

    folders = places(settings)
    wrong, count = differing()
    disk = next(path for path in (folders[0].folder, *folders[0].folder.absolute().parents) if path.exists())
    return [
        Finding("系统", State.WELL, f"{platform.system()} {platform.release()}，{platform.machine()}"),
        python_found(tuple(sys.version_info[:3]), 64 if sys.maxsize > 2**32 else 32),
        packages_found(wrong, count),
        *fonts_found(families()),
        office_found(),
        *map(place_found, folders),
        disk_found(disk, shutil.disk_usage(disk).free),
        port_found(port),
        readers_found(settings, folders[1].folder),
        clock_found(datetime.now().astimezone()),
        Finding("浏览器", State.HINT, "程序查不了浏览器", WEB_GL),
    ]


def told(findings: Iterable[Finding]) -> str:
    """The findings as a clerk reads them and sends them on, with a sentence at the end."""
    listed = list(findings)
    faults = sum(finding.is_fault for finding in listed)
    ending = f"有 {faults} 个问题，解决以后再检查一次。" if faults else "可以运行。"
    return "\n".join([*map(str, listed), ending])
