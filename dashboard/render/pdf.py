"""Turns the documents of a meeting into PDF by the LibreOffice of the machine, where it has one."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from dashboard.meeting.slide import RunningOrder
from dashboard.render.docx.documents import REPORT
from dashboard.render.docx.template import template_file
from dashboard.render.fonts import caution, fonts_in, stand_ins
from dashboard.render.pptx import to_pptx
from dashboard.render.pptx.template import FONT
from dashboard.render.unavailable import DocumentUnavailable

SETTING = "SANQU_SOFFICE"
NAMES = ("soffice", "libreoffice")
# Of the two on Windows, .com waits until the work is done.
WINDOWS_PLACES = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")
LINUX_PLACES = ("libreoffice*/program/soffice", "openoffice*/program/soffice")
LINUX_ROOT = Path("/opt")
SECONDS = 180
FONT_PAIR = """
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="_{place}" oor:op="replace">
<prop oor:name="ReplaceFont"><value>{font}</value></prop>
<prop oor:name="SubstituteFont"><value>{other}</value></prop>
<prop oor:name="Always"><value>true</value></prop>
<prop oor:name="OnScreenOnly"><value>false</value></prop>
</node></item>"""
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Font/Substitution">
<prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>{pairs}
</oor:items>
"""
INSTEAD = "也可以在演示文稿中“另存为 PDF”，或打开单文件网页按 Ctrl+P 打印为 PDF。"


def to_pdf(order: RunningOrder) -> bytes:
    """The deck of the meeting as a 16:9 PDF, one page a slide, with its fonts inside.

    Raises DocumentUnavailable where there is no LibreOffice, or it fails or takes too long.
    """
    return converted(to_pptx(order), ".pptx")


def to_a4_pdf(write: Callable[[RunningOrder], bytes], suffix: str = ".docx") -> Callable[[RunningOrder], bytes]:
    """What writes, as PDF, the document that `write` gives: in the paper size of its own pages, A4 of the Word files."""
    return lambda order: converted(write(order), suffix)


def deck_caution() -> str:
    """Which fonts the PDF of a deck is set in otherwise on this machine; empty where in none."""
    return caution(stand_ins((FONT,)))


def report_caution() -> str:
    """Which fonts the PDF of the work report, as its template has it, is set in otherwise on this machine."""
    template = template_file(REPORT)
    return caution(stand_ins(fonts_in(template.read_bytes()))) if template.is_file() else ""


def soffice_path() -> Path | None:
    """The LibreOffice to use: as SANQU_SOFFICE says, on the PATH, or at its usual place; None where there is none."""
    if named := os.environ.get(SETTING):
        found = shutil.which(named)
        return Path(found) if found else None
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if on_path:
        return Path(on_path)
    return next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> list[Path]:
    """Where installers put LibreOffice without telling the PATH, newest version first."""
    roots = dict.fromkeys(os.environ[name] for name in WINDOWS_ROOTS if os.environ.get(name))
    windows = [Path(root) / place for root in roots for place in WINDOWS_PLACES]
    linux = [found for place in LINUX_PLACES for found in sorted(LINUX_ROOT.glob(place), reverse=True)]
    return [*windows, *linux]


def converted(content: bytes, suffix: str, *, seconds: float = SECONDS) -> bytes:
    """A document as PDF; `suffix` (".pptx", ".docx") says of which kind it is.

    Raises DocumentUnavailable where there is no LibreOffice, or it fails or takes longer than `seconds`.
    """
    program = soffice_path()
    if program is None:
        raise DocumentUnavailable(lacking())
    # What a killed process still holds open on Windows cannot be deleted at once, and may stay.
    with tempfile.TemporaryDirectory(prefix="sanqu-pdf-", ignore_cleanup_errors=True) as folder:
        place = Path(folder).resolve()
        source, output = place / f"document{suffix}", place / "out"
        source.write_bytes(content)
        # A profile of its own for each call: LibreOffice serves but one caller per profile.
        profile = _profile(place / "profile", stand_ins(fonts_in(content)))
        command = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
        command += ["--nodefault", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(output), str(source)]
        ended = _run(command, place, seconds)
        made = output / "document.pdf"
        if ended is None:
            raise DocumentUnavailable(
                f"LibreOffice 转换 PDF 超过{seconds:g}秒，已停止。请关闭占用较多的程序后再试；{INSTEAD}"
            )
        if ended or not made.is_file():
            raise DocumentUnavailable(
                f"LibreOffice 没有完成 PDF 转换（返回码 {ended}）。请确认它能正常打开演示文稿；{INSTEAD}"
            )
        return made.read_bytes()


def _profile(folder: Path, replaced: Mapping[str, str]) -> Path:
    """A fresh profile of LibreOffice that sets those fonts in others.

    Left alone, it would set Latin text in another font than Chinese.
    """
    (folder / "user").mkdir(parents=True)
    pairs = (
        FONT_PAIR.format(place=place, font=escape(font), other=escape(other))
        for place, (font, other) in enumerate(replaced.items())
    )
    settings = PROFILE.format(pairs="".join(pairs))
    (folder / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8", newline="\n")
    return folder


def lacking() -> str:
    """What the machine lacks to make a PDF and what to do instead; empty where it lacks nothing."""
    if soffice_path() is not None:
        return ""
    named = os.environ.get(SETTING)
    what = f"环境变量 {SETTING} 指明的“{named}”不存在或不能运行" if named else "本机没有 LibreOffice"
    how = f"请安装 LibreOffice（含 Impress 和 Writer），或用环境变量 {SETTING} 指明 soffice 的位置"
    return f"{what}，不能生成 PDF。{how}；{INSTEAD}"


def _run(command: list[str], folder: Path, seconds: float) -> int | None:
    """The code with which the command ended, None where it was stopped because its time was over."""
    # A session of its own, so that what the program starts can be ended with it.
    is_own = sys.platform != "win32"
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=is_own
        )
    except OSError as error:
        raise DocumentUnavailable(f"LibreOffice 不能启动：{command[0]}。{INSTEAD}") from error
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that is still running, and all that it started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
