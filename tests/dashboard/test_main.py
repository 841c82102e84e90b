"""The command line that writes the documents of a meeting."""

import shutil

import pytest
from docx import Document
from pptx import Presentation

from dashboard.__main__ import main
from dashboard.store.place import kept_folder
from dashboard.store.prepared import Preparation, keep, prepared
from tests import small_world


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return small_world.publish(tmp_path_factory.mktemp("small"))


def test_a_meeting_is_written_as_the_documents_asked_for(folder, tmp_path, capsys):
    deck, book = tmp_path / "会" / "会议.pptx", tmp_path / "会议.xlsx"
    words = ["meeting", "M2", "--pptx", str(deck), "--xlsx", str(book), "--warehouse", str(folder)]
    assert main(words) == 0
    assert len(Presentation(deck).slides) > 5 and book.stat().st_size > 1000
    assert capsys.readouterr().out.count("已写出") == 2


def test_minutes_and_report_are_written_or_it_is_said_why_not(folder, tmp_path, capsys, monkeypatch):
    minutes, report = tmp_path / "纪要.docx", tmp_path / "汇报.docx"
    words = ["meeting", "M2", "--docx", str(minutes), "--report", str(report), "--warehouse", str(folder)]
    assert main(words) == 0
    assert any("联席会议纪要" in one.text for one in Document(minutes).paragraphs)
    assert any("联席会议工作汇报" in one.text for one in Document(report).paragraphs)
    own = tmp_path / "documents" / "minutes.docx"
    own.parent.mkdir()
    own.write_bytes(b"no Word file")
    monkeypatch.setenv("SANQU_DATA", str(tmp_path))
    report.unlink()
    assert main(words) == 2
    assert "data/documents/minutes.docx" in capsys.readouterr().err and not report.exists()


def test_one_area_of_the_meeting(folder, tmp_path):
    deck = tmp_path / "a.pptx"
    assert main(["meeting", "M2", "--pptx", str(deck), "--area", "P", "--warehouse", str(folder)]) == 0
    assert Presentation(deck).slides[0].shapes.title.text_frame.text.endswith("（甲园）")


def test_an_unknown_meeting_is_refused_with_those_that_there_are(folder, tmp_path, capsys):
    deck = tmp_path / "a.pptx"
    assert main(["meeting", "M9", "--pptx", str(deck), "--warehouse", str(folder)]) == 2
    told = capsys.readouterr().err
    assert "M9" in told and "M1" in told and "M4" in told and "联席会议" in told
    assert not deck.exists()


def test_no_file_asked_for_and_no_warehouse_are_said(folder, tmp_path, capsys):
    assert main(["meeting", "M2", "--warehouse", str(folder)]) == 2
    assert "--pptx" in capsys.readouterr().err
    assert main(["meeting", "M2", "--pptx", str(tmp_path / "a.pptx"), "--warehouse", str(tmp_path)]) == 2
    assert capsys.readouterr().err.strip()


def test_a_meeting_is_written_as_it_was_prepared(tmp_path):
    folder = small_world.publish(tmp_path / "仓库")
    deck = tmp_path / "a.pptx"
    keep(kept_folder(), "M2", "D", Preparation(left_out=frozenset({"map"}), remarks={"lists": "略"}))
    assert main(["meeting", "M2", "--pptx", str(deck), "--warehouse", str(folder)]) == 0
    texts = [
        shape.text_frame.text for page in Presentation(deck).slides for shape in page.shapes if shape.has_text_frame
    ]
    assert any("补充说明：略" in text for text in texts) and not any("示意图" in text for text in texts)


def test_a_closed_meeting_is_written_as_it_was_closed(tmp_path, capsys):
    folder = small_world.publish(tmp_path / "仓库")
    deck = tmp_path / "a.pptx"
    assert main(["meeting", "M2", "--freeze", "--warehouse", str(folder)]) == 0
    assert main(["meeting", "M2", "--pptx", str(deck), "--warehouse", str(folder)]) == 0
    assert capsys.readouterr().out.count("已定稿（第 1 版") == 2
    names = [shape.name for page in Presentation(deck).slides for shape in page.shapes]
    assert "草稿" not in names
    # Even where the whole warehouse was deleted, and the register that came later knows nothing of the meeting.
    nothing = "DELETE FROM core.decision_updates; DELETE FROM core.decisions; DELETE FROM core.meetings"
    shutil.rmtree(folder)
    small_world.publish(folder, version="20240716T000000Z-89abcdef", change=nothing)
    assert main(["meeting", "M2", "--pptx", str(deck), "--warehouse", str(folder)]) == 0
    assert main(["meeting", "M1", "--pptx", str(deck), "--warehouse", str(folder)]) == 2


def test_what_was_kept_beside_the_warehouse_is_taken_over_once_and_said(tmp_path, capsys):
    folder = small_world.publish(tmp_path / "仓库")
    keep(folder, "M2", "D", Preparation(remarks={"lists": "略"}))
    words = ["meeting", "M2", "--xlsx", str(tmp_path / "a.xlsx"), "--warehouse", str(folder)]
    assert main(words) == 0
    assert f"1份，已移到 {kept_folder()}" in capsys.readouterr().out
    assert prepared(kept_folder(), "M2", "D").remarks == {"lists": "略"}
    assert main(words) == 0
    assert "已移到" not in capsys.readouterr().out
