"""An unpacked bundle installs itself, finds a port, keeps logs and tells of it in Chinese, without any network."""

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from dashboard.access.mode import UnknownMode
from deploy import start
from deploy.__main__ import OK
from deploy.__main__ import main as deploy
from deploy.installing import CannotStart, Place, install, lay_data, unpack
from deploy.places import PRODUCT
from deploy.start import ALL, LOGS_KEPT, LOOPBACK, free_port, is_free, keep_log, main
from tests.deploy.made import this_python, wheel, zipped
from tests.serving import free_port as any_port

# A folder with the locked wheels of this machine, or `download`.
WHEELS = os.environ.get("SANQU_WHEELS")
# Enough of a dashboard to start: it answers as Streamlit does, and says what it was told.
DASHBOARD = """
import http.server, os, sys
print("served", *sys.argv[1:], os.environ["SANQU_DATA"], flush=True)
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/_stcore/health" else 404)
        self.end_headers()
    def log_message(self, *words): pass
settings = dict(word.removeprefix("--").split("=") for word in sys.argv[1:] if word.startswith("--"))
http.server.HTTPServer((settings["server.address"], int(settings["server.port"])), Handler).serve_forever()
"""


@pytest.fixture
def place(tmp_path):
    """An unpacked bundle whose only package is a dashboard in small."""
    root = tmp_path / "解压 的文件夹"
    parts = {
        "streamlit/__main__.py": DASHBOARD.encode(),
        "streamlit-1.0.data/purelib/beside.py": b"",
        "streamlit-1.0.data/scripts/run": b"",
    }
    file = wheel(root / "wheels", "streamlit", "1.0", parts=parts)
    (root / "manifest.json").write_text(
        json.dumps({"wheels": {file.name: hashlib.sha256(file.read_bytes()).hexdigest()}})
    )
    (root / "app" / "data").mkdir(parents=True)
    (root / "app" / "data" / "areas.csv").write_text("a", encoding="utf-8")
    return Place(root)


def running(place, *words):
    """The launcher as the clerk's click starts it."""
    environment = os.environ | {"PYTHONPATH": str(PRODUCT)}
    code = "import sys; from pathlib import Path; from deploy.start import main; sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
    return subprocess.Popen(
        [sys.executable, "-c", code, str(place.root), "--no-browser", *words],
        env={name: value for name, value in environment.items() if not name.startswith("SANQU_")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 结束一个程序时不给它收尾的机会；关闭窗口时一并结束")
def test_it_starts_tells_where_and_ends_with_its_window(place):
    port = any_port()
    with socket.socket() as other:
        other.bind((LOOPBACK, port))
        other.listen()
        program = running(place, f"--port={port}")
        told = []
        while not told or "看板已启动" not in told[-1]:
            told.append(program.stdout.readline())
            assert told[-1], told
    assert told[:2] == ["正在安装组件（1/1）\n", f"端口 {port} 已被别的程序占用，改用 {port + 1}。\n"]
    assert f"http://localhost:{port + 1}" in told[-1]
    # A second click opens what runs instead of starting another.
    again = running(place, f"--port={port}")
    assert (
        again.communicate(timeout=30)[0] == f"看板已经在运行：http://localhost:{port + 1}\n" and again.returncode == 0
    )
    program.terminate()
    assert program.wait(timeout=30) == 0
    assert is_free(LOOPBACK, port + 1) and not place.note.exists()
    log = (place.root / "logs" / "server.log").read_text(encoding="utf-8")
    assert f"--server.address={LOOPBACK}" in log and str(place.root / "data") in log
    assert (place.root / "data" / "areas.csv").read_text(encoding="utf-8") == "a"


def test_what_a_wheel_holds_beside_its_packages_is_laid_where_it_belongs(place):
    told = []
    install(place, told.append)
    assert (place.library / "beside.py").is_file() and (place.library / "streamlit" / "__main__.py").is_file()
    assert not list(place.library.glob("**/run")) and not (place.root / "site-packages.new").exists()
    install(place, told.append)
    assert told == ["正在安装组件（1/1）"]


def test_a_damaged_or_missing_wheel_installs_nothing(place, capsys):
    [file] = (place.root / "wheels").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert main([], place.root) == 1
    assert f"“{file.name}”缺失或已损坏" in capsys.readouterr().err
    file.unlink()
    with pytest.raises(CannotStart, match="缺失或已损坏"):
        install(place, print)
    assert not place.library.exists()
    (place.root / "manifest.json").unlink()
    with pytest.raises(CannotStart, match="安装包不完整"):
        install(place, print)


@pytest.mark.parametrize("name", ["../outside.py", "/outside.py", "a/../../outside.py"])
def test_a_wheel_that_leads_outside_is_refused(name, tmp_path):
    file = zipped(tmp_path / "a-1-py3-none-any.whl", {name: b""})
    with pytest.raises(CannotStart, match="指向外面"):
        unpack(file, hashlib.sha256(file.read_bytes()).hexdigest(), tmp_path / "lib")
    assert not (tmp_path / "outside.py").exists()


def test_a_new_version_of_the_bundle_leaves_the_town_s_data(place):
    lay_data(place)
    (place.root / "data" / "areas.csv").write_text("own", encoding="utf-8")
    lay_data(place)
    assert (place.root / "data" / "areas.csv").read_text(encoding="utf-8") == "own"


def test_a_folder_that_cannot_be_written_is_told(place, monkeypatch, capsys):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert main([], place.root) == 1
    assert "不能写入。请把它移到自己能写的地方" in capsys.readouterr().err


def test_a_dashboard_that_fails_names_its_log(place, capsys):
    install(place, print)
    (place.library / "streamlit" / "__main__.py").write_text("raise SystemExit(3)", encoding="utf-8")
    assert main(["--no-browser", f"--port={any_port()}"], place.root) == 1
    told = capsys.readouterr().err
    assert "返回码 3" in told and "server.log" in told


def test_no_port_near_is_told_with_what_to_do(monkeypatch):
    monkeypatch.setattr(start, "is_free", lambda address, port: False)
    with pytest.raises(CannotStart, match=r"端口 65530 到 65535 都不能使用.*--port"):
        free_port(LOOPBACK, 65530, print)


def test_it_is_open_to_this_computer_alone_unless_told(place, monkeypatch, capsys):
    served = []
    monkeypatch.setattr(start, "serve", lambda place, address, port, shown: served.append(address) or 0)
    assert (main(["--no-browser"], place.root), main(["--no-browser", f"--address={ALL}"], place.root)) == (0, 0)
    assert served == [LOOPBACK, ALL]
    assert "同一网络的电脑也能打开" in capsys.readouterr().out


def test_colleagues_may_open_it_by_the_name_of_the_computer(place, monkeypatch):
    monkeypatch.setattr("socket.gethostname", lambda: "PC-01")
    assert "--browser.serverAddress=pc-01" in start.command(place, ALL, 8501)
    assert "--server.allowedHosts=*" in start.command(place, ALL, 8501)
    alone = start.command(place, LOOPBACK, 8501)
    assert not [word for word in alone if "serverAddress" in word or "allowedHosts" in word]


@pytest.mark.parametrize(
    "setting,script", [("", "app.py"), ("none", "app.py"), ("accounts", "served.py"), ("oidc", "served.py")]
)
def test_where_readers_sign_in_the_frame_stands_behind_its_door(place, monkeypatch, setting, script):
    monkeypatch.setenv("SANQU_ACCESS", setting)
    assert Path(start.command(place, LOOPBACK, 8501)[4]).name == script


def test_a_setting_that_is_none_is_told(place, monkeypatch):
    monkeypatch.setenv("SANQU_ACCESS", "everybody")
    with pytest.raises(UnknownMode):
        start.command(place, LOOPBACK, 8501)


def test_a_path_too_long_for_the_system_is_told(place, monkeypatch, capsys):
    monkeypatch.setattr("deploy.installing.LONGEST", len(str(place.root)) + 20)
    assert main([], place.root) == 1
    assert f"“{place.root}”的路径太长" in capsys.readouterr().err and not place.library.exists()


def test_logs_are_rotated(tmp_path):
    lines = iter([b"x" * 100_000 + b"\n"] * 200 + [b""])
    keep_log(lambda: next(lines), tmp_path)
    files = sorted(tmp_path.iterdir())
    assert len(files) == LOGS_KEPT + 1 and all(file.stat().st_size <= 2_000_000 for file in files)


def test_help_is_chinese(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "启动三区联创数据看板，不需要网络" in capsys.readouterr().out


# Cut off, only a loopback that is made anew is left; where the system lets nobody make a network of his own,
# there is nothing to cut it with.
APART = ("unshare", "--user", "--map-root-user", "--net")


def apart() -> tuple[str, ...]:
    """The words that run a command without any network but loopback."""
    if shutil.which(APART[0]) is None or subprocess.run((*APART, "true"), capture_output=True, check=False).returncode:
        pytest.skip("这台机器不能建立没有网络的命名空间（unshare）")
    return APART


FOLLOW = """
import sys, time, socket, http.client, fcntl, struct, subprocess, signal
# A new network has its loopback down.
with socket.socket() as s:
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", 0x1 | 0x40))
try:
    socket.create_connection(("192.0.2.1", 80), timeout=3)
    sys.exit("there is a network")
except OSError as error:
    print("cut off:", error)
program = subprocess.Popen([sys.argv[1], "--no-browser", "--port=18599"])
answered = False
for _ in range(600):
    time.sleep(0.5)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", 18599, timeout=5)
        connection.request("GET", "/_stcore/health")
        answered = connection.getresponse().read() == b"ok"
        connection.request("GET", "/")
        page = connection.getresponse().read().decode()
        break
    except OSError:
        if program.poll() is not None:
            break
program.terminate()
program.wait()
print("answered:", answered, "page:", "<title>" in page if answered else "")
"""


@pytest.mark.thorough
@pytest.mark.skipif(not WHEELS, reason="SANQU_WHEELS 没有写锁定安装包所在文件夹或 download")
@pytest.mark.skipif(sys.platform != "linux", reason="没有网络的命名空间只有 Linux 有")
def test_the_whole_bundle_starts_in_a_network_without_routes(tmp_path):
    words, machine = apart(), os.uname().machine
    platform = {"x86_64": "linux-x86_64", "aarch64": "linux-arm64"}[machine]
    out = tmp_path / "bundle.tar.gz"
    assert (
        deploy(
            ["bundle", f"--platform={platform}", f"--python={this_python(tmp_path)}", f"--wheels={WHEELS}", str(out)]
        )
        == OK
    )
    with tarfile.open(out) as parts:
        parts.extractall(tmp_path / "unpacked", filter="tar")
    clean = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    root = tmp_path / "unpacked" / "sanqu"
    done = subprocess.run(
        [*words, sys.executable, "-c", FOLLOW, str(root / "start.sh")],
        env=clean,
        capture_output=True,
        encoding="utf-8",
        timeout=400,
        check=False,
    )
    log = root / "logs" / "server.log"
    assert "answered: True page: True" in done.stdout, (
        done.stdout + done.stderr + (log.read_text() if log.exists() else "")
    )
    assert "cut off:" in done.stdout and "看板已启动" in done.stdout
    # The data are built without the network too, by the Python of the bundle alone.
    built = subprocess.run(
        [*words, str(root / "python" / "bin" / f"python3.{sys.version_info.minor}"), "-m", "etl", "build"],
        cwd=root / "app",
        env=clean
        | {
            "PYTHONPATH": f"{root / 'site-packages'}:{root / 'app'}",
            "SANQU_DATA": str(root / "data"),
            "SANQU_WAREHOUSE": str(root / "data/warehouse"),
        },
        capture_output=True,
        encoding="utf-8",
        timeout=400,
        check=False,
    )
    assert built.returncode == 0 and "已发布版本" in built.stdout, built.stdout[-2000:] + built.stderr[-2000:]
