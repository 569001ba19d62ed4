"""The closed results of cities, as grouped figures take them: what was signed, scored once and remembered by digest."""

import datetime
from collections import OrderedDict
from collections.abc import Iterator
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

_REMEMBERED = 400


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
        found = self.assessments.of_cities([city.id])
        closed = (each for each in found if each.state == "closed" and each.invented == invented)
        results = [result for each in closed for result in self._result(city, each, model)]
        return tuple(sorted(results, key=lambda each: each.closed, reverse=True))

    def _result(self, city: City, found: Assessment, model: CapabilityModel) -> Iterator[ClosedResult]:
        try:
            if model_of(self.library, found).id != model.id:
                return
            closing = self.frozen.of(found, None)
            if closing is not None:
                yield ClosedResult(city, found, self._scored(city, closing, model), closing.at)
        except WishRefused:
            return

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
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return scored
