"""An unpacked bundle → the running dashboard in the browser: installs once, finds a port, keeps logs; needs no network.

It opens nothing but the standard library, since it runs before anything is installed.
"""

import argparse
import http.client
import json
import logging
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path

from command_line import Parser
from dashboard.access.mode import Mode, UnknownMode, caution, mode
from deploy.installing import CannotStart, Place, install, lay_data

LOOPBACK, ALL = "127.0.0.1", "0.0.0.0"
PORT, PORTS_TRIED = 8501, 50
LOG_BYTES, LOGS_KEPT = 2_000_000, 5
START_SECONDS = 180
HEALTH = "/_stcore/health"


def is_free(address: str, port: int) -> bool:
    """Whether a program could listen there now."""
    with socket.socket() as probe:
        # Windows would otherwise let two programs listen on one port; elsewhere it means ports just left.
        option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
        probe.setsockopt(socket.SOL_SOCKET, option, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def free_port(address: str, wanted: int, tell: Callable[[str], None]) -> int:
    """`wanted`, or the next port that is free, of which it tells. Raises `CannotStart` where none near it is."""
    last = min(wanted + PORTS_TRIED, 65536)
    port = next((port for port in range(wanted, last) if is_free(address, port)), None)
    if port is None:
        raise CannotStart(
            f"端口 {wanted} 到 {last - 1} 都不能使用（被占用，或没有权限）。请用 --port 另写一个，如 --port 18501。"
        )
    if port != wanted:
        tell(f"端口 {wanted} 已被别的程序占用，改用 {port}。")
    return port


def is_healthy(address: str, port: int) -> bool:
    """Whether a dashboard answers there; asked directly, past any proxy that the computer is set to."""
    connection = http.client.HTTPConnection(address, port, timeout=2)
    try:
        connection.request("GET", HEALTH)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def asked(address: str) -> str:
    """Where this computer itself reaches a dashboard that listens at `address`."""
    return LOOPBACK if address == ALL else address


def running_port(place: Place) -> int | None:
    """The port of a dashboard of this bundle that is running already."""
    try:
        port = int(json.loads(place.note.read_text(encoding="utf-8"))["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return port if is_healthy(LOOPBACK, port) else None


def command(place: Place, address: str, port: int) -> list[str]:
    """The call that serves the dashboard."""
    # Where readers sign in, the frame stands behind its door.
    script = str(place.root / "app" / ("app.py" if mode(place.environment()) is Mode.NONE else "served.py"))
    server = [f"--server.address={address}", f"--server.port={port}", "--server.headless=true"]
    if address == ALL:
        # Streamlit asks the internet for this computer's address when a page comes by a name that it does not know.
        # Colleagues may open it by any of the computer's names and numbers.
        server += [f"--browser.serverAddress={socket.gethostname().lower()}", "--server.allowedHosts=*"]
    return [sys.executable, "-m", "streamlit", "run", script, *server]


def keep_log(lines: Callable[[], bytes], folder: Path) -> None:
    """Write what the dashboard says to `server.log`, five older ones of 2 MB beside it, until it says no more."""
    handler = RotatingFileHandler(folder / "server.log", maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    while line := lines():
        text = line.decode("utf-8", errors="replace").rstrip()
        handler.handle(logging.LogRecord("server", logging.INFO, "", 0, text, None, None))
    handler.close()


def serve(place: Place, address: str, port: int, when_healthy: Callable[[], None]) -> int:
    """Run the dashboard until it ends or the clerk stops it; its exit code. `when_healthy` is called once it answers."""
    server = subprocess.Popen(
        command(place, address, port),
        cwd=place.root / "app",
        env=place.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    lines = server.stdout.readline if server.stdout else bytes
    log = threading.Thread(target=keep_log, args=(lines, place.note.parent), daemon=True)
    log.start()
    place.note.write_text(json.dumps({"port": port}), encoding="utf-8")
    try:
        deadline = time.monotonic() + START_SECONDS
        while server.poll() is None and time.monotonic() < deadline:
            if is_healthy(asked(address), port):
                when_healthy()
                break
            time.sleep(0.3)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait()
        log.join()
        place.note.unlink(missing_ok=True)


def start(place: Place, given: argparse.Namespace, tell: Callable[[str], None]) -> int:
    """Install what is lacking and serve; the exit code. Raises `CannotStart`."""
    try:
        place.note.parent.mkdir(exist_ok=True)
        install(place, tell)
        lay_data(place)
    except PermissionError as error:
        raise CannotStart(
            f"文件夹“{place.root}”不能写入。请把它移到自己能写的地方（如“文档”或 D 盘），再启动。"
        ) from error
    except OSError as error:
        raise CannotStart(f"文件夹“{place.root}”写不进去（{error.strerror}）。请查看磁盘是否已满，再启动。") from error
    if port := running_port(place):
        _show(port, given, tell, "看板已经在运行")
        return 0
    port = free_port(given.address, given.port, tell)
    if given.address != LOOPBACK:
        tell("同一网络的电脑也能打开这个看板，请确认可以这样做。")
        if said := caution(mode(), given.address):
            tell(said)
    shown = partial(_show, port, given, tell, "看板已启动，关闭这个窗口就停止")
    if code := serve(place, given.address, port, shown):
        raise CannotStart(f"看板没有正常运行（返回码 {code}）。原因在“{place.note.parent / 'server.log'}”的末尾。")
    return 0


def _show(port: int, given: argparse.Namespace, tell: Callable[[str], None], what: str) -> None:
    name = "localhost" if asked(given.address) == LOOPBACK else given.address
    tell(f"{what}：http://{name}:{port}")
    if not given.no_browser:
        webbrowser.open(f"http://{name}:{port}")


def main(words: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Start the bundle that this file lies in; 0 where it ran and was stopped, 1 where it could not start."""
    parser = Parser(prog="启动", description="启动三区联创数据看板，不需要网络。")
    parser.add_argument("--port", type=int, default=PORT, metavar="端口", help=f"默认 {PORT}；被占用时自动换一个")
    parser.add_argument("--address", default=LOOPBACK, metavar="地址", help="默认只有本机能打开；0.0.0.0 为全网可开")
    parser.add_argument("--no-browser", action="store_true", help="不打开浏览器")
    given = parser.parse_args(words)
    # Who ends this program ends the dashboard with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return start(Place(root or Path(__file__).resolve().parents[2]), given, lambda text: print(text, flush=True))
    except UnknownMode as error:
        print(error.message, file=sys.stderr)
        return 1
    except CannotStart as fault:
        print(fault, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
