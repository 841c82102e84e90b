"""What stands before the pages: the door, the form to sign in, the headers and the API, in front of a page that tells on itself."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from dashboard.access.roles import Role
from dashboard.metrics import versions as reader
from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.render.web.gate import middleware, routes, signing
from dashboard.render.web.gate.openapi import openapi
from dashboard.render.web.gate.signing import inside
from dashboard.render.web.readers import COOKIE
from dashboard.store.accounts import change_account, token_mark
from dashboard.store.audit import entries
from tests.dashboard.conftest import PASSWORD
from tests.serving import REPOSITORY

HTML = {"accept": "text/html"}
TOKEN = "made up for this test, as long as one that is drawn"


async def page(_):
    return PlainTextResponse("SECRET")


async def socket(websocket):
    await websocket.accept()
    await websocket.send_text("SECRET")
    await websocket.close()


@pytest.fixture
def client(monkeypatch, small):
    """A browser in front of the gate; the areas are those of whoever asks."""
    monkeypatch.setenv("SANQU_ACCESS", "accounts")
    monkeypatch.setenv("SANQU_WAREHOUSE", str(small.file.parent))
    monkeypatch.setattr(signing, "_failures", type(signing._failures)(signing._failures.default_factory))
    inner = [Route("/{path:path}", page, methods=["GET", "POST", "PUT"]), WebSocketRoute("/_stcore/stream", socket)]
    app = Starlette(routes=[*routes(), *inner], middleware=list(middleware()))
    return TestClient(app, base_url="http://sanqu.example", follow_redirects=False)


def sign_in(client, name="片区专班", password=PASSWORD, there="/overview", **headers):
    return client.post("/login", data={"name": name, "password": password, "next": there}, headers=headers)


@pytest.mark.parametrize(
    "path", ["/", "/overview", "/media/a.csv", "/_stcore/upload_file/x", "/static/js/index.js", "//overview"]
)
def test_nothing_is_given_to_who_has_not_signed_in(client, path):
    for answer in (client.get(path), client.post(path), client.get(path, headers=HTML)):
        assert answer.status_code in (303, 401) and "SECRET" not in answer.text


def test_no_socket_is_opened_to_who_has_not_signed_in(client):
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream") as stream:
        stream.receive_text()


def test_a_browser_is_led_to_the_form_and_on_to_the_page(client, analyst):
    found = client.get("/overview?area=D", headers=HTML)
    assert found.headers["location"] == "/login?next=%2Foverview%3Farea%3DD"
    form = client.get(found.headers["location"])
    assert 'value="/overview?area=D"' in form.text and "autocomplete" in form.text
    answer = sign_in(client, there="/overview?area=D")
    assert (answer.status_code, answer.headers["location"]) == (303, "/overview?area=D")
    told = answer.headers["set-cookie"].lower()
    assert all(word in told for word in (COOKIE, "httponly", "samesite=lax", "path=/", "max-age=43200"))
    assert client.get("/overview").text == "SECRET"
    with client.websocket_connect(
        "/_stcore/stream", headers={"cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    ) as stream:
        assert stream.receive_text() == "SECRET"


def test_a_cookie_does_not_leave_tls_once_it_was_given_there(client, analyst):
    assert "secure" not in sign_in(client).headers["set-cookie"].lower()
    assert "secure" in sign_in(client, **{"x-forwarded-proto": "https"}).headers["set-cookie"].lower()


def test_signing_out_ends_it_here_and_a_link_from_elsewhere_does_not(client, analyst):
    sign_in(client)
    assert client.get("/logout", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    word = client.cookies[COOKIE]
    assert client.get("/logout").headers["location"] == "/login"
    client.cookies.set(COOKIE, word)
    assert client.get("/overview").status_code == 401


def test_a_wrong_password_is_told_calmly_and_gives_no_cookie(client, analyst):
    answer = sign_in(client, password="wrong password", there='/"><script>')
    assert answer.status_code == 401 and "set-cookie" not in answer.headers
    assert "账号或密码不对" in answer.text and "<script>" not in answer.text


def test_a_form_from_elsewhere_and_an_endless_one_are_not_read(client, analyst):
    assert sign_in(client, origin="http://else.example").status_code == 403
    assert sign_in(client, origin="http://sanqu.example").status_code == 303
    assert sign_in(client, password="x" * 5000).status_code == 413


def test_one_computer_does_not_try_for_ever(client, analyst):
    for number in range(30):
        assert sign_in(client, name=f"账号{number}").status_code == 401
    assert sign_in(client).status_code == 429


@pytest.mark.parametrize(
    "there,goes",
    [
        ("/overview?area=D", "/overview?area=D"),
        ("//else.example", "/"),
        ("/\\else.example", "/"),
        ("http://else.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x", "/"),
        ("", "/"),
    ],
)
def test_nobody_is_led_out_of_the_dashboard(there, goes):
    assert inside(there) == goes


def test_every_answer_has_the_headers(client, analyst):
    sign_in(client)
    for path in ("/overview", "/login", "/media/none", "/api/metrics/none.json", "/logout"):
        found = client.get(path).headers
        policy = found["content-security-policy"]
        assert "frame-ancestors" in policy and "://" not in policy and "unsafe-eval" not in policy
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
        assert found["x-content-type-options"] == "nosniff" and found["referrer-policy"] == "same-origin"


@pytest.fixture
def token(analyst):
    """A token of the account of 甲片区."""
    change_account(analyst.name, lambda one: replace(one, tokens=(token_mark(TOKEN),)))
    return {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(autouse=True)
def reading():
    """Scopes hold as on pages, which other tests have changed."""
    from dashboard.access.acting import scope_of
    from dashboard.render.web.readers import account_of_run

    reader.readers_come_from(scope_of(account_of_run))
    yield
    reader.readers_come_from(scope_of(account_of_run))


@pytest.mark.parametrize("name", sorted(METRICS)[::9])
def test_the_api_gives_what_pages_show(client, token, small, name):
    rows = client.get(f"/api/metrics/{name}.json?area=D,V", headers=token).json()["rows"]
    found = cells(small, METRICS[name], ("D", "V"))
    assert [(row["area_code"], row["period"]) for row in rows] == [(cell.area_code, cell.period) for cell in found]
    shown = [None if isinstance(cell.value, Absence) else cell.value for cell in found]
    assert [row["value"] for row in rows] == shown
    assert [row["absence"] for row in rows] == [
        str(cell.value) if isinstance(cell.value, Absence) else None for cell in found
    ]


def test_a_table_says_the_same_as_json(client, token):
    address = "/api/metrics/gross_output.{}?area=D&period=2024Q1..2024Q2"
    rows = client.get(address.format("json"), headers=token).json()["rows"]
    table = list(
        csv.DictReader(io.StringIO(client.get(address.format("csv"), headers=token).content.decode("utf-8-sig")))
    )
    assert len(rows) == len(table) == 2
    assert [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows] == table


@pytest.mark.parametrize("area", ["E", "Q", "C", "T", "没有", "D,E"])
def test_the_api_tells_nothing_of_other_areas(client, token, area):
    answer = client.get(f"/api/metrics/gross_output.json?area={area}", headers=token)
    assert answer.status_code == 404 and "乙" not in answer.text


@pytest.mark.parametrize(
    "asked,status",
    [
        ("none.json", 404),
        ("gross_output.xml", 404),
        ("gross_output.json?period=2024-13", 400),
        ("gross_output.json?period=2024-01", 400),
        ("gross_output.json?period=2024Q2..2024Q1", 400),
        ("gross_output.json?by=1;DROP TABLE", 400),
        ("gross_output.json?area=" + "D," * 3 + ",".join(f"A{n}" for n in range(201)), 400),
    ],
)
def test_a_wrong_question_is_told_in_a_sentence(client, token, asked, status):
    answer = client.get(f"/api/metrics/{asked}", headers=token)
    assert answer.status_code == status and answer.json()["error"].endswith(("。", "种。"))


def test_the_api_asks_for_a_token_of_an_account_that_may_export(client, token, analyst):
    address = "/api/metrics/gross_output.json"
    assert client.get(address).status_code == 401
    assert client.get(address, headers={"authorization": "Bearer "}).status_code == 401
    assert client.get(address, headers={"authorization": f"Bearer {TOKEN}x"}).status_code == 401
    assert client.get(address, headers=token).status_code == 200
    assert [(one.account, one.did) for one in entries()][-1] == ("片区专班", "导出")
    change_account(analyst.name, lambda one: replace(one, role=Role.CLERK))
    assert client.get(address, headers=token).status_code == 403


def test_without_sign_in_the_door_stands_open(client, monkeypatch):
    monkeypatch.setenv("SANQU_ACCESS", "none")
    assert client.get("/overview").text == "SECRET"
    assert client.get("/api/metrics/gross_output.json?area=E").status_code == 200
    assert client.get("/login").status_code == 303


def test_the_description_in_docs_is_the_one_that_is_served(client):
    file = Path(REPOSITORY, "docs", "openapi.json")
    assert json.loads(file.read_text(encoding="utf-8")) == json.loads(json.dumps(openapi())), (
        "write it again: python -m dashboard openapi"
    )
    assert client.get("/api/openapi.json").json()["info"]["title"] == "三区联创数据接口"
