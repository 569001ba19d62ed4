"""The levels of a city, from what it signed last: nothing that is still being worked on goes out to others."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.desk.errors import WishRefused
from assessment.desk.frozen import Frozen
from assessment.desk.ports import AssessmentStore
from assessment.matching import lowest_levels
from assessment.scoring import profile
from models.assessment import Assessment
from models.questionnaire import CapabilityModel, Library

_KEPT = 2_000
_NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True)
class SignedLevels:
    """Works out levels, once for each closing: reading and scoring one takes a tenth of a second."""

    assessments: AssessmentStore
    frozen: Frozen
    library: Library
    _known: dict[tuple[str, int], Mapping[str, int]] = field(default_factory=dict, compare=False, repr=False)

    def of_city(self, city: str) -> Mapping[str, int]:
        """The level of each assessed process, at the low end; empty as long as no assessment of the model is closed."""
        model = self.library.models[0]
        closed = [each for each in self.assessments.of_cities([city]) if _counts(each, model)]
        newest = max(closed, key=lambda each: (each.created, each.id), default=None)
        return _NOTHING if newest is None else self._levels(newest, model)

    def _levels(self, of: Assessment, model: CapabilityModel) -> Mapping[str, int]:
        closing = self.frozen.of(of, None)
        if closing is None:
            return _NOTHING
        key = (of.id, closing.revision)
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            try:
                answers = self.frozen.answers(closing)
            except WishRefused:
                # What was signed cannot be read any more: the city's own results page says so.
                return _NOTHING
            self._known[key] = lowest_levels(profile(model, answers))
        return self._known[key]


def _counts(each: Assessment, model: CapabilityModel) -> bool:
    return each.state == "closed" and (each.questionnaire, each.rules_digest) == (model.id, model.rules_digest)
