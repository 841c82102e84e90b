"""Templates that somebody edited wrongly: what is said, in Chinese, with the file, the placeholder and the remedy."""

import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.render.docx import to_minutes, to_report
from dashboard.render.docx.template import OWN_DATA, template_file
from dashboard.render.docx.values import minutes_values, report_values
from dashboard.render.unavailable import DocumentUnavailable

GUIDE = OWN_DATA.parent / "docs" / "word_templates.md"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A data folder of one's own with both templates, which the documents are written from."""
    shutil.copytree(OWN_DATA / "documents", tmp_path / "documents")
    monkeypatch.setenv("SANQU_DATA", str(tmp_path))
    return tmp_path / "documents"


@pytest.fixture(scope="module")
def order(small):
    return running_order(small, "M2")


def edit(file: Path, old: str, new: str) -> None:
    """Put other words in the place of the first paragraph that reads `old`, as somebody would in Word."""
    document = Document(file)
    found = [one for one in document.paragraphs if one.text == old]
    found[0].runs[0].text = new
    for run in found[0].runs[1:]:
        run.text = ""
    document.save(file)


def message(order, write=to_minutes) -> str:
    with pytest.raises(DocumentUnavailable) as error:
        write(order)
    # Only names of files and of the town's own making are Latin.
    own = re.sub(r"data/documents/\w+\.docx|docs/\w+\.md|\.docx|Word|for|endfor|endif|if|not", "", error.value.message)
    assert not re.search(r"[A-Za-z]{3,}", own), error.value.message
    return error.value.message


def test_own_words_and_another_order_are_taken(folder, order):
    edit(
        folder / "minutes.docx",
        "{{ 会议名称 }}{% if not 会议区域 %}纪要{% endif %}",
        "{{ 会议 }}会议记录（{{ 时间 }}）",
    )
    texts = [one.text for one in Document(io.BytesIO(to_minutes(order))).paragraphs]
    assert "2024年第一季度联席会议会议记录（2024年4月4日）" in texts


def test_without_a_template_of_its_own_a_town_uses_that_of_the_product(tmp_path, monkeypatch, order):
    monkeypatch.setenv("SANQU_DATA", str(tmp_path))
    assert template_file("minutes.docx") == OWN_DATA / "documents" / "minutes.docx"
    assert to_minutes(order)


@pytest.mark.parametrize("words", ["{{ 题目 }}", "{% if 没有 %}{{ 题目 }}{% endif %}"])
def test_an_unknown_placeholder_is_named(folder, order, words):
    edit(folder / "minutes.docx", "{{ 片区 }}", words)
    told = message(order)
    assert "data/documents/minutes.docx" in told and "docs/word_templates.md" in told
    assert "题目" in told or "没有" in told


def test_a_placeholder_that_is_not_needed_this_time_is_named_too(folder, order):
    edit(folder / "minutes.docx", "更正：{{ 更正 }}。", "更正：{{ 更正说明 }}。")
    assert "“更正说明”" in message(order)


def test_an_unknown_part_of_an_item_is_named(folder, order):
    edit(folder / "work_report.docx", "{{ 句 }}", "{{ 节.内容 }}")
    assert "“内容”" in message(order, to_report)


@pytest.mark.parametrize("words", ["{{ 片区", "{{ 片区 }", "{% for 项 in 议定事项 %}", "{%片区 %}", "{% endif %}"])
def test_a_broken_tag_is_said_with_its_place(folder, order, words):
    edit(folder / "minutes.docx", "{{ 片区 }}", words)
    told = message(order)
    assert "没有写完整或不成对" in told and "data/documents/minutes.docx" in told


@pytest.mark.parametrize("words", ["{{ 片区", "片区 }}", "{{ 片区 %}", "{%p if 片区", "{# 片区", "{{ 片区{{ 片区 }}"])
@pytest.mark.parametrize("before", ["{{ 会议名称 }}{% if not 会议区域 %}纪要{% endif %}", "{{ 议定说明 }}", "分送："])
def test_a_tag_that_is_not_closed_in_its_paragraph_is_said_with_it(folder, order, before, words):
    edit(folder / "minutes.docx", before, f"甲乙{words}")
    told = message(order)
    assert f"在“甲乙{words}”这一段" in told and "没有写完整或不成对" in told


def test_a_tag_that_is_not_closed_in_a_header_or_a_table_is_said(folder, order):
    document = Document(folder / "minutes.docx")
    document.sections[0].header.paragraphs[0].text = "甲{{ 稿别"
    document.save(folder / "minutes.docx")
    assert "在“甲{{ 稿别”这一段" in message(order)
    document.sections[0].header.paragraphs[0].text = ""
    document.tables[0].rows[2].cells[0].paragraphs[0].text = "{{ 项.序号"
    document.save(folder / "minutes.docx")
    assert "在“{{ 项.序号”这一段" in message(order)


def test_a_tag_that_tears_the_page_apart_is_refused(folder, order):
    edit(folder / "work_report.docx", "{%p for 句 in 节.句子 %}", "{% for 句 in 节.句子 %}")
    assert "整行整段" in message(order, to_report)


@pytest.mark.parametrize("words", ["{{ 片区 + 1 }}", "{{ 1 / 0 }}", "{% for 项 in 5 %}{% endfor %}", "{{ 片区() }}"])
def test_calculating_in_a_template_is_refused(folder, order, words):
    edit(folder / "minutes.docx", "{{ 片区 }}", words)
    assert "标签用法有误" in message(order)


def test_a_template_cannot_reach_into_the_program(folder, order):
    edit(folder / "minutes.docx", "{{ 片区 }}", "{{ 片区.__class__.__mro__ }}")
    assert "data/documents/minutes.docx" in message(order)


@pytest.mark.parametrize("content", [b"", b"no zip file", b"PK\x03\x04 cut"])
def test_what_is_no_word_file_is_said(folder, order, content):
    (folder / "minutes.docx").write_bytes(content)
    assert "打不开" in message(order)


def test_another_kind_of_office_file_and_a_cut_one_are_said(folder, order):
    whole = (folder / "minutes.docx").read_bytes()
    (folder / "minutes.docx").write_bytes(whole[: len(whole) // 2])
    assert "打不开" in message(order)


def test_a_missing_template_is_said(order, monkeypatch, tmp_path):
    monkeypatch.setattr("dashboard.render.docx.template.OWN_DATA", tmp_path)
    monkeypatch.delenv("SANQU_DATA", raising=False)
    assert "缺少 Word 模板 data/documents/minutes.docx" in message(order)


def test_the_guide_names_every_placeholder(order, small):
    order = replace(order, requests=running_order(small, "M2", stage=Stage.BEFORE).requests)
    guide = GUIDE.read_text(encoding="utf-8")
    for values in (minutes_values(order), report_values(order)):
        for name, value in values.items():
            assert f"`{name}`" in guide or f"`{{{{ {name} }}}}`" in guide, name
            parts = value[0] if isinstance(value, list) and isinstance(value[0], dict) else {}
            assert not [part for part in parts if f"项.{part}`" not in guide and f"节.{part}`" not in guide], name
