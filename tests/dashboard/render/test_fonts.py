"""Which fonts a PDF is set in instead of those that its document names."""

import sys

import pytest

from dashboard.meeting.running_order import running_order
from dashboard.render.docx import to_report
from dashboard.render.fonts import caution, fonts_in, stand_ins
from dashboard.render.pdf import deck_caution, report_caution
from dashboard.render.pptx import to_pptx


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine that has the fonts named, and takes 后备 for all others."""
    if sys.platform == "win32":
        pytest.skip("there is no fontconfig on Windows")

    def having(*families: str) -> None:
        for program, answer in (("fc-list", ",".join(families) + ","), ("fc-match", "后备,Fallback")):
            script = tmp_path / program
            script.write_text(f"#!/bin/sh\nprintf '%s' '{answer}'\n", encoding="utf-8")
            script.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return having


def test_the_fonts_are_those_of_the_text_itself(small):
    order = running_order(small, "M2")
    assert fonts_in(to_pptx(order)) == ("Microsoft YaHei",)
    assert {"仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "Times New Roman"} <= set(
        fonts_in(to_report(order))
    )


def test_a_missing_font_is_replaced_by_an_open_one_in_its_manner(machine):
    machine("Noto Sans CJK SC", "Noto Serif CJK SC", "楷体", "KaiTi")
    asked = ("微软雅黑", "仿宋", "楷体", "方正小标宋简体", "某某体", "Arial")
    assert stand_ins(asked) == {
        "微软雅黑": "Noto Sans CJK SC",
        "仿宋": "Noto Serif CJK SC",
        "方正小标宋简体": "Noto Serif CJK SC",
        "某某体": "Noto Sans CJK SC",
        "Arial": "后备",
    }
    machine("Other")
    assert stand_ins(("仿宋",)) == {"仿宋": "后备"}


def test_what_is_replaced_is_said_and_nothing_where_nothing_is(machine):
    machine("Noto Sans CJK SC")
    assert "“Microsoft YaHei”以 Noto Sans CJK SC 代替" in deck_caution()
    assert "“仿宋_GB2312”以 后备 代替" in report_caution()
    machine("Microsoft YaHei")
    assert deck_caution() == caution({}) == ""


def test_a_machine_that_cannot_be_asked_says_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert stand_ins(("仿宋",)) == {}
