"""Says which fonts of a document this machine has not, and which font stands in for each when it makes a PDF."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from lxml import etree
from pptx.oxml.ns import qn

# What is asked of fontconfig, as on every Linux; on Windows the fonts of Office are there.
LISTING, MATCHING = ("fc-list", "--format", "%{family},"), ("fc-match", "--format", "%{family}")
SECONDS = 20
SANS, SERIF = "Noto Sans CJK SC", "Noto Serif CJK SC"
# An open font in the manner of each; fontconfig does not know what they look like.
STAND_INS = {
    **dict.fromkeys(("Microsoft YaHei", "微软雅黑", "等线", "DengXian", "黑体", "SimHei"), SANS),
    **dict.fromkeys(("宋体", "SimSun", "仿宋", "FangSong", "仿宋_GB2312", "楷体", "KaiTi", "楷体_GB2312"), SERIF),
    **dict.fromkeys(("方正小标宋简体", "方正小标宋_GBK", "小标宋", "华文中宋"), SERIF),
}
PARTS = ("ppt/slides/*.xml", "ppt/charts/*.xml", "word/document.xml", "word/styles.xml", "word/[hf]*er[0-9].xml")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_KINDS = tuple(f"{{{WORD}}}{kind}" for kind in ("eastAsia", "ascii"))
# What begins so is a font of the theme.
OF_THEME = "+"


def fonts_in(content: bytes) -> tuple[str, ...]:
    """The fonts that a deck or a Word file names in its own text, each once; none of what is no such file."""
    found: dict[str, None] = {}
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return ()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if any(map(PurePosixPath(name).match, PARTS)):
                found |= dict.fromkeys(_named(etree.fromstring(parts.read(name))))
    return tuple(found)


def _named(part: etree._Element) -> Iterable[str]:
    for one in part.iter(qn("a:latin"), qn("a:ea")):
        if one.get("typeface") and one.get("typeface")[0] != OF_THEME:
            yield one.get("typeface")
    for one in part.iter(f"{{{WORD}}}rFonts"):
        yield from filter(None, map(one.get, WORD_KINDS))


def stand_ins(fonts: Iterable[str]) -> dict[str, str]:
    """Of the fonts those that the machine has not, with the one that is set instead.

    Nothing where the machine has no fontconfig to ask.
    """
    if not all(map(shutil.which, (LISTING[0], MATCHING[0]))):
        return {}
    there = set(_families(LISTING))
    return {font: _stand_in(font, there) for font in fonts if font not in there}


def _stand_in(font: str, there: set[str]) -> str:
    """The open font in its manner where that is there, else what fontconfig takes."""
    wanted = STAND_INS.get(font, "" if font.isascii() else SANS)
    return wanted if wanted in there else next(_families((*MATCHING, font)), font)


def _families(command: tuple[str, ...]) -> Iterator[str]:
    """The names of fonts that fontconfig answers, of which one font may have several."""
    answer = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS).stdout.decode("utf-8")
    return filter(None, answer.split(","))


def caution(replaced: Mapping[str, str]) -> str:
    """What is to be said in Chinese of a PDF in which those fonts were replaced; empty where none was."""
    if not replaced:
        return ""
    told = "，".join(f"“{font}”以 {other} 代替" for font, other in replaced.items())
    return f"本机缺少字体，PDF 中{told}，字形和换行可能与原稿不同；装上这些字体后再生成即可。"
