"""What invented cities decided to do after each assessment, and how far they came. What it led to is worked out."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assessment.invented.answers import share
from assessment.invented.cast import CAST, MADE_UP, Character
from assessment.invented.exchange import EURO
from assessment.planning.measures import effects
from assessment.planning.quarters import usual_days
from assessment.planning.schedule import working_day
from assessment.recommending import draft, priorities
from models.authored import Language
from models.invented import MARK, InventedCity
from models.measures import Means, Measure
from models.profile import Profile
from models.questionnaire import CapabilityModel

_PLANNED = 3
"""So many of the priorities of each year became measures."""

_OWNERS: Mapping[Language, tuple[str, ...]] = {
    "de": ("Büro für Internationales", "Hauptamt", "Kulturamt", "Wirtschaftsförderung", "Presseamt"),
    "en": ("International Office", "Chief Executive's Office", "Culture", "Business Promotion", "Communications"),
}
_DECISIONS: Mapping[Language, str] = {
    "de": "Auftrag und Mittel für die Maßnahme",
    "en": "Mandate and means for the measure",
}
_PAPERS: Mapping[Language, str] = {
    "de": "Vorlage {number}/{year} (erfunden)",
    "en": "Paper {number}/{year} (invented)",
}
_FUNDING: Mapping[Language, str] = {"de": "Landesprogramm (erfunden)", "en": "Regional programme (invented)"}
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class _Plan:
    """The plans of one city: where it stood after each assessment, and when it began to answer the next."""

    model: CapabilityModel
    city: InventedCity
    of: Character
    today: datetime.date

    def made(self, results: Sequence[Profile]) -> Iterator[Measure]:
        """What it planned after each result: what is over from the first, what is to come from the last."""
        first = self._mixed(results)
        yield from self._of_last_year(first)
        if len(results) > 1:
            known = {each.process for each in first}
            yield from self._of_this_year([each for each in self._drawn(1, results[1]) if each.process not in known])

    def _mixed(self, results: Sequence[Profile]) -> Sequence[Measure]:
        """The first priorities; the second place goes to the first that led to nothing, for there is always one."""
        every = tuple(self._drawn(0, results[0]))
        if len(results) > 1:
            framework = self.model.framework(results[0].settings.framework)
            told = effects([replace(each, state="done") for each in every[1:]], results[0], results[1], framework)
            vain = next((each.measure.id for each in told if each.verdict == "did not rise"), None)
            every = (*every[:1], *sorted(every[1:], key=lambda each: each.id != vain))
        return every[:_PLANNED]

    def _drawn(self, number: int, result: Profile) -> Iterator[Measure]:
        """All priorities as measures that nobody has filled in further."""
        origin = self.city.assessments[number].assessment.id
        for place, each in enumerate(priorities(result, self.model, most=None), 1):
            drawn = draft(result, self.model, each.process, self.of.language)
            yield Measure(
                f"{MARK}measure-{origin.removeprefix(MARK)}-{place}",
                self.city.city.id,
                drawn.title,
                process=drawn.process,
                indicators=drawn.indicators,
                level=drawn.level,
                owner=self._owner(place + number),
                means=self._means(drawn.days, place, each.process),
                evidence=drawn.evidence,
                indicator=drawn.indicator,
                assessment=origin,
                note=MADE_UP[self.of.language],
            )

    def _of_last_year(self, drawn: Sequence[Measure]) -> Iterator[Measure]:
        """All but the last are done, before the next assessment began; the last is late."""
        began = self.city.assessments[1].assessment.created.date()
        for place, each in enumerate(drawn, 1):
            due = working_day(began - (_PLANNED + 1 - place) * 60 * _DAY)
            if place < len(drawn):
                done = working_day(due + 9 * place * _DAY)
                yield replace(each, begins=due - 120 * _DAY, due=due, state="done", done=done)
            else:
                late = working_day(self.today - 12 * _DAY)
                yield replace(each, begins=due, due=late, state="under way")

    def _of_this_year(self, drawn: Sequence[Measure]) -> Iterator[Measure]:
        """One is under way, one decided, one waits for a decision."""
        days = (working_day(self.today + 40 * _DAY), *usual_days(self.today, _PLANNED)[1:])
        for each, due, state in zip(drawn, days, ("under way", "decided", "proposed"), strict=False):
            waiting = state == "proposed"
            yield replace(
                each,
                due=due,
                begins=working_day(self.today - 10 * _DAY) if state == "under way" else None,
                state=state,  # type: ignore[arg-type]
                decision=_DECISIONS[self.of.language] if waiting or state == "decided" else "",
                decision_reference=self._paper() if state == "decided" else "",
            )

    def _owner(self, place: int) -> str:
        known = _OWNERS[self.of.language]
        return known[0] if place == 1 else known[place % len(known)]

    def _paper(self) -> str:
        number = 10 + int(share("paper", self.of.name) * 300)
        return _PAPERS[self.of.language].format(number=number, year=self.today.year)

    def _means(self, days: Decimal | None, place: int, process: str) -> Means:
        """Sums in keeping with what the city spends on the work at all."""
        a_year = self.of.budget * EURO[self.of.currency]
        once = round(a_year * (0.02 + 0.05 * share("once", self.of.name, process)), -2)
        yearly = round(a_year * 0.03 * share("yearly", self.of.name, process), -2)
        third = round(once * 0.5, -2) if place % _PLANNED == 0 else 0
        return Means(
            days=days or Decimal(2 + round(10 * share("days", self.of.name, process))),
            euros_once=int(once),
            euros_yearly=int(yearly) or None,
            own_funds=int(once + yearly - third),
            third_party_funds=int(third) or None,
            funding_source=_FUNDING[self.of.language] if third else "",
        )


def measures(
    model: CapabilityModel,
    cities: Sequence[InventedCity],
    results: Mapping[str, Sequence[Profile]],
    today: datetime.date,
) -> Iterator[Measure]:
    """The measures of all cities: last year's, done or late, and this year's.

    Args:
        model: the questionnaire.
        cities: the cities, in the order of the cast.
        results: the signed results of each city by its id, the oldest first.
        today: the day on which this is so.
    """
    for city, of in zip(cities, CAST, strict=True):
        yield from _Plan(model, city, of, today).made(results[city.city.id])
