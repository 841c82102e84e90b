"""Turns the zip of a workbook into its parts, each found by the relations between them, whatever program wrote it."""

import zipfile
from dataclasses import dataclass
from posixpath import dirname, join, normpath, split
from typing import IO
from urllib.parse import unquote
from xml.etree import ElementTree

# Where every program puts the part that all others hang on, should the relation to it be missing.
USUAL_MAIN = "xl/workbook.xml"


@dataclass(frozen=True)
class Relation:
    """What one part has to do with another: `kind` is the last word of its type, such as `worksheet`."""

    kind: str
    target: str


def local(name: str) -> str:
    """The name of an element or attribute without its namespace, of which Strict Open XML has others."""
    return name.rpartition("}")[2]


def attribute(element: ElementTree.Element, name: str) -> str | None:
    """The value of the attribute of this local name."""
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def is_true(value: str | None) -> bool:
    """Whether an attribute says yes."""
    return value in {"1", "true", "on"}


def _plain(name: str) -> str:
    """A part's name as it is compared: with slashes, from the root, in lower case."""
    return name.replace("\\", "/").lstrip("/").lower()


class Package:
    """The parts of an open workbook. Raises ValueError where two of them have the same name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        parts = [part for part in archive.infolist() if not part.is_dir()]
        self.parts = {_plain(part.filename): part for part in parts}
        if len(self.parts) < len(parts):
            raise ValueError("two parts have one name")

    def __contains__(self, part: str) -> bool:
        return self._found(part) is not None

    def _found(self, part: str) -> zipfile.ZipInfo | None:
        return self.parts.get(_plain(part)) or self.parts.get(_plain(unquote(part)))

    def open(self, part: str) -> IO[bytes]:
        """The bytes of a part; raises KeyError if there is none of this name."""
        found = self._found(part)
        if found is None:
            raise KeyError(part)
        return self.archive.open(found)

    def tree(self, part: str) -> ElementTree.Element:
        """The root element of a small part."""
        with self.open(part) as stream:
            return ElementTree.parse(stream).getroot()

    def relations(self, part: str) -> dict[str, Relation]:
        """Id → relation to another part of the package; `part` is empty for the package itself."""
        folder, name = split(part)
        relations = join(folder, "_rels", f"{name}.rels")
        if relations not in self:
            return {}
        return {
            element.get("Id", ""): Relation(
                element.get("Type", "").rpartition("/")[2], _resolved(part, element.get("Target", ""))
            )
            for element in self.tree(relations)
            if element.get("TargetMode") != "External"
        }

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` is related to in this way, if it is there."""
        targets = (relation.target for relation in self.relations(part).values() if relation.kind == kind)
        return next((target for target in targets if target in self), None)

    def main(self) -> str | None:
        """The part that describes the workbook, whatever its format."""
        return self.related("", "officeDocument") or (USUAL_MAIN if USUAL_MAIN in self else None)


def _resolved(part: str, target: str) -> str:
    target = target.replace("\\", "/")
    return normpath(target if target.startswith("/") else join("/", dirname(part), target)).lstrip("/")
