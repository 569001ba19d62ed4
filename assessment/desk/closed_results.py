"""The closed results of cities, as grouped figures take them: what was signed, scored once and remembered by digest."""

import datetime
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock

from assessment.benchmark import Given
from assessment.desk.errors import WishRefused
from assessment.desk.frozen import Frozen
from assessment.desk.inputs import model_of
from assessment.desk.ports import AssessmentStore
from assessment.scoring import profile
from models.assessment import Assessment, City
from models.closing import Closing
from models.questionnaire import CapabilityModel, Library

REMEMBERED = 400
"""Results that stay in memory; the longest unused one gives way."""


@dataclass(frozen=True, slots=True)
class ClosedResult:
    """A closed assessment of a city and what it came to. The city goes by its id in `given`."""

    city: City
    assessment: Assessment
    given: Given
    closed: datetime.datetime


@dataclass(frozen=True)
class ClosedResults:
    """Finds and scores them. Knows no permissions: whoever calls has asked the policy, and each city's terms."""

    assessments: AssessmentStore
    frozen: Frozen
    library: Library
    _known: "OrderedDict[tuple[str, str, str], Given]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, city: City, model: CapabilityModel, *, invented: bool) -> tuple[ClosedResult, ...]:
        """The closed self-assessments of a city with this model, the one that was closed last first.

        One whose questionnaire has other rules by now, or whose signed answers cannot be read, is none of them.
        """
        return tuple(self._results(city, model, invented=invented))

    def last(self, city: City, model: CapabilityModel, *, invented: bool) -> ClosedResult | None:
        """The one that was closed last; the others are not even read."""
        return next(self._results(city, model, invented=invented), None)

    def _results(self, city: City, model: CapabilityModel, *, invented: bool) -> Iterator[ClosedResult]:
        found = self.assessments.of_cities([city.id])
        closed = (each for each in found if each.state == "closed" and each.invented == invented)
        signed = [(each, closing) for each in closed if (closing := self._closing(each, model)) is not None]
        for each, closing in sorted(signed, key=lambda pair: pair[1].at, reverse=True):
            with suppress(WishRefused):
                yield ClosedResult(city, each, self._scored(city, closing, model), closing.at)

    def _closing(self, found: Assessment, model: CapabilityModel) -> Closing | None:
        with suppress(WishRefused):
            if model_of(self.library, found).id == model.id:
                return self.frozen.of(found, None)
        return None

    def _scored(self, city: City, closing: Closing, model: CapabilityModel) -> Given:
        key = city.id, closing.inputs_digest, model.rules_digest
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        answers = self.frozen.answers(closing)
        scored = Given(city.id, answers, profile(model, answers))
        with self._lock:
            self._known[key] = scored
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return scored
