"""Role × scope × surface: what an account sees does not depend on anything outside its areas, wherever it looks.

Two towns differ in every name and figure outside of 甲片区. Whoever may see 甲片区 alone must see the same of both: on every
page, in the explorer, the question line, exports, documents of a meeting, and the API. A figure that leaked, even inside a
sum, would differ. What a role does not open is said to be shut.
"""

import os
import re
from datetime import UTC, datetime
from functools import reduce

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.access.account import Account
from dashboard.access.acting import acting
from dashboard.access.roles import RIGHTS, Role
from dashboard.meeting.running_order import UnknownMeeting, running_order
from dashboard.metrics.selection import Selection
from dashboard.metrics.versions import current
from dashboard.questions.answering import answer
from dashboard.render.documents import DOCUMENTS
from dashboard.render.web import readers
from dashboard.render.web.sections import ALL, OPEN
from dashboard.render.xlsx.exports import to_csv
from dashboard.store.accounts import add_account
from dashboard.store.audit import entries
from dashboard.store.sessions import begin_session
from dashboard.tables.meetings import joint_meetings_held
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
from dashboard.views.explore.rows import listed_rows
from tests import small_world
from tests.browser.test_every_page import page_names
from tests.serving import REPOSITORY

ELSEWHERE = """
UPDATE core.areas SET name = replace(replace(name, '乙', '丙'), '外', '异') WHERE area_code IN ('E', 'Q', 'W');
UPDATE core.enterprises SET name = 'X' || name WHERE enterprise_code IN ('E5', 'E6');
UPDATE core.enterprise_quarters SET gross_output_cny_10k = 7 * gross_output_cny_10k,
    employees_persons = 3 * employees_persons, tax_cny_10k = 5 * tax_cny_10k WHERE enterprise_code IN ('E5', 'E6');
"""
OUTSIDE = re.compile("[乙丙][片园厂]|[外异]村")
ACCOUNTS = {
    "领导": Account(name="领导", role=Role.LEADER),
    "管理": Account(name="管理", role=Role.MANAGER),
    "片区分析": Account(name="片区分析", role=Role.ANALYST, scope=("D",)),
    "片区主持": Account(name="片区主持", role=Role.HOST, scope=("D",)),
    "片区填报": Account(name="片区填报", role=Role.CLERK, scope=("D",)),
    "园区分析": Account(name="园区分析", role=Role.ANALYST, scope=("P", "V1")),
}
SCOPED = [name for name, account in ACCOUNTS.items() if account.scope]
# Every page for every account takes minutes; else each page is opened by one of the accounts that may, in turn.
EVERY = "SANQU_EVERY_ACCOUNT" in os.environ
SHUT = "不在本账号的权限里"
SECONDS = 60
# What the runner numbers anew at every run.
FILE_ID = re.compile('file_id: "[0-9a-f]+"')
QUESTIONS = ("各片区总产值", "乙园 从业人员", "某市 总产值 近四季", "乙")


def cases() -> list[tuple[str, str]]:
    """Which account opens which page."""
    opened = {page: [name for name in SCOPED if ACCOUNTS[name].opens(page)] for page in page_names()}
    return [
        (name, page)
        for number, (page, names) in enumerate(opened.items())
        for name in (names if EVERY else names[number % len(names) :][:1])
    ]


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """Two towns that are the same inside 甲片区."""
    folder = tmp_path_factory.mktemp("towns")
    return small_world.publish(folder / "one"), small_world.publish(folder / "other", change=ELSEWHERE)


@pytest.fixture
def signed_in(monkeypatch, tmp_path):
    """Sign an account in; whatever is asked from then on is asked by it."""
    monkeypatch.setenv("SANQU_ACCESS", "accounts")
    monkeypatch.setenv("SANQU_ACCOUNTS", str(tmp_path / "accounts.json"))
    monkeypatch.setenv("SANQU_KEPT", str(tmp_path / "kept"))

    def one(name: str) -> Account:
        account = ACCOUNTS[name]
        add_account(account)
        word = begin_session(account, datetime.now(UTC))
        monkeypatch.setattr(readers, "cookies", lambda: {readers.COOKIE: word})
        return account

    return one


def drawn(block) -> str:
    """Everything that a page sent to the browser, as text."""
    told = []
    for child in block.children.values():
        told.append(drawn(child) if hasattr(child, "children") else "")
        told.append(str(getattr(child, "proto", "")))
    # Protocol buffers write Chinese as octal bytes.
    return re.sub(
        r"(?:\\[0-7]{3})+",
        lambda found: bytes(int(octal, 8) for octal in found[0][1:].split("\\")).decode(errors="replace"),
        "".join(told),
    )


def page(warehouse, name: str, monkeypatch) -> str:
    monkeypatch.setenv("SANQU_WAREHOUSE", str(warehouse))
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=SECONDS)
    app.run()
    # The profile has ten sections of what the other pages show too.
    app.query_params.update({OPEN: "parts" if name == "profile" and not EVERY else ALL})
    app.switch_page(f"pages/{name}.py").run()
    assert not app.exception
    return FILE_ID.sub("", drawn(app.main))


@pytest.mark.parametrize("account,name", cases())
def test_a_page_shows_nothing_of_other_areas(towns, signed_in, monkeypatch, account, name):
    signed_in(account)
    one, other = (page(town, name, monkeypatch) for town in towns)
    assert OUTSIDE.findall(one) == []
    assert one == other


def test_the_two_towns_differ_to_whoever_sees_everything(towns, signed_in, monkeypatch):
    signed_in("管理")
    one, other = (page(town, "overview", monkeypatch) for town in towns)
    assert OUTSIDE.findall(one) and one != other


@pytest.mark.parametrize("account", ["片区分析", "园区分析"])
def test_questions_exports_and_papers_tell_nothing_of_other_areas(towns, account):
    with acting(ACCOUNTS[account]):
        one, other = (told(current(town)) for town in towns)
    # What was typed is said back where it is no name that the reader knows.
    said_back = (str(QUESTIONS), "没有认出：“乙园”", "“乙园”没有数据")
    left = reduce(lambda text, words: text.replace(words, ""), said_back, str(one))
    assert OUTSIDE.findall(left) == []
    assert one == other


def told(warehouse) -> list[object]:
    """What the question line answers, the explorer hands out and a meeting is made of."""
    default = default_question(warehouse)
    here = Selection(default.areas[0], "2024Q2")
    answers = [answer(warehouse, question, here) for question in QUESTIONS]
    shown = opened(warehouse, {"areas": "D,E,Q,C,P", "metrics": "gross_output,employees", "level": "zone"}, default)
    title, subtitle, table, footer = listed_rows(warehouse, shown)
    meetings = joint_meetings_held(warehouse)[:1]
    orders = [running_order(warehouse, meeting.meeting_id) for meeting in meetings]
    documents = [DOCUMENTS["html"].write(order) for order in orders[:1]]
    return [
        [(one.title, one.lines, one.near, one.notes, one.entries, one.view) for one in answers],
        to_csv(title, subtitle, table, footer).decode("utf-8-sig"),
        orders,
        [text.decode() for text in documents],
    ]


def test_a_closed_meeting_says_the_same_to_whoever_closed_it(towns):
    whole = current(towns[0])
    assert running_order(whole, "M2", "D") == running_order(whole.seen_by(("D",)), "M2", "D")


def test_a_meeting_of_others_is_not_known(towns):
    with acting(ACCOUNTS["园区分析"]), pytest.raises(UnknownMeeting):
        running_order(current(towns[0]), "M2")


def framed(name: str, page_name: str, sessions: int = 1) -> str:
    """The frame of a page for an account; the page itself says that it ran."""

    def script(page_name: str) -> None:
        from types import SimpleNamespace

        import streamlit as st

        from dashboard.render.web.frame import admitted, opened, reader_line

        account = admitted()
        reader_line(account)
        with opened(account, SimpleNamespace(url_path=page_name)):
            st.text("the page ran")

    app = AppTest.from_function(script, args=(page_name,), default_timeout=SECONDS)
    for _ in range(sessions):
        app.run()
    assert not app.exception
    return drawn(app.main)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_page_opens_to_the_roles_that_have_it_and_is_recorded(towns, signed_in, monkeypatch, account):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(towns[0]))
    signed_in(account)
    for name in ("overview", "explore", "filing", "joint_meeting"):
        text = framed(account, name, 2)
        may = name in RIGHTS[ACCOUNTS[account].role].pages
        assert ("the page ran" in text, SHUT in text) == (may, not may)
        assert account in text and "退出登录" in text
        assert [(one.account, one.did, one.what) for one in entries()][-1] == (
            account,
            "查看" if may else "无权查看",
            name,
        )
    assert len(list(entries())) == 4


def test_a_fragment_draws_nothing_for_who_signed_out_since(signed_in, monkeypatch):
    signed_in("管理")

    def script() -> None:
        import streamlit as st

        from dashboard.render.web.blocks import contained

        @st.fragment
        @contained()
        def part() -> None:
            st.text("the fragment ran")

        part()

    app = AppTest.from_function(script, default_timeout=SECONDS)
    assert "the fragment ran" in drawn(app.run().main)
    monkeypatch.setattr(readers, "cookies", dict)
    assert "the fragment ran" not in drawn(app.run().main)


def test_nobody_consents_to_what_they_sent(signed_in):
    def script() -> None:
        from types import SimpleNamespace

        from dashboard.render.web.filing.publishing import publishing

        publishing(SimpleNamespace(state="approval", sent_by="片区填报", note="", proposal_id="x"))

    app = AppTest.from_function(script, default_timeout=SECONDS)
    for name, is_shut in (("片区填报", True), ("管理", False)):
        signed_in(name)
        app.run()
        assert not app.exception and [one.key for one in app.text_input] == ["publish-note"]
        assert app.button(key="publish").disabled is is_shut


def test_nobody_sees_a_page_without_signing_in(towns, signed_in, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(towns[0]))
    signed_in("管理")
    monkeypatch.setattr(readers, "cookies", dict)
    text = framed("", "overview")
    assert "还没有登录" in text and "the page ran" not in text
    monkeypatch.setenv("SANQU_ACCESS", "account")
    assert "看板的登录设置不对" in framed("", "overview")
    monkeypatch.setenv("SANQU_ACCESS", "accounts")
    assert current(towns[0]).within == frozenset()
