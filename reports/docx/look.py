"""The sheet and the styles of a document. Whoever edits it changes a style once, not every paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.tabstops import TabStops

from models.authored import Language
from models.branding import Branding
from reports.palette import PAPER

CODES: Mapping[Language, str] = {"de": "de-DE", "en": "en-GB"}
TEXT_WIDTH = 470.0
"""In points: A4 between its margins, the same as on paper."""

TABLE = "Report Table"
KICKER, LEAD, SMALL, FIGURE, LINE = "Kicker", "Lead", "Small", "Figure", "Line to fill in"
CELL, HEAD_CELL = "Table Text", "Table Head"
CELL_SIZE = 9.0
CONTENTS_TITLE = "Contents Title"
ANCHOR = "Between"
"""A line as good as empty: it parts two tables, carries a bookmark, or begins a page."""
_FACE = "Arial"
"""On every machine with an office program, or with letters of the same width."""
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a document's type."""

    ink: str = PAPER.ink
    muted: str = PAPER.muted
    heading: str = PAPER.heading
    accent: str = PAPER.accent


PLAIN = Colours("#000000", "#000000", "#000000", "#000000")
"""Black on white: what is pasted into somebody else's template brings no colour along."""


def in_colours(branding: Branding) -> Colours:
    """The colours of a branding: its main colour for headings, its accent for what is small."""
    return Colours(heading=branding.main or PAPER.heading, accent=branding.accent or PAPER.accent)


def prepare(document: Document, language: Language, colours: Colours) -> None:
    """Sets page, language and styles of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.header_distance, section.footer_distance = Mm(12), Mm(11)
    _speak(document, language)
    _text_styles(document, colours)
    _table_style(document)
    _modern(document)


def _speak(document: Document, language: Language) -> None:
    """The language of everything that does not name another one."""
    for each in document.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), CODES[language])
        each.set(qn("w:eastAsia"), CODES[language])


def _text_styles(document: Document, colours: Colours) -> None:
    _style(document, "Normal", 10, colours.ink, after=6, leading=1.25)
    _style(document, "Title", 30, colours.heading, bold=True, after=8)
    _style(document, "Subtitle", 14, colours.muted, after=14)
    for level, (size, before, after) in {1: (20, 18, 8), 2: (14, 14, 5), 3: (11.5, 10, 3)}.items():
        _style(document, f"Heading {level}", size, colours.heading, bold=True, before=before, after=after)
    _style(document, "Caption", 9, colours.muted, before=4, after=8)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number"):
        _style(document, name, 10, colours.ink, after=3, leading=1.2)
    _style(document, "Header", 7.5, colours.muted)
    _style(document, "Footer", 7.5, colours.muted)
    _style(document, CELL, CELL_SIZE, colours.ink, before=1.5, after=1.5, leading=1.05)
    _style(document, HEAD_CELL, CELL_SIZE, colours.heading, bold=True, before=2.5, after=2.5, leading=1.05)
    _style(document, LEAD, 13, colours.heading, after=10, leading=1.3)
    _style(document, KICKER, 9, colours.accent, bold=True, before=4, after=2)
    _style(document, SMALL, 9, colours.muted, after=4)
    _style(document, FIGURE, 10.5, colours.ink, before=4, after=4)
    _ruled(_style(document, LINE, 10.5, colours.ink, before=14, after=2))
    for level in (1, 2):
        entry = _style(document, f"toc {level}", 9.5, colours.ink, after=1, bold=level == 1)
        entry.paragraph_format.left_indent = Pt(14 * (level - 1))
        _tabs(entry).add_tab_stop(Pt(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _style(document, CONTENTS_TITLE, 20, colours.heading, bold=True, after=8)
    _style(document, ANCHOR, 4, colours.muted)
    for name in ("Header", "Footer"):
        tabs = _tabs(_existing(document, name))
        tabs.clear_all()
        tabs.add_tab_stop(Pt(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _style(
    document: Document,
    name: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    leading: float = 1.1,
) -> ParagraphStyle:
    style = _existing(document, name)
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FACE, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour[1:])
    spaced = style.element.rPr.find(qn("w:spacing"))
    if spaced is not None:
        style.element.rPr.remove(spaced)
    fonts = style.element.rPr.rFonts
    for each in _THEMED:
        fonts.attrib.pop(qn(f"w:{each}"), None)
    for each in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{each}"), _FACE)
    frame = style.paragraph_format
    frame.space_before, frame.space_after, frame.line_spacing = Pt(before), Pt(after), leading
    return style


def _existing(document: Document, name: str) -> ParagraphStyle:
    if name in [each.name for each in document.styles]:
        found = cast(ParagraphStyle, document.styles[name])
    else:
        found = cast(ParagraphStyle, document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        found.base_style = document.styles["Normal"]
        found.quick_style = True
    for border in found.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        border.getparent().remove(border)
    return found


def _tabs(style: ParagraphStyle) -> TabStops:
    return cast(TabStops, style.paragraph_format.tab_stops)


def _ruled(style: ParagraphStyle) -> None:
    """A line to write on below each paragraph of the style."""
    style.element.get_or_add_pPr().append(
        parse_xml(
            f"<w:pBdr {nsdecls('w')}>"
            f'<w:bottom w:val="single" w:sz="4" w:space="1" w:color="{PAPER.muted[1:]}"/></w:pBdr>'
        )
    )


def _table_style(document: Document) -> None:
    """Hair lines between rows. A head has a style of its own: LibreOffice sets no type from the style of a table."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{PAPER.line[1:]}"'
    edges = "".join(f"<w:{edge} {line}/>" for edge in ("top", "bottom", "insideH"))
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
            f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
            f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
            '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        )
    )


def _modern(document: Document) -> None:
    """Tells Word that the file is of today, so that it does not open in a mode for old files."""
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    settings.insert_element_before(compat, *_AFTER_COMPAT)


_AFTER_COMPAT = (
    "w:docVars",
    "w:rsids",
    "m:mathPr",
    "w:attachedSchema",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:doNotIncludeSubdocsInStats",
    "w:shapeDefaults",
    "w:decimalSymbol",
    "w:listSeparator",
)
"""What stands behind the entry in a settings file, in the order that the format wants."""
