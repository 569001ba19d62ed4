"""Lays an assessor's judgements beside the city's answers, question by question."""

from collections.abc import Iterator, Mapping

from assessment.scoring import score
from assessment.scoring.letters import letters
from models.answers import Answer, Answers
from models.assessor import View
from models.comparison import Apart, Comparison, ProcessApart
from models.questionnaire import CapabilityModel, Indicator, Questionnaire, as_indicator


def compared(questionnaire: Questionnaire, view: View, city: Answers, assessor: Answers) -> Comparison:
    """The two views.

    Args:
        questionnaire: what both answered.
        view: whose view it is.
        city: the answers of the city.
        assessor: the judgements, in the same form and with the same settings.
    """
    said = {key: each for key, each in assessor.ratings.items() if each.state is not None}
    known = {each.id: each for each in _indicators(questionnaire, city)}
    apart: dict[str, list[Apart]] = {}
    alike, steps = 0, _steps(questionnaire, city)
    for key, indicator in known.items():
        judged, own = said.get(key), city.ratings.get(key)
        if judged is None:
            continue
        if own is not None and (own.state, own.rating) == (judged.state, judged.rating):
            alike += 1
        else:
            apart.setdefault(indicator.process, []).append(Apart(indicator, own, judged, _far(own, judged, steps)))
    processes = (ProcessApart(key, tuple(sorted(each, key=_widest_first))) for key, each in apart.items())
    return Comparison(
        view,
        questionnaire,
        score(questionnaire, city),
        score(questionnaire, assessor),
        tuple(sorted(processes, key=lambda each: (-each.widest, -len(each.differences)))),
        alike,
        len(said),
        said,
    )


def _widest_first(apart: Apart) -> int:
    return -(apart.steps or 0)


def _far(own: Answer | None, judged: Answer, steps: Mapping[str, int]) -> int | None:
    if own is None or own.rating not in steps or judged.rating not in steps:
        return None
    return abs(steps[own.rating or ""] - steps[judged.rating or ""])


def _steps(questionnaire: Questionnaire, answers: Answers) -> Mapping[str, int]:
    if not isinstance(questionnaire, CapabilityModel):
        return {str(each.stage): each.stage for each in questionnaire.framework.stages}
    framework = questionnaire.framework(answers.framework)
    return letters(framework, answers.scale or framework.default_scale).steps


def _indicators(questionnaire: Questionnaire, answers: Answers) -> Iterator[Indicator]:
    if not isinstance(questionnaire, CapabilityModel):
        yield from map(as_indicator, questionnaire.file.questions)
        return
    framework = questionnaire.framework(answers.framework)
    for process in questionnaire.processes:
        yield from questionnaire.indicators(process.id, framework)
