"""Which files may be kept as evidence. The content decides, and it must be what the name says it is.

Nothing is opened, unpacked or drawn here; what a picture or a package claims about itself is read and compared.
"""

import io
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from assessment.desk.errors import NotAccepted
from models.evidence import FILE_LIMIT, FILE_NAME_LIMIT
from models.message import say

PIXEL_LIMIT = 50_000_000
"""More than any camera at hand takes; what claims more is made to bring a viewer down."""

MEMBER_LIMIT = 5_000
"""Files inside a package; no office program writes as many."""

UNPACKED_LIMIT = 500_000_000
"""Bytes that a package may say it holds; what says more is made to fill the memory of whoever opens it."""

_SEGMENTS_BEFORE_FRAME = 2_000
"""Of a JPEG; cameras write some dozens. Each step costs time, in which nobody else is served."""

_PNG = b"\x89PNG\r\n\x1a\n"
_NO_FRAME = {0xC4, 0xC8, 0xCC}
_NOT_IN_TEXT = frozenset(range(32)) - frozenset(b"\t\n\f\r") | {127}
_RESERVED = '/\\:*?"<>|'


def media_type(name: str, content: bytes) -> str:
    """The media type of a file that may be kept. Raises `NotAccepted`."""
    if len(content) > FILE_LIMIT:
        raise too_large()
    kind = KINDS.get(PurePosixPath(name).suffix.lower())
    if kind is None:
        raise NotAccepted(
            say("{name} cannot be kept here. These can: PDF, PNG, JPEG, DOCX, XLSX, ODT, TXT.", name=name)
        )
    named, is_one = kind
    if not is_one(content):
        raise NotAccepted(
            say("{name} is not what its name says, is damaged, or holds macros. Please save it anew.", name=name)
        )
    return named


def too_large() -> NotAccepted:
    """Why a file is refused before it is looked at."""
    return NotAccepted(say("This file is too large. {limit} MB are the limit.", limit=FILE_LIMIT // 1_000_000))


def file_name(written: str) -> str:
    """The name of a file, without folders and without what no system or eye can tell apart. Raises `NotAccepted`."""
    last = written.replace("\\", "/").rsplit("/", 1)[-1]
    decent = "".join(each for each in unicodedata.normalize("NFC", last) if _is_decent(each))
    path = PurePosixPath(" ".join(decent.split()).strip(". "))
    if not path.stem or not path.suffix:
        raise NotAccepted(say("Please give the file a name with its ending, such as .pdf."))
    return path.stem[: FILE_NAME_LIMIT - len(path.suffix)] + path.suffix


def _is_decent(character: str) -> bool:
    return character not in _RESERVED and unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]


def _is_png(content: bytes) -> bool:
    if not content.startswith(_PNG) or content[12:16] != b"IHDR" or b"IEND" not in content[-64:]:
        return False
    return _fits(*struct.unpack(">II", content[16:24]))


def _is_jpeg(content: bytes) -> bool:
    """Walks from segment to segment to the frame, which says how large the picture is."""
    at = 2
    for _ in range(_SEGMENTS_BEFORE_FRAME if content.startswith(b"\xff\xd8\xff") else 0):
        if content[at : at + 1] != b"\xff" or at + 9 > len(content):
            return False
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return _fits(width, height)
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big") if marker != 0xFF else 1
    return False


def _fits(width: int, height: int) -> bool:
    return 0 < width * height <= PIXEL_LIMIT


def _is_docx(content: bytes) -> bool:
    return {"[Content_Types].xml", "word/document.xml"} <= _members(content)


def _is_xlsx(content: bytes) -> bool:
    return {"[Content_Types].xml", "xl/workbook.xml"} <= _members(content)


def _is_odt(content: bytes) -> bool:
    # The format wants its type as the first member, as it is: it can be read without unpacking anything.
    kind = b"mimetypeapplication/vnd.oasis.opendocument.text"
    return content[30 : 30 + len(kind)] == kind and "content.xml" in _members(content)


def _members(content: bytes) -> frozenset[str]:
    """The names inside a package; none where it is no package, holds macros, or is made to do harm when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
        return frozenset()
    names = frozenset(each.filename for each in members)
    hostile = any(map(_is_macro, names)) or any(map(_leads_out, names))
    too_much = len(members) > MEMBER_LIMIT or sum(each.file_size for each in members) > UNPACKED_LIMIT
    return frozenset() if hostile or too_much else names


def _leads_out(name: str) -> bool:
    """Whether a member would land outside of the folder into which the package is unpacked."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/")


def _is_macro(name: str) -> bool:
    return name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/"))


def _is_text(content: bytes) -> bool:
    return bool(content) and not _NOT_IN_TEXT & frozenset(content)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

KINDS: Mapping[str, tuple[str, Callable[[bytes], bool]]] = MappingProxyType(
    {
        ".pdf": ("application/pdf", _is_pdf),
        ".png": ("image/png", _is_png),
        ".jpg": ("image/jpeg", _is_jpeg),
        ".jpeg": ("image/jpeg", _is_jpeg),
        ".docx": (_WORD, _is_docx),
        ".xlsx": (_EXCEL, _is_xlsx),
        ".odt": ("application/vnd.oasis.opendocument.text", _is_odt),
        ".txt": ("text/plain", _is_text),
    }
)
"""Endings that may be kept, each with its media type and what its content must be."""
