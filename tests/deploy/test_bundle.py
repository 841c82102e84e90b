"""What goes into a bundle: a checked runtime, exactly the locked wheels of the platform, the product and its launchers."""

import json
import re
import tarfile
import zipfile

import pytest

from deploy import bundle as bundling
from deploy.__main__ import FAULT, OK, main
from deploy.archive import writing
from deploy.bundle import bundle
from deploy.fault import Unusable
from deploy.locked import chosen, download, pinned
from deploy.platforms import PLATFORMS
from deploy.product import CHECKOUT, product_files
from deploy.runtime import inspected
from tests.deploy.made import line, linux_runtime, packed, sealed, wheel, windows_runtime, zipped

WINDOWS, LINUX, ARM = PLATFORMS["windows"], PLATFORMS["linux-x86_64"], PLATFORMS["linux-arm64"]


@pytest.mark.parametrize(
    ("platform", "make", "version", "told", "program"),
    [
        (WINDOWS, windows_runtime, (3, 13), "3.13.1", "python/python.exe"),
        (LINUX, linux_runtime, (3, 12), "3.12.4", "python/bin/python3.12"),
        (ARM, lambda folder: linux_runtime(folder, machine="aarch64"), (3, 12), "3.12.4", "python/bin/python3.12"),
    ],
)
def test_a_runtime_tells_its_version_from_its_content(platform, make, version, told, program, tmp_path):
    found = inspected(make(tmp_path), platform, None)
    assert (found.version, found.told, found.program) == (version, told, program)


def test_a_runtime_without_a_sum_or_with_another_is_refused(tmp_path):
    file = linux_runtime(tmp_path)
    beside = file.with_name(f"{file.name}.sha256")
    own = beside.read_text(encoding="utf-8").split()[0]
    assert inspected(file, LINUX, own.upper()).sha256 == own
    with pytest.raises(Unusable, match=f"校验码是 {own}，与应有的 {'0' * 64} 不符"):
        inspected(file, LINUX, "0" * 64)
    beside.unlink()
    with pytest.raises(Unusable, match="--python-sha256"):
        inspected(file, LINUX, None)


@pytest.mark.parametrize(
    ("platform", "make", "told"),
    [
        (WINDOWS, lambda folder: windows_runtime(folder, machine=0xAA64), "不是 Windows"),
        (WINDOWS, linux_runtime, "embeddable zip"),
        (WINDOWS, lambda folder: sealed(zipped(folder / "a.zip", {"a.txt": b""})), "不是 Windows"),
        (WINDOWS, lambda folder: windows_runtime(folder, "3.10.11"), "需要 3.11"),
        (LINUX, lambda folder: linux_runtime(folder, machine="aarch64"), "不是 Linux（x86_64）"),
        (ARM, linux_runtime, "不是 Linux（arm64）"),
        (LINUX, windows_runtime, "install_only"),
        (LINUX, lambda folder: linux_runtime(folder, "3.9.19"), "需要 3.11"),
        (LINUX, lambda folder: sealed(packed(folder / "a.tar.gz", {"python/bin/python3.12": b"#!"})), "不是 Linux"),
    ],
)
def test_a_runtime_of_another_kind_is_refused(platform, make, told, tmp_path):
    with pytest.raises(Unusable, match=told):
        inspected(make(tmp_path), platform, None)


def test_a_lock_is_read_for_the_platform_and_the_version_of_the_bundle():
    text = "".join(
        f"{name}==1.0{f' ; {marker}' if marker else ''} \\\n    --hash=sha256:{'ab' * 32}\n"
        for name, marker in (
            ("Of_All", ""),
            ("old", "python_full_version < '3.12'"),
            ("windowed", "sys_platform == 'win32'"),
            ("arm", "platform_machine == 'aarch64' and os_name == 'posix'"),
            ("named", "platform_system == 'Linux'"),
        )
    )

    def names(platform, version):
        return [one.name for one in pinned(text, platform, version)]

    assert names(WINDOWS, (3, 13)) == ["of-all", "windowed"]
    assert names(LINUX, (3, 11)) == ["of-all", "old", "named"]
    assert names(ARM, (3, 12)) == ["of-all", "arm", "named"]
    assert all(one.hashes == {"ab" * 32} for one in pinned(text, LINUX, (3, 11)))


def test_the_lock_of_the_product_has_one_version_of_each_package_everywhere():
    text = (CHECKOUT / "requirements.txt").read_text(encoding="utf-8")
    for platform in PLATFORMS.values():
        for version in ((3, 11), (3, 13)):
            names = [one.name for one in pinned(text, platform, version)]
            assert len(set(names)) == len(names) > 40 and {"streamlit", "duckdb", "numpy"} <= set(names)


def test_the_wheel_of_the_platform_is_chosen_by_its_tags_and_bytes(tmp_path):
    folder = tmp_path / "wheels"
    tags = (
        "cp312-cp312-win_amd64",
        "cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64",
        "cp310-abi3-manylinux_2_28_aarch64",
    )
    files = [wheel(folder, "one", "1.0", tag) for tag in (*tags, "cp312-cp312-manylinux_2_34_x86_64")]
    text = line("one", "1.0", *files)

    def name(platform):
        [found] = chosen(pinned(text, platform, (3, 12)), folder, platform, (3, 12))
        return found.file.name.removeprefix("one-1.0-").removesuffix(".whl")

    # What needs a newer C library than the computers have is not taken.
    assert [name(platform) for platform in (WINDOWS, LINUX, ARM)] == list(tags)
    with pytest.raises(Unusable, match=r"缺少 1 个安装包.*one 1\.0.*Windows（64 位） 的 Python 3\.11"):
        chosen(pinned(text, WINDOWS, (3, 11)), folder, WINDOWS, (3, 11))
    files[0].write_bytes(files[0].read_bytes() + b" ")
    with pytest.raises(Unusable, match="与锁定的校验码不符"):
        chosen(pinned(text, WINDOWS, (3, 12)), folder, WINDOWS, (3, 12))


def test_pip_is_asked_for_wheels_of_the_platform_alone(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "subprocess.run", lambda command, **_: asked.append(command) or type("Ended", (), {"returncode": 1})
    )
    with pytest.raises(Unusable, match="没有下载完"):
        download(pinned(line("one", "1.0"), WINDOWS, (3, 13)), tmp_path, WINDOWS, (3, 13))
    assert {"--only-binary=:all:", "--require-hashes", "--platform=win_amd64", "--python-version=313"} <= set(asked[0])
    assert (tmp_path / "requirements.txt").read_text(encoding="utf-8") == "one==1.0\n"


@pytest.fixture
def small_lock(tmp_path, monkeypatch):
    """A lock of one package, as if it were all that the product needs."""
    (tmp_path / "requirements.txt").write_text(line("one", "1.0", wheel(tmp_path / "wheels", "one", "1.0")))
    monkeypatch.setattr(bundling, "LOCK", tmp_path / "requirements.txt")
    return tmp_path / "wheels"


def test_a_bundle_for_windows_starts_by_a_click_and_finds_its_parts(small_lock, tmp_path, capsys):
    words = ["bundle", "--platform=windows", f"--python={windows_runtime(tmp_path)}", f"--wheels={small_lock}"]
    assert main([*words, str(tmp_path / "out" / "三区联创")]) == OK
    assert "三区联创.zip" in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "out" / "三区联创.zip") as parts:
        names = set(parts.namelist())
        script = parts.read("sanqu/启动.bat")
        path = parts.read("sanqu/python/python313._pth").decode("ascii")
        manifest = json.loads(parts.read("sanqu/manifest.json"))
        told = parts.read("sanqu/读我.txt")
    assert b"\n" not in script.replace(b"\r\n", b"") and b"chcp 65001" in script
    assert rb'"python\python.exe" -X utf8 -m deploy.start %*' in script and b"{" not in script
    # Until the code page is set, cmd.exe reads in that of the system.
    assert script.partition(b"chcp 65001")[0].isascii()
    assert path.splitlines() == ["python313.zip", ".", r"..\site-packages", r"..\app"]
    assert manifest["platform"] == "windows" and manifest["python"]["version"] == "3.13.1"
    assert set(manifest["wheels"]) == {"one-1.0-py3-none-any.whl"} and re.fullmatch(
        r"\d.*\+[0-9a-f]+", manifest["product"]
    )
    assert told.startswith("\ufeff".encode()) and "不需要网络" in told.decode()
    wanted = {
        "python/python.exe",
        "wheels/one-1.0-py3-none-any.whl",
        "app/app.py",
        "app/deploy/start.py",
        "requirements.txt",
    }
    assert {f"sanqu/{name}" for name in wanted} <= names


def test_a_bundle_for_linux_keeps_modes_and_links(small_lock, tmp_path):
    file = bundle(LINUX, linux_runtime(tmp_path), None, str(small_lock), tmp_path / "bundle")
    with tarfile.open(file) as parts:
        start, program = parts.getmember("sanqu/start.sh"), parts.getmember("sanqu/python/bin/python3.12")
        text = parts.extractfile(start).read()
        assert parts.getmember("sanqu/python/bin/python3").linkname == "python3.12"
    assert start.mode & 0o111 and program.mode & 0o111
    assert b"\r" not in text and text.startswith(b"#!/bin/sh\n") and b'"python/bin/python3.12"' in text


def test_a_bundle_holds_no_figures_of_a_town():
    held = product_files()
    private = re.compile(
        r"data/(kept|warehouse|proposals)/|data/(answers|corrections)\.csv|data/settings\.toml|/received/(?!README)"
    )
    assert {"app.py", "data/published/areas.csv", "deploy/launchers/启动.bat"} <= set(held)
    assert [name for name in held if private.search(name)] == []


@pytest.mark.parametrize("name", ["python/../../outside", "/etc/outside", "python\\..\\..\\outside", "C:outside"])
def test_a_runtime_that_leads_outside_leaves_no_bundle(name, tmp_path):
    runtime = zipped(tmp_path / "runtime.zip", {name: b""})
    with pytest.raises(Unusable, match="指向外面"), writing(tmp_path / "out.zip", as_zip=True) as archive:
        archive.add_runtime(runtime, {})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["runtime.zip"]
    linked = packed(tmp_path / "runtime.tar.gz", {}, {"python/bin/python3": "../../../outside"})
    with pytest.raises(Unusable, match="指向外面"), writing(tmp_path / "out.tar.gz", as_zip=False) as archive:
        archive.add_runtime(linked, {})


def test_what_cannot_be_used_ends_with_one_sentence(tmp_path, capsys):
    words = ["bundle", "--platform=linux-arm64", f"--python={tmp_path / 'missing.tar.gz'}", "--wheels=download"]
    assert main([*words, str(tmp_path / "out")]) == FAULT
    assert "没有 Python 运行环境文件" in capsys.readouterr().err
    with pytest.raises(Unusable, match="没有安装包文件夹"):
        bundle(LINUX, linux_runtime(tmp_path), None, str(tmp_path / "nowhere"), tmp_path / "out")


def test_the_launchers_only_call_the_tested_module():
    for platform in PLATFORMS.values():
        text = (CHECKOUT / "deploy" / "launchers" / platform.launcher).read_text(encoding="utf-8")
        assert text.count("-m deploy.start") == 1 and "http" not in text
