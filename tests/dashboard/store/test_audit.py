"""The record: lines that hold together, also where several write, and where a crash left half of one."""

import threading
from datetime import UTC, datetime

import pytest

from dashboard.store.audit import Did, audit_file, entries, record, verify

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def access(tmp_path, monkeypatch):
    monkeypatch.setenv("SANQU_ACCOUNTS", str(tmp_path / "accounts.json"))


def test_lines_are_added_and_hold_together():
    assert verify().lines == 0
    record("专班", Did.SAW, "overview?area=D", NOW)
    record("专班", Did.TOOK, "指标.xlsx", NOW)
    first, second = entries()
    assert (first.number, first.account, first.did, first.what) == (1, "专班", "查看", "overview?area=D")
    assert (second.before, verify().last_seal, verify().broken_at) == (first.seal, second.seal, 0)


def test_many_may_write_at_once():
    writers = [
        threading.Thread(target=lambda: [record("专班", Did.SAW, "长" * 400, NOW) for _ in range(10)]) for _ in range(4)
    ]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert (verify().lines, verify().broken_at) == (40, 0)
    assert {len(one.what) for one in entries()} == {300}


def test_half_a_line_shows_and_what_comes_after_is_kept():
    record("专班", Did.SAW, "overview", NOW)
    with audit_file().open("ab") as stream:
        stream.write(b'{"number": 2, "at": "20')
    record("专班", Did.SAW, "profile", NOW)
    assert (verify().lines, verify().broken_at) == (1, 2)
    assert audit_file().read_text(encoding="utf-8").count("profile") == 1


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_record_without_its_last_lines_shows_it(kept):
    for page in ("overview", "profile", "explore"):
        record("专班", Did.SAW, page, NOW)
    lines = audit_file().read_bytes().splitlines(keepends=True)
    audit_file().write_bytes(b"".join(lines[:kept]))
    assert (verify().lines, verify().broken_at) == (kept, kept + 1)
    record("专班", Did.SAW, "filing", NOW)
    assert (verify().lines, verify().broken_at) == (kept, kept + 1)


def test_a_line_that_a_crash_left_unsealed_at_the_end_holds():
    record("专班", Did.SAW, "overview", NOW)
    end = audit_file().with_name("audit.end").read_bytes()
    record("专班", Did.SAW, "profile", NOW)
    audit_file().with_name("audit.end").write_bytes(end)
    assert (verify().lines, verify().broken_at, verify().has_end) == (2, 0, True)
    audit_file().with_name("audit.end").unlink()
    assert (verify().broken_at, verify().has_end) == (0, False)


@pytest.mark.parametrize("word", ["at", "account", "did", "what"])
def test_no_part_of_a_line_can_be_changed(word):
    record("专班", Did.SAW, "overview", NOW)
    told = getattr(next(entries()), word)
    text = audit_file().read_text(encoding="utf-8")
    audit_file().write_text(text.replace(f'"{word}": "{told}', f'"{word}": "x{told}'), encoding="utf-8")
    assert verify().broken_at == 1
