"""Reports and charts to draw: one of everything, in both languages, calm and hostile."""

from collections.abc import Collection
from dataclasses import replace

from models.authored import Language
from reports.charts import (
    Bar,
    Bars,
    Dumbbell,
    GapRow,
    HeatCell,
    HeatRow,
    HeatStrip,
    Lines,
    Panel,
    Radar,
    Series,
    Tree,
    Twig,
)
from reports.document import (
    Attachment,
    Beside,
    Block,
    Cover,
    FillIn,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Section,
    Span,
    Table,
    Tile,
    Tiles,
    Together,
    cell,
    line,
)

AXES: dict[Language, tuple[str, ...]] = {
    "de": (
        "Strategie & Steuerung",
        "Städtepartnerschaften",
        "Mehrebenen-Diplomatie & Interessenvertretung",
        "Kompetenzen, Lernen & Wirkung",
        "Repräsentation & Profil",
        "Fachliche Zusammenarbeit",
        "Dialog, Frieden & Resilienz",
        "Stadtgesellschaft & Öffentlichkeit",
    ),
    "en": (
        "Strategy & governance",
        "Partnerships & networks",
        "Multi-level diplomacy & representation of interests",
        "Skills, learning & impact",
        "Representation & profile",
        "Technical cooperation",
        "Dialogue, peace & resilience",
        "Urban society & public",
    ),
}
_SENTENCE: dict[Language, str] = {
    "de": "Die Zuständigkeiten sind in einer Dienstanweisung festgehalten und werden jährlich überprüft; "
    "Städtepartnerschaften folgen einem gemeinsamen Arbeitsprogramm mit messbaren Zielen.",
    "en": "Responsibilities are written down in a standing instruction and are reviewed every year; "
    "partnerships follow a joint programme of work with measurable objectives.",
}
HOSTILE: dict[str, str] = {
    "markup": 'Hinter <img src="/etc/passwd"> und <b>fett</b> &amp; <para> steht </para> noch Text.',
    "image": '<img src="/etc/passwd" width="10" height="10"/>',
    "emoji": "Partnerstadt \U0001f600\U0001f1e9\U0001f1ea\U0001f468\u200d\U0001f469\u200d\U0001f467 gefällt",
    "chinese": "友好城市 heißt Partnerstadt, 友好城市国际交流协会",
    "arabic": "مدينة شقيقة und עיר תאומה mittendrin",
    "accents": "Łódź, Đà Nẵng, Ħamrun, Ķekava, Šiauliai, ﬁne, e\u0301, Αθήνα, Київ, ½ € ₴ → ≥ ☐",
    "control": "a\x00b\x07c\x1bd\u202ee\u200bf\ufeffg\ud800h\ufffei\x85j\u2028k\tl",
    "private": "Zeichen \ue000 aus eigenem Vorrat \U000f0000 hier",
    "long word": "Donaudampfschifffahrtsgesellschaft" * 117 + "ende",
    "long number": "1" * 4000,
    "many words": " ".join(f"Wort{number}" for number in range(700)),
    "many lines": "\n".join(f"Zeile {number}" for number in range(400)),
    "empty": "",
    "blank": "   \n \n  ",
}


def tree() -> Tree:
    """A number with what it rests on; one part holds it down and is opened."""
    leaves = (
        Twig("O1", "Der Auftrag ist beschlossen.", "F", "F"),
        Twig("O2", "Alle kennen ihn.", "P", "P", holds=True),
    )
    below = (
        Twig("PA 1.1", "Durchführung", "L", "L", holds=True, below=leaves),
        Twig("PA 2.1", "Planung und Steuerung", "N bis F"),
    )
    return Tree(
        "GOV.1 Mandat: 1 bis 2",
        "Baum: GOV.1 Mandat hat 1 bis 2",
        Twig("GOV.1", "Mandat und gemeinsames Verständnis", "1 bis 2", below=below),
        "steht dem nächsten Grad im Weg",
    )


def dumbbell() -> Dumbbell:
    """Below the target, beyond it, at it, open, and not assessed."""
    rows = (
        GapRow("GOV.1", "Mandat", 1, 1, 3, "1"),
        GapRow("GOV.2", "Strategie und Prioritäten", 0, 2, 2, "0 bis 2"),
        GapRow("CAP.1", "Qualifizierung", 3, 3, 2, "mindestens 3"),
        GapRow("CAP.2", "Wissensmanagement", 2, 2, 2, "2"),
        GapRow("PAR.1", "Partnerauswahl", None, None, 1, "nicht bewertet"),
    )
    ticks = tuple(str(level) for level in range(6))
    title = "Zum Ziel fehlen zwei Prozessen vier Grade"
    return Dumbbell(title, "Grade jetzt und im Ziel", rows, 0, 5, ticks, "jetzt", "möglich", "Ziel: Solide")


def lines(moments: int = 4) -> Lines:
    """Panels that rise, stay open, and have no figure at first; something else was asked before the third moment."""
    days = ("März 2020", "März 2022", "Mai 2024", "Mai 2026", "Mai 2028", "Mai 2030", "Mai 2032")[:moments]
    values = (0.3, 1.0, 1.5, 2.25, 2.5, 3.0, 4.0)[:moments]
    labels = tuple(str(each) for each in values)
    later = (None, *values[1:])
    panels = [
        Panel("GOV", AXES["de"][0], values, values, labels),
        Panel("PAR", AXES["de"][1], values, tuple(each + 0.75 for each in values), labels),
        Panel("MLD", AXES["de"][2], later, later, ("nicht bewertet", *labels[1:])),
        Panel("CAP", AXES["de"][3], (5.0,) * moments, (5.0,) * moments, ("5,0",) * moments),
        Panel("REP", AXES["de"][4], (0.0,) * moments, (0.0,) * moments, ("0,0",) * moments),
    ]
    names = ("sicher", "möglich, solange Antworten offen sind")
    return Lines("Gestiegen", "Linien je Dimension", days, tuple(panels), 0, 5, *names, (2,), "andere Fragen")


def radar(language: Language = "de") -> Radar:
    """A radar with everything: interval, target, last time, band."""
    return Radar(
        title="Stark in Partnerschaften, am Anfang bei Resilienz",
        alt="Netzdiagramm mit acht Achsen von 0 bis 5",
        axes=AXES[language],
        series=(
            Series("sicher", "city", (2.0, 3.5, 1.0, 2.5, 0.0, 1.5, 4.0, 3.0)),
            Series("möglich", "city-high", (2.5, 3.5, 2.0, 2.5, 1.0, 1.5, 4.0, 3.0)),
            Series("Ziel", "target", (3.0, 4.0, 3.0, 3.0, 3.0, 3.0, 4.0, 3.0)),
            Series("Letztes Mal", "previous", (1.5, 3.0, 1.0, 2.0, 0.0, 1.0, 3.0, 2.0)),
        ),
        minimum=0,
        maximum=5,
        band=((1.0, 2.0),) * 8,
        band_name="mittlere Hälfte",
    )


def gappy_radar(language: Language = "de") -> Radar:
    """A radar with axes that have no figure."""
    values = (2.0, 3.5, None, 2.5, None, 1.5, None, 3.0)
    return replace(radar(language), series=(Series("sicher", "city", values),), band=None)


def bars() -> Bars:
    """Bars of all kinds: nought, a sure figure, a range, nothing, the whole scale."""
    ticks = ("0 im Aufbau", "1 durchgeführt", "2 gesteuert", "3 etabliert", "4 messbar", "5 innovativ")
    return Bars(
        title="Zwei Prozesse stehen fest",
        alt="Balken für fünf Prozesse",
        bars=(
            Bar(
                "GOV.1",
                "Mandat und gemeinsames Verständnis in der ganzen Verwaltung verankern",
                1,
                1,
                "1",
                3,
                "Strategie",
            ),
            Bar("GOV.2", "Koordination", 0, 0, "0", 2, "Strategie"),
            Bar("PAR.1", "Partnerauswahl", 1, 3, "1 bis 3", 3, "Partnerschaften"),
            Bar("PAR.2", "Pflege", None, None, "nicht bewertet", None, "Partnerschaften"),
            Bar("PAR.3", "Netze", 5, 5, "5", 5, "Partnerschaften"),
        ),
        minimum=0,
        maximum=5,
        ticks=ticks,
        sure_name="sicher",
        possible_name="möglich",
        target_name="Ziel",
    )


def heat(rows: int = 3) -> HeatStrip:
    """Rated, open and refined fields."""
    letters = ("F", "L", "P-L", "P", "N", None, "L+", "P-", "N")
    cells = tuple(HeatCell(each and each[0], each or "–") for each in letters)
    return HeatStrip(
        title="Die Grundlagen tragen",
        alt="Buchstaben je Prozess und Attribut",
        columns=("1.1", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2"),
        rows=tuple(HeatRow(f"GOV.{number}", "Mandat und Verständnis", cells, "1–3") for number in range(1, rows + 1)),
        badge_name="Stufe",
    )


def calm(language: Language = "de") -> Report:
    """A report with one of every block."""
    sections = (
        Section("reading", (Heading(2, "So lesen Sie diesen Bericht"), *_reading(language)), new_page=False),
        Section("summary", _summary(language)),
        Section("pictures", _pictures(language)),
        *(Section(f"process-{number}", _process(number, language)) for number in range(1, 6)),
        Section("paper", (Heading(1, "Fragebogen"), *_paper())),
    )
    return _report(sections, language)


ENDLESS = ("long word", "long number", "many words", "many lines")
"""The hostile texts whose danger is their length."""


def hostile(language: Language = "de", without: Collection[str] = ()) -> Report:
    """A report whose every text was written to break it, all of `HOSTILE` or without some."""
    chosen = {name: text for name, text in HOSTILE.items() if name not in without}
    parts = tuple(_hostile_part(name, text, language) for name, text in chosen.items())
    texts = " ".join(HOSTILE[name] for name in ("markup", "emoji", "chinese", "arabic", "control", "private"))
    report = _report((*calm(language).sections, *parts), language)
    cover = Cover(
        texts, texts, texts, (texts, texts), replace(radar(language), axes=(texts,) * 8, title=texts, alt=texts)
    )
    attachment = Attachment(texts[:200], texts, "application/json", b"{}")
    return replace(
        report,
        title=texts,
        subject=texts,
        cover=cover,
        running_head=texts,
        running_foot=texts,
        draft_mark="Entwurf",
        attachments=(attachment,),
    )


def _hostile_part(name: str, text: str, language: Language) -> Section:
    heading = text[:200]
    rows = tuple((cell(text), cell(text, letter="L", align="center"), cell(text)) for _ in range(2))
    chart = replace(bars(), bars=(Bar(heading, heading, 1, 2, heading, None, heading),), sure_name=heading, alt=text)
    strip = replace(heat(), rows=(HeatRow(heading, heading, (HeatCell("L", heading),) * 9, heading),))
    blocks: tuple[Block, ...] = (
        Heading(1, f"{name} {heading}", anchor=name),
        Paragraph(line(text, Span(text, strong=True), Span(text, href=f"https://example.org/{name}"))),
        Items((line(text), line(Span(heading, anchor=name)))),
        Table((cell(heading), cell("B"), cell(text)), rows, (3, 1, 6), heading, show_caption=True),
        Tiles((Tile(heading, heading), Tile("1", heading))),
        Picture(chart, text),
        Picture(strip),
        Beside((Paragraph(line(text)),), (Picture(gappy_radar(language)),), 0.4),
        FillIn((heading, "ja"), 2, heading),
    )
    return Section(name, blocks, new_page=False)


def _report(sections: tuple[Section, ...], language: Language) -> Report:
    lines = ("Stand 21. November 2026", "Modell urban-diplomacy 1.0.0", "Intern")
    return Report(
        language=language,
        title="Bericht Musterstadt",
        subject="Selbsteinschätzung der Städtediplomatie",
        date="2026-11-21",
        cover=Cover("Selbsteinschätzung", "Musterstadt", "Wie verlässlich die Stadt arbeitet", lines, radar(language)),
        contents_title="Inhalt" if language == "de" else "Contents",
        sections=sections,
        running_head="Musterstadt · Selbsteinschätzung",
        running_foot="urban-diplomacy 1.0.0 · 21. November 2026",
        attachments=(Attachment("inputs.json", "Antworten", "application/json", b'{"city": "Musterstadt"}'),),
    )


def _reading(language: Language) -> tuple[Block, ...]:
    rows = tuple((cell(letter, letter=letter, align="center"), cell(_SENTENCE[language])) for letter in "NPLF")
    return (Table((cell("Buchstabe"), cell("Bedeutung")), rows, (1, 5), "Buchstaben"),)


def _summary(language: Language) -> tuple[Block, ...]:
    text = _SENTENCE[language]
    return (
        Paragraph(line("Auf einen Blick"), "kicker"),
        Heading(1, "Zusammenfassung", "summary"),
        Paragraph(line(Span("Verlässlich", strong=True), " ist die Partnerschaftsarbeit. ", text), "lead"),
        Tiles((Tile("12", "Prozesse bewertet"), Tile("1 bis 3", "Reifegrad"), Tile("mindestens 3", "Stufe"))),
        Heading(2, "Drei Stärken"),
        Items(tuple(line(Span(f"PAR.{number}", strong=True), " ", text) for number in range(3)), numbered=True),
        Paragraph(line("Mehr: ", Span("zum Prozess", anchor="process-1"), " oder ", _WEB, "."), "small"),
    )


_WEB = Span("https://www.example.org/ein/langer/pfad/bis/ans/ende?frage=antwort", href="https://www.example.org/")


def _pictures(language: Language) -> tuple[Block, ...]:
    values = tuple((cell(axis), cell("2,5", align="end")) for axis in AXES[language])
    table = Table((cell("Dimension"), cell("Wert", align="end")), values, (3, 1), "Werte")
    return (
        Heading(1, "Profil", in_contents=True),
        Picture(radar(language), "Skala 0 bis 5"),
        Beside((Picture(gappy_radar(language)),), (Heading(3, "Werte"), table)),
        PageBreak(),
        Together((Heading(2, "Balken"), Picture(bars()))),
        Picture(heat()),
    )


def _process(number: int, language: Language) -> tuple[Block, ...]:
    text = _SENTENCE[language]
    rows = tuple((cell(f"PA {each}"), cell(each, letter=each, align="center"), cell(text)) for each in "FLPN")
    head = (cell("Attribut"), cell("Bewertung"), cell("Begründung"))
    return (
        Heading(2, f"PAR.{number} Pflege der Partnerschaften", f"process-{number}", in_contents=True),
        Paragraph(line(*[f"{text} "] * 4)),
        Table(head, rows * 4, (1, 1, 4), "Attribute", show_caption=True),
        Heading(3, "Empfehlungen"),
        Items(tuple(line(text) for _ in range(4))),
    )


def _paper() -> tuple[Block, ...]:
    boxes = ("nicht", "teilweise", "weitgehend", "vollständig", "weiß nicht", "trifft nicht zu")
    return tuple(FillIn(boxes, 2, f"{number}. Ist das Ziel bekannt?") for number in range(1, 9))
