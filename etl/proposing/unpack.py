"""What somebody sent → plain files under safe names: a ZIP is unpacked into its forms, whatever made it."""

import io
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from etl.problems import Level, Problem
from etl.read.kinds import EXPECTED

# A file on the disk, or a name with its content, as a page receives it.
Sent = Path | tuple[str, bytes]

ARCHIVE = ".zip"
SHAPES = frozenset({".geojson", ".kml"})
SHAPEFILE = ".shp"
FORMS = frozenset({*EXPECTED, *SHAPES})
PACKED = frozenset({ARCHIVE, ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"})
# What systems and office programs leave beside the files that people make.
JUNK_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information"})
JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff]')
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
NAME_BYTES = 160

MEMBERS, INFLATED_BYTES, INFLATION, SMALL_BYTES = 500, 4 << 30, 200, 1 << 20
UTF8_NAME, ENCRYPTED = 0x800, 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, UnicodeDecodeError)
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class _Refused(Exception):
    """Carries the message and the remedy for which an archive is not unpacked."""


def receive(sent: Sequence[Sent], folder: Path) -> tuple[list[str], list[Problem]]:
    """Copy what was sent into `folder`, archives unpacked; the names of the files there, and what was not taken.

    The names are the sender's as far as they can be kept. Raises `OSError` where a file cannot be read or written.
    """
    names: list[str] = []
    problems: list[Problem] = []
    for one in sent:
        name = one.name if isinstance(one, Path) else one[0]
        if PurePosixPath(name).suffix.lower() == ARCHIVE and not _is_shapefile(one):
            found, wrong = _unpack(one, folder, names)
            names += found
            problems += wrong
            continue
        target = folder / free_name(safe_name(name), names)
        if isinstance(one, Path):
            shutil.copy2(one, target)
        else:
            target.write_bytes(one[1])
        names.append(target.name)
    return names, problems


def holds_shapes(name: str) -> bool:
    """Whether a file that was taken holds shapes: of an archive only one with a Shapefile is taken whole."""
    return PurePosixPath(name).suffix.lower() in {*SHAPES, ARCHIVE}


def _is_shapefile(sent: Sent) -> bool:
    """Whether an archive is a Shapefile with its parts, which is read as it is."""
    try:
        with zipfile.ZipFile(sent if isinstance(sent, Path) else io.BytesIO(sent[1])) as archive:
            return any(PurePosixPath(name).suffix.lower() == SHAPEFILE for name in archive.namelist())
    except BROKEN:
        return False


def safe_name(name: str) -> str:
    """The last part of `name`, a path of any system, as every system takes it: `b:c?.xlsx` becomes `b_c_.xlsx`."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = FORBIDDEN.sub("_", last).strip().lstrip("._~ ").rstrip(". ") or "表"
    stem, suffix = PurePosixPath(plain).stem, PurePosixPath(plain).suffix[:12]
    while len(stem.encode()) + len(suffix.encode()) > NAME_BYTES:
        stem = stem[:-1]
    return f"表{stem}{suffix}" if RESERVED.fullmatch(plain) else f"{stem}{suffix}"


def free_name(name: str, taken: Sequence[str], folder: str = "") -> str:
    """`name`, or where it is taken the name with its `folder`, or else a number behind it; cases count as one."""
    used = {other.casefold() for other in taken}
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    if name.casefold() in used and folder:
        name = safe_name(f"{stem}_{folder}{suffix}")
    number = 2
    while name.casefold() in used:
        name = f"{stem}_第{number}份{suffix}"
        number += 1
    return name


def _unpack(sent: Sent, folder: Path, taken: Sequence[str]) -> tuple[list[str], list[Problem]]:
    archive_name = safe_name(sent.name if isinstance(sent, Path) else sent[0])
    # Unpacked beside the files first, so that an archive is taken whole or not at all.
    copy, aside = folder.parent / f"{archive_name}.sent", folder.parent / "unpacking"
    if isinstance(sent, Path):
        shutil.copyfile(sent, copy)
    else:
        copy.write_bytes(sent[1])
    aside.mkdir()
    try:
        with zipfile.ZipFile(copy) as archive:
            names, problems = _members(archive, archive_name, aside, taken, copy.stat().st_size)
        for name in names:
            (aside / name).replace(folder / name)
    except _Refused as refused:
        return [], [Problem(file=archive_name, message=refused.args[0], remedy=refused.args[1], code="source-error")]
    except BROKEN:
        remedy = "请重新压缩，或直接提交其中的报表。"
        return [], [Problem(file=archive_name, message="压缩包已损坏。", remedy=remedy, code="source-error")]
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        copy.unlink(missing_ok=True)
    if names:
        return names, problems
    remedy = "请把填好的报表（.xlsx、.xls、.csv）放进压缩包，或直接提交。"
    empty = Problem(file=archive_name, message="压缩包里没有报表。", remedy=remedy, code="source-error")
    return [], [*problems, empty]


def _members(
    archive: zipfile.ZipFile, archive_name: str, aside: Path, taken: Sequence[str], archive_bytes: int
) -> tuple[list[str], list[Problem]]:
    wanted, passed = [], []
    for member, parts in _named(archive):
        suffix = PurePosixPath(parts[-1]).suffix.lower()
        if suffix in PACKED:
            raise _Refused("压缩包里还有压缩包。", "请把里面的压缩包解开，重新压缩，或直接提交其中的报表。")
        if suffix in FORMS:
            wanted.append((member, parts))
        else:
            passed.append(parts[-1])
    if any(member.compress_type not in METHODS for member, _ in wanted):
        raise _Refused("压缩包用了少见的压缩方式。", "请用系统自带的压缩功能重新压缩，或直接提交其中的报表。")
    _check_sizes([member for member, _ in wanted], archive_bytes)
    names: list[str] = []
    for member, parts in wanted:
        name = free_name(safe_name(parts[-1]), [*taken, *names], safe_name(parts[-2]) if parts[:-1] else "")
        with archive.open(member) as source, (aside / name).open("wb") as target:
            shutil.copyfileobj(source, target)
        names.append(name)
    return names, list(_passed_over(archive_name, passed))


def _named(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, tuple[str, ...]]]:
    """The members that are files of people, with the parts of their names; junk is passed over."""
    members = archive.infolist()
    if len(members) > 10 * MEMBERS:
        raise _Refused(f"压缩包里有 {len(members):,} 个文件，太多了。", "请只压缩报表，分几次提交。")
    for member in members:
        path = member_name(member).replace("\\", "/")
        parts = tuple(part for part in path.split("/") if part not in ("", "."))
        if ".." in parts or path.startswith("/") or re.match(r"[A-Za-z]:", path):
            raise _Refused("压缩包里的文件名指向压缩包以外，可能有害，未读取。", "请重新压缩，或直接提交其中的报表。")
        is_junk = any(part.startswith((".", "~$")) or part.casefold() in JUNK_FOLDERS for part in parts)
        if not parts or path.endswith("/") or is_junk or parts[-1].casefold() in JUNK_NAMES:
            continue
        if member.flag_bits & ENCRYPTED:
            raise _Refused("压缩包设有密码，无法读取。", "请取消密码后重新压缩，或直接提交其中的报表。")
        yield member, parts


def member_name(member: zipfile.ZipInfo) -> str:
    """The member's name; without the flag of UTF-8 it is UTF-8 all the same, or else GBK, as Chinese Windows writes."""
    if member.flag_bits & UTF8_NAME:
        return member.orig_filename
    stored = member.orig_filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return stored.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.orig_filename


def _check_sizes(members: Sequence[zipfile.ZipInfo], archive_bytes: int) -> None:
    if len(members) > MEMBERS:
        raise _Refused(f"压缩包里有 {len(members)} 份报表，一次最多 {MEMBERS} 份。", "请分几次提交。")
    inflated = sum(member.file_size for member in members)
    packed = min(archive_bytes, sum(member.compress_size for member in members))
    if inflated > INFLATED_BYTES or inflated > max(SMALL_BYTES, INFLATION * packed):
        raise _Refused(
            f"压缩包展开后有 {inflated >> 20} MB，远大于压缩包本身，可能损坏或有害，未读取。",
            "请直接提交其中的报表。",
        )


def _passed_over(archive_name: str, passed: Sequence[str]) -> Iterator[Problem]:
    if passed:
        endings = "、".join(sorted({PurePosixPath(name).suffix.lower()[:8] or "没有后缀" for name in passed}))
        yield Problem(
            file=archive_name,
            level=Level.WARNING,
            message=f"压缩包里有 {len(passed)} 个文件不是报表（{endings}），没有读取。",
            remedy="如果其中有报表，请另存为 .xlsx 后重新提交。",
            code="format-error",
        )
