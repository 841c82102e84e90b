"""The files for systemd, Windows, Docker and nginx name what there is, and give no more rights than are needed."""

import argparse
import configparser
import re
import shutil
import subprocess
import sys
import tomllib
from xml.etree import ElementTree

import pytest

from dashboard.briefing import add_commands
from dashboard.briefs import SETTING
from deploy.places import PRODUCT, places
from deploy.product import FILES, ROOMS
from etl.arguments import parser

DEPLOY = PRODUCT / "deploy"
UNITS = ("sanqu.service", "sanqu-build.service", "sanqu-outbox.service")
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def unit(name: str) -> dict[str, list[str]]:
    """Setting → its values of a unit's [Service]."""
    found: dict[str, list[str]] = {}
    for line in text(f"systemd/{name}").partition("[Service]")[2].partition("[Install]")[0].splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


@pytest.mark.parametrize("name", UNITS)
def test_a_service_is_a_user_of_its_own_that_writes_its_state_alone(name):
    found = unit(name)
    for key, value in (
        ("DynamicUser", "yes"),
        ("ProtectSystem", "strict"),
        ("NoNewPrivileges", "yes"),
        ("User", "sanqu"),
    ):
        assert found[key] == [value]
    settings = dict(one.split("=", 1) for one in found["Environment"])
    assert all(str(place.folder).startswith("/var/lib/sanqu") for place in places(settings)[:3])
    assert found["StateDirectory"] == ["sanqu"] and found["ReadWritePaths"] == ["-/srv/sanqu"]


def test_the_service_serves_this_machine_and_comes_back():
    found = unit("sanqu.service")
    assert found["Restart"] == ["on-failure"] and "--server.address=127.0.0.1" in found["ExecStart"][0]
    assert "--server.baseUrlPath=sanqu" in found["ExecStart"][0]
    assert unit("sanqu-build.service")["ExecStart"][0].endswith("-m etl build")


def test_systemd_takes_the_units(tmp_path):
    """The programs that they name are on no machine but the town's: this Python stands in for them."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("这台机器没有 systemd-analyze")
    for file in (DEPLOY / "systemd").iterdir():
        content = file.read_text(encoding="utf-8").replace("/opt/sanqu/venv/bin/python", sys.executable)
        (tmp_path / file.name).write_text(content.replace("/opt/sanqu/app", str(PRODUCT)), encoding="utf-8")
    for name in (*UNITS, "sanqu-build.timer"):
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", str(tmp_path / name)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told = [line for line in done.stderr.splitlines() if str(tmp_path) in line or "sanqu" in line]
        assert told == [] and done.returncode == 0, done.stderr
    for name in UNITS:
        done = subprocess.run(
            ["systemd-analyze", "security", "--offline=true", "--threshold=25", str(tmp_path / name)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout[-300:]


def test_the_timer_starts_the_build():
    timer = configparser.ConfigParser()
    timer.read_string(text("systemd/sanqu-build.timer"))
    assert timer["Timer"]["OnCalendar"] and timer["Timer"]["Persistent"] == "yes"
    assert (DEPLOY / "systemd" / "sanqu-build.service").is_file()


def test_the_outbox_goes_on_and_comes_back():
    found = unit("sanqu-outbox.service")
    assert found["ExecStart"][0].endswith("-m dashboard outbox") and found["Restart"] == ["on-failure"]
    assert f"{SETTING}=/var/lib/sanqu/outbox" in found["Environment"]
    task = ElementTree.fromstring(text("windows/sanqu-outbox.xml"))
    [arguments], [limit] = task.iter(f"{TASK}Arguments"), task.iter(f"{TASK}ExecutionTimeLimit")
    words = arguments.text.split()
    assert words[:4] == ["-X", "utf8", "-m", "dashboard"] and limit.text == "PT0S"
    commands = argparse.ArgumentParser()
    add_commands(commands.add_subparsers())
    given = commands.parse_args(words[4:])
    assert not given.once and f"{given.out}" == r"C:\sanqu\outbox"
    assert text("windows/sanqu-outbox.xml").isascii()


def test_the_task_of_windows_is_a_call_that_etl_takes():
    task = ElementTree.fromstring(text("windows/sanqu-build.xml"))
    [command] = task.iter(f"{TASK}Command")
    [arguments] = task.iter(f"{TASK}Arguments")
    [level] = task.iter(f"{TASK}RunLevel")
    assert command.text == r"C:\sanqu\python\python.exe" and level.text == "LeastPrivilege"
    words = arguments.text.split()
    assert words[:4] == ["-X", "utf8", "-m", "etl"] and parser().parse_args(words[4:]).command == "build"
    # Read by its bytes, whatever the system's code page is.
    assert text("windows/sanqu-build.xml").isascii()


def instructions() -> list[tuple[str, str]]:
    joined = re.sub(r"\\\n\s*", "", text("docker/Dockerfile"))
    return [tuple(line.split(" ", 1)) for line in joined.splitlines() if line and not line.startswith("#")]


def test_the_image_holds_what_there_is_and_runs_as_nobody():
    found = instructions()
    sources = {word for name, rest in found if name == "COPY" for word in rest.split()[:-1]}
    assert all((PRODUCT / source).exists() for source in sources)
    assert set(FILES) | set(ROOMS) <= sources | {"README.md", "demo"}
    names = [name for name, _ in found]
    assert names.index("USER") > names.index("RUN") and dict(found)["USER"] == "10001:10001"
    assert "is_healthy" in dict(found)["HEALTHCHECK"] and "--require-hashes" in text("docker/Dockerfile")
    assert "--read-only" in text("docker/Dockerfile") and "127.0.0.1:8501:8501" in text("docker/Dockerfile")


def test_what_git_leaves_out_stays_out_of_the_image():
    left_out = set(text("docker/Dockerfile.dockerignore").splitlines())
    private = {line.rstrip("/") for line in (PRODUCT / ".gitignore").read_text().splitlines() if "data/" in line}
    assert private - {"data/.corrections.lock"} <= left_out


def test_the_proxy_takes_uploads_as_large_as_the_dashboard_does():
    size = tomllib.loads((PRODUCT / ".streamlit/config.toml").read_text(encoding="utf-8"))["server"]["maxUploadSize"]
    assert f"client_max_body_size {size}m;" in text("nginx/sanqu.conf")
