"""A meeting as PDF: by the LibreOffice of the machine where there is one, and a word in Chinese where there is none."""

import io
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from filelock import FileLock
from pptx import Presentation

from dashboard.__main__ import main
from dashboard.meeting.running_order import running_order
from dashboard.render import fonts, pdf
from dashboard.render.documents import DOCUMENTS
from dashboard.render.pdf import converted, soffice_path, to_a4_pdf, to_pdf
from dashboard.render.pptx import to_pptx
from dashboard.render.unavailable import DocumentUnavailable
from tests import office

# What every stand-in for LibreOffice begins with: the words that it was called with.
BEGINNING = """
import subprocess, sys, time
from pathlib import Path
words = sys.argv[1:]
source, output = Path(words[-1]), Path(words[words.index("--outdir") + 1])
[profile] = [word.removeprefix("-env:UserInstallation=") for word in words if word.startswith("-env:")]
"""
WRITES = """
output.mkdir()
(output / source.with_suffix(".pdf").name).write_bytes(source.read_bytes() + profile.encode())
"""
TELLS_SETTINGS = """
from urllib.request import url2pathname
settings = Path(url2pathname(profile.removeprefix("file://"))) / "user" / "registrymodifications.xcu"
output.mkdir()
(output / source.with_suffix(".pdf").name).write_bytes(settings.read_bytes())
"""


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a program of a few lines where LibreOffice is looked for."""

    def put(lines: str) -> None:
        script = tmp_path / "stand_in.py"
        script.write_text(BEGINNING + lines, encoding="utf-8")
        if sys.platform == "win32":
            program = tmp_path / "soffice.bat"
            program.write_text(f'@"{sys.executable}" "{script}" %*\r\n', encoding="utf-8")
        else:
            program = tmp_path / "soffice"
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8")
            program.chmod(0o755)
        monkeypatch.setenv(pdf.SETTING, str(program))

    return put


@pytest.fixture
def nothing_installed(tmp_path, monkeypatch):
    """A machine without LibreOffice."""
    for name in (pdf.SETTING, *pdf.WINDOWS_ROOTS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "LINUX_ROOT", tmp_path / "opt")
    return tmp_path


def test_without_libreoffice_it_is_said_what_is_missing_and_what_to_do(small, nothing_installed):
    assert soffice_path() is None
    with pytest.raises(DocumentUnavailable) as error:
        to_pdf(running_order(small, "M2"))
    told = error.value.message
    assert told.startswith("本机没有 LibreOffice") and pdf.SETTING in told and "另存为 PDF" in told and "Ctrl+P" in told


def test_a_setting_that_leads_nowhere_is_named(monkeypatch):
    monkeypatch.setenv(pdf.SETTING, "no-such-program")
    assert soffice_path() is None
    with pytest.raises(DocumentUnavailable, match="SANQU_SOFFICE 指明的“no-such-program”不存在"):
        converted(b"", ".pptx")


def test_libreoffice_is_found_at_its_usual_places(nothing_installed, monkeypatch):
    linux = nothing_installed / "opt" / "libreoffice24.8" / "program" / "soffice"
    windows = nothing_installed / "Program Files" / "LibreOffice" / "program" / "soffice.exe"
    for place in (linux, windows):
        place.parent.mkdir(parents=True)
        place.touch()
    assert soffice_path() == linux
    monkeypatch.setenv("PROGRAMFILES", str(windows.parents[2]))
    assert soffice_path() == windows


def test_a_font_that_is_replaced_is_said_at_the_command_line(stand_in, small, tmp_path, monkeypatch, capsys):
    stand_in(TELLS_SETTINGS)
    target, words = tmp_path / "会.pdf", ["meeting", "M2", "--warehouse", str(small.file.parent)]
    monkeypatch.setattr(fonts, "stand_ins", lambda named: dict.fromkeys(named, "Noto Sans CJK SC"))
    monkeypatch.setattr(pdf, "stand_ins", fonts.stand_ins)
    assert main([*words, "--pdf", str(target)]) == 0
    assert "“Microsoft YaHei”以 Noto Sans CJK SC 代替" in capsys.readouterr().out
    # LibreOffice is told the same.
    assert b"Microsoft YaHei" in target.read_bytes() and b"Noto Sans CJK SC" in target.read_bytes()
    assert main([*words, "--pptx", str(tmp_path / "会.pptx")]) == 0
    assert "代替" not in capsys.readouterr().out


def test_every_call_has_a_profile_of_its_own(stand_in):
    stand_in(WRITES)
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda number: converted(f"{number} ".encode(), ".docx"), range(3)))
    numbers, profiles = zip(*(one.decode().split() for one in found), strict=True)
    assert numbers == ("0", "1", "2")
    assert len(set(profiles)) == 3 and all(one.startswith("file:///") for one in profiles)


def test_a_failed_conversion_is_told(stand_in):
    stand_in("sys.exit(3)")
    with pytest.raises(DocumentUnavailable, match="返回码 3"):
        converted(b"", ".pptx")
    # It also fails by ending well without a file.
    stand_in("")
    with pytest.raises(DocumentUnavailable, match="没有完成 PDF 转换"):
        converted(b"", ".pptx")


def test_a_program_that_is_none_is_told(tmp_path, monkeypatch):
    program = tmp_path / "soffice.exe"
    program.write_bytes(b"\x00nothing that runs")
    program.chmod(0o755)
    monkeypatch.setenv(pdf.SETTING, str(program))
    with pytest.raises(DocumentUnavailable, match="不能启动"):
        converted(b"", ".pptx")


def test_what_takes_too_long_is_ended_with_all_that_it_started(stand_in, tmp_path):
    lock, held = tmp_path / "lock", tmp_path / "held"
    child = (
        f"import filelock, pathlib, time; filelock.FileLock(r'{lock}').acquire();"
        f" pathlib.Path(r'{held}').touch(); time.sleep(600)"
    )
    stand_in(f"subprocess.run([sys.executable, '-c', {child!r}])")
    with pytest.raises(DocumentUnavailable, match="超过5秒，已停止"):
        converted(b"", ".pptx", seconds=5)
    assert held.exists()
    # The child held the lock; only its end sets it free.
    with FileLock(lock, timeout=60):
        pass


def test_any_document_can_be_made_into_pdf(stand_in, small):
    stand_in(WRITES)
    write = to_a4_pdf(lambda order: order.meeting_id.encode() + b" ", ".docx")
    assert write(running_order(small, "M2")).startswith(b"M2 ")


def test_the_command_line_says_what_is_missing_and_writes_nothing(small, nothing_installed, capsys):
    target, folder = nothing_installed / "会.pdf", small.file.parent
    assert main(["meeting", "M2", "--pdf", str(target), "--warehouse", str(folder)]) == 2
    assert "本机没有 LibreOffice" in capsys.readouterr().err and not target.exists()


@pytest.fixture(scope="module")
def printed(demonstration, tmp_path_factory):
    """The demonstration meeting as a file, and its running order."""
    office.require_office()
    order = running_order(demonstration, "BG-2025Q4-1")
    file = tmp_path_factory.mktemp("pdf") / "会议.pdf"
    file.write_bytes(DOCUMENTS["pdf"].write(order))
    return file, order


def test_every_slide_that_is_shown_is_a_wide_page_with_area_quarter_and_version(printed):
    file, order = printed
    pages = office.page_texts(file)
    # The appendix is hidden in the show and left out of what is printed; the full version has it.
    slides = Presentation(io.BytesIO(to_pptx(order))).slides
    assert 0 < len(pages) == sum(slide._element.get("show") != "0" for slide in slides) < len(slides)
    assert office.page_size(file) == pytest.approx((960, 540), abs=1)
    version = order.version.partition("，")[0].replace(" ", "")
    for number, page in enumerate(pages, 1):
        assert order.title.replace(" ", "") in page and version in page, number
        assert "演示数据" in page and "草稿" in page, number


def test_every_font_is_inside_the_file_and_one_is_chinese(printed):
    file, _ = printed
    found = office.fonts(file)
    assert found and all(found.values()), found
    assert any("CJK" in name or "YaHei" in name or "Han" in name for name in found), found


def test_several_calls_at_once_do_not_disturb_each_other(small):
    office.require_office()
    deck = to_pptx(running_order(small, "M4"))
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: converted(deck, ".pptx"), range(2)))
    assert all(one.startswith(b"%PDF-") for one in made)
