"""What the subject of a number is called: an id that people find again, and a name in words."""

import re
from dataclasses import dataclass
from functools import cached_property

from assessment.counting import COUNTS
from assessment.scoring.maturity import SUBJECT as MATURITY
from locales.words import Words
from models.questionnaire import CapabilityModel, Questionnaire, QuickScan
from reports.content.naming import attribute_id

_ATTRIBUTE = re.compile(r"^([A-Z]{3}\.\d{1,2})/(PA\d\.\d)$")


def process_and_attribute(subject: str) -> tuple[str, str] | None:
    """The process and the attribute of a subject such as GOV.1/PA2.1; None for every other one."""
    found = _ATTRIBUTE.match(subject)
    return (found.group(1), found.group(2)) if found else None


@dataclass(frozen=True)
class Naming:
    """Names of what a questionnaire asks, in one language."""

    questionnaire: Questionnaire
    words: Words

    def named(self, subject: str) -> tuple[str, str]:
        """Id and name; the id is empty where the name says all."""
        words = self.words
        if subject in self._texts:
            return self._texts[subject]
        count, _, process = subject.partition("/")
        if count in COUNTS:
            return process, words.text(self._model.process(process).name) if process else words.say(COUNTS[count])
        if subject == MATURITY:
            return "", words("Maturity of the city")
        if subject.startswith(f"{MATURITY}/"):
            return "", self._maturity(subject)
        pair = process_and_attribute(subject)
        return (attribute_id(pair[1]), self._attributes[pair[1]]) if pair else ("", subject)

    @property
    def _model(self) -> CapabilityModel:
        asked = self.questionnaire
        return asked.model if isinstance(asked, QuickScan) else asked

    @cached_property
    def _texts(self) -> dict[str, tuple[str, str]]:
        """Dimensions, processes, and everything that is asked."""
        words, model = self.words, self._model
        found = {each.id: ("", words.text(each.name)) for each in model.head.dimensions}
        found |= {each.id: (each.id, words.text(each.name)) for each in model.processes}
        if isinstance(self.questionnaire, QuickScan):
            asked = self.questionnaire.file.questions
            return found | {each.id: (each.process, words.text(model.process(each.process).name)) for each in asked}
        for framework in model.frameworks:
            for process in model.processes:
                for each in model.indicators(process.id, framework):
                    found[each.id] = each.id.removeprefix(f"{process.id}."), words.text(each.text)
        return found

    @cached_property
    def _attributes(self) -> dict[str, str]:
        frameworks = reversed(self._model.frameworks)
        return {each.id: self.words.text(each.name) for framework in frameworks for each in framework.attributes}

    def _maturity(self, subject: str) -> str:
        words, (_, level, *rest) = self.words, subject.split("/")
        if rest:
            return words("Processes that the city may choose")
        name = next(each.name for each in self._model.head.maturity if str(each.level) == level)
        return words("Maturity level {level} ({name})", level=level, name=name)
