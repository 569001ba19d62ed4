"""Where the parts are joined, once a process. Only this module reads the environment, the clock, and makes ids.

Screens and web ask for `desk()`. Everything it needs is set up with the first call: the data folder, the tables,
the questionnaires. What goes wrong here is for whoever runs the installation, and says what to do.
"""

import datetime
import hashlib
import logging
import os
import secrets
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from assessment.benchmark.publishing import ALL, Rules
from assessment.desk import Desk, Sources, Stores, make_desk
from assessment.desk.account_ports import PeopleStores
from assessment.desk.benchmark_settings import read_rules
from assessment.desk.city_ports import CityStores
from assessment.desk.network_ports import NetworkStores
from assessment.desk.provider_settings import read_provider
from assessment.desk.report_ports import ReportStores
from assessment.desk.retention_settings import read_retention
from assessment.loading import QUESTIONNAIRES, load_library
from assessment.loading.keeping import dump_questionnaire, still_the_same
from locales.preference import preferred
from models.authored import Language
from models.health import Health
from models.identity import Provider
from models.kept_questionnaire import KeptQuestionnaire
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from models.questionnaire import Library
from models.retention import Retention, Tidied
from reports.logos import read_logo
from store.accounts import SqlAccounts
from store.aims import SqlTargets
from store.answers import SqlAnswers
from store.assessments import SqlAssessments
from store.assessors import SqlAssessors
from store.audit import SqlAudit
from store.branding import SqlBrandings
from store.cities import SqlCities
from store.closings import SqlClosings
from store.codes import SqlCodes
from store.cohorts import SqlCohorts
from store.contributions import SqlContributions
from store.copies import Copies
from store.database import Database, file_url, open_database, usable
from store.delegations import SqlChecks, SqlDelegations
from store.disk import takes_files
from store.editions import SqlEditions
from store.evidence import SqlEvidence
from store.exchange import SqlExchange
from store.health import examine
from store.identities import SqlIdentities
from store.invented import SqlInvented
from store.measures import SqlMeasures
from store.migration import migrate
from store.news import News
from store.pages import SqlPages
from store.passwords import ArgonPasswords
from store.personal import SqlPersonal
from store.programme import SqlProgramme
from store.questionnaires import SqlQuestionnaires
from store.raters import SqlRaters
from store.reporting import SqlReports
from store.resources import SqlResources
from store.room_seats import SqlSeats
from store.rooms import SqlRooms
from store.same_as import SqlSameAs
from store.sessions import SqlAttempts, SqlSessions
from store.tidying import tidy as tidy_up

LOG = logging.getLogger("hanse")


@dataclass(frozen=True, slots=True)
class Settings:
    """What whoever runs the installation may set; `settings()` says by which names."""

    data: Path
    database_url: str
    questionnaires: Path


@dataclass(frozen=True)
class House:
    """Everything that exists once a process."""

    settings: Settings
    library: Library
    database: Database
    desk: Desk
    provider: Provider | None
    copies: Copies
    keep: Retention

    def health(self) -> Health:
        """How the database is, now."""
        return examine(self.database, self.settings.data, now())

    def tidy(self) -> Tidied:
        """Erases what has grown old."""
        return tidy_up(self.database, self.copies, self.keep, now())

    def prepare(self) -> Iterator[str]:
        """Works out, step by step, what people would wait for otherwise."""
        return self.desk.benchmarking.drafts.beforehand()

    def close(self) -> None:
        """Commits what waits and lets go of the database."""
        self.database.close()


def settings() -> Settings:
    """The settings from the environment.

    HANSE_DATA is the folder for everything that is kept (default `data`), HANSE_DATABASE_URL the database (default
    a SQLite file in that folder), HANSE_QUESTIONNAIRES a folder with other questionnaires.

    Raises:
        InputRefused: where HANSE_QUESTIONNAIRES is there and names nothing, or HANSE_DATABASE_URL is no address.
    """
    data = Path(os.environ.get("HANSE_DATA", "data")).resolve()
    return Settings(
        data=data,
        database_url=_database_url(data),
        questionnaires=_questionnaires(),
    )


def _database_url(data: Path) -> str:
    given = os.environ.get("HANSE_DATABASE_URL", file_url(data / "hanse.db"))
    if usable(given):
        return given
    # The address itself is not repeated: it may hold a password.
    found = say("This is no address of a database that the app can use")
    expected = say("Expected is one like postgresql+pg8000://name:password@host/hanse, or sqlite:////folder/hanse.db")
    remedy = say("Without the setting, a file in the data folder is used.")
    raise InputRefused([Problem(Place("HANSE_DATABASE_URL"), "", found, expected, remedy)])


def _questionnaires() -> Path:
    named = os.environ.get("HANSE_QUESTIONNAIRES")
    if named is None:
        return QUESTIONNAIRES
    if not named.strip():
        found, expected = say("This setting is there and empty"), say("Expected is a folder with questionnaires")
        remedy = say("Without the setting, the questionnaires that come with the program are used.")
        raise InputRefused([Problem(Place("HANSE_QUESTIONNAIRES"), "", found, expected, remedy)])
    return Path(named)


def terminal_language() -> Language:
    """The language that the terminal asks for by LC_ALL, LC_MESSAGES or LANG; English where it asks for none."""
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")
    return preferred(asked.replace("_", "-"))


def now() -> datetime.datetime:
    """The time, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def new_id() -> str:
    """An id that nobody can guess: 96 random bits."""
    return secrets.token_hex(12)


class RandomTokens:
    """Secrets from the randomness of the operating system."""

    def session(self) -> str:
        """256 random bits as text."""
        return secrets.token_urlsafe(32)

    def code(self, alphabet: str, length: int) -> str:
        """A code of that many letters of an alphabet."""
        return "".join(secrets.choice(alphabet) for _ in range(length))

    def fingerprint(self, secret: str) -> str:
        """The SHA-256 of a secret: enough where the secret itself is random."""
        return hashlib.sha256(secret.encode()).hexdigest()


METRICS_TOKEN_SHORTEST = 16
"""Letters that HANSE_METRICS_TOKEN must have; a shorter one could be guessed, and counts as none."""


def metrics_token() -> str | None:
    """What whoever asks for /metrics must know, from HANSE_METRICS_TOKEN; None where nobody may ask."""
    token = os.environ.get("HANSE_METRICS_TOKEN", "").strip()
    return token if len(token) >= METRICS_TOKEN_SHORTEST else None


def identity_provider() -> Provider | None:
    """The identity provider of a city, from HANSE_OIDC_ISSUER and others like it (docs/operations/sign-in.md).

    Raises:
        InputRefused: where these settings cannot be used.
    """
    return read_provider(os.environ)


def open_house(
    chosen: Settings, provider: Provider | None = None, keep: Retention | None = None, rules: Rules | None = ALL
) -> House:
    """Sets everything up. Without rules of grouped figures none are shown.

    Raises:
        InputRefused: where the questionnaires have problems.
        UnknownRevision: where the database was made by a newer version.
    """
    chosen.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    library = load_library(chosen.questionnaires)
    migrated = migrate(chosen.database_url, now())
    LOG.info("database at revision %s, was %s, copied before to %s", migrated.now, migrated.before, migrated.backup)
    database = open_database(chosen.database_url)
    memberships, keep = provider.memberships if provider else (), keep or Retention()
    copies = Copies(database, chosen.data)
    space = partial(takes_files, chosen.data)
    sources = Sources(now, new_id, RandomTokens(), ArgonPasswords(), read_logo, memberships, keep, rules, space)
    library = _with_those_answered(library, SqlQuestionnaires(database))
    desk = make_desk(library, _stores(database, copies), sources)
    house = House(chosen, library, database, desk, provider, copies, keep)
    for check in house.health().checks:
        LOG.log(logging.INFO if check.well else logging.WARNING, "%s: %s", check.name, check.found)
    return house


def _with_those_answered(library: Library, kept: SqlQuestionnaires) -> Library:
    """The library with every version that something here was answered with, whether its files are there or not."""
    known = {each.digest for name in library.ids for each in library.versions(name)}
    past = [each for each in kept.all() if each.digest not in known]
    kept.keep(
        [KeptQuestionnaire(each.digest, each.id, each.version, dump_questionnaire(each)) for each in library.in_use]
    )
    read = tuple(still_the_same((each.digest, each.text) for each in past))
    if len(read) < len(past):
        LOG.warning("%s kept questionnaires cannot be read any more", len(past) - len(read))
    return replace(library, earlier=(*library.earlier, *read))


def _stores(database: Database, copies: Copies) -> Stores:
    sessions, codes, attempts = SqlSessions(database), SqlCodes(database), SqlAttempts(database)
    people = PeopleStores(SqlAccounts(database), sessions, codes, attempts, SqlIdentities(database))
    records = SqlAssessments(database), SqlAnswers(database), SqlPages(database)
    cities = CityStores(
        SqlCities(database),
        SqlDelegations(database),
        SqlChecks(database),
        SqlCohorts(database),
        SqlInvented(database),
        SqlEditions(database),
        SqlTargets(database),
    )
    kept = SqlAudit(database), SqlClosings(database), SqlRaters(database)
    evidence, same_as = SqlEvidence(database), SqlSameAs(database)
    network = NetworkStores(
        SqlExchange(database), SqlProgramme(database), SqlContributions(database), SqlResources(database)
    )
    return Stores(
        *records,
        people,
        *kept,
        cities,
        evidence,
        copies,
        same_as,
        SqlPersonal(database),
        SqlMeasures(database),
        reports=ReportStores(SqlBrandings(database), SqlReports(database)),
        rooms=SqlRooms(database),
        seats=SqlSeats(database),
        network=network,
        assessors=SqlAssessors(database),
    )


class _Once:
    """Makes the house with the first call, whichever thread comes first; one that failed is tried again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._house: House | None = None

    def __call__(self) -> House:
        with self._lock:
            if self._house is None:
                self._house = open_house(
                    settings(), identity_provider(), read_retention(os.environ), read_rules(os.environ)
                )
            return self._house

    def close(self) -> None:
        """Closes the house, if there is one."""
        with self._lock:
            if self._house is not None:
                self._house.close()
                self._house = None


_house = _Once()


def desk() -> Desk:
    """The desk of this process."""
    return _house().desk


def library() -> Library:
    """The questionnaires of this process."""
    return _house().library


def provider() -> Provider | None:
    """The identity provider with which people may sign in, where this process has one."""
    return _house().provider


def health() -> Health:
    """How the installation is, now."""
    return _house().health()


def news() -> News:
    """A reader of what is answered from now on, by anybody in any process."""
    return News(_house().database, time.monotonic)


def tidy() -> Tidied:
    """Erases what has grown old; how much it was."""
    return _house().tidy()


def prepare() -> Iterator[str]:
    """Works out, step by step, what people would wait for otherwise."""
    return _house().prepare()


def close() -> None:
    """Commits what waits and lets go of the database; for the end of the process."""
    _house.close()


def set_up_logging() -> None:
    """Logs to standard error. Nothing that is logged holds answers, names or addresses of people."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)


def report_bug(error: BaseException) -> str:
    """Logs a mistake of the program and gives its incident number, which the person can pass on.

    The log gets the kind of the error and where it happened. Its text stays out: it may quote what people wrote.
    """
    return log_incident("\n".join(_where(error)))


def what_broke(error: BaseException) -> Message:
    """Logs a mistake of the program, and says to whoever met it what to do."""
    return say(
        "Something broke on our side. What was stored before is safe. Please reload the page. If it "
        "happens again, tell whoever runs this installation the number {number}.",
        number=report_bug(error),
    )


def log_incident(where: str) -> str:
    """Logs a mistake of the program and gives its incident number.

    Args:
        where: kinds of errors and places, without a word of what people wrote.
    """
    number = secrets.token_hex(4).upper()
    LOG.error("incident %s: %s", number, where)
    return number


def _where(error: BaseException) -> Iterator[str]:
    seen: BaseException | None = error
    while seen is not None:
        yield type(seen).__name__
        yield "".join(traceback.format_tb(seen.__traceback__)).rstrip()
        seen = seen.__cause__ or seen.__context__
