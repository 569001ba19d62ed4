"""What if: answers as they would be with other letters, and what of it would be an improvement. Nothing is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from assessment.path.shortest import wishes
from assessment.path.stretches import Ground
from assessment.scoring.profiles import profile
from assessment.scoring.settings import yardstick
from models.answers import Answer, Answers
from models.path import Improvement, Stretch
from models.profile import Profile, Settings
from models.questionnaire import CapabilityModel


def tried(answers: Answers, letters: Mapping[str, str], proof: str) -> Answers:
    """The answers with these letters instead.

    Args:
        answers: as they are.
        letters: the letter of each indicator that is tried.
        proof: what stands as evidence where there is none, so that a letter that needs some counts.
    """
    ratings = dict(answers.ratings)
    for indicator, letter in letters.items():
        before = ratings.get(indicator, Answer(None))
        evidence = before.evidence or (proof,)
        ratings[indicator] = replace(before, state="rated", rating=letter, reason=None, evidence=evidence)
    return replace(answers, ratings=MappingProxyType(ratings))


def raised(
    model: CapabilityModel, answers: Answers, letters: Mapping[str, str], used: Settings | None = None
) -> tuple[Stretch, ...]:
    """Those of the letters that are better than what counts now, process by process, in the order of the model.

    Args:
        model: the capability model that was answered.
        answers: as they are.
        letters: the letter of each indicator that is tried.
        used: the settings of a profile of these answers, where they are others than those of the answers.
    """
    chosen = wishes(used)
    before = profile(model, answers, **chosen)
    after = profile(model, tried(answers, letters, "-"), **chosen)
    stick = yardstick(model, answers, **chosen)
    assessed = (key for key, each in before.processes.items() if each.state == "assessed")
    found = ((key, tuple(_steps(Ground(key, model, answers, stick), letters))) for key in assessed)
    return tuple(Stretch(key, _low(before, key), _low(after, key), steps) for key, steps in found if steps)


def _low(result: Profile, process: str) -> int:
    level = result.processes[process].level
    return 0 if level is None else level.low


def _steps(ground: Ground, letters: Mapping[str, str]) -> Iterator[Improvement]:
    scale = ground.stick.letters.scale.letters
    for attribute, readings in ground.readings.items():
        for reading in readings:
            begins, ends = reading.low, letters.get(reading.indicator.id)
            if begins is None or ends is None or scale.index(ends) <= scale.index(begins):
                continue
            cost = scale.index(ends) - scale.index(begins)
            proof = ground.stick.without_evidence[ends] != ends
            yield Improvement(reading.indicator.id, ground.process, attribute, begins, ends, cost, proof)
