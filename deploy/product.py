"""The checkout → the files of the product that a bundle carries: what git holds, so that no town's own figures are among them."""

import subprocess
import tomllib
from pathlib import Path

from deploy.fault import Unusable

CHECKOUT = Path(__file__).resolve().parents[1]
ROOMS = (".streamlit", "dashboard", "data", "demo", "deploy", "docs", "etl", "pages")
FILES = (
    "app.py",
    "served.py",
    "command_line.py",
    "content_files.py",
    "pyproject.toml",
    "requirements.txt",
    "LICENSE",
    "README.md",
)
# Pictures of the documentation, of which nobody asks offline.
LEFT_OUT = ("docs/screenshots/",)


def product_files() -> tuple[str, ...]:
    """The paths of the product's files in the checkout, with forward slashes. Raises `Unusable` without git."""
    listed = _git("ls-files", "-z", "--", *ROOMS, *FILES).split("\0")
    return tuple(name for name in listed if name and not name.startswith(LEFT_OUT) and (CHECKOUT / name).is_file())


def product_version() -> str:
    """The version of the product and the commit that it is made from."""
    told = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return f"{told}+{_git('rev-parse', '--short', 'HEAD').strip()}"


def _git(*words: str) -> str:
    try:
        return subprocess.run(
            ("git", *words), cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unusable("离线安装包要在 git 检出的程序文件夹里制作，并装有 git。请在那里再运行一次。") from error
