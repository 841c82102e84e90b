"""What roles open and may, worked out by hand from the table of docs/access.md, and how readers are known."""

import pytest

from dashboard.access.mode import Mode, UnknownMode, caution, mode
from dashboard.access.roles import RIGHTS, Act, Role
from tests.browser.test_every_page import page_names


def test_every_page_is_opened_by_somebody_and_by_the_manager():
    assert set(page_names()) == RIGHTS[Role.MANAGER].pages
    assert all(rights.pages <= set(page_names()) for rights in RIGHTS.values())


@pytest.mark.parametrize(
    "role,shut",
    [
        (Role.LEADER, {"explore", "filing"}),
        (Role.ANALYST, {"filing"}),
        (Role.HOST, {"explore", "filing"}),
        (Role.MANAGER, set()),
    ],
)
def test_what_a_role_does_not_open(role, shut):
    assert set(page_names()) - RIGHTS[role].pages == shut


def test_a_clerk_opens_what_a_clerk_needs():
    assert RIGHTS[Role.CLERK].pages == {"overview", "profile", "filing", "published_facts", "glossary"}


def test_who_may_what():
    assert {role for role in Role if Act.DECIDE in RIGHTS[role].acts} == {Role.HOST, Role.MANAGER}
    assert {role for role in Role if Act.PUBLISH in RIGHTS[role].acts} == {Role.CLERK, Role.MANAGER}
    assert {role for role in Role if Act.MANAGE in RIGHTS[role].acts} == {Role.MANAGER}
    assert {role for role in Role if Act.EXPORT not in RIGHTS[role].acts} == {Role.CLERK}


def test_nobody_signs_in_unless_the_setting_says_so():
    assert (mode({}), mode({"SANQU_ACCESS": ""}), mode({"SANQU_ACCESS": "oidc"})) == (Mode.NONE, Mode.NONE, Mode.OIDC)
    with pytest.raises(UnknownMode) as caught:
        mode({"SANQU_ACCESS": "Accounts"})
    assert "“Accounts”" in caught.value.message and "none、accounts、oidc" in caught.value.message


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.8.0.1"])
def test_without_sign_in_this_computer_alone_is_well(address):
    assert caution(Mode.NONE, address) == ""


@pytest.mark.parametrize("address", ["0.0.0.0", "", "::", "10.0.0.5", "sanqu.example"])
def test_without_sign_in_any_other_address_is_told(address):
    assert "没有登录" in caution(Mode.NONE, address) and caution(Mode.ACCOUNTS, address) == ""
