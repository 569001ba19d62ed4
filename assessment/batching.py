"""Reports of many cities from the app: planned at once, made beside the requests, kept for a day for whoever ordered.

A batch runs in a thread of the process that it was begun in; its reports are printed in processes of their own. Every
report is asked for anew when its turn comes, so that what was taken away meanwhile is gone.
"""

import re
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

from assessment.desk.errors import WishRefused
from assessment.ordering import Counter
from assessment.wiring import Settings
from locales.words import Words
from locales.words import words as words_in
from models.assessment import Assessment
from models.authored import LANGUAGES, Language
from models.facts import REPORT_VERSIONS
from models.message import say
from models.people import Actor
from reports.batch.book import Book, Line
from reports.batch.bundle import Made, bundle
from reports.batch.planning import Plan, Unfit, one_of, plan
from reports.editions import NO_EDITION
from reports.kinds import KINDS
from reports.order import Order
from reports.printing.press import Pool
from reports.wish import LOOKS, Makings, aimed, kinds_of, order_of, read_wish

FOLDER = "batches"
KEPT_SECONDS = 24 * 60 * 60
_TOKEN = re.compile(r"[0-9a-f]{24}")


@dataclass(frozen=True)
class Opened:
    """The assessments that somebody may make reports on, by the name of their city.

    With `noted` each order counts as a report that leaves the house.
    """

    counter: Counter
    noted: bool = False

    def lines(self) -> tuple[Line, ...]:
        """A row for each city, to begin with."""
        every = self.counter.desk.reporting.deliverable(self.counter.actor)
        return tuple(Line(0, name) for name in dict.fromkeys(each.city.name for each in every))

    def order(self, line: Line) -> Order:
        """See `reports.batch.planning.Source`."""
        found = self._assessment(line)
        try:
            makings = self.counter.makings(found.id)
            said = self._said(line, tuple(kind.id for kind in kinds_of(makings.questionnaire)))
            wish = read_wish(said, self.counter.language, makings.questionnaire)
            if (
                line.target
                and aimed(order_of(wish, makings, "").company, line.target, makings.questionnaire, "en") is None
            ):
                raise Unfit("target", say("There is no target {name}", name=line.target), _ONE_OF_THE_MODEL)
            _check_edition(line, makings, self.counter.language)
            return self.counter.taken(found.id, said) if self.noted else order_of(wish, makings, self.counter.today)
        except WishRefused as refused:
            raise Unfit("city", refused.message, _OPEN) from None

    def _said(self, line: Line, kinds: tuple[str, ...]) -> dict[str, str]:
        kind = KINDS[one_of("kind", line.kind, kinds, kinds[0])]
        return {
            "kind": kind.id,
            "form": one_of("format", line.format, kind.forms, kind.forms[0]),
            "language": one_of("language", line.language, LANGUAGES, self.counter.language),
            "version": one_of("version", line.version, REPORT_VERSIONS, kind.version),
            "look": one_of("logo", line.logo, LOOKS, "city"),
            "sections": ",".join(each.strip() for each in line.sections.split(",")),
            "target": line.target,
            "edition": line.edition,
        }

    def _assessment(self, line: Line) -> Assessment:
        """The newest closed one of the city, else the newest; of a quick scan where the row asks for one."""
        every = self.counter.desk.reporting.deliverable(self.counter.actor)
        scans = {scan.id for scan in self.counter.desk.library.quick_scans}
        mine = [each for each in every if each.city.name.casefold() == line.city.casefold()]
        fitting = [each for each in mine if (each.questionnaire in scans) == (line.kind == "quick-scan")] or mine
        if not fitting:
            raise Unfit("city", say("No assessment of a city of this name is open to you"), _OPEN)
        return max(fitting, key=lambda each: (each.state == "closed", each.created))


def _check_edition(line: Line, makings: Makings, language: Language) -> None:
    """Raises `Unfit` where the row names an edition that may not stand beside this result."""
    known, told = makings.editions, words_in(language)
    if line.edition in ("", NO_EDITION, *known):
        return
    found = say("No published edition {id} may stand beside this result", id=line.edition[:60])
    if not known:
        raise Unfit("edition", found, say("Expected is none: no group of the city has published figures of this kind"))
    named = "; ".join(f"{key} ({each.name(told)})" for key, each in known.items())
    raise Unfit("edition", found, say("Expected is none, or one of {known}", known=named))


@dataclass
class Batch:
    """A batch that runs or has run. `failure` is set where it broke as a whole, `seen` by whoever told of its end."""

    token: str
    path: Path
    total: int
    pool: Pool
    done: int = 0
    made: Made | None = None
    failure: BaseException | None = None
    seen: bool = False
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self._ended.is_set()

    def run(self, work: Plan, words: Words) -> None:
        """Makes everything; whatever goes wrong is kept for whoever asks."""
        part = self.path.with_suffix(".part")
        try:
            with part.open("wb") as out:
                self.made = bundle(work, self.pool, out, words, self._told)
            part.replace(self.path)
        except Exception as error:  # noqa: BLE001 - nobody waits in this thread; the page tells, and the log gets it
            self.failure = error
        finally:
            part.unlink(missing_ok=True)
            self._ended.set()

    def _told(self, done: int, _every: int) -> None:
        self.done = done


def planned(counter: Counter, book: Book) -> Plan:
    """What a workbook asks for. Raises `InputRefused` with all problems."""
    source = Opened(counter)
    return replace(plan(book, source, counter.desk.library), source=Opened(counter, noted=True))


def begin(work: Plan, actor: Actor, settings: Settings, token: str, words: Words) -> Batch:
    """Begins a batch.

    Args:
        work: what is to be made.
        actor: who gets it.
        settings: where everything is kept, and the questionnaires.
        token: names the archive; nobody can guess it.
        words: the language of the list of what was not made.
    """
    folder = settings.data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{actor.id}-{token}.zip"
    batch = Batch(token, path, len(work.planned), Pool(settings.questionnaires))
    threading.Thread(target=batch.run, args=(work, words), daemon=True).start()
    return batch


def forget_old(data: Path, now: float) -> None:
    """Erases archives that are older than a day; `now` in seconds, as files are dated."""
    for path in (data / FOLDER).glob("*.*"):
        if path.stat().st_mtime < now - KEPT_SECONDS:
            path.unlink(missing_ok=True)


def archive(actor: Actor, data: Path, token: str) -> Path | None:
    """The archive that this person ordered; None where there is none."""
    path = data / FOLDER / f"{actor.id}-{token}.zip"
    return path if _TOKEN.fullmatch(token) and path.is_file() else None


_OPEN = say("Expected is the name of a city whose assessment is open to you")
_ONE_OF_THE_MODEL = say("Expected is one of the model's")
