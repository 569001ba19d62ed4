"""Who plays: the invented cities and what they are like. Everything about them is made up."""

from dataclasses import dataclass

from models.authored import Language
from models.city_profile import Kind, Rank, SpecialRole, StrategyState, Unit


@dataclass(frozen=True, slots=True)
class Character:
    """A city: how strong its work is on the whole (0 to 3, as a level), where it is stronger and weaker, and its facts.

    `sets` are the process sets that it assesses, none for all processes. `gain` is what a year brought. `done` says how
    much of this year's assessment is answered; 1 means that it is closed.
    """

    name: str
    language: Language
    country: str
    region: str
    population: int
    kind: Kind
    roles: tuple[SpecialRole, ...]
    unit: Unit
    rank: Rank
    staff: str
    budget: int
    currency: str
    partnerships: tuple[int, int, int, int]
    active: int
    networks: tuple[str, ...]
    strategy: StrategyState
    strength: float
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    sets: tuple[str, ...]
    level: int
    gain: float
    done: float
    cohorts: tuple[int, ...]


CAST = (
    Character(
        "Auenfelde", "de", "DE", "DE-NW", 14_300, "municipality", (), "mayor", "officer", "0.2", 6_000, "EUR",
        (2, 0, 0, 1), 2, (), "none", 0.7, ("SOC",), ("GOV", "CAP"), ("B",), 2, 0.3, 0.5, (0,),
    ),
    Character(
        "Wiesenborn", "de", "DE", "DE-HE", 38_500, "municipality", ("tourism",), "culture", "officer", "0.5", 18_000,
        "EUR", (4, 1, 0, 2), 3, ("Rat der Gemeinden",), "none", 0.6, ("PAR", "REP"), ("PEA",), ("B", "E2"), 3, 0.2,
        1.0, (0, 2),
    ),
    Character(
        "Kirschtal", "de", "AT", "AT-3", 72_000, "municipality", ("university",), "own_office", "unit", "1.5", 40_000,
        "EUR", (5, 2, 1, 3), 7, ("Klimabündnis", "Netz kleiner Hochschulstädte"), "draft", 1.4, ("COO",), ("CAP",),
        ("B", "E2"), 3, 0.4, 1.0, (0, 2),
    ),
    Character(
        "Eichenmarkt", "de", "DE", "DE-SN", 141_000, "independent_city", ("post_industrial",), "business", "unit",
        "2.5", 85_000, "EUR", (7, 3, 2, 4), 9, ("Bund der Industriestädte",), "draft", 1.5, ("PAR",), ("SOC", "PEA"),
        ("B", "E2"), 3, 0.1, 1.0, (0, 2),
    ),
    Character(
        "Grenzfurt", "de", "DE", "DE-SL", 228_000, "independent_city", ("border", "university"), "mayor", "unit", "5",
        210_000, "EUR", (6, 4, 5, 6), 16, ("Grenzstädte im Gespräch", "Bund für Begegnung"), "adopted", 2.1,
        ("MLD", "SOC"), ("CAP",), ("B", "E2"), 3, 0.3, 1.0, (1, 2),
    ),
    Character(
        "Hafenstein", "de", "DE", "DE-MV", 412_000, "independent_city", ("port", "post_industrial"), "own_office",
        "department", "9.5", 520_000, "EUR", (9, 5, 6, 8), 22, ("Rat der Häfen", "Bund für Begegnung"), "adopted", 2.7,
        ("COO", "PAR"), ("PEA",), ("B", "E2"), 3, 0.2, 1.0, (1, 2),
    ),
    Character(
        "Königsau", "de", "DE", "DE-BY", 623_000, "independent_city", ("state_capital", "university", "events"),
        "mayor", "department", "14", 1_100_000, "EUR", (11, 6, 9, 12), 30, ("Rat der Residenzen",), "revision", 3.0,
        ("REP", "GOV"), ("SOC",), ("B", "E2"), 3, 0.2, 1.0, (2,),
    ),
    Character(
        "Ashcombe Vale", "en", "GB", "GB-DEV", 46_000, "municipality", ("tourism",), "culture", "officer", "0.4",
        12_000, "GBP", (3, 1, 0, 0), 2, ("Friendly Towns League",), "none", 0.4, ("SOC",), ("COO",), ("B", "E2"), 3,
        0.5, 1.0, (0, 2),
    ),
    Character(
        "Millbrook Ferry", "en", "US", "US-OH", 118_000, "municipality", ("university", "post_industrial"), "business",
        "unit", "2", 95_000, "USD", (5, 0, 2, 3), 6, ("River Cities Exchange",), "draft", 1.6, ("COO",), ("MLD",),
        ("B", "E2"), 3, 0.3, 1.0, (0, 2),
    ),
    Character(
        "Port Merrin", "en", "IE", "IE-CO", 290_000, "independent_city", ("port",), "own_office", "unit", "4", 240_000,
        "EUR", (8, 3, 3, 5), 13, ("Council of Harbours", "Island Cities Forum"), "adopted", 1.9, ("PAR",), ("GOV",),
        ("B", "E2"), 3, 0.4, 1.0, (1, 2),
    ),
    Character(
        "Northmoor", "en", "GB", "GB-LDS", 561_000, "metropolitan", ("post_industrial", "events"), "sustainability",
        "department", "7", 430_000, "GBP", (9, 2, 7, 6), 19, ("Northern Cities Compact",), "adopted", 2.6,
        ("CAP", "PEA"), ("REP",), ("B", "E2"), 3, 0.1, 1.0, (1, 2),
    ),
    Character(
        "Grand Calder", "en", "CA", "CA-ON", 1_920_000, "metropolitan", ("international_seat", "port", "university"),
        "own_office", "department", "26", 3_400_000, "CAD", (12, 8, 15, 20), 48,
        ("World Cities Table", "Council of Harbours"), "adopted", 2.8, ("MLD", "GOV"), (), (), 3, 0.1, 0.8, (1,),
    ),
)  # fmt: skip

MADE_UP = {"de": "erfunden", "en": "invented"}
"""What stands behind every invented name."""

COHORTS = (
    ("Kleine und mittlere Städte · Small and mid-size towns (erfunden/invented)", 120),
    ("Häfen und Grenzen · Ports and borders (erfunden/invented)", 300),
    ("Gemeinsamer Weg · Joint course (erfunden/invented)", 210),
)
"""The cohorts, and how many days ago each began."""

PEOPLE = {
    "de": ("Kim Beispiel (erfunden)", "Robin Muster (erfunden)"),
    "en": ("Alex Sample (invented)", "Jo Specimen (invented)"),
}
"""Who is said to have answered."""

NOTES = {
    "de": {
        "N": ("Bisher nicht; niemand ist dafür benannt.", "Wurde besprochen, aber nie begonnen."),
        "P": ("Nur in einem Fachbereich, und ohne Absprache.", "Geschieht auf Zuruf; zuletzt vor zwei Jahren."),
        "L": ("Im Großen und Ganzen ja; bei Vertretung fehlt die Übergabe.", "Ja, für die meisten Partnerschaften."),
        "F": ("Ja, und es ist nachgewiesen.", "Läuft seit Jahren verlässlich; jährlich überprüft."),
    },
    "en": {
        "N": ("Not so far; nobody is named for it.", "Talked about, never begun."),
        "P": ("In one department only, without agreement.", "Happens on demand; last time two years ago."),
        "L": ("By and large yes; a handover is missing when people are away.", "Yes, for most partnerships."),
        "F": ("Yes, and it is on record.", "Has worked dependably for years; reviewed every year."),
    },
}
TITLES = {"de": "Selbstbewertung {year}", "en": "Self-assessment {year}"}
RECORDS = {"de": "{what}, Akte {number}/{year} (erfunden)", "en": "{what}, file {number}/{year} (invented)"}

SIGNED = {
    "de": {
        "sponsor": "Oberbürgermeisteramt (erfunden)",
        "purpose": "Standort bestimmen und Maßnahmen für das nächste Jahr wählen",
        "assessors": "Büro für Internationales",
        "participants": "Büro für Internationales, Protokoll, Wirtschaftsförderung, Kultur",
        "evidence_basis": "Ratsvorlagen, Arbeitspläne, Vermerke, Gespräche mit den Fachbereichen",
    },
    "en": {
        "sponsor": "Office of the Mayor (invented)",
        "purpose": "To see where the city stands, and to choose measures for next year",
        "assessors": "International Office",
        "participants": "International Office, protocol, business promotion, culture",
        "evidence_basis": "Council papers, work plans, file notes, talks with the departments",
    },
}
"""What the records of closed assessments say."""
