"""The dashboard behind a real nginx as deploy/nginx has it: pages, charts, uploads and websockets under /sanqu/ and TLS."""

import http.client
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dashboard.render.web.platform import filled
from deploy.places import PRODUCT
from tests import serving
from tests.town import QUARTERS, write_csv

pytestmark = pytest.mark.browser
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
# Chromium asks nobody for the address of such a name, and it is another than the dashboard listens to.
HOST = "sanqu.localhost"
FRAME = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/sanqu.conf;
}}
"""


def answer(port: int, path: str, *, tls: bool = False) -> http.client.HTTPResponse:
    """What a server of this machine answers, with the name of the proxy."""
    context = ssl._create_unverified_context()
    connection = (
        http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=context)
        if tls
        else http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    )
    connection.request("GET", path, headers={"Host": f"{HOST}:{port}"})
    return connection.getresponse()


@contextmanager
def process(command: list[str], port: int, path: str, *, tls: bool, **settings: object):
    """A server that runs for the block, once it answers."""
    server = subprocess.Popen(command, **settings)
    try:
        for _ in range(300):
            assert server.poll() is None, f"{command[0]} ended with {server.returncode}"
            try:
                if answer(port, path, tls=tls).status < 500:
                    break
            except OSError:
                time.sleep(0.2)
        yield server
    finally:
        server.terminate()
        server.wait(timeout=30)


def configured(folder: Path, app: int, plain: int, tls: int) -> None:
    """The example with the ports, the name and the certificate of this test."""
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            f"/CN={HOST}",
            "-keyout",
            str(folder / "sanqu.key"),
            "-out",
            str(folder / "sanqu.crt"),
        ],
        check=True,
        capture_output=True,
    )
    text = (PRODUCT / "deploy" / "nginx" / "sanqu.conf").read_text(encoding="utf-8")
    for before, after in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{tls} ssl;"),
        ("server_name sanqu.example;", f"server_name {HOST};"),
        ("/etc/nginx/tls/", f"{folder}/"),
        ("http://127.0.0.1:8501", f"http://127.0.0.1:{app}"),
    ):
        assert before in text
        text = text.replace(before, after)
    (folder / "sanqu.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder), encoding="utf-8")


@pytest.fixture(scope="module")
def proxied(demonstration_warehouse, tmp_path_factory):
    """The ports of a proxy before the dashboard: plain, and with TLS."""
    if NGINX is None or shutil.which("openssl") is None:
        pytest.skip("反向代理的测试需要 nginx 和 openssl：Debian 上 `apt-get install nginx-light openssl`")
    folder = tmp_path_factory.mktemp("nginx")
    app, plain, tls = (serving.free_port() for _ in range(3))
    configured(folder, app, plain, tls)
    # The same words that the unit of systemd starts it with, but for ports and the name.
    [start] = re.findall(r"^ExecStart=\S+ (.*)$", (PRODUCT / "deploy/systemd/sanqu.service").read_text("utf-8"), re.M)
    words = start.replace("8501", str(app)).replace("sanqu.example", HOST).split()
    environment = os.environ | {"SANQU_WAREHOUSE": str(demonstration_warehouse), "SANQU_KEPT": str(folder / "kept")}
    with (
        (folder / "app.log").open("wb") as log,
        process(
            [sys.executable, *words],
            app,
            "/sanqu/_stcore/health",
            tls=False,
            cwd=PRODUCT,
            env=environment,
            stdout=log,
            stderr=log,
        ),
        process([NGINX, "-e", str(folder / "start.log"), "-c", str(folder / "nginx.conf")], tls, "/sanqu/", tls=True),
    ):
        yield plain, tls


@pytest.fixture
def page(browser, proxied):
    """A tab that takes the proxy's own certificate and remembers what it asked for and what failed."""
    context = browser.new_context(locale="zh-CN", ignore_https_errors=True)
    tab = context.new_page()
    tab.answered, tab.sockets = [], []
    tab.on("response", lambda response: tab.answered.append((response.status, response.url)))
    tab.on("websocket", lambda socket: tab.sockets.append(socket.url))
    yield tab
    context.close()


def test_the_bare_address_leads_there_and_plain_http_to_tls(proxied):
    plain, tls = proxied
    found = answer(plain, "/sanqu/overview")
    assert (found.status, found.headers["Location"]) == (301, f"https://{HOST}/sanqu/overview")
    found = answer(tls, "/", tls=True)
    assert found.status == 302 and found.headers["Location"].endswith("/sanqu/")
    assert answer(tls, "/sanqu/_stcore/metrics", tls=True).status == 404
    found = answer(tls, "/sanqu/", tls=True)
    assert found.headers["X-Content-Type-Options"] == "nosniff" and found.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_pages_charts_and_the_way_back_work_under_the_path(page, proxied):
    base = f"https://{HOST}:{proxied[1]}/sanqu"
    page.goto(f"{base}/")
    serving.wait_until_drawn(page, 120)
    assert urlsplit(page.url).path == "/sanqu/overview"
    page.goto(f"{base}/park_output?open=all")
    serving.wait_until_drawn(page, 120)
    assert page.locator(".main-svg").count() > 0
    page.locator(filled(":--page-link-above"), has_text="就业人才").first.click()
    page.wait_for_url("**/sanqu/employment**")
    serving.wait_until_drawn(page, 120)
    page.go_back()
    page.wait_for_url("**/sanqu/park_output**")
    serving.wait_until_drawn(page, 120)
    page.goto(f"{base}/joint_meeting")
    serving.wait_until_drawn(page, 120)
    # Streamlit's own guesses at where a page's base is, of which one holds.
    guessed = re.compile(r"/sanqu/\w+/_stcore/(health|host-config)$")
    assert {url for status, url in page.answered if status >= 400 and not guessed.search(url)} == set()
    assert page.sockets and all(url.startswith(f"wss://{HOST}:{proxied[1]}/sanqu/_stcore/") for url in page.sockets)
    assert {urlsplit(url).hostname for _, url in page.answered if url.startswith("http")} == {HOST}
    outside = {
        url for _, url in page.answered if url.startswith("http") and not urlsplit(url).path.startswith("/sanqu")
    }
    assert outside == set()


def test_a_form_is_sent_through_the_proxy(page, proxied, tmp_path):
    form = write_csv(tmp_path / "企业季报.csv", QUARTERS)
    page.goto(f"https://{HOST}:{proxied[1]}/sanqu/filing?open=all")
    serving.wait_until_drawn(page, 120)
    box = page.locator('[class*="st-key-upload-"]').filter(has=page.locator("input[type=file]")).first
    with page.expect_response(lambda response: response.request.method in ("PUT", "POST"), timeout=60_000) as sent:
        box.locator("input[type=file]").first.set_input_files(str(form))
    assert sent.value.status < 300 and urlsplit(sent.value.url).path.startswith("/sanqu/_stcore/upload_file/")
    page.locator(filled(":--file")).first.wait_for(timeout=60_000)
