"""The app as a user meets it: a real server on a loopback port and the machine's Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.render.web.platform import filled

REPOSITORY = Path(__file__).resolve().parents[1]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


def chromium_path() -> str | None:
    """The machine's Chromium, from SANQU_CHROMIUM or the PATH; None where there is none."""
    named = os.environ.get("SANQU_CHROMIUM")
    return named or next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)


def free_port() -> int:
    """A port on the loopback interface that nobody holds at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_healthy(address: str, server: subprocess.Popen, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with code {server.returncode}")
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise TimeoutError(f"no answer from {address} within {seconds} s")


@contextmanager
def serve(
    warehouse: Path,
    *,
    script: str = "app.py",
    log: Path | None = None,
    checkout: Path = REPOSITORY,
    port: int | None = None,
    **settings: str,
) -> Iterator[tuple]:
    """Serve `script` of a checkout over `warehouse` and give its address and process; the server ends with the block.

    `settings` are further environment variables, e.g. `SANQU_DATA`.
    """
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless=true", f"--server.port={port}"]
    environment = {"SANQU_KEPT": f"{warehouse}-kept", **os.environ, "SANQU_WAREHOUSE": str(warehouse), **settings}
    with (log or Path(os.devnull)).open("w", encoding="utf-8") as output:
        server = subprocess.Popen(command, cwd=checkout, env=environment, stdout=output, stderr=output)
        try:
            _wait_until_healthy(address, server, seconds=60)
            yield address, server
        finally:
            server.terminate()
            server.wait(timeout=20)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that makes no requests of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


# Between two runs the app is idle for a moment, so that a page counts as drawn only when it has been for a while.
DRAWN = filled("""
() => {
  const app = document.querySelector(':--app');
  const main = document.querySelector(':--main');
  const isDrawn = app?.matches(':--idle') && main?.innerText.trim()
    && !document.querySelector(':--skeleton, :--spinner')
    && [...document.querySelectorAll('[class*="st-key-block-"] :--component')]
      .every(chart => chart.querySelector('.main-svg, .map') || chart.closest('.st-key-explore-rows') || !chart.getClientRects().length);
  if (!isDrawn) { window.drawnSince = undefined; return false; }
  window.drawnSince ??= performance.now();
  return performance.now() - window.drawnSince > 250;
}
""")


def wait_until_drawn(page: Page, seconds: float = 60) -> None:
    """Wait until the script has run to its end, the page says something, and every placeholder has become a chart."""
    page.evaluate("() => { window.drawnSince = undefined; }")
    page.wait_for_function(DRAWN, timeout=seconds * 1000)
