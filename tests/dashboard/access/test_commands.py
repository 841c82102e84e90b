"""The commands for accounts: what they keep, what they refuse, and that no password shows."""

import io
import json
import os
import stat

import pytest

from dashboard.__main__ import main
from dashboard.store.accounts import account_of_claims, account_of_token, accounts, is_password
from dashboard.store.audit import audit_file
from tests.dashboard.conftest import PASSWORD


@pytest.fixture
def run(monkeypatch, capsys, small):
    """Run a command with `typed` as its input: its exit code and all it says."""
    monkeypatch.setenv("SANQU_WAREHOUSE", str(small.file.parent))

    def run_one(*words: str, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        code = main(words)
        said = capsys.readouterr()
        return code, said.out + said.err

    return run_one


def test_an_account_is_added_listed_changed_and_removed(run, access):
    assert "还没有账号" in run("user", "list")[1]
    code, said = run("user", "add", "片区专班", "--role", "分析", "--area", "D", "--area", "Q", typed=PASSWORD)
    assert (code, PASSWORD in said) == (0, False)
    assert accounts()["片区专班"].scope == ("D", "Q") and is_password(accounts()["片区专班"], PASSWORD)
    assert run("user", "list")[1] == "片区专班\t分析\tD、Q\t密码\n"
    assert run("user", "scope", "片区专班", "--area", "all")[0] == 0 and accounts()["片区专班"].scope is None
    run("user", "password", "片区专班", typed="another horse 8")
    assert not is_password(accounts()["片区专班"], PASSWORD)
    assert run("user", "remove", "片区专班")[0] == 0 and accounts() == {}
    assert run("audit", "verify")[0] == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_own_account_of_the_program_reads_what_is_kept(run, access):
    run("user", "add", "专班", "--role", "管理", "--area", "all", typed=PASSWORD)
    assert {stat.S_IMODE(file.stat().st_mode) for file in access.glob("*.json*")} == {0o600}


@pytest.mark.parametrize(
    "name,area,typed,told",
    [
        ("专班", "D", "short", "10位以上"),
        ("专班", "D", "", "10位以上"),
        ("专班", "D", "aaaaaaaaaaaa", "两三种字符"),
        ("专班", "D", "专班2026 horse", "不能含账号名称"),
        ("专班", "没有", PASSWORD, "没有区域代码 没有"),
        ("13000000000", "D", PASSWORD, "不用姓名和电话"),
        (" ", "D", PASSWORD, "1到30个字"),
    ],
)
def test_what_is_refused_keeps_nothing(run, name, area, typed, told):
    code, said = run("user", "add", name, "--role", "分析", "--area", area, typed=typed)
    assert code == 2 and told in said and accounts() == {}


def test_a_taken_name_and_an_unknown_account_are_refused(run, analyst):
    assert "已有账号" in run("user", "add", "片区专班", "--role", "管理", "--area", "all", typed=PASSWORD)[1]
    for command in (["remove"], ["password"], ["token"], ["scope", "--area", "all"]):
        assert run("user", command[0], "不在", *command[1:], typed=PASSWORD)[0] == 2
    assert list(accounts()) == ["片区专班"]


def test_a_token_is_shown_once_and_replaces_the_one_before(run, analyst, access):
    first, second = (run("user", "token", "片区专班")[1].splitlines()[-1] for _ in range(2))
    assert account_of_token(first) is None and account_of_token(second).name == "片区专班"
    assert account_of_token("") is None
    assert second not in (access / "accounts.json").read_text(encoding="utf-8")


def test_the_sign_in_of_the_town_is_known_by_subject_or_confirmed_address(run):
    run("user", "add", "专班", "--role", "领导", "--area", "D", "--claim", "zb@town.example", "--no-password")
    assert account_of_claims({"sub": "7", "email": "zb@town.example"}).name == "专班"
    assert account_of_claims({"sub": "zb@town.example"}).name == "专班"
    assert account_of_claims({"email": "zb@town.example", "email_verified": False}) is None
    assert account_of_claims({"sub": "8"}) is None and account_of_claims({}) is None
    assert not is_password(accounts()["专班"], "")


def test_a_scope_that_was_lost_sees_nothing(run, analyst, access):
    told = json.loads((access / "accounts.json").read_text(encoding="utf-8"))
    told["accounts"][0]["scope"] = None
    (access / "accounts.json").write_text(json.dumps(told), encoding="utf-8")
    assert accounts()["片区专班"].scope == ()


def test_a_record_that_was_touched_is_told(run, analyst):
    run("user", "token", "片区专班")
    run("user", "token", "片区专班")
    whole = audit_file().read_text(encoding="utf-8")
    for touched in (whole.replace("token", "scope", 1), whole.split("\n", 1)[1], f"{whole}{whole}", whole[:-20]):
        audit_file().write_text(touched, encoding="utf-8")
        assert run("audit", "verify")[0] == 2
