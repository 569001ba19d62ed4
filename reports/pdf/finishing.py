"""What makes drawn pages an archivable and accessible file: structure, links, bookmarks, metadata, colours, inputs.

The file claims PDF/UA-1 and PDF/A-2a, and holds both: tests run veraPDF on it. Why the inputs travel as private data
and not as an attachment stands in docs/decisions/0006-inputs-inside-the-pdf.md.
"""

import datetime
import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from models.message import say
from models.problem import InputRefused, Place, Problem
from reports.document import Attachment, Report
from reports.pdf import look
from reports.pdf.filling import Spot
from reports.pdf.pen import Drawn, Link
from reports.pdf.places import Entry
from reports.pdf.structure import Element, plant
from reports.typeface import one_line

PRODUCER = "Hanse"
# The sRGB profile of Little CMS (free to use), as Pillow makes it, with a fixed date instead of that of its making.
_COLOURS = Path(__file__).with_name("sRGB.icc")
_NO_DATE = "D:19800101000000Z"
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"
_LARGEST_ATTACHMENT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn, and everything that is not on the pages themselves.

    Attributes:
        pages: the file as it was drawn.
        root: the structure tree.
        drawn: the marks and links that drawing left behind.
        entries: the headings, for bookmarks.
        spots: where each anchor is.
    """

    pages: bytes
    root: Element
    drawn: Drawn
    entries: Sequence[Entry]
    spots: Mapping[str, Spot]


def finish(drawing: Drawing, report: Report) -> bytes:
    """The finished file of a report."""
    with Pdf.open(BytesIO(drawing.pages)) as pdf:
        links = [(link.element, _annotation(pdf, link, drawing.spots)) for link in drawing.drawn.links]
        plant(pdf, drawing.root, drawing.drawn.marks, links)
        _bookmarks(pdf, drawing.entries, drawing.spots)
        _describe(pdf, report)
        _embed(pdf, report)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def read_attachment(data: bytes, name: str) -> bytes:
    """The inputs that travel inside a report.

    Args:
        data: a PDF file, from anywhere: it may be broken or hostile.
        name: the name of the attachment.

    Raises:
        InputRefused: it is no PDF, has no such attachment, or one that cannot be read.
    """
    try:
        with Pdf.open(BytesIO(data)) as pdf:
            stream = pdf.Root.PieceInfo.Hanse.Private[f"/{_key(name)}"].Data
            return _inflate(stream.read_raw_bytes())
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError, zlib.error) as error:
        raise _refused(name) from error


def _refused(name: str) -> InputRefused:
    return InputRefused(
        (
            Problem(
                Place("report.pdf"),
                name,
                say("The file holds no readable inputs"),
                say("A report that this program wrote, unchanged, was expected"),
            ),
        )
    )


def _inflate(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    unpacked = unpacker.decompress(packed, _LARGEST_ATTACHMENT)
    if not unpacker.eof:
        raise ValueError("larger than any report")
    return unpacked


def _annotation(pdf: Pdf, link: Link, spots: Mapping[str, Spot]) -> pikepdf.Object:
    target = link.target
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(each, 2) for each in link.rectangle]),
        Border=Array([0, 0, 0]),
        F=4,
        Contents=String(one_line(target.text)),
    )
    if target.href is not None:
        annotation.A = Dictionary(S=Name.URI, URI=String(quote(target.href, safe=_IN_ADDRESSES)))
    else:
        spot = spots[target.anchor or ""]
        annotation.Dest = Array([pdf.pages[spot.page].obj, Name.XYZ, 0, round(look.TOP - spot.down + 12, 1), None])
    planted = pdf.make_indirect(annotation)
    page = pdf.pages[link.page].obj
    if Name.Annots not in page:
        page.Annots = Array()
        page.Tabs = Name.S
    page.Annots.append(planted)
    return planted


def _bookmarks(pdf: Pdf, entries: Sequence[Entry], spots: Mapping[str, Spot]) -> None:
    branches: list[OutlineItem] = []
    with pdf.open_outline() as outline:
        for entry in entries:
            spot = spots[entry.anchor]
            item = OutlineItem(entry.text, spot.page, "XYZ", left=0, top=round(look.TOP - spot.down + 12, 1))
            item.is_closed = True
            del branches[entry.level - 1 :]
            (branches[-1].children if branches else outline.root).append(item)
            branches.append(item)


def _describe(pdf: Pdf, report: Report) -> None:
    """Language, title and dates, in the catalogue, in the old dictionary and in XMP, all saying the same."""
    pdf.Root.Lang = String("de-DE" if report.language == "de" else "en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    title, subject = one_line(report.title), one_line(report.subject)
    day = _day(report)
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(Title=String(title), Subject=String(subject), Creator=String(PRODUCER), Producer=String(PRODUCER))
    )
    if day is not None:
        pdf.trailer.Info.CreationDate = pdf.trailer.Info.ModDate = String(_pdf_date(day))
    metadata = pdf.make_stream(_xmp(title, subject, day).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    profile = pdf.make_stream(_COLOURS.read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _embed(pdf: Pdf, report: Report) -> None:
    if not report.attachments:
        return
    private = Dictionary()
    for attachment in report.attachments:
        private[f"/{_key(attachment.name)}"] = _private(pdf, attachment)
    day = _day(report)
    modified = String(_NO_DATE if day is None else _pdf_date(day))
    pdf.Root.PieceInfo = Dictionary(Hanse=Dictionary(LastModified=modified, Private=private))


def _private(pdf: Pdf, attachment: Attachment) -> pikepdf.Object:
    packed = pdf.make_stream(zlib.compress(attachment.data, 9))
    packed.Filter = Name.FlateDecode
    return Dictionary(
        Name=String(one_line(attachment.name)),
        Description=String(one_line(attachment.description)),
        MediaType=String(attachment.media_type),
        Data=packed,
    )


def _key(name: str) -> str:
    """A PDF name for any file name, the same one every time."""
    return "File" + hashlib.sha256(one_line(name).encode()).hexdigest()


def _day(report: Report) -> datetime.date | None:
    return datetime.date.fromisoformat(report.date) if report.date else None


def _pdf_date(day: datetime.date) -> str:
    return f"D:{day:%Y%m%d}000000Z"


def _xmp(title: str, subject: str, day: datetime.date | None) -> str:
    dates = "".join(f"<xmp:{name}>{day}T00:00:00Z</xmp:{name}>" for name in ("CreateDate", "ModifyDate") if day)
    return _XMP.format(title=escape(title), subject=escape(subject), producer=PRODUCER, dates=dates)


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>{dates}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
