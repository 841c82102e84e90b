"""A name such as `linux-arm64` → what the bundle for such computers needs: wheels, runtime, launcher, archive."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from packaging.tags import Tag, compatible_tags, cpython_tags

# The oldest C library in use where the bundle is to run (麒麟 V10, 统信 UOS 20) is glibc 2.28.
NEWEST_GLIBC = 28
OLDEST_GLIBC = 17
# The platform names that wheels bore before they named the C library.
OLD_NAMES = ("manylinux2014", "manylinux2010", "manylinux1")


@dataclass(frozen=True)
class Platform:
    """A kind of computer; `machine` is the number in the head of its programs, `markers` what requirements ask it for.

    `wheels` are the platform names that its wheels may bear, the most wanted first.
    """

    name: str
    label: str
    wheels: tuple[str, ...]
    machine: int
    markers: dict[str, str] = field(hash=False)
    launcher: str
    suffix: str

    @property
    def is_windows(self) -> bool:
        """Whether its runtime is the embeddable zip."""
        return self.suffix == ".zip"

    def tags(self, version: tuple[int, int]) -> Iterator[Tag]:
        """The tags of wheels that a Python of that version takes here, the most wanted first."""
        yield from cpython_tags(version, abis=[f"cp{version[0]}{version[1]}"], platforms=self.wheels)
        yield from compatible_tags(version, f"cp{version[0]}{version[1]}", self.wheels)


def _linux(name: str, label: str, architecture: str, machine: int, old: tuple[str, ...]) -> Platform:
    glibc = (f"manylinux_2_{minor}_{architecture}" for minor in range(NEWEST_GLIBC, OLDEST_GLIBC - 1, -1))
    wheels = (*glibc, *(f"{prefix}_{architecture}" for prefix in old), f"linux_{architecture}")
    markers = {
        "os_name": "posix",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": architecture,
    }
    return Platform(name, label, wheels, machine, markers, "start.sh", ".tar.gz")


WINDOWS_MARKERS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
}
PLATFORMS = {
    platform.name: platform
    for platform in (
        Platform("windows", "Windows（64 位）", ("win_amd64",), 0x8664, WINDOWS_MARKERS, "启动.bat", ".zip"),
        _linux("linux-x86_64", "Linux（x86_64）", "x86_64", 62, OLD_NAMES),
        _linux("linux-arm64", "Linux（arm64）", "aarch64", 183, OLD_NAMES[:1]),
    )
}
