"""The questions of a questionnaire as people read them: what has to stay the same for an answer to carry over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.authored import Text
from models.questionnaire import CapabilityModel, Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it is put: its words in every language, what it is about, and the statements it offers.

    Weights are not in it: they change what an answer counts, and not what it says.
    """

    about: str
    words: tuple[str | None, str | None]
    offered: tuple[tuple[int, str | None, str | None], ...] = ()


def questions(of: Questionnaire) -> Mapping[str, Put]:
    """Every question that an assessment may ask, by id, whichever framework it is rated with."""
    if isinstance(of, CapabilityModel):
        return dict(_indicators(of))
    return {each.id: _of_scan(each) for each in of.file.questions}


def asks_alike(before: Questionnaire, after: Questionnaire) -> bool:
    """Whether two versions ask and count the same, so that nothing has to be moved: at most words were corrected."""
    return before.rules_digest == after.rules_digest


def _indicators(model: CapabilityModel) -> Iterator[tuple[str, Put]]:
    for framework in model.frameworks:
        for process in model.processes:
            for each in model.indicators(process.id, framework):
                yield each.id, Put(each.attribute, _words(each.text))


def _of_scan(question: Question) -> Put:
    offered = tuple((each.stage, *_words(each)) for each in question.anchors)
    return Put(question.process, _words(question.question), offered)


def _words(text: Text) -> tuple[str | None, str | None]:
    return text.en, text.de
