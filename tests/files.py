"""Small files of every kind that may be kept as evidence, each as it begins and ends in real life."""

import io
import struct
import zipfile
import zlib

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
TXT = "Ratsbeschluss vom Mai, zweite Zeile\nStädtepartnerschaft".encode()


def png(width: int = 2, height: int = 2) -> bytes:
    """A picture that says it is so large."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + end


def jpeg(width: int = 2, height: int = 2, comments: int = 1) -> bytes:
    """A picture that says it is so large, behind so many comments."""
    comment = (b"\xff\xfe" + struct.pack(">H", 6) + b"abcd") * comments
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"


def inflating(size: int) -> bytes:
    """A document whose last member says that it is so large once it is unpacked."""
    made = package("[Content_Types].xml", "word/document.xml")
    at = made.rindex(b"PK\x01\x02") + 24
    return made[:at] + struct.pack("<I", size) + made[at + 4 :]


def package(*members: str, first: tuple[str, str] | None = None) -> bytes:
    """A package with these files inside."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        if first:
            made.writestr(*first, compress_type=zipfile.ZIP_STORED)
        for member in members:
            made.writestr(member, "<x/>")
    return held.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")
XLSX = package("[Content_Types].xml", "xl/workbook.xml")
ODT = package("content.xml", first=("mimetype", "application/vnd.oasis.opendocument.text"))
