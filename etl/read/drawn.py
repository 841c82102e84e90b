"""Turns a GeoJSON, KML or zipped Shapefile file into features: attributes, and geometry as GeoJSON has it."""

import io
import json
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from xml.parsers import expat

import shapefile

from etl.read.projections import WGS84, named_system

WGS84_NAMES = ("CRS84", "4326", "4490", "WGS 84", "CGCS2000", "WGS_1984", "WGS84", "CGCS_2000")
# A shape file, its index and its attributes unpacked.
INFLATED_BYTES = 512 << 20
KML = ".//{*}Placemark"


class Unreadable(Exception):
    """Carries why a file of shapes cannot be read, and what to do, in Chinese."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True)
class Drawn:
    """The features of a file in the coordinates of `system`: of each its properties and its geometry."""

    system: str
    features: tuple[tuple[object, object], ...]


def read_drawn(path: Path) -> Drawn:
    """The features of a file, by its ending. Raises `Unreadable`.

    Coordinates are WGS84 unless the head or the name of the file says that they are those of a web map.
    """
    reference, features = READERS[path.suffix.lower()](path)
    system = named_system(reference) or named_system(path.name)
    if system is None and not any(name in reference for name in WGS84_NAMES):
        raise Unreadable(
            "坐标系不是 WGS84（CGCS2000）。",
            "请在制图软件中转换为 WGS84（EPSG:4326）或 CGCS2000（EPSG:4490）经纬度后重新导出；"
            "若是 GCJ-02 或百度坐标，请在文件名中写明 GCJ02 或 BD09。",
        )
    return Drawn(system or WGS84, tuple(features))


def _geojson(path: Path) -> tuple[str, list[tuple[object, object]]]:
    refusal = Unreadable("不是 GeoJSON 图形文件。", "请从制图软件导出 GeoJSON（FeatureCollection，UTF-8）。")
    try:
        collection = as_dictionary(_parsed(path.read_bytes()))
    except (ValueError, RecursionError) as error:
        raise refusal from error
    features = collection.get("features")
    if not isinstance(features, list):
        raise refusal
    told = [as_dictionary(feature) for feature in features]
    reference = json.dumps(collection.get("crs", "CRS84"), ensure_ascii=False)
    return reference, [(one.get("properties"), one.get("geometry")) for one in told]


def _parsed(content: bytes) -> object:
    """The JSON; UTF-8 and UTF-16 with or without a mark, or GB18030, which some drawing programs write."""
    try:
        return json.loads(content)
    except UnicodeDecodeError:
        return json.loads(content.decode("gb18030"))


def as_dictionary(value: object) -> dict[str, object]:
    """The value where it is a dictionary, otherwise an empty one."""
    return value if isinstance(value, dict) else {}


def _kml(path: Path) -> tuple[str, list[tuple[object, object]]]:
    content = path.read_bytes()

    def refuse(*_: object) -> None:
        raise Unreadable("文件内部含有外部实体声明（DOCTYPE），可能有害，未读取。", "请从制图软件重新导出 KML。")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
        root = ElementTree.fromstring(content)
    except (expat.ExpatError, ElementTree.ParseError, RecursionError, LookupError) as error:
        raise Unreadable("不是 KML 图形文件。", "请从制图软件重新导出 KML。") from error
    return "WGS84", [(_attributes(mark), _kml_geometry(mark)) for mark in root.iterfind(KML)]


def _attributes(mark: ElementTree.Element) -> dict[str, object]:
    told: dict[str, object] = {"name": mark.findtext("{*}name", "").strip()}
    for one in mark.iterfind(".//{*}Data"):
        told[one.get("name", "")] = one.findtext("{*}value", "").strip()
    return told | {one.get("name", ""): (one.text or "").strip() for one in mark.iterfind(".//{*}SimpleData")}


def _kml_geometry(mark: ElementTree.Element) -> dict[str, object]:
    polygons = [
        [
            _positions(ring)
            for side in ("outer", "inner")
            for ring in one.iterfind(f"{{*}}{side}BoundaryIs//{{*}}coordinates")
        ]
        for one in mark.iterfind(".//{*}Polygon")
    ]
    return {"type": "MultiPolygon", "coordinates": polygons} if polygons else {"type": "Point"}


def _positions(ring: ElementTree.Element) -> list[list[object]]:
    return [[_number(part) for part in position.split(",")] for position in (ring.text or "").split()]


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _member(archive: zipfile.ZipFile, told: zipfile.ZipInfo) -> bytes:
    """A file of an archive, of which no more is unpacked than the archive says that it has."""
    with archive.open(told) as member:
        return member.read(told.file_size)


def _shapefile(path: Path) -> tuple[str, list[tuple[object, object]]]:
    remedy = "请把同名的 .shp、.shx、.dbf、.prj 一起压缩成一个 ZIP。"
    try:
        with zipfile.ZipFile(path) as archive:
            members = {PurePosixPath(one.filename).suffix.lower(): one for one in archive.infolist()}
            if sum(PurePosixPath(one.filename).suffix.lower() == ".shp" for one in archive.infolist()) != 1:
                raise Unreadable("压缩包里不是恰好一个 Shapefile。", remedy)
            if sum(one.file_size for one in archive.infolist()) > INFLATED_BYTES:
                raise Unreadable("压缩包展开后太大。", "请在制图软件中简化边界后重新导出。")
            parts = {suffix: _member(archive, one) for suffix, one in members.items() if suffix in SHAPE_PARTS}
        return _reference(parts), _records(parts)
    except (zipfile.BadZipFile, shapefile.ShapefileException, *BROKEN) as error:
        raise Unreadable("Shapefile 已损坏或不完整。", remedy) from error


SHAPE_PARTS = frozenset({".shp", ".shx", ".dbf", ".prj", ".cpg"})
BROKEN = (KeyError, ValueError, IndexError, EOFError, RuntimeError, NotImplementedError, ArithmeticError, OSError)


def _reference(parts: dict[str, bytes]) -> str:
    """What the .prj says, without it degrees; a map projection is no degrees, whatever its name."""
    told = parts.get(".prj", b"WGS84").decode("utf-8", "replace")
    return "PROJCS" if told.lstrip().upper().startswith("PROJ") else told


def _records(parts: dict[str, bytes]) -> list[tuple[object, object]]:
    """What the .cpg says is how attributes are written; without it UTF-8, otherwise GBK, as Chinese programs write."""
    told = parts.get(".cpg", b"").decode("ascii", "replace").strip().lower()
    if not told or "utf" in told or told == "65001":
        with suppress(UnicodeDecodeError, shapefile.dbfFileException):
            return _read_records(parts, "utf-8", "strict")
    return _read_records(parts, "gb18030", "replace")


def _read_records(parts: dict[str, bytes], encoding: str, errors: str) -> list[tuple[object, object]]:
    shp, dbf = io.BytesIO(parts[".shp"]), io.BytesIO(parts[".dbf"])
    with shapefile.Reader(shp=shp, dbf=dbf, encoding=encoding, encodingErrors=errors) as reader:
        # Its tuples become the lists that JSON has.
        return [
            (one.record.as_dict(), json.loads(json.dumps(one.shape.__geo_interface__)))
            for one in reader.iterShapeRecords()
        ]


READERS = {".geojson": _geojson, ".kml": _kml, ".zip": _shapefile}
