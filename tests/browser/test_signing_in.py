"""Signing in as a reader does it: in a browser, at the running server, with an account of the dashboard or of the town."""

import http.client
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from dashboard.access.account import Account
from dashboard.access.roles import Role
from dashboard.render.web.platform import filled
from dashboard.render.web.readers import COOKIE
from dashboard.store.accounts import accounts, add_account, change_account, hashed
from tests import serving
from tests.provider import CLIENT, SECRET, provider

PASSWORD = "correct horse 9"
SUBJECT = "subject-7"
# The demonstration's second 片区, and a word of the first.
OWN, OF_OTHERS = "350581100901", "宝盖科技园"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Accounts of a clerk of one 片区 and of an analyst of it."""
    monkeypatch.setenv("SANQU_ACCOUNTS", str(tmp_path / "accounts.json"))
    for name, role in (("片区专班", Role.ANALYST), ("片区填报", Role.CLERK)):
        account = Account(name=name, role=role, scope=(OWN,), password=hashed(PASSWORD, name))
        add_account(replace(account, claims=(SUBJECT,)) if role is Role.ANALYST else account)
    return tmp_path


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.refused = []
    page.on("console", lambda message: "Content Security" in message.text and page.refused.append(message.text))
    yield page
    context.close()


def sign_in(page, name: str) -> None:
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    serving.wait_until_drawn(page)


def answer(address: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def test_an_account_of_the_dashboard_signs_in_sees_its_own_and_out(demonstration_warehouse, kept, tab):
    settings = {"SANQU_ACCESS": "accounts", "SANQU_KEPT": str(kept / "kept")}
    with serving.serve(demonstration_warehouse, script="served.py", log=kept / "log", **settings) as (address, _):
        tab.goto(f"{address}/park_output")
        assert urlsplit(tab.url).path == "/login"
        sign_in(tab, "片区专班")
        assert urlsplit(tab.url).path == "/park_output"
        tab.reload()
        serving.wait_until_drawn(tab)
        assert "片区专班（分析，" in tab.locator(".st-key-reader").inner_text()
        assert "数据填报" not in tab.locator(filled(":--header")).inner_text()
        assert OF_OTHERS not in tab.content() and COOKIE not in tab.evaluate("document.cookie")
        tab.goto(f"{address}/filing")
        serving.wait_until_drawn(tab)
        assert "不在本账号的权限里" in tab.locator(filled(":--main")).inner_text()
        word = next(one["value"] for one in tab.context.cookies() if one["name"] == COOKIE)
        tab.get_by_text("退出登录").click()
        tab.wait_for_url("**/login")
        assert tab.refused == []
        for path in ("/overview", "/_stcore/stream", "/_stcore/host-config", "/media/x", "/api/metrics/employees.json"):
            assert answer(address, path, Cookie=f"{COOKIE}={word}").status in (303, 401), path
        found = answer(address, "/login").headers
        assert found["X-Content-Type-Options"] == "nosniff" and "frame-ancestors" in found["Content-Security-Policy"]


def test_the_sign_in_of_the_town_leads_to_the_account_that_knows_it(demonstration_warehouse, kept, tab):
    port = serving.free_port()
    with provider() as town:
        secrets = kept / "secrets.toml"
        secrets.write_text(
            f'[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\ncookie_secret = "{SECRET}"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
            f'server_metadata_url = "{town.issuer}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        settings = {
            "SANQU_ACCESS": "oidc",
            "SANQU_KEPT": str(kept / "kept"),
            "STREAMLIT_SECRETS_FILES": str(secrets),
            "NO_PROXY": "127.0.0.1",
        }
        served = serving.serve(demonstration_warehouse, script="served.py", log=kept / "log", port=port, **settings)
        with served as (address, _):
            town.claims = {"sub": "nobody here", "email": "else@town.example"}
            tab.goto(f"{address}/overview")
            tab.get_by_role("button", name="用统一身份认证登录").click()
            tab.get_by_text("这个身份没有对应的看板账号").wait_for()
            town.claims = {"sub": SUBJECT}
            tab.get_by_role("button", name="换一个身份登录").click()
            tab.get_by_role("button", name="用统一身份认证登录").click()
            tab.locator(".st-key-reader").wait_for()
            serving.wait_until_drawn(tab)
            assert "片区专班（分析，" in tab.locator(".st-key-reader").inner_text()
            assert OF_OTHERS not in tab.content()
            change_account("片区专班", lambda one: replace(one, claims=()))
            assert accounts()["片区专班"].claims == ()
            tab.reload()
            tab.get_by_text("这个身份没有对应的看板账号").wait_for()
            assert tab.refused == []
