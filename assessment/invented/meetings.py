"""What invented cities meet for and tell of. No event, place or practice is real."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from models.city_profile import SpecialRole
from models.matching import Topic
from models.programme import EventKind

RESOURCES_PER_POST = 0.6
"""The most that others add to each euro of a city's own."""

TOPICS_OF: Mapping[SpecialRole, tuple[Topic, ...]] = {
    "capital": ("agenda", "culture"),
    "state_capital": ("culture", "science", "human_rights"),
    "international_seat": ("agenda", "human_rights", "climate"),
    "border": ("mobility", "youth", "resilience"),
    "port": ("climate", "economy", "energy"),
    "university": ("science", "youth", "digital"),
    "post_industrial": ("energy", "housing", "economy"),
    "tourism": ("culture", "youth", "mobility"),
    "events": ("sport", "resilience"),
}
"""What matters to a city by the first of its special roles."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event: `days` from now, negative where it is over, and the number of its cohort (None for everybody)."""

    title: str
    kind: EventKind
    cohort: int | None
    days: int
    lasts: int
    begins: datetime.time | None
    ends: datetime.time | None
    place: str
    about: str
    result: str = ""


MEETINGS = (
    Meeting(
        "Auftakt: Wo stehen wir? (erfunden)", "training", 0, -80, 1, datetime.time(10), datetime.time(16),
        "Auenfelde, Bürgersaal (erfunden)",
        "Schnellcheck gemeinsam, Netzdiagramm lesen, zwei Fälle besprechen.",
        "Acht Verabredungen zum kollegialen Austausch; alle Städte bringen bis zum nächsten Treffen eine Maßnahme mit.",
    ),
    Meeting(
        "Round table of ports: partnerships under strain (invented)", "round_table", 1, -25, 1, datetime.time(14),
        datetime.time(16, 30), "Port Merrin, Customs House (invented)",
        "Three cities tell how they decided to pause a partnership, and what they kept.",
        "A shared list of questions to ask before a decision; it is being tried in two cities.",
    ),
    Meeting(
        "Werkstatt: Besuche, die etwas bewirken (erfunden)", "training", 0, 24, 1, datetime.time(9, 30),
        datetime.time(13), "Wiesenborn, Rathaus (erfunden)",
        "Vom Anlass zum Ergebnis: Vorbereitung, Protokoll und Nacharbeit an einem eigenen Besuch üben.",
    ),
    Meeting(
        "Summit of large programmes (invented)", "summit", 2, 61, 2, None, None, "Grand Calder (invented)",
        "Two days on funding, steering and evaluating work in many partnerships at once.",
    ),
    Meeting(
        "Netzwerktreffen aller Städte · Meeting of all cities (erfunden/invented)", "other", None, 95, 1,
        datetime.time(10), datetime.time(15), "online (erfunden/invented)",
        "Ergebnisse des Jahres, offener Tisch, neue Themen. · Results of the year, open table, new topics.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A good practice: `days` ago its source was written."""

    city: str
    what: str
    processes: tuple[str, ...]
    step: tuple[int, int]
    source: str
    days: int
    named: bool
    published: bool


PRACTICES = (
    Told(
        "Hafenstein", "Jede Partnerschaft hat ein Jahresblatt mit Ziel, Zuständigen und Ergebnissen; der Ausschuss "
        "sieht alle Blätter im Herbst.", ("PAR.2", "CAP.3"), (1, 2), "Vorlage 117 (erfunden)", 200, True, True,
    ),
    Told(
        "Northmoor", "Before a delegation leaves, its department names one question it wants answered; two weeks "
        "after the return the answer stands on the intranet.", ("REP.1", "CAP.2"), (1, 2), "Travel guidance, page 4 "
        "(invented)", 310, True, True,
    ),
    Told(
        "Grenzfurt", "Ein gemeinsamer Kalender mit der Nachbarstadt zeigt Besuche, Sitzungen und Feste beider Seiten.",
        ("MLD.1",), (0, 1), "Rahmenvereinbarung, Anlage 2 (erfunden)", 150, False, True,
    ),
    Told(
        "Port Merrin", "The harbour, the chamber and the city share one list of contacts in partner ports, kept by "
        "whoever travelled last.", ("CAP.2", "SOC.2"), (1, 2), "Minutes of the harbour board (invented)", 60, True,
        False,
    ),
)  # fmt: skip
