"""Turns an Office file as a library wrote it into one that is the same whenever and wherever it is written."""

import io
import zipfile
from datetime import datetime

from lxml import etree

from dashboard.meeting.slide import RunningOrder

# The oldest day that a zip file can tell, so that equal documents are equal files.
NO_DAY = datetime(1980, 1, 1)
CORE = "docProps/core.xml"
INSTANTS = ("{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified")


def settled(content: bytes, day: datetime) -> bytes:
    """The file whose entries tell no day of their own and whose properties say that it was made and changed on `day`."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as held, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in held.infolist():
            part = held.read(entry)
            if entry.filename == CORE:
                part = _of_day(part, day)
            kept.writestr(zipfile.ZipInfo(entry.filename, NO_DAY.timetuple()[:6]), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _of_day(properties: bytes, day: datetime) -> bytes:
    whole = etree.fromstring(properties)
    for instant in whole.iter(*INSTANTS):
        instant.text = f"{day:%Y-%m-%dT%H:%M:%SZ}"
    written: bytes = etree.tostring(whole, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def meeting_day(order: RunningOrder) -> datetime:
    """The day of the meeting, which its cover tells; the oldest day where it has no cover."""
    told = next((slide.footer.as_of for slide in order.slides if slide.layout == "cover"), "")
    return datetime.fromisoformat(told) if told else NO_DAY
