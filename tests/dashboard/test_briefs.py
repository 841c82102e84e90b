"""The commands `brief` and `outbox`: two files an area, once for each version, and what is said where there is no such thing."""

import io
from datetime import date

import pytest
from docx import Document

from dashboard.__main__ import main
from dashboard.briefs import NoBrief, follow, selection_of, write_outbox
from dashboard.metrics.versions import current
from dashboard.render.docx.briefs import to_brief
from dashboard.render.html.briefs import to_brief_html
from dashboard.text.joined import Sources
from dashboard.views.brief import Brief, Part
from tests import small_world


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return small_world.publish(tmp_path_factory.mktemp("small"))


def test_a_brief_is_written_as_word_and_as_a_page(folder, tmp_path, capsys):
    assert main(["brief", "甲片区", "2024Q2", "--out", str(tmp_path / "out"), "--warehouse", str(folder)]) == 0
    page, word = sorted((tmp_path / "out").iterdir(), key=lambda file: file.suffix, reverse=True)
    assert page.name == "演示数据_甲片区2024年第二季度简报.html" and capsys.readouterr().out.count("已写出") == 2
    text = "\n".join(one.text for one in Document(word).paragraphs)
    assert text.startswith("甲片区2024年第二季度简报") and "二、需要关注的事项" in text
    assert "演示数据" in "".join(one.text for one in Document(word).sections[0].header.paragraphs)
    assert "演示数据，非真实统计，不得引用" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "period", "said"), [("无此地", "2024Q2", "没有区域“无此地”"), ("D", "昨天", "“昨天”不是时期")]
)
def test_what_there_is_not_is_said_with_what_there_is(folder, tmp_path, capsys, place, period, said):
    assert main(["brief", place, period, "--out", str(tmp_path), "--warehouse", str(folder)]) == 2
    assert said in capsys.readouterr().err and not list(tmp_path.iterdir())
    with pytest.raises(NoBrief):
        selection_of(current(folder), place, period)


def test_each_version_is_written_into_the_outbox_once(folder, tmp_path):
    said: list[str] = []
    follow(folder, tmp_path, said.append, iter(range(3)), look_seconds=0)
    # Two 片区, each with two files, in a folder of the version.
    assert len(said) == 1 and "简报4份" in said[0]
    assert [one.name for one in tmp_path.iterdir()] == [current(folder).version]
    assert write_outbox(current(folder), tmp_path) == ()


def test_without_a_warehouse_the_outbox_waits_and_without_a_folder_says_so(tmp_path, capsys, monkeypatch):
    follow(tmp_path, tmp_path / "out", print, iter(range(2)), look_seconds=0)
    assert not (tmp_path / "out").exists()
    monkeypatch.delenv("SANQU_OUTBOX", raising=False)
    assert main(["outbox", "--once"]) == 2 and "SANQU_OUTBOX" in capsys.readouterr().err


def test_hostile_text_is_text_and_equal_briefs_are_equal_files():
    part = Part("变化", "<b>甲&", ("指标", "本期", "变化", "位次"), (("{{ 7*7 }}", "<script>", "", "\x07"),))
    none = Part("年度目标", "没有。", (), ())
    told = Brief(
        "甲<i>简报", date(2024, 6, 30), "说明。", part, none, none, "规则", Sources("报表"), "版本", is_demo=False
    )
    page = to_brief_html(told)
    assert "<script>" not in page and "&lt;b&gt;甲&amp;" in page and "default-src 'none'" in page
    assert to_brief(told) == to_brief(told)
    assert Document(io.BytesIO(to_brief(told))).tables[0].rows[1].cells[0].text == "{{ 7*7 }}"
