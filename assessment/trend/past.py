"""A result with what it asked, ready to be laid beside others."""

import datetime

from assessment.scoring import score
from assessment.scoring.scope import in_scope
from models.answers import Answers
from models.profile import Profile
from models.questionnaire import CapabilityModel, Questionnaire
from models.trend import Past


def past(
    key: str,
    title: str,
    questionnaire: Questionnaire,
    answers: Answers,
    *,
    date: datetime.date | None,
    revision: int | None = None,
    signed: datetime.datetime | None = None,
) -> Past:
    """Scores answers for a trend.

    Args:
        key: what the result is found by.
        title: what it is called.
        questionnaire: the version that was answered.
        answers: what was answered.
        date: the day it stands for.
        revision: which closing it is; None where nobody signed.
        signed: when it was signed.
    """
    result = score(questionnaire, answers)
    if isinstance(questionnaire, CapabilityModel) and isinstance(result, Profile):
        asked = _asked(questionnaire, answers, result)
    else:
        asked = {} if isinstance(result, Profile) else dict.fromkeys(result.questions, 0)
    return Past(key, title, date, revision, questionnaire, answers, result, asked, signed)


def _asked(model: CapabilityModel, answers: Answers, result: Profile) -> dict[str, int]:
    framework = model.framework(result.settings.framework)
    levels = {each.id: each.level for each in framework.attributes_up_to(result.settings.highest_level)}
    scope = in_scope(model, answers)
    asked = (each.id for each in model.processes if each.id in scope)
    every = (each for process in asked for each in model.indicators(process, framework))
    return {each.id: levels[each.attribute] for each in every if each.attribute in levels}
