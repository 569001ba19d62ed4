"""Reports of many cities from the app: what the rows of a workbook come to, for whoever orders.

Every report is asked for anew when its turn comes, so that what was taken away meanwhile is gone.
"""

from dataclasses import dataclass, replace

from assessment.desk.errors import WishRefused
from assessment.ordering import Counter
from locales.words import words as words_in
from models.assessment import Assessment
from models.authored import LANGUAGES, Language
from models.facts import REPORT_VERSIONS
from models.message import say
from reports.batch.book import Book, Line
from reports.batch.planning import Plan, Unfit, one_of, plan
from reports.editions import NO_EDITION
from reports.kinds import KINDS
from reports.order import Order
from reports.wish import LOOKS, Makings, aimed, kinds_of, order_of, read_wish


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


def planned(counter: Counter, book: Book) -> Plan:
    """What a workbook asks for. Raises `InputRefused` with all problems."""
    source = Opened(counter)
    return replace(plan(book, source, counter.desk.library), source=Opened(counter, noted=True))


_OPEN = say("Expected is the name of a city whose assessment is open to you")
_ONE_OF_THE_MODEL = say("Expected is one of the model's")
